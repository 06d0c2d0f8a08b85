import { accept, type Day, dayFrom, refuse, type Result } from '@nardeban/core/values';

/** The day that a text of the form `YYYY-MM-DD` names. Refusal: `day_expected` where there is no such day. */
export function dayOf(text: string, field: string): Result<Day> {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const found = dayFrom('gregorian', year, month, day);
  return found === null ? refuse('day_expected', field, { field }) : accept(found);
}
