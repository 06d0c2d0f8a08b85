import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inThread, ThreadDied } from './in-thread.ts';

const module = new URL('./testing-thread.ts', import.meta.url);
const ask = (what: string, signal?: AbortSignal): Promise<Float64Array> =>
  inThread(module, { what, numbers: Float64Array.of(1, 2.5) }, { memoryMb: 32, signal });

describe('a thread', () => {
  test('is given columns and answers with columns', async () => {
    expect([...(await ask('double'))]).toEqual([2, 5]);
  });

  test.each(['fail', 'end', 'fill'])(
    'that comes to nothing (%s) is told, and the program goes on',
    async (what) => {
      await expect(ask(what)).rejects.toThrow(ThreadDied);
      expect([...(await ask('double'))]).toEqual([2, 5]);
    },
  );

  test('works beside the program, and an abort ends it', async () => {
    const stopping = new AbortController();
    const busy = ask('work', stopping.signal);
    let turns = 0;
    for (; turns < 20; turns++) await pause(5);
    stopping.abort(new Error('enough'));
    await expect(busy).rejects.toThrow('enough');
    expect(turns).toBe(20);
    await expect(ask('double', stopping.signal)).rejects.toThrow('enough');
  });
});
