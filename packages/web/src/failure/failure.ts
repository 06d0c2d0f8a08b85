import { inReadersDigits } from '../language/digits.ts';

/**
 * Why the server did not do it. `refused` carries the server's own sentence, already in the reader's language;
 * the others are the page's to say. `changed`: somebody else has written the same thing since it was read.
 */
export type FailureKind =
  | 'offline'
  | 'stranger'
  | 'forbidden'
  | 'absent'
  | 'busy'
  | 'broken'
  | 'changed'
  | 'refused';

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string | undefined;
  readonly sentence: string | undefined;
  readonly field: string | undefined;
  /** What the sentence speaks of, by name: amounts, who changed it and when. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(kind: FailureKind, said: Said = {}) {
    super(said.sentence ?? kind);
    this.kind = kind;
    this.code = said.code;
    this.sentence = said.sentence;
    this.field = said.field;
    this.values = said.values ?? {};
  }
}

interface Said {
  readonly code?: string;
  readonly sentence?: string;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The one place where a server's answer becomes a failure that the page can speak of. */
export function failureOf(status: number, body: unknown): Failure {
  const said = saidIn(body);
  if (status === 401) return new Failure('stranger', said);
  if (status === 403) return new Failure('forbidden', said);
  if (status === 404) return new Failure('absent', said);
  if (status === 409 && said.code === 'changed_meanwhile') return new Failure('changed', said);
  // The first sending of the same deed is still under way: asking again a moment later gets its answer.
  if (said.code === 'idempotency_key_in_flight') return new Failure('busy', said);
  // A closed sign-in opens at the moment it says; asking again by itself would not help.
  if (said.code === 'sign_in_locked') return new Failure('refused', said);
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
  const said: { code?: string; sentence?: string; field?: string; values?: Record<string, string | number> } =
    {};
  const values = body['values'];
  if (isRecord(values)) {
    said.values = Object.fromEntries(
      Object.entries(values).filter(
        (one): one is [string, string | number] => typeof one[1] === 'string' || typeof one[1] === 'number',
      ),
    );
  }
  for (const name of ['code', 'sentence', 'field'] as const) {
    const value = body[name];
    if (typeof value === 'string' && value !== '')
      said[name] = name === 'sentence' ? inReadersDigits(value) : value;
  }
  return said;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether asking again may help: a broken line or a restart mends itself, a refusal does not. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof Failure && (error.kind === 'offline' || error.kind === 'busy' || error.kind === 'broken')
  );
}
