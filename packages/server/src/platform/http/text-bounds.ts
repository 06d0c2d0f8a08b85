import { refuse, accept, type Result } from '@nardeban/core/values';

/** Nothing we read is nested deeper; a criteria of thirty levels is already beyond what anyone understands. */
const DEEPEST = 64;

/**
 * Whether everything in a value read from outside can be kept: no NUL and no half of a surrogate pair in any text or
 * name (PostgreSQL stores neither), and no deeper than DEEPEST, which is also as deep as the walk itself ever goes. It is
 * made over every request, so it leaves nothing behind to be cleared away. `texts`: whether they have to be looked at.
 */
export function checkBounds(
  value: unknown,
  { texts }: { readonly texts: boolean } = { texts: true },
): Result<true> {
  return boundOf(value, 0, texts) ?? accept(true);
}

function boundOf(value: unknown, depth: number, texts: boolean): Result<never> | null {
  if (typeof value === 'string') return !texts || storable(value) ? null : refuse('text_unreadable');
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= DEEPEST) return refuse('body_too_deep', undefined, { most: DEEPEST });
  if (Array.isArray(value)) {
    for (const inner of value) {
      const bound = boundOf(inner, depth + 1, texts);
      if (bound !== null) return bound;
    }
    return null;
  }
  for (const name of Object.keys(value)) {
    const bound =
      !texts || storable(name)
        ? boundOf((value as Readonly<Record<string, unknown>>)[name], depth + 1, texts)
        : refuse('text_unreadable');
    if (bound !== null) return bound;
  }
  return null;
}

function storable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
