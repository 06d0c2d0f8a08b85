/** What a thrown value tells of itself: a code of the system's or the database's, and its words. */
export interface Failure {
  /** Such as 'ENOENT' or '42501'; empty when it has none. */
  readonly code: string;
  readonly message: string;
}

/** Anything can be thrown, so nothing is taken for granted about it. */
export function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  return { code: textOf(error, 'code') ?? '', message: textOf(error, 'message') ?? '' };
}

/** A text that a thrown value carries beside: 'stderr' of a program, 'position' of a statement's error. */
export function textOf(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
