import { CSV_START, csvLine } from '@nardeban/core/values';
import type { ReactNode } from 'react';

/** A cell of a chart's table: a text, or what is shown beside what a spreadsheet gets. */
export type Cell =
  | string
  | {
      readonly shown: string;
      /** A plain number, or a text; null is an empty cell. */
      readonly value: number | string | null;
      /** Where it leads: shown in place of the text. */
      readonly link?: ReactNode;
    };

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The table as a spreadsheet reads it: digits that it can count with, and no cell that it would run. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = rows.map((row) =>
    csvLine(row.map((cell) => (typeof cell === 'string' ? plain(cell) : plain(cell.value)))),
  );
  return CSV_START + csvLine(columns.map(({ label }) => plain(label))) + lines.join('');
}

/** Marks that only steer the direction of text mean nothing in a spreadsheet, and spoil its numbers. */
function plain(value: number | string | null): string {
  return value === null ? '' : String(value).replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '');
}

export function shownIn(cell: Cell): ReactNode {
  return typeof cell === 'string' ? cell : (cell.link ?? cell.shown);
}
