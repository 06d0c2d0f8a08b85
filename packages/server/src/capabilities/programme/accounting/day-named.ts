import { accept, type Day, readIsoDay, refuse, type Result } from '@nardeban/core/values';

/** A day that was named, or the usual one where none was. Refusal: `day_expected`. */
export function dayNamed(text: string | undefined, field: string, usual: Day): Result<Day> {
  if (text === undefined) return accept(usual);
  const found = readIsoDay(text);
  return found === null ? refuse('day_expected', field, { field }) : accept(found);
}
