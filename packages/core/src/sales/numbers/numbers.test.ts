import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { MS_PER_DAY } from '../../values/index.ts';
import { backTest } from './back-test.ts';
import { forecast, type Prospect } from './forecast.ts';
import { baseChance, chanceOf, chanceWithin, learnChances } from './learn.ts';
import { landmarksOf, type PastDeal, standingAt } from './past.ts';

const DAY = MS_PER_DAY;
const START = 1_700_000_000_000;

/** A deal by days since START: it stood on these steps from these days on, and was decided on the last. */
function deal(
  id: number,
  stays: readonly (readonly [step: string, day: number])[],
  end: number | null,
  won: boolean,
): PastDeal {
  return {
    id,
    openedAt: START + (stays[0]?.[1] ?? 0) * DAY,
    closedAt: end === null ? null : START + end * DAY,
    won,
    amount: 100,
    stays: stays.map(([step, day], index) => {
      const next = stays[index + 1];
      return {
        step,
        enteredAt: START + day * DAY,
        leftAt: next === undefined ? null : START + next[1] * DAY,
      };
    }),
  };
}

/** A shop in which a deal that has been presented is won as often as `presented` says, and one that has not as `contact` does. */
function shop(count: number, contact: number, presented: number, seed: number): PastDeal[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, (_, id) => {
    const opened = chance.int(0, 700);
    const goesOn = chance.next() < 0.5;
    const won = chance.next() < (goesOn ? presented : contact);
    return goesOn
      ? deal(
          id,
          [
            ['contact', opened],
            ['present', opened + 3],
          ],
          opened + chance.int(10, 40),
          won,
        )
      : deal(id, [['contact', opened]], opened + chance.int(10, 40), won);
  });
}

describe('where a deal stood', () => {
  const one = deal(
    1,
    [
      ['contact', 0],
      ['present', 10],
      ['contact', 30],
    ],
    45,
    true,
  );
  it('is known for every instant while it was open', () => {
    expect(standingAt(one, START - 1)).toBeNull();
    expect(standingAt(one, START + 9 * DAY)).toEqual({ step: 'contact', days: 9 });
    expect(standingAt(one, START + 30 * DAY)).toEqual({ step: 'contact', days: 0 });
    expect(standingAt(one, START + 45 * DAY)).toBeNull();
  });
  it('counts a step and a time on it once, at the last time, and nothing that comes later', () => {
    const marks = landmarksOf(one, START + 1000 * DAY).map(({ step, band, at }) => [
      step,
      band,
      (at - START) / DAY,
    ]);
    expect(marks).toEqual([
      ['contact', 0, 30],
      ['contact', 1, 37],
      ['present', 0, 10],
      ['present', 1, 17],
    ]);
    expect(landmarksOf(one, START + 12 * DAY).map(({ step, band }) => `${step} ${band}`)).toEqual([
      'contact 0',
      'contact 1',
      'present 0',
    ]);
  });
});

describe('the chance of a deal', () => {
  it('is that of deals that stood there, leaning on the step and on all where they were few', () => {
    const deals = [
      ...Array.from({ length: 30 }, (_, id) =>
        deal(
          id,
          [
            ['contact', 0],
            ['agree', 2],
          ],
          5,
          true,
        ),
      ),
      ...Array.from({ length: 10 }, (_, id) => deal(100 + id, [['contact', 0]], 5, false)),
    ];
    const model = learnChances(deals, START + 100 * DAY);
    if (model === null) throw new Error('enough was decided');
    expect(model.base).toBe(0.75);
    // 30 of 30 were won after "agree"; ten more are counted as all are: (30 + 10 × 0.75) ÷ 40, and that once more.
    const step = (30 + 7.5) / 40;
    expect(chanceOf(model, 'agree', 0)).toMatchObject({ chance: (30 + 10 * step) / 40, deals: 30, won: 30 });
    expect(chanceOf(model, 'agree', 0).low).toBeLessThan(chanceOf(model, 'agree', 0).chance);
    expect(chanceOf(model, 'never seen', 3).chance).toBeCloseTo(0.75, 12);
    expect(baseChance(model)).toMatchObject({ chance: 0.75, deals: 40, won: 30 });
  });

  it.each([
    ['few were decided', shop(19, 0.5, 0.5, 1)],
    ['hardly any was lost', shop(60, 1, 0.97, 2)],
    ['all are open', [deal(1, [['contact', 0]], null, false)]],
  ])('is nothing anybody can tell when %s', (_, deals) => {
    expect(learnChances(deals, START + 1000 * DAY)).toBeNull();
  });

  it('of being won soon grows with the time given, up to that of being won', () => {
    const model = learnChances(shop(300, 0.2, 0.8, 3), START + 1000 * DAY);
    if (model === null) throw new Error('enough was decided');
    const soon = [0, 7, 14, 30, 400].map((days) => chanceWithin(model, 'present', 0, days));
    expect([...soon].sort((one, other) => one - other)).toEqual(soon);
    expect(soon.at(-1)).toBeCloseTo(chanceOf(model, 'present', 0).chance, 12);
  });
});

describe('the back-test', () => {
  const marks = Array.from({ length: 12 }, (_, index) => START + (340 + index * 30) * DAY);
  const now = START + 800 * DAY;

  it('finds the chances better where steps tell deals apart', () => {
    const test = backTest(shop(800, 0.1, 0.9, 4), marks, now);
    expect(test.verdict).toBe('better');
    expect(test.error).toBeLessThan(test.baseError);
    expect(test.gain.low).toBeGreaterThan(0);
  });

  it('says that they are no better where steps say nothing', () => {
    expect(backTest(shop(800, 0.5, 0.5, 5), marks, now).verdict).toBe('no better');
  });

  it('says so where too few were open', () => {
    expect(backTest(shop(25, 0.1, 0.9, 6), marks, now).verdict).toBe('too few');
  });

  it('is what it was, whatever was opened or decided later', () => {
    const past = shop(300, 0.2, 0.8, 7);
    const later = shop(100, 0.9, 0.1, 8).map((one) => ({
      ...one,
      id: one.id + 1000,
      openedAt: one.openedAt + 2000 * DAY,
      closedAt: (one.closedAt ?? 0) + 2000 * DAY,
      stays: one.stays.map((stay) => ({ ...stay, enteredAt: stay.enteredAt + 2000 * DAY })),
    }));
    expect(backTest([...past, ...later], marks, now)).toEqual(backTest(past, marks, now));
  });
});

describe('the forecast', () => {
  it.each<[what: string, deals: Prospect[], low: number, mean: number, high: number]>([
    ['nothing is open', [], 0, 0, 0],
    ['one deal is sure', [{ amount: 500, chance: 1 }], 500, 500, 500],
    ['one deal is even', [{ amount: 1000, chance: 0.5 }], 0, 500, 1000],
  ])('when %s', (_, deals, low, mean, high) => {
    expect(forecast(deals, 1_000_000)).toEqual({ low, mean, high });
  });

  it('of many deals holds the sum four times out of five', () => {
    const chance = seededChance(11);
    const deals = Array.from({ length: 60 }, () => ({ amount: chance.int(10, 1000), chance: chance.next() }));
    const { low, mean, high } = forecast(deals, 100_000);
    let inside = 0;
    const rounds = 2000;
    for (let round = 0; round < rounds; round++) {
      const sum = deals.reduce((total, one) => total + (chance.next() < one.chance ? one.amount : 0), 0);
      if (sum >= low && sum <= high) inside++;
    }
    expect(inside / rounds).toBeGreaterThan(0.76);
    expect(inside / rounds).toBeLessThan(0.85);
    expect(mean).toBe(Math.round(deals.reduce((sum, one) => sum + one.amount * one.chance, 0)));
  });

  it('keeps its order, and is the wider the less is known', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            amount: fc.integer({ min: 1, max: 1_000_000 }),
            chance: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { maxLength: 20 },
        ),
        (deals) => {
          const sure = forecast(deals, 1_000_000);
          const unsure = forecast(deals, 20);
          expect(sure.low).toBeLessThanOrEqual(sure.high);
          expect(unsure.mean).toBe(sure.mean);
          expect(unsure.high - unsure.low).toBeGreaterThanOrEqual((sure.high - sure.low) * 0.7 - 2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of more deals than are looked at one by one is close to that of all', () => {
    const chance = seededChance(12);
    const deals = Array.from({ length: 3000 }, () => ({ amount: chance.int(10, 1000), chance: 0.3 }));
    const { low, mean, high } = forecast(deals, 1_000_000);
    const deviation = Math.sqrt(deals.reduce((sum, one) => sum + one.amount ** 2 * 0.21, 0));
    expect((mean - low) / deviation).toBeCloseTo(1.28, 0);
    expect((high - mean) / deviation).toBeCloseTo(1.28, 0);
  });
});
