import { readIsoDay, type Refusal } from '../../values/index.ts';

/** A date that does not exist, or a last day before the first. `to` is how the last day is called. */
export function datesFault(
  dates: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined,
  path: string,
  to = 'to',
): Refusal[] {
  if (dates === undefined) return [];
  const faults: Refusal[] = [];
  for (const [name, text] of [
    ['from', dates.from],
    [to, dates.to],
  ] as const) {
    if (text !== undefined && readIsoDay(text) === null)
      faults.push({ code: 'day_expected', field: `${path}.${name}`, detail: { field: name } });
  }
  if (faults.length > 0 || dates.from === undefined || dates.to === undefined) return faults;
  const inverted = (readIsoDay(dates.from) ?? 0) > (readIsoDay(dates.to) ?? 0);
  return inverted ? [{ code: 'club_dates_inverted', field: `${path}.${to}` }] : [];
}
