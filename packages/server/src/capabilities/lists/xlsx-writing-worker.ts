import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createWriteStream } from 'node:fs';
import ExcelJS from 'exceljs';

interface Asked {
  readonly path: string;
  readonly rightToLeft: boolean;
  readonly headers: readonly string[];
}

/** Excel opens no sheet with more rows than this. */
const ROWS_IN_A_SHEET = 1_000_000;
/** What is written faster than the disk takes it would pile up in memory. */
const MOST_WAITING = 4 * 1024 * 1024;

/** Packs rows into a workbook; each message is some rows, answered when there is room for more; null ends it. */
async function pack(
  port: NonNullable<typeof parentPort>,
  { path, rightToLeft, headers }: Asked,
): Promise<void> {
  const stream = createWriteStream(path, { mode: 0o600 });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useSharedStrings: false,
    useStyles: false,
  });
  let sheets = 0;
  let rowsHere = 0;
  const open = (): ExcelJS.Worksheet => {
    sheets += 1;
    rowsHere = 0;
    const sheet = workbook.addWorksheet(String(sheets), {
      views: [{ rightToLeft, state: 'frozen', xSplit: 0, ySplit: 1 }],
    });
    sheet.addRow(headers).commit();
    return sheet;
  };
  let sheet = open();
  const taken = Promise.withResolvers<void>();
  const add = async (rows: readonly (readonly string[])[]): Promise<void> => {
    for (const row of rows) {
      if (rowsHere === ROWS_IN_A_SHEET) {
        sheet.commit();
        sheet = open();
      }
      // A text is a text: whatever it begins with, a cell of this kind is no formula.
      sheet.addRow(row).commit();
      rowsHere += 1;
    }
    do await pause(0);
    while (stream.writableLength > MOST_WAITING);
  };
  let last: Promise<void> = Promise.resolve();
  port.on('message', (rows: readonly (readonly string[])[] | null) => {
    const before = last;
    const take = async (): Promise<void> => {
      await before;
      if (rows === null) {
        sheet.commit();
        await workbook.commit();
        taken.resolve();
      } else await add(rows);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
      port.postMessage('more');
    };
    last = take().catch(taken.reject);
  });
  await taken.promise;
}

if (parentPort !== null) await pack(parentPort, workerData as Asked);
