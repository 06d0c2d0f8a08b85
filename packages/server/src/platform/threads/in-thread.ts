import { isMainThread, parentPort, type Transferable, Worker, workerData } from 'node:worker_threads';

/** A thread came to an end without an answer; the cause says why, where that is known. */
export class ThreadDied extends Error {}

/**
 * Does long computing in a thread of its own, while the program goes on answering. `module` is a file that calls
 * `answerInThread`; it is given a copy of `asked`, which is plain data and typed arrays (those over shared memory are
 * not copied), and may fill `memoryMb` of heap.
 * An abort ends the thread at once. Throws ThreadDied, or what the signal says.
 */
export async function inThread<Answer>(
  module: URL,
  asked: unknown,
  { memoryMb, signal }: { readonly memoryMb: number; readonly signal?: AbortSignal | undefined },
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker(module, {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const onAbort = (): void => reject(signal?.reason as Error);
  signal?.addEventListener('abort', onAbort, { once: true });
  worker.once('message', (answer: Answer) => resolve(answer));
  worker.once('error', (cause) => reject(new ThreadDied('A thread failed', { cause })));
  worker.once('exit', () => reject(new ThreadDied('A thread ended without an answer')));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

/** What the file of a thread calls: works out the answer and hands it over, with the memory of its columns. */
export function answerInThread(
  // Whatever it is asked: who begins the thread and its file agree on it by the type they share.
  work: (asked: never) => { readonly answer: unknown; readonly columns: readonly Transferable[] },
): void {
  if (isMainThread || parentPort === null) throw new Error('This file is the work of a thread');
  const { answer, columns } = work(workerData as never);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  parentPort.postMessage(answer, columns);
}
