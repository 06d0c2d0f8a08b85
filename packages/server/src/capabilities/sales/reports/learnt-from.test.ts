import type { PastDeal } from '@nardeban/core/sales';
import { seededChance } from '@nardeban/core/testing';
import { expect, test } from 'vitest';
import { inThread } from '../../../platform/threads/index.ts';
import { learntFrom, type PastAsked } from './learnt-from.ts';

const DAY = 86_400_000;

test('a thread learns of many deals what would be learnt beside it', async () => {
  const chance = seededChance(6);
  const now = 900 * DAY;
  const deals: PastDeal[] = Array.from({ length: 800 }, (_, id) => {
    const openedAt = chance.int(0, 880) * DAY;
    const met = openedAt + chance.int(1, 20) * DAY;
    const closedAt = met + chance.int(1, 60) * DAY;
    const won = chance.next() < (met - openedAt < 10 * DAY ? 0.6 : 0.2);
    return {
      id,
      openedAt,
      closedAt: closedAt < now ? closedAt : null,
      won: closedAt < now && won,
      amount: chance.int(1, 90) * 1000,
      stays: [
        { step: 'asked', enteredAt: openedAt, leftAt: met },
        { step: 'met', enteredAt: met, leftAt: null },
      ],
    };
  });
  const starts = Array.from({ length: 7 }, (_, month) => now - (6 - month) * 30 * DAY);
  const asked: PastAsked = { deals, starts, now };
  const there = await inThread(new URL('./learning-thread.ts', import.meta.url), asked, { memoryMb: 128 });
  const here = learntFrom(asked);
  expect(here.model).not.toBeNull();
  expect(here.months).toHaveLength(6);
  expect(there).toEqual(here);
});
