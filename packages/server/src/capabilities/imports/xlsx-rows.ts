import { Worker } from 'node:worker_threads';
import { Refused } from '../../platform/refused.ts';
import type { RawRow } from './raw-rows.ts';
import type { XlsxBatch } from './xlsx-worker.ts';

/** Enough for a full sheet of a million rows; a workbook that wants more ends its worker, not the program. */
const WORKER_MEMORY_MB = 768;

/**
 * The rows of a workbook's first sheet, batch by batch, blank ones left out. Read in a thread of its own with a limit
 * of its own. Throws Refused `file_damaged` or `file_unpacks_too_large`.
 */
export async function* xlsxRows(path: string): AsyncGenerator<RawRow[]> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    // Its warnings are about the libraries inside.
    stderr: true,
  });
  const arrived: (XlsxBatch | null)[] = [];
  let wake = (): void => {};
  let failure: unknown;
  worker.on('message', (batch: XlsxBatch | null) => {
    arrived.push(batch);
    wake();
  });
  worker.on('error', (error) => {
    failure = error;
    wake();
  });
  try {
    for (;;) {
      if (arrived.length === 0 && failure === undefined) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
      if (failure !== undefined) throw failure;
      const batch = arrived.shift();
      if (batch === null || batch === undefined) return;
      yield batch.rows.map(({ line, cells }) => ({ line, cells }));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
      worker.postMessage('more');
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (error instanceof Refused) throw error;
    throw new Refused(
      code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file_unpacks_too_large' : 'file_damaged',
      undefined,
      undefined,
      error,
    );
  } finally {
    await worker.terminate();
  }
}
