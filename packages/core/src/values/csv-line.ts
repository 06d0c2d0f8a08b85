/** A number, also a phone number: a leading sign in it is no formula. */
const NUMBER = /^[-+]?[0-9.,٬٫]+$/;

/** Excel reads a file that begins with this as UTF-8, and any other as whatever the machine is set to. */
export const CSV_START = '\uFEFF';

/**
 * What a spreadsheet takes for a formula gets an apostrophe before it, so that opening the file runs nothing. Also in the
 * middle of a text after what a spreadsheet set to another country takes for the end of a cell.
 */
function harmless(cell: string): string {
  const inside = cell.replaceAll(/([;\t\r\n|])(?=[=+\-@])/g, "$1'");
  return /^[=+\-@\t\r\n＝＋－＠]/.test(inside) && !NUMBER.test(inside) ? `'${inside}` : inside;
}

/** One line of CSV with its end, quoted where needed. */
export function csvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const safe = harmless(cell);
    return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(',')}\r\n`;
}
