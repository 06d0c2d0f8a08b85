/** A row as it stands in the file: its cells, or why they cannot be told apart. */
export type RawRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly fault?: undefined }
  | {
      readonly line: number;
      readonly cells: readonly string[];
      readonly fault: 'row_too_long' | 'quote_not_closed';
    };

/** No honest row is longer; a line without an end must not fill the memory. */
export const LONGEST_ROW = 1024 * 1024;

/** How much of a row that cannot be read is kept for the file of refused rows. */
export const KEPT_OF_FAULTY_ROW = 2000;

/** A row that a spreadsheet shows as empty. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
