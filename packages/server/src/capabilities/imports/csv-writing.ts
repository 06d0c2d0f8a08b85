/** A number, also a phone number: a leading sign in it is no formula. */
const NUMBER = /^[-+]?[0-9.,٬٫]+$/;

/** What a spreadsheet takes for a formula gets an apostrophe before it, so that opening the file runs nothing. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** One line of CSV with its end, quoted where needed. */
export function csvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const safe = harmless(cell);
    return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(',')}\r\n`;
}
