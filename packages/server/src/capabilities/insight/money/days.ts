import { accept, type Day, readIsoDay, refuse, type Result } from '@nardeban/core/values';

/** The day that a text of the form `YYYY-MM-DD` names. Refusal: `day_expected` where there is no such day. */
export function dayOf(text: string, field: string): Result<Day> {
  const found = readIsoDay(text);
  return found === null ? refuse('day_expected', field, { field }) : accept(found);
}
