import type { Instant } from './zone.ts';

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

/** Somebody was quicker: what was seen is not what stands. Says who changed it and when, where that is known. */
export function changedMeanwhile(by: string | null, at: Instant | null, field = 'revision'): Result<never> {
  const when = at === null ? '' : new Date(at).toISOString();
  return refuse('changed_meanwhile', field, { by: by ?? '', at: when });
}
