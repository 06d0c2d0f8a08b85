import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { History } from '../facts/index.ts';
import { climb, compile } from './climb.ts';
import { explain } from './explanation.ts';
import { sixRungLadder } from './presets/index.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 10, 9);
const compiled = compile(sixRungLadder, { zone: 'Asia/Tehran', calendar: 'jalali' });

function history(ordersDaysAgo: readonly number[]): History {
  const facts = ordersDaysAgo
    .toSorted((one, other) => other - one)
    .map((days, index) => ({
      id: index + 1,
      type: 'order.paid',
      at: NOW - days * DAY,
      data: { order: `O-${index}`, amount: 1_000_000 },
    }));
  return { knownSince: facts[0]?.at ?? NOW, facts };
}

describe('what time alone brings', () => {
  test('a buyer of long ago falls on the day the climb says, and not before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 6 }), (days) => {
        const known = history(days);
        const { climb: now, ahead } = explain(compiled, known, NOW);
        const placeAt = (at: number) => climb(compiled, known, at).place;
        if (ahead === null) {
          expect(placeAt(NOW + 4 * 366 * DAY)).toBe(now.place);
          return;
        }
        expect(ahead.at).toBeGreaterThan(NOW);
        expect(placeAt(ahead.at - 1)).toBe(now.place);
        expect(placeAt(ahead.at)).toBe(ahead.place);
        expect(ahead.place).not.toBe(now.place);
      }),
    );
  });

  test('on a day in the past what came later is not known', () => {
    const known = history([400, 5]);
    const then = explain(compiled, known, NOW - 380 * DAY);
    expect(then.ahead).not.toBeNull();
    expect(then.ahead).toEqual(explain(compiled, history([400]), NOW - 380 * DAY).ahead);
    expect(then.ahead?.cause).toBe('time');
    expect(then.ahead?.because?.holds).toBe(false);
  });
});
