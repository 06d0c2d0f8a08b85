import type { Instant } from '@nardeban/core/values';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long after each failed attempt the next is made, as Standard Webhooks suggests; the first is made at once. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

export const MOST_TRIES = WAITS.length + 1;
/** Up to a fifth longer, by chance, so that what failed together does not come back together. */
const SPREAD = 0.2;

/**
 * When to try again after this many failures; null: no more. `retryAfter`, in milliseconds, is what the receiver asked
 * for: it is waited for too, but no longer than a day. `chance` is between 0 and 1.
 */
export function nextTry(
  tries: number,
  now: Instant,
  chance: number,
  retryAfter: number | null,
): Instant | null {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return null;
  const asked = Math.min(retryAfter ?? 0, DAY);
  return now + Math.round(Math.max(wait, asked) * (1 + SPREAD * chance));
}

/** `Retry-After` in milliseconds from now: a number of seconds, or a date. Null: it says nothing that can be read. */
export function readRetryAfter(text: string | undefined, now: Instant): number | null {
  if (text === undefined) return null;
  if (/^[0-9]{1,9}$/.test(text.trim())) return Number(text) * SECOND;
  // Without a name of a month it is no date of HTTP; the engine would read a year out of nearly anything.
  const date = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
