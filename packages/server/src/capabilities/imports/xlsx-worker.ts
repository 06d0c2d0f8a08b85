import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import { cellText } from './xlsx-cells.ts';

/** Sent for every batch of rows; the worker goes on when it is answered. */
export interface XlsxBatch {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const ROWS_AT_A_TIME = 500;
const MOST_COLUMNS = 2000;

/** Reads the first sheet that has rows. exceljs can be made to use much memory: that is why it works in here. */
async function readSheet(path: string, port: NonNullable<typeof parentPort>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of workbook) {
    let rows: { line: number; cells: string[] }[] = [];
    let any = false;
    for await (const row of sheet) {
      const values = row.values as readonly unknown[];
      if (values.length > MOST_COLUMNS + 1) throw new Error('too many columns');
      const cells = Array.from({ length: Math.max(0, values.length - 1) }, (_, index) =>
        cellText(values[index + 1]),
      );
      if (cells.every((cell) => cell.trim() === '')) continue;
      any = true;
      rows.push({ line: row.number, cells });
      if (rows.length < ROWS_AT_A_TIME) continue;
      await send(port, { rows });
      rows = [];
    }
    if (rows.length > 0) await send(port, { rows });
    if (any) return;
  }
}

async function send(port: NonNullable<typeof parentPort>, batch: XlsxBatch): Promise<void> {
  const answered = once(port, 'message');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  port.postMessage(batch);
  await answered;
}

if (parentPort !== null) {
  await readSheet((workerData as { path: string }).path, parentPort);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  parentPort.postMessage(null);
  parentPort.close();
}
