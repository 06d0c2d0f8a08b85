/** A refusal of the server, in the reader's language; or that nothing was heard. */
export class Refused extends Error {
  /** `offline`: no answer. */
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: string, sentence: string, values: Readonly<Record<string, string | number>> = {}) {
    super(sentence);
    this.code = code;
    this.values = values;
  }
}

/** The slug of the business whose pages these are: `/p/<slug>/…`. */
export const slug = decodeURIComponent(/^\/p\/([^/]+)/.exec(location.pathname)?.[1] ?? '');

let language: 'fa' | 'en' = 'fa';
export function speakTo(reader: 'fa' | 'en'): void {
  language = reader;
}

interface Asked {
  readonly method?: 'POST' | 'PUT';
  readonly body?: object;
  /** Names this very deed: asked again after a broken connection it is done once. */
  readonly once?: string;
}

/** Asks the business's part of the interface. Throws Refused. */
export async function ask<Answer>(path: string, { method, body, once }: Asked = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/v1/portal/${encodeURIComponent(slug)}${path}`, {
      ...(method === undefined ? {} : { method }),
      headers: {
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(once === undefined ? {} : { 'idempotency-key': once }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refused('offline', '');
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const problem = answer as {
    code?: string;
    sentence?: string;
    values?: Record<string, string | number>;
  } | null;
  throw new Refused(problem?.code ?? 'internal', problem?.sentence ?? '', problem?.values);
}
