import { expect, test } from 'vitest';
import { isMoved, movedTo, notWorthIt, type StepAdvice, type Worth } from './moving.ts';

const usual = {
  marginRate: 0.3,
  horizonMonths: 12,
  discountRate: 0.2,
  causalShare: 0.5,
  lift: 0.05,
  fade: 0.5,
  costPerPerson: null,
};

test('an assumption at its usual place leaves the address', () => {
  expect(movedTo('lift', 0.1 + 0.2, usual)).toEqual({ lift: 0.3 });
  expect(movedTo('lift', 0.05, usual)).toEqual({ lift: undefined });
  expect(isMoved({ budget: 5 })).toBe(false);
  expect(isMoved({ budget: 5, fade: 0 })).toBe(true);
});

const worth = (verdict: Worth['verdict'], people = 10): Worth => ({
  people,
  gain: 0,
  low: 0,
  high: 0,
  verdict,
  anyway: 0,
  mostPerClimb: 0,
  mostPerPerson: 0,
  rounds: null,
});
const step = (rung: number, overall: Worth | null, parts: Partial<StepAdvice> = {}): StepAdvice => ({
  rung,
  climbed: 50,
  stayed: 50,
  enough: overall !== null,
  overall,
  stopAfterDays: null,
  byType: [],
  byRecency: [],
  ...parts,
});

test('what is not worth it is told once: the whole rung, or those of its parts where somebody stands', () => {
  const far = { ...worth('not_worth'), recency: 5, overDays: 365, upToDays: null };
  const lines = notWorthIt({
    steps: [
      step(0, null),
      step(1, worth('not_worth'), { byRecency: [far] }),
      step(2, worth('worth'), {
        byType: [
          { ...worth('not_worth'), type: 0 },
          { ...worth('worth'), type: 1 },
        ],
        byRecency: [far, { ...far, people: 0 }],
      }),
    ],
  });
  expect(lines.map(({ rung, type, recency }) => [rung, type, recency?.overDays ?? null])).toEqual([
    [1, null, null],
    [2, 0, null],
    [2, null, 365],
  ]);
});
