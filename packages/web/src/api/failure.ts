/**
 * Why the server did not do it. `refused` carries the server's own sentence, already in the reader's language;
 * the others are the page's to say.
 */
export type FailureKind = 'offline' | 'stranger' | 'forbidden' | 'absent' | 'busy' | 'broken' | 'refused';

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string | undefined;
  readonly sentence: string | undefined;
  readonly field: string | undefined;

  constructor(kind: FailureKind, said: Said = {}) {
    super(said.sentence ?? kind);
    this.kind = kind;
    this.code = said.code;
    this.sentence = said.sentence;
    this.field = said.field;
  }
}

interface Said {
  readonly code?: string;
  readonly sentence?: string;
  readonly field?: string;
}

/** The one place where a server's answer becomes a failure that the page can speak of. */
export function failureOf(status: number, body: unknown): Failure {
  const said = saidIn(body);
  if (status === 401) return new Failure('stranger', said);
  if (status === 403) return new Failure('forbidden', said);
  if (status === 404) return new Failure('absent', said);
  if (status === 429 || status === 503) return new Failure('busy', said);
  if (status >= 500) return new Failure('broken', said);
  return new Failure('refused', said);
}

export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  // fetch throws a TypeError when no answer came at all.
  return new Failure(error instanceof TypeError ? 'offline' : 'broken');
}

function saidIn(body: unknown): Said {
  if (!isRecord(body)) return {};
  const said: { code?: string; sentence?: string; field?: string } = {};
  for (const name of ['code', 'sentence', 'field'] as const) {
    const value = body[name];
    if (typeof value === 'string' && value !== '') said[name] = value;
  }
  return said;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
