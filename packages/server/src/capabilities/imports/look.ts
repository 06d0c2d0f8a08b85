import type { Proposal, Question, Why } from '@nardeban/core/imports';
import type { FileScan } from './scan.ts';
import type { Table } from './table.ts';

/** What a file looks like, kept beside its import so that nobody has to read the file again to show it. */
export interface Look {
  readonly headers: readonly string[];
  /** The first rows, their cells cut to what fits on a page. */
  readonly sample: readonly (readonly string[])[];
  readonly scan: FileScan;
  readonly rowsEstimated: number;
  readonly columns: readonly LookedColumn[];
  readonly questions: readonly Question[];
  /** Whether a mapping the business had saved for such a file was used. */
  readonly saved: boolean;
}

export interface LookedColumn {
  readonly header: string;
  /** What it was taken for, how surely (0 to 1) and why; null: for nothing. */
  readonly field: string;
  readonly sure: number;
  readonly why: Why | null;
}

const ROWS_KEPT = 12;
const LONGEST_CELL = 160;
/** Rows of a very wide file are fewer. */
const CELLS_KEPT = 4_000;

export function lookAt(table: Table, proposal: Proposal, saved: boolean): Look {
  const rows = Math.max(2, Math.min(ROWS_KEPT, Math.floor(CELLS_KEPT / table.headers.length)));
  const { format, sha256, bytes, textBytes, encoding } = table;
  return {
    headers: table.headers,
    sample: table.sample.slice(0, rows).map((row) => row.map(shortened)),
    scan: { format, sha256, bytes, textBytes, encoding },
    rowsEstimated: table.rowsEstimated,
    columns: proposal.columns.map(({ header, field, sure, why }) => ({ header, field, sure, why })),
    questions: proposal.questions,
    saved,
  };
}

function shortened(cell: string): string {
  return cell.length <= LONGEST_CELL ? cell : `${cell.slice(0, LONGEST_CELL)}…`;
}

/** JSON that PostgreSQL takes: it keeps no NUL, whose picture stands in for it, and no half of a surrogate pair. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\u0000', '␀').toWellFormed() : part,
  );
}
