import { refuse, accept, type Result } from '@nardeban/core/values';

/** Nothing we read is nested deeper; a criteria of thirty levels is already beyond what anyone understands. */
const DEEPEST = 64;

/**
 * Whether everything in a value read from outside can be kept: no NUL and no half of a surrogate pair in any text or
 * name (PostgreSQL stores neither), and no deeper than DEEPEST. Walks without recursion, so that depth itself cannot
 * exhaust the stack.
 */
export function checkBounds(value: unknown): Result<true> {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: one, depth } = next;
    if (typeof one === 'string') {
      if (!storable(one)) return refuse('text_unreadable');
    } else if (typeof one === 'object' && one !== null) {
      if (depth >= DEEPEST) return refuse('body_too_deep', undefined, { most: DEEPEST });
      for (const [name, inner] of Object.entries(one)) {
        if (!Array.isArray(one) && !storable(name)) return refuse('text_unreadable');
        if (typeof inner === 'string' || (typeof inner === 'object' && inner !== null)) {
          waiting.push({ value: inner, depth: depth + 1 });
        }
      }
    }
  }
  return accept(true);
}

function storable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
