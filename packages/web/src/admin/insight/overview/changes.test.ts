import { expect, test } from 'vitest';
import type { InsightOutcome } from '../../../api/insight-queries.ts';
import { changesOf } from './changes.ts';

function outcome(atRisk: number, value90: number, leaving: number, before: number | null): InsightOutcome {
  return {
    buyers: 900,
    repeaters: 500,
    revenue: 1,
    firstDay: 1,
    lastDay: 2,
    missing: [],
    notices: [],
    settings: { horizon: 90, discount: 0.2, margin: 0.3, marginFrom: 'assumed' },
    chosen: null,
    foretold: {
      atRisk,
      orders90: 1,
      ordersYear: 1,
      residual: 1,
      topTenPercentShare: 0.5,
      value90: { expected: value90 },
      valueYear: { expected: 1 },
    },
    bands: [
      { band: 'leaving', people: leaving, before, valueYear: 1, atRisk },
      { band: 'gone', people: 7, before: 7, valueYear: 1, atRisk: 9_999 },
    ],
    seconds: 1,
  };
}

test('what moved since the run before is told with its sign', () => {
  const changes = changesOf(outcome(1_200, 900, 12, 10), outcome(1_000, 1_000, 10, null));
  expect(changes.atRisk).toEqual({ now: 1_200, by: 200 });
  expect(changes.value90).toEqual({ now: 900, by: -100 });
  expect(changes.leaving).toEqual({ now: 12, by: 2 });
});

test('a figure that only trembled did not move, and one of a first run has nothing to move from', () => {
  expect(changesOf(outcome(1_004, 1_000, 10, 10), outcome(1_000, 1_000, 10, null)).atRisk?.by).toBe(0);
  expect(changesOf(outcome(1_000, 1_000, 10, null), null)).toEqual({
    atRisk: { now: 1_000, by: null },
    value90: { now: 1_000, by: null },
    leaving: { now: 10, by: null },
  });
});

test('without a forecast there is nothing to compare', () => {
  const none = { ...outcome(0, 0, 0, null), foretold: null, bands: [] };
  expect(changesOf(none, outcome(1, 1, 1, 1))).toEqual({ atRisk: null, value90: null, leaving: null });
});
