import { describe, expect, test } from 'vitest';
import { atOnce } from '../pieces.ts';
import { scaling } from './fifths.ts';
import { rfmWalk } from './rfm.ts';
import { rfmSegmentNames, rfmSegmentOf, rfmSegmentSchema } from './rfm-segments.ts';
import { buyer, order } from './testing-buyers.ts';

const asOf = 1_000;

/** The map of the reference, written out: one row for each score of recency from 1 to 5, frequency from left to right. */
const MAP = [
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'loyal'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champion', 'champion'],
];

describe('the map of recency and frequency', () => {
  test('covers the 25 pairs of scores once, and uses all ten segments', () => {
    const covered = MAP.map((row, r) => row.map((_, f) => rfmSegmentOf(r + 1, f + 1)));
    expect(covered).toEqual(MAP);
    expect(new Set(covered.flat())).toEqual(new Set(rfmSegmentSchema.options));
    for (const { fa, en } of Object.values(rfmSegmentNames)) expect([fa, en]).not.toContain('');
  });
});

describe('thresholds', () => {
  test('are values: equal values share a fifth, and few distinct values make fewer', () => {
    const orders = Float64Array.from([1, 1, 1, 1, 1, 1, 2, 2, 3, 9]);
    expect(atOnce(scaling(orders))).toEqual({
      thresholds: [1, 1, 1, 2],
      fifths: [
        { score: 1, from: 1, to: 1, people: 6 },
        { score: 4, from: 2, to: 2, people: 2 },
        { score: 5, from: 3, to: 9, people: 2 },
      ],
    });
  });

  test('of five different values are each a fifth', () => {
    const { fifths } = atOnce(scaling(Float64Array.from([50, 10, 30, 20, 40])));
    expect(fifths.map(({ from, to }) => [from, to])).toEqual([
      [10, 10],
      [20, 20],
      [30, 30],
      [40, 40],
      [50, 50],
    ]);
  });
});

describe('five people of a shop', () => {
  const walk = rfmWalk({ asOf });
  walk.take(
    buyer(
      'weekly',
      Array.from({ length: 10 }, (_, i) => order(asOf - 7 * (9 - i) - 1)),
    ),
  );
  walk.take(
    buyer(
      'lost',
      Array.from({ length: 8 }, (_, i) => order(asOf - 900 + 10 * i)),
    ),
  );
  walk.take(buyer('new', [order(asOf - 2)]));
  walk.take(buyer('twice on one day', [order(asOf - 300), order(asOf - 300)]));
  walk.take(
    buyer('gave most back', [order(asOf - 60, { amount: 5_000, returned: 4_990 }), order(asOf - 50)]),
  );
  walk.take(buyer('of tomorrow', [order(asOf + 1)]));

  test('stand in segments, with what was measured', () => {
    expect([0, 1, 2, 3, 4].map((place) => walk.answerAt(place)?.segment)).toEqual([
      'champion',
      'at-risk',
      'promising',
      'hibernating',
      'need-attention',
    ]);
    expect(walk.answerAt(3)).toMatchObject({ daysSinceLast: 300, orders: 1, paid: 200, frequency: 1 });
    expect(walk.answerAt(4)).toMatchObject({ daysSinceLast: 50, orders: 2, paid: 110 });
  });

  test('and one whose order is after the day of the analysis is not there yet', () => {
    expect(walk.answerAt(5)).toBeNull();
    expect(walk.answerAt(6)).toBeNull();
    expect(walk.result().people).toBe(5);
  });

  test('make shares of people and of revenue', () => {
    const { segments, revenue, cells } = walk.result();
    expect(revenue).toBe(1_000 + 800 + 100 + 200 + 110);
    expect(segments.find(({ segment }) => segment === 'champion')).toMatchObject({
      people: 1,
      share: 0.2,
      revenue: 1_000,
      revenueShare: 1_000 / 2_210,
      meanOrders: 10,
    });
    expect(segments.find(({ segment }) => segment === 'loyal')).toMatchObject({
      people: 0,
      meanOrders: null,
    });
    expect(cells.reduce((sum, { people }) => sum + people, 0)).toBe(5);
  });
});

test('a single person is new, and a shop without orders has no thresholds that fail', () => {
  const walk = rfmWalk({ asOf });
  expect(walk.result()).toMatchObject({ people: 0, revenue: 0, recency: { fifths: [] } });
  walk.take(buyer('only', [order(asOf)]));
  expect(walk.answerAt(0)).toMatchObject({ segment: 'new', recency: 5, frequency: 1 });
  expect(walk.result().segments.find(({ segment }) => segment === 'new')?.share).toBe(1);
});
