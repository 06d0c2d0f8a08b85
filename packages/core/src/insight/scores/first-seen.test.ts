import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { CountedCells } from './counted-cells.ts';
import { daysOfFirstSeen, newcomersOf, youngerThan } from './first-seen.ts';
import { foretellBuyers } from './foretelling.ts';
import { simulateAhead } from './simulate-ahead.ts';

/** So many newcomers in each stretch of thirty days, all on its first day. */
const byStretch = (...counts: number[]): number[] =>
  counts.flatMap((count) => Array.from({ length: 30 }, (_, day) => (day === 0 ? count : 0)));
const steady = (stretches: number, count: number): number[] => Array.from({ length: stretches }, () => count);

describe('days in which people were first seen and not new', () => {
  test.each<[string, number[], number]>([
    ['a list that begins: three stretches of too many', byStretch(900, 400, 200, ...steady(15, 100)), 90],
    ['the same with a good month later', byStretch(900, 120, 500, ...steady(15, 100)), 30],
    ['as many as always', byStretch(...steady(18, 100)), 0],
    ['a little more than usual, which is chance', byStretch(8, ...steady(17, 4)), 0],
    ['less than a year cannot be told', byStretch(900, ...steady(10, 100)), 0],
    ['a group of people who all came then, and nobody later', byStretch(900, 800, ...steady(16, 0)), 0],
    ['a shop that was larger once', byStretch(...steady(8, 400), ...steady(10, 100)), 0],
    ['nobody at all', [], 0],
  ])('%s', (_, newcomers, days) => expect(daysOfFirstSeen(newcomers)).toBe(days));

  test('are counted from the ages of cells, and left out by them', () => {
    const cells = new CountedCells();
    for (const [x, age] of [
      [0, 40],
      [2, 40],
      [0, 10],
      [0, 0],
    ] as const)
      cells.add(x, x === 0 ? 0 : 5, age);
    const columns = cells.columns();
    const newcomers = newcomersOf(columns);
    expect([newcomers.length, newcomers[0], newcomers[30], newcomers[40]]).toEqual([41, 2, 1, 1]);
    expect(youngerThan(columns, 10)).toMatchObject({ size: 2, everybody: 2 });
  });
});

test('without old customers who look new the parameters of the truth come back', () => {
  const chance = seededChance(31);
  const truth = { r: 0.8, alpha: 60, leaving: { kind: 'at_any_time', s: 0.9, beta: 150 } } as const;
  const [today, cut] = [new CountedCells(), new CountedCells()];
  const [seen, horizon] = [720, 90];
  const draw = (): number => chance.next();
  // Steady customers whose list begins 720 days ago: of those who came in the years before it only the later orders are known.
  for (let i = 0; i < 12_000; i++) {
    const age = i < 6000 ? chance.int(1, seen) : seen - chance.int(0, 45);
    const one = simulateAhead(draw, i < 6000 ? truth : { r: 6, alpha: 120, leaving: { kind: 'never' } }, {
      age: Math.max(0, age - horizon),
      horizon: Math.min(age, horizon),
    });
    if (age > horizon) cut.add(one.repeats, one.recency, age - horizon, one.after);
    today.add(one.repeats, one.recency, age);
  }
  const ask = { today: today.columns(), cut: cut.columns(), horizon, daysPerUnit: 1, discount: 0.001 };
  const spenders = { x: new Int32Array(0), mean: new Float64Array(0) };
  const told = foretellBuyers({ ...ask, spenders });
  expect(told?.firstSeen.days).toBe(60);
  expect(told?.firstSeen.leftOut).toBe(true);
  expect(told?.firstSeen.people).toBeGreaterThan(6000);
  const { r } = told?.trial.models.find(({ model }) => model.name === 'pareto-nbd')?.model.parameters ?? {};
  expect(Math.abs((r ?? 0) / 0.8 - 1)).toBeLessThan(0.25);
  // Everybody is scored all the same.
  expect(told?.scores.quiet.length).toBe(ask.today.size);
});
