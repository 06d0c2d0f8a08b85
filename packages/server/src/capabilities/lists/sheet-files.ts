import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

/** A workbook that is written row by row; memory stays flat, however many there are. */
export interface SheetFile {
  add(rows: readonly (readonly string[])[]): Promise<void>;
  /** Everything is on the disk; answers how many bytes. */
  end(): Promise<number>;
  /** It is not wanted any more. */
  abandon(): Promise<void>;
}

/** exceljs packs in a thread of its own: the program goes on answering meanwhile. */
export async function openSheetFile(
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
