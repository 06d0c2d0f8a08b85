import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { CSV_START, csvLine } from '../../platform/spreadsheet/index.ts';

/** A file that is written row by row; memory stays flat, however many there are. */
export interface SheetFile {
  add(rows: readonly (readonly string[])[]): Promise<void>;
  /** Everything is on the disk; answers how many bytes. */
  end(): Promise<number>;
  /** It is not wanted any more. */
  abandon(): Promise<void>;
}

export function openSheetFile(
  path: string,
  format: 'csv' | 'xlsx',
  options: { readonly rightToLeft: boolean; readonly headers: readonly string[] },
): Promise<SheetFile> {
  return format === 'csv' ? openCsv(path, options.headers) : openXlsx(path, options);
}

async function openCsv(path: string, headers: readonly string[]): Promise<SheetFile> {
  const stream = createWriteStream(path, { mode: 0o600 });
  const done = finished(stream);
  // Met when it is awaited.
  done.catch(() => {});
  const write = async (text: string): Promise<void> => {
    if (stream.errored !== null) await done;
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
  };
  await write(CSV_START + csvLine(headers));
  return {
    add: (rows) => write(rows.map(csvLine).join('')),
    async end() {
      stream.end();
      await done;
      return (await stat(path)).size;
    },
    async abandon() {
      stream.destroy();
      await done.catch(() => {});
    },
  };
}

/** exceljs packs in a thread of its own: the program goes on answering meanwhile. */
async function openXlsx(
  path: string,
  { rightToLeft, headers }: { readonly rightToLeft: boolean; readonly headers: readonly string[] },
): Promise<SheetFile> {
  const worker = new Worker(new URL('./xlsx-writing-worker.ts', import.meta.url), {
    workerData: { path, rightToLeft, headers },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stderr: true,
  });
  let failure: Error | undefined;
  worker.on('error', (error: Error) => {
    failure = error;
  });
  const ask = async (rows: readonly (readonly string[])[] | null): Promise<void> => {
    if (failure !== undefined) throw failure;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
    worker.postMessage(rows);
    await Promise.race([
      once(worker, 'message'),
      once(worker, 'exit').then(() => {
        throw failure ?? new Error('The thread that packs a workbook ended');
      }),
    ]);
  };
  return {
    add: ask,
    async end() {
      await ask(null);
      await worker.terminate();
      return (await stat(path)).size;
    },
    async abandon() {
      await worker.terminate();
    },
  };
}
