import { describe, expect, test } from 'vitest';
import { customerTypeNames, customerTypeSchema } from './customer-type.ts';
import { customerTypeWalk } from './customer-types.ts';
import { RateFit, shrunken } from './rate-prior.ts';
import { buyer, line, order } from './testing-buyers.ts';

const asOf = 2_000;

function every(days: number, times: number, told: Parameters<typeof order>[1] = {}) {
  return Array.from({ length: times }, (_, i) => order(asOf - 5 - days * (times - 1 - i), told));
}

describe('a rate drawn to what is usual', () => {
  test('is far from the whole after one of one', () => {
    expect(shrunken({ a: 2, b: 6, fitted: false }, 1, 1)).toBeCloseTo(1 / 3, 12);
    expect(shrunken({ a: 2, b: 6, fitted: false }, 12, 20)).toBe(0.5);
  });

  test('falls back to (2, 6) where there are few people, or all do the same', () => {
    const usual = { a: 2, b: 6, fitted: false };
    const few = new RateFit();
    few.take(3, 4);
    expect(few.prior()).toEqual(usual);
    const alike = new RateFit();
    for (let i = 0; i < 100; i++) alike.take(0, 5);
    expect(alike.prior()).toEqual(usual);
  });

  test('finds the beta distribution that the people were drawn from', () => {
    // Ten chances each; of 0 to 10 times, so many of 100,000 people: the beta-binomial of a = 2, b = 3.
    const fit = new RateFit();
    const lnB = (a: number, b: number): number => factorial(a - 1) + factorial(b - 1) - factorial(a + b - 1);
    for (let k = 0; k <= 10; k++) {
      const share = Math.exp(
        factorial(10) - factorial(k) - factorial(10 - k) + lnB(k + 2, 13 - k) - lnB(2, 3),
      );
      for (let i = 0; i < Math.round(100_000 * share); i++) fit.take(k, 10);
    }
    const { a, b, fitted } = fit.prior();
    expect(fitted).toBe(true);
    expect(a).toBeCloseTo(2, 1);
    expect(b).toBeCloseTo(3, 1);
  });
});

function factorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}

describe('people of a grocer', () => {
  const walk = customerTypeWalk({ asOf, withoutOrder: 4 });
  const discount = { discount: 25, amount: 75 };
  const one = { lines: [line('نان', 'نانوایی')] };
  const several = { lines: [line('نان', 'نانوایی'), line('شیر', 'لبنیات'), line('چای', 'نوشیدنی')] };
  const people = [
    ['every week', 'loyal', buyer('1', every(7, 12, one))],
    ['only at a discount', 'discount-led', buyer('2', every(20, 12, { ...one, ...discount }))],
    ['one coupon once', 'need-led', buyer('3', [order(asOf - 10, { ...one, ...discount })])],
    [
      'all kinds of things',
      'impulse',
      buyer('4', [order(asOf - 90, several), order(asOf - 30, { lines: [line('گوشت', 'قصابی')] })]),
    ],
    ['bread now and then', 'need-led', buyer('5', every(60, 2, one))],
    ['three years ago', 'wandering', buyer('6', [order(asOf - 1_100, one)])],
    [
      'looks often, bought once',
      'wandering',
      buyer(
        '7',
        [order(asOf - 40, one)],
        Array.from({ length: 30 }, (_, i) => ({ day: asOf - 40 + i, channel: null, campaign: null })),
      ),
    ],
    [
      'often, but long ago',
      'need-led',
      buyer(
        '8',
        every(7, 12, one).map((was) => ({ ...was, day: was.day - 400 })),
      ),
    ],
    ['one thing', 'need-led', buyer('9', [order(asOf - 100, one)])],
    ['one thing too', 'need-led', buyer('10', [order(asOf - 100, one)])],
  ] as const;
  for (const [, , who] of people) walk.take(who);

  test.each(people.map(([name, type], place) => ({ name, type, place })))(
    '$name: $type',
    ({ type, place }) => {
      expect(walk.answerAt(place)?.type).toBe(type);
    },
  );

  test('open to what was measured', () => {
    expect(walk.answerAt(1)).toMatchObject({
      orders: 12,
      discounted: 12,
      discountedRate: 14 / 20,
      discountShare: 0.25,
      daysSinceLast: 5,
      withLines: 12,
      mixed: 0,
      // Of five people with enough orders nobody is above nine tenths.
      pronenessTenth: 9,
    });
    // One coupon: far from discount-led, and too few orders for a proneness.
    expect(walk.answerAt(2)).toMatchObject({ discountedRate: 3 / 9, proneness: null, pronenessTenth: null });
    expect(walk.answerAt(3)).toMatchObject({ categories: 4, items: 4, mixed: 1 });
    expect(walk.answerAt(6)).toMatchObject({ touches: 30 });
  });

  test('share people and revenue, with those who never ordered among the wandering', () => {
    const { types, people: all, rules } = walk.result();
    expect(all).toBe(14);
    expect(types.map(({ type, people: count }) => [type, count])).toEqual([
      ['discount-led', 1],
      ['loyal', 1],
      ['impulse', 1],
      ['need-led', 5],
      ['wandering', 6],
    ]);
    expect(types.reduce((sum, { revenueShare }) => sum + (revenueShare ?? 0), 0)).toBeCloseTo(1, 12);
    // Three of ten reach twelve order days, which is more than a fifth, but nobody reaches more.
    expect(rules.loyalFrom).toBe(12);
  });
});

test('without a discount told, and without lines, nobody is called by them', () => {
  const walk = customerTypeWalk({ asOf, withoutOrder: 0 });
  for (let i = 0; i < 20; i++) walk.take(buyer('p', every(30, (i % 4) + 1)));
  const result = walk.result();
  expect(result).toMatchObject({ discountsTold: false, linesKnown: 0, pronenessTenths: [] });
  expect(walk.answerAt(0)).toMatchObject({ discountedRate: null, mixedRate: null, proneness: null });
  for (const { type, people } of result.types)
    if (type === 'discount-led' || type === 'impulse') expect(people).toBe(0);
});

test('where everything is on sale, a discount tells nothing of a person', () => {
  const walk = customerTypeWalk({ asOf, withoutOrder: 0 });
  for (let i = 0; i < 100; i++)
    walk.take(
      buyer(
        'p',
        every(9, 5).map((was, k) => ({ ...was, discount: (i + k) % 5 === 0 && i % 2 === 0 ? 0 : 10 })),
      ),
    );
  const { rules, types } = walk.result();
  expect(rules.discountFrom).toBeCloseTo(0.9, 1);
  expect(types[0]?.share).toBeLessThanOrEqual(0.5);
});

test('the five have names in both languages', () => {
  for (const type of customerTypeSchema.options) expect(customerTypeNames[type].fa).not.toBe('');
});
