import { Worker } from 'node:worker_threads';
import type { QuotationDocument } from '@nardeban/core/sales';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Logo } from '../paper.ts';
import type { Drawing, Drawn } from './pdf-worker.ts';

/** A thread holds the fonts; it is let go when nobody has asked for so long. */
const IDLE_MS = 60_000;
/** Nothing takes so long that is drawn at all. */
const TOO_LONG_MS = 60_000;

interface Asked {
  readonly drawing: Drawing;
  readonly settle: PromiseWithResolvers<Buffer>;
}

interface Thread {
  readonly worker: Worker;
  /** What it is drawing; null: nothing. */
  busy: Asked | null;
  timer: NodeJS.Timeout | null;
}

export type Draw = (
  document: QuotationDocument,
  with_: {
    /** The document's, in hexadecimal; empty for a draft, which says so. */
    readonly hash: string;
    readonly logo: Logo | null;
  },
) => Promise<Result<Buffer>>;

/**
 * Draws quotations in threads of their own, while the program goes on answering. So many are drawn at once and so many wait;
 * whoever comes then is refused: `papers_too_many`.
 */
export function drawingThreads(most: { readonly threads: number; readonly waiting: number }): Draw {
  const threads = new Set<Thread>();
  const waiting: Asked[] = [];

  /** Gives what waits to whoever is free. */
  function goOn(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const thread = [...threads].find(({ busy }) => busy === null) ?? started();
      if (thread === null) return;
      waiting.shift();
      thread.busy = next;
      thread.worker.ref();
      stopTimer(thread);
      thread.timer = setTimeout(
        () => void end(thread, new Error('A paper took too long to be drawn')),
        TOO_LONG_MS,
      );
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
      thread.worker.postMessage(next.drawing);
    }
  }

  /** Null: as many as there may be are drawing. */
  function started(): Thread | null {
    if (threads.size >= most.threads) return null;
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      stderr: true,
    });
    const thread: Thread = { worker, busy: null, timer: null };
    threads.add(thread);
    worker.on('message', (answer: Drawn) => {
      const asked = thread.busy;
      thread.busy = null;
      rest(thread);
      if ('fault' in answer) asked?.settle.reject(new Error(answer.fault));
      else asked?.settle.resolve(Buffer.from(answer.pdf));
      goOn();
    });
    worker.on('error', (error: Error) => void end(thread, error));
    worker.on('exit', () => void end(thread, null));
    return thread;
  }

  /** It does not keep the program running, and is not kept for ever. */
  function rest(thread: Thread): void {
    stopTimer(thread);
    thread.worker.unref();
    thread.timer = setTimeout(() => void end(thread, null), IDLE_MS).unref();
  }

  async function end(thread: Thread, fault: Error | null): Promise<void> {
    if (!threads.delete(thread)) return;
    stopTimer(thread);
    const asked = thread.busy;
    thread.busy = null;
    asked?.settle.reject(fault ?? new Error('The thread that draws papers ended'));
    // Those that wait go to the next thread.
    goOn();
    await thread.worker.terminate();
  }

  return async (document, { hash, logo }) => {
    if (waiting.length >= most.waiting) return refuse('papers_too_many');
    const settle = Promise.withResolvers<Buffer>();
    waiting.push({ drawing: { document, hash, logo }, settle });
    goOn();
    return accept(await settle.promise);
  };
}

function stopTimer(thread: Thread): void {
  if (thread.timer !== null) clearTimeout(thread.timer);
  thread.timer = null;
}

/** Two at once leave the machine to everybody else; a quotation of 500 lines takes a second. */
export const drawnAside: Draw = drawingThreads({ threads: 2, waiting: 40 });
