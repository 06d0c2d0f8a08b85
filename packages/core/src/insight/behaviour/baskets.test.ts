import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { associationOf, qValues } from './association.ts';
import { basketWalk } from './baskets.ts';
import { PairCounts } from './pair-counts.ts';
import { buyer, line, order } from './testing-buyers.ts';

function lines(...items: string[]) {
  return { lines: items.map((item) => line(item)) };
}

describe('measures of an association', () => {
  test('of 20 baskets with bread in 10, butter in 8 and both in 6', () => {
    const measured = associationOf(20, 10, 8, 6);
    expect(measured).toMatchObject({ support: 0.3, confidence: 0.6 });
    expect(measured.lift).toBeCloseTo(1.5, 12);
    expect(measured.leverage).toBeCloseTo(0.1, 12);
    expect(measured.conviction).toBeCloseTo(1.5, 12);
    // Fisher's exact test of (6, 4, 2, 8): [C(10,6)C(10,2) + C(10,7)C(10,1) + C(10,8)] / C(20,8).
    expect(measured.p).toBeCloseTo((210 * 45 + 120 * 10 + 45) / 125_970, 12);
  });

  test('of the lady who tasted tea', () => {
    expect(associationOf(8, 4, 4, 3).p).toBeCloseTo(17 / 70, 12);
    expect(associationOf(8, 4, 4, 4)).toMatchObject({ conviction: null });
  });

  test('of millions stays finite', () => {
    const { p } = associationOf(5_000_000, 400_000, 300_000, 60_000);
    expect(p).toBe(0);
    expect(associationOf(5_000_000, 400_000, 300_000, 24_100).p).toBeGreaterThan(0.1);
  });
});

test('q-values are those of Benjamini and Hochberg', () => {
  // The fifteen p-values of their paper: at 0.05 the four smallest are kept.
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const qs = qValues(ps, 15);
  expect(qs.filter((q) => q <= 0.05)).toHaveLength(4);
  expect(qs[0]).toBeCloseTo(0.0015, 12);
  expect(qs[3]).toBeCloseTo(0.035625, 12);
  // Tests that nobody looked at closely make the others worth less.
  expect(qValues(ps, 150)[3]).toBeCloseTo(0.35625, 12);
  expect(qValues([], 0)).toEqual([]);
});

describe('counts of pairs', () => {
  test('are exact while they fit, and say from how many people', () => {
    const pairs = new PairCounts();
    for (let person = 1; person <= 300; person++)
      for (let to = 0; to < 100; to++) pairs.take(person % 60, to, person);
    const all = [...pairs.all()];
    expect(all).toHaveLength(6_000);
    expect(all.every(({ count, people, missed }) => count === 5 && people === 5 && missed === 0)).toBe(true);
    expect(pairs.shortBy).toBe(0);
  });

  test('keep what comes often where not all fit, and tell by how much they may be short', () => {
    const pairs = new PairCounts(1 << 12);
    for (let i = 1; i <= 200_000; i++) {
      pairs.take(i, i, i);
      if (i % 20 === 0) pairs.take(0, (i / 20) % 3, i);
    }
    const often = [...pairs.all()].filter(({ from }) => from === 0);
    expect(often).toHaveLength(3);
    for (const { count, missed } of often) {
      expect(count).toBeLessThanOrEqual(3_334);
      expect(count + missed).toBeGreaterThanOrEqual(3_333);
    }
    expect([...pairs.all()].length).toBeLessThanOrEqual(1 << 12);
    expect(pairs.shortBy).toBeGreaterThan(0);
    expect(pairs.shortBy).toBeLessThan(200);
  });
});

describe('a shop where tea goes with sugar, and a printer is followed by ink', () => {
  const chance = seededChance(3);
  const bought = (): string[] => {
    const all = [chance.pick(['نان', 'شیر', 'تخم‌مرغ', 'برنج'])];
    if (chance.next() < 0.15) all.push('چای', ...(chance.next() < 0.7 ? ['قند '] : []));
    if (chance.next() < 0.2) all.push('چاپگر');
    return all;
  };
  const walk = basketWalk({ asOf: 1_000 });
  for (let i = 0; i < 600; i++) {
    const [first, second] = [bought(), bought()];
    if (first.includes('چاپگر') && chance.next() < 0.6) second.push('جوهر');
    // On one day twice is one basket; how many of a thing were bought does not matter.
    const again = order(10 + i, lines(...first.slice(0, 1)));
    walk.take(buyer('p', [order(10 + i, lines(...first)), again, order(700 + (i % 9), lines(...second))]));
  }
  const { together, next, baskets, most, meanItems } = walk.result();

  test('finds them, and nothing else', () => {
    expect(together).toMatchObject({ unit: 'basket', of: 1_200, found: 2, shortBy: 0 });
    expect(together.rules.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual([
      'قند → چای',
      'چای → قند',
    ]);
    const ofTea = together.rules.find(({ from }) => from === 'چای');
    expect(ofTea?.confidence).toBeCloseTo(0.7, 1);
    expect(together.rules.find(({ from }) => from === 'قند')).toMatchObject({
      confidence: 1,
      conviction: null,
    });
    expect(next).toMatchObject({ unit: 'person', of: 600, found: 1 });
    expect(next.rules[0]).toMatchObject({ from: 'چاپگر', to: 'جوهر' });
    expect(next.rules[0]?.confidence).toBeCloseTo(0.6, 0);
    expect(next.rules[0]?.lift).toBeGreaterThan(4);
  });

  test('counts baskets by day', () => {
    expect(baskets).toBe(1_200);
    expect(most[0]?.share).toBeGreaterThan(0.2);
    expect(meanItems).toBeGreaterThan(1);
  });
});

test('one person who always buys the same two does not make a rule', () => {
  const walk = basketWalk({ asOf: 20_000 });
  walk.take(
    buyer(
      'daily',
      Array.from({ length: 10_000 }, (_, i) => order(i, lines('نان', 'پنیر'))),
    ),
  );
  for (let i = 0; i < 10_000; i++) walk.take(buyer('p', [order(5, lines(i % 2 === 0 ? 'شیر' : 'چای'))]));
  const { together, next } = walk.result();
  expect([together.found, next.found]).toEqual([0, 0]);
});

test('more things than are told apart leave those that come often', () => {
  const walk = basketWalk({ asOf: 20_000 });
  for (let i = 0; i < 70_000; i++)
    walk.take(buyer('p', [order(5, lines(`thing ${i}`, ...(i % 50 === 0 ? ['شیر', 'چای'] : [])))]));
  const { together, most } = walk.result();
  expect(most.slice(0, 2).map(({ baskets }) => baskets)).toEqual([1_400, 1_400]);
  expect(together.rules).toHaveLength(2);
});
