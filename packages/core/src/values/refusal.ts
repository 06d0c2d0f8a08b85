/**
 * A refusal is a value, not an exception: what the caller asked cannot be done, and why. `code` is stable and
 * has a page in docs/reference/refusals.md; `field` names the input it is about; `detail` fills the sentence.
 */
export interface Refusal {
  readonly code: string;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Either the value asked for, or the reason it was refused. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T = never>(code: string, field?: string, detail?: Refusal['detail']): Result<T> {
  return {
    ok: false,
    refusal: { code, ...(field === undefined ? {} : { field }), ...(detail === undefined ? {} : { detail }) },
  };
}
