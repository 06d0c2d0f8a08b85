import type { Instant } from '@nardeban/core/values';

/** Who does something, and when. */
export interface Author {
  readonly by: string;
  readonly now: Instant;
}
