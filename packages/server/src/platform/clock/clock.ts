import type { Instant } from '@nardeban/core/values';

/** Where the present comes from. Everything that needs to know the time is handed one, so a test can hold it still. */
export interface Clock {
  /** The present, in epoch milliseconds. */
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
