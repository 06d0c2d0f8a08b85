import type { Instant } from '@nardeban/core/values';

/** Seconds may be left out; the offset may not: without it nobody knows the instant. */
const ISO =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(?:[Zz]|([+-])([0-9]{2}):?([0-9]{2}))$/;

const MS_PER_MINUTE = 60_000;

/**
 * An instant from ISO 8601 with its offset, or from epoch milliseconds; undefined when it is neither, or when its
 * date or time does not exist. What is finer than a millisecond is cut off.
 */
export function readInstant(raw: unknown): Instant | undefined {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? raw : undefined;
  if (typeof raw !== 'string') return undefined;
  const parts = ISO.exec(raw);
  if (parts === null) return undefined;
  const number = (index: number): number => Number(parts[index] ?? 0);
  const [year, month, day] = [number(1), number(2), number(3)];
  const [hour, minute, second] = [number(4), number(5), number(6)];
  if (hour > 23 || minute > 59 || second > 59 || number(9) > 23 || number(10) > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const wall = date.setUTCHours(hour, minute, second, Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3)));
  const offset = (number(9) * 60 + number(10)) * MS_PER_MINUTE;
  return wall - (parts[8] === '-' ? -offset : offset);
}
