/**
 * A mobile as people of its country write it: `0912 123 4567` for Iran, other numbers in their international form.
 * The tables of every country's grouping weigh more than this whole page, so those stay unparted.
 */
export function showPhone(e164: string): string {
  const iranian = /^\+98(9[0-9]{2})([0-9]{3})([0-9]{4})$/.exec(e164);
  return iranian === null ? e164 : `0${iranian[1]} ${iranian[2]} ${iranian[3]}`;
}
