import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  type Buyer,
  cadenceWalk,
  cohortWalk,
  customerTypeWalk,
  type OrderKept,
  rfmWalk,
  seasonWalk,
} from '@nardeban/core/insight';
import { dayFrom } from '@nardeban/core/values';
import { describe, expect, it } from 'vitest';

/** Real people: the 23,570 of CDNOW, whose file names a customer, a day, and an amount in dollars. */
function cdnow(): Buyer[] {
  const packed = readFileSync(new URL('data/cdnow/orders.csv.gz', import.meta.url));
  const people = new Map<string, OrderKept[]>();
  for (const row of gunzipSync(packed).toString('utf8').trim().split(/\r?\n/).slice(1)) {
    const [person = '', date = '', , dollars] = row.split(',');
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    const order = {
      day: dayFrom('gregorian', year, month, day) ?? Number.NaN,
      hour: null,
      amount: Math.round(Number(dollars) * 100),
      returned: 0,
      discount: 0,
      channel: null,
      branch: null,
      lines: [],
    };
    people.set(person, [...(people.get(person) ?? []), order]);
  }
  return [...people].map(([person, orders]) => ({
    person,
    orders: orders.sort((a, b) => a.day - b.day),
    touches: [],
    complaints: 0,
    referrals: 0,
  }));
}

describe('the customers of CDNOW', () => {
  const buyers = cdnow();
  const asOf = dayFrom('gregorian', 1998, 6, 30) ?? 0;

  function asked<Result>(walk: { take: (buyer: Buyer) => void; result: () => Result }): Result {
    for (const buyer of buyers) walk.take(buyer);
    return walk.result();
  }

  it('are all in the segments, with every cent; champions are a sixth of them and half of the revenue', () => {
    const { people, revenue, segments, frequency } = asked(rfmWalk({ asOf }));
    expect(people).toBe(23_570);
    expect(revenue).toBe(250_031_563);
    // Half bought on one day only: they are one fifth together, and there are four instead of five.
    expect(frequency.thresholds).toEqual([1, 1, 2, 4]);
    expect(frequency.fifths[0]).toEqual({ score: 1, from: 1, to: 1, people: 12_054 });
    const champions = segments.find(({ segment }) => segment === 'champion');
    expect(champions).toMatchObject({ people: 4_134 });
    expect(champions?.revenueShare).toBeCloseTo(0.5185, 4);
    // Nobody began later than in March of the year before.
    expect(segments.find(({ segment }) => segment === 'new')?.people).toBe(0);
  });

  it('came in three months, and come back less and less, as people of whom many leave', () => {
    const { cohorts, together } = asked(cohortWalk({ asOf, calendar: 'gregorian' }));
    expect(cohorts.map(({ year, month, size }) => [year, month, size])).toEqual([
      [1997, 1, 7_846],
      [1997, 2, 8_476],
      [1997, 3, 7_248],
    ]);
    expect(cohorts[0]?.periods.slice(0, 4).map(({ people }) => people)).toEqual([7_846, 1_157, 964, 810]);
    expect(together[1]?.retention).toBeCloseTo((1_157 + 1_312 + 1_032) / 23_570, 12);
    expect(cohorts.every(({ mayBeOlder }) => mayBeOlder)).toBe(true);
  });

  it('have rhythms of their own: gaps of one person differ more than those of people', () => {
    const { repeaters, usualGap, among, within, classes } = asked(cadenceWalk({ asOf }));
    expect(repeaters).toBe(23_570 - 12_054);
    expect(usualGap).toBeCloseTo(53.64, 1);
    expect(within).toBeGreaterThan(among ?? 0);
    expect(classes.reduce((sum, { people }) => sum + people, 0)).toBe(23_570);
  });

  it('hold an eighth of loyal people with half of the revenue, and tell nothing of discounts', () => {
    const { types, rules, discountsTold } = asked(customerTypeWalk({ asOf, withoutOrder: 0 }));
    expect(discountsTold).toBe(false);
    expect(rules.loyalFrom).toBe(5);
    const loyal = types.find(({ type }) => type === 'loyal');
    expect(loyal?.share).toBeCloseTo(0.1277, 4);
    expect(loyal?.revenueShare).toBeCloseTo(0.4795, 4);
  });

  it('were seen for a year and a half, which is not enough for a holiday', () => {
    const { enoughYears, occasions } = asked(seasonWalk({ asOf, calendar: 'gregorian' }));
    expect(enoughYears).toBe(false);
    expect(occasions.find(({ occasion }) => occasion === 'christmas')).toMatchObject({
      enough: false,
      comings: [{ day: dayFrom('gregorian', 1997, 12, 25) }],
    });
  });
});
