import { expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { dateOf, dayFrom, weekday } from '../../values/index.ts';
import type { Buyer } from '../buyer.ts';
import { cohortWalk } from './cohorts.ts';
import { isPresent, MARK_BYTES, type Presence, presenceWalk } from './presence.ts';
import { buyer, order } from './testing-buyers.ts';

const asOf = dayFrom('jalali', 1404, 4, 15) ?? Number.NaN;
const asked = { asOf, calendar: 'jalali' } as const;
const chance = seededChance(7);
const buyers: Buyer[] = Array.from({ length: 400 }, (_, i) => {
  // From twelve years back to a day that has not come.
  const days = Array.from({ length: chance.int(1, 6) }, () =>
    Math.round(asOf + 2 - 12 * 365 * chance.next() ** 4),
  );
  return buyer(
    String(i),
    days
      .sort((a, b) => a - b)
      .map((day) => order(day, { hour: chance.next() < 0.8 ? chance.int(0, 23) : null })),
  );
});

const walk = presenceWalk(asked);
for (const one of buyers) walk.take(one);
const marks = new Uint8Array(buyers.length * MARK_BYTES);
for (let place = 0; place < buyers.length; place++) walk.put(place, marks, place * MARK_BYTES);
const those = (presence: Presence): string[] =>
  buyers.filter((_, place) => isPresent(presence, marks, place * MARK_BYTES)).map(({ person }) => person);

test('of a first month, and of each after it, there are as many as the cohorts count', () => {
  const cohorts = cohortWalk(asked);
  for (const one of buyers) cohorts.take(one);
  const told = cohorts.result().cohorts;
  expect(told.length).toBeGreaterThan(20);
  for (const { size, periods } of told) {
    const ago = periods.length - 1;
    expect(those({ kind: 'cohort', ago, after: null })).toHaveLength(size);
    expect(periods.map(({ month }) => those({ kind: 'cohort', ago, after: month }).length)).toEqual(
      periods.map(({ people }) => people),
    );
  }
  expect(those({ kind: 'cohort', ago: 0, after: 1 })).toEqual([]);
});

test('months of the year, days of the week and hours have those who ordered then in the last ten years', () => {
  const ordered = (is: (day: number, hour: number | null) => boolean): string[] =>
    buyers
      .filter(({ orders }) =>
        orders.some(({ day, hour }) => day <= asOf && day > asOf - 3_653 && is(day, hour)),
      )
      .map(({ person }) => person);
  for (let of = 0; of < 24; of++) {
    expect(those({ kind: 'hour', of })).toEqual(ordered((_, hour) => hour === of));
    if (of < 7) expect(those({ kind: 'weekday', of })).toEqual(ordered((day) => weekday(day) === of));
    if (of >= 12) continue;
    const month = of + 1;
    expect(those({ kind: 'month', of: month })).toEqual(
      ordered((day) => dateOf(day, 'jalali').month === month),
    );
  }
});
