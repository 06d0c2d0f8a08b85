import { parse } from 'csv-parse/sync';

const DELIMITERS = [',', ';', '\t', '|', '،'] as const;

/** How many of the first rows are looked at. */
const ROWS = 50;

/**
 * The separator under which the first rows have the same number of cells, and more than one. Of several the one with
 * more cells. A comma when none fits: then the file has one column.
 */
export function delimiterOf(start: string): string {
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = widthsUnder(start, delimiter);
    const first = widths[0] ?? 1;
    if (first < 2) continue;
    const same = widths.filter((width) => width === first).length / widths.length;
    const score = same * 1000 + Math.min(first, 200);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function widthsUnder(start: string, delimiter: string): number[] {
  const rows: string[][] = parse(start, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // An open quote at the end of what was cut off is no fault of the file.
    skip_records_with_error: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    to: ROWS,
  });
  return rows.map((row) => row.length);
}
