import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { cadenceWalk } from './cadence.ts';
import { buyer, order } from './testing-buyers.ts';

const asOf = 5_000;

/** Ordered every so many days, so many times, and has been silent since. */
function rhythmic(gap: number, times: number, silent: number) {
  return buyer(
    'p',
    Array.from({ length: times }, (_, i) => order(asOf - silent - gap * (times - 1 - i))),
  );
}

describe('who is late by their own rhythm', () => {
  const walk = cadenceWalk({ asOf });
  walk.take(rhythmic(7, 30, 30));
  walk.take(rhythmic(60, 30, 30));
  walk.take(rhythmic(30, 1, 30));
  for (let i = 0; i < 40; i++) walk.take(rhythmic(5 + i * 3, 6, 4));

  test('thirty days of silence are very late for a weekly buyer and in time for one of every second month', () => {
    expect(walk.answerAt(0)).toMatchObject({ rhythm: 'very_late', gaps: 29, daysSinceLast: 30 });
    expect(walk.answerAt(1)).toMatchObject({ rhythm: 'in_time', gaps: 29, daysSinceLast: 30 });
    expect(walk.answerAt(0)?.usualGap).toBeCloseTo(7, 0);
    expect(walk.answerAt(1)?.usualGap).toBeCloseTo(60, 0);
  });

  test('who ordered once has no rhythm yet', () => {
    expect(walk.answerAt(2)).toEqual({
      rhythm: 'first_order_only',
      gaps: 0,
      daysSinceLast: 30,
      usualGap: null,
      lateFrom: null,
      veryLateFrom: null,
    });
  });

  test('the classes are everybody, and the stretches are all gaps', () => {
    const { classes, people, histogram, gaps, repeaters } = walk.result();
    expect([people, repeaters]).toEqual([43, 42]);
    expect(classes.reduce((sum, one) => sum + one.people, 0)).toBe(people);
    expect(histogram.reduce((sum, one) => sum + one.gaps, 0)).toBe(gaps);
  });
});

test('spreads within and among people are found again, and nineteen of twenty next orders come before "very late"', () => {
  const chance = seededChance(4);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  const walk = cadenceWalk({ asOf: 40_000 });
  const next: number[] = [];
  for (let i = 0; i < 3_000; i++) {
    const own = Math.log(60) + 0.8 * normal();
    const gap = (): number => Math.max(1, Math.round(Math.exp(own + 0.5 * normal())));
    const orders = [order(0)];
    for (let k = 0; k < 1 + (i % 6); k++) orders.push(order((orders.at(-1)?.day ?? 0) + gap()));
    walk.take(buyer('p', orders));
    next.push(gap());
  }
  const { usualGap, among, within } = walk.result();
  expect(usualGap).toBeGreaterThan(55);
  expect(usualGap).toBeLessThan(65);
  expect(within).toBeCloseTo(0.5, 1);
  expect(among).toBeCloseTo(0.8, 1);
  const before = (of: 'usualGap' | 'lateFrom' | 'veryLateFrom'): number =>
    next.filter((gap, place) => gap <= (walk.answerAt(place)?.[of] ?? 0)).length / next.length;
  expect(Math.abs(before('usualGap') - 0.5)).toBeLessThan(0.03);
  expect(Math.abs(before('lateFrom') - 0.8)).toBeLessThan(0.03);
  expect(Math.abs(before('veryLateFrom') - 0.95)).toBeLessThan(0.02);
});

test('ten thousand orders of one person, one a day, stand as a rhythm of a day', () => {
  const walk = cadenceWalk({ asOf: 20_000 });
  walk.take(
    buyer(
      'p',
      Array.from({ length: 10_000 }, (_, i) => order(10_000 + i)),
    ),
  );
  expect(walk.answerAt(0)).toMatchObject({ rhythm: 'due', gaps: 9_999, daysSinceLast: 1 });
  expect(walk.result()).toMatchObject({ usualGap: 1, quantiles: { p10: 1, p90: 1 } });
});
