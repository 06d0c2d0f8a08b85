import { type Day, dayFrom } from '@nardeban/core/values';

/** The day of a `YYYY-MM-DD`; null where there is no such day. */
export function dayOfText(text: string): Day | null {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return dayFrom('gregorian', year, month, day);
}
