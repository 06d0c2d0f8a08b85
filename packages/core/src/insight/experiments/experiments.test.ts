import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { armOf, assignmentThatCounts, bucketOf } from './assignment.ts';
import { normalPoint, studentPoint, twoSided } from './distributions.ts';
import type { ExperimentDefinition } from './experiment.ts';
import { modelOf } from '../fit.ts';
import { expectedSpend } from '../spending.ts';
import { expectedRevenue } from './expected-margin.ts';
import { murmur3 } from './hash.ts';
import { ordersKept } from './outcome.ts';
import { type PeopleCounted, readExperiment } from './reading.ts';
import { sampleRatioOf } from './sample-ratio.ts';
import { measurabilityOf, sizeFor } from './sample-size.ts';
import { sequentialMultiplier } from './sequential.ts';
import { upliftOfShares } from './uplift.ts';
import { adjustedBy, winsorised } from './variance.ts';

describe('the hash', () => {
  test.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['test', 0, 0xba6bd213],
    ['Hello, world!', 0, 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
    ['aaaa', 0x9747b28c, 0x5a97808a],
    ['aaa', 0x9747b28c, 0x283e0130],
    ['aa', 0x9747b28c, 0x5d211726],
    ['a', 0x9747b28c, 0x7fa09ea6],
    ['ππππππππ', 0x9747b28c, 0xd58063c1],
  ])('of %j with seed %i is that of the reference', (text, seed, hash) => {
    expect(murmur3(text, seed)).toBe(hash);
  });
});

describe('assignment', () => {
  const split = { salt: 'x7', experiment: 12, held: 1000 };

  test('is the same each time, and other in another experiment', () => {
    expect(bucketOf(split, 41)).toBe(bucketOf(split, '41'));
    const same = Array.from({ length: 2000 }, (_, person) =>
      armOf(split, person) === 'held' && armOf({ ...split, experiment: 13 }, person) === 'held' ? 1 : 0,
    ).reduce<number>((sum, one) => sum + one, 0);
    // A hundredth of the people are held in both, as chance has it.
    expect(same).toBeLessThan(45);
  });

  test('holds back the share that was asked for, and fills all buckets alike', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let person = 1; person <= 100_000; person++) {
      const tenth = Math.floor(bucketOf(split, person) / 1000);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const people of tenths) expect(Math.abs(people - 10_000)).toBeLessThan(400);
    expect(sampleRatioOf(tenths[0] ?? 0, 100_000 - (tenths[0] ?? 0), 0.1).alarm).toBe(false);
  });

  test('after a merge the first assignment counts, and both arms are told', () => {
    const late = { person: 7, arm: 'held', at: 200 } as const;
    const early = { person: 9, arm: 'treated', at: 100 } as const;
    expect(assignmentThatCounts([late, early])).toEqual({ assigned: early, crossed: true });
    expect(assignmentThatCounts([late, { ...early, at: 200 }])?.assigned).toBe(late);
    expect(assignmentThatCounts([late])).toEqual({ assigned: late, crossed: false });
    expect(assignmentThatCounts([])).toBeNull();
  });
});

describe('how many it takes', () => {
  const half = (base: number, lift: number): number =>
    Math.round((sizeFor({ measured: { what: 'share', base }, lift, held: 0.5 })?.needed ?? 0) / 2);

  test.each([
    [0.01, 0.1, 163_092],
    [0.02, 0.1, 80_679],
    [0.02, 0.2, 21_106],
    [0.05, 0.1, 31_231],
    [0.05, 0.05, 122_121],
    [0.1, 0.1, 14_749],
    [0.2, 0.05, 25_580],
  ])('at a base of %d and a lift of %d: %i in each arm', (base, lift, people) => {
    expect(half(base, lift)).toBe(people);
  });

  test('with a tenth held back: 167,260 in all', () => {
    expect(sizeFor({ measured: { what: 'share', base: 0.05 }, lift: 0.1, held: 0.1 })?.needed).toBe(167_260);
  });

  test('a shop of 2,000 hears that it cannot be measured, and what could be', () => {
    const told = measurabilityOf({ measured: { what: 'share', base: 0.05 }, lift: 0.1, held: 0.1 }, 2000);
    expect(told.measurable).toBe(false);
    expect(told.smallestLift).not.toBeNull();
    const lift = told.smallestLift ?? 0;
    expect(lift).toBeGreaterThan(0.8);
    expect(
      measurabilityOf({ measured: { what: 'share', base: 0.05 }, lift, held: 0.1 }, 2000).measurable,
    ).toBe(true);
    expect(
      measurabilityOf({ measured: { what: 'share', base: 0.01 }, lift: 0.1, held: 0.1 }, 200).smallestLift,
    ).toBeNull();
  });

  test('for amounts the spread decides', () => {
    const size = sizeFor({ measured: { what: 'amount', mean: 100, deviation: 300 }, lift: 0.1, held: 0.5 });
    expect(size?.needed).toBe(Math.ceil((4 * 300 ** 2 * 7.848879734) / 10 ** 2));
  });
});

describe('the sample-ratio check', () => {
  test('finds a planted fault and is quiet about chance', () => {
    expect(sampleRatioOf(500, 4500, 0.1)).toMatchObject({ chiSquare: 0, p: 1, alarm: false });
    expect(sampleRatioOf(560, 4440, 0.1).alarm).toBe(false);
    expect(sampleRatioOf(580, 4420, 0.1).alarm).toBe(true);
    expect(sampleRatioOf(0, 0, 0.1).alarm).toBe(false);
  });
});

describe('the distributions', () => {
  test('are those of the tables', () => {
    expect(normalPoint(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalPoint(0.8)).toBeCloseTo(0.8416212335729143, 12);
    expect(twoSided(3.290526731491896)).toBeCloseTo(0.001, 12);
    expect(studentPoint(0.975, 1)).toBeCloseTo(12.706204736174694, 8);
    expect(studentPoint(0.975, 10)).toBeCloseTo(2.228138851964939, 9);
    expect(studentPoint(0.975, 100)).toBeCloseTo(1.983971518523552, 9);
    expect(studentPoint(0.975, 1e9)).toBeCloseTo(1.959963984540054, 8);
  });
});

describe('looking every day', () => {
  test.each([
    [1000, 3.36],
    [5000, 3.04],
    [20_000, 3.13],
    [100_000, 3.34],
  ])('at %i people an interval reaches %d standard errors', (people, multiplier) => {
    expect(sequentialMultiplier(people)).toBeCloseTo(multiplier, 2);
  });

  test('at 1.96 deceives as often as the table says, and never more than five in a hundred by the sequence', () => {
    const times = 20_000;
    const looks = 50;
    const levels = new Map([
      [1, 5.0],
      [2, 8.3],
      [3, 10.7],
      [4, 12.6],
      [5, 14.2],
      [10, 19.3],
      [20, 24.8],
      [50, 32.0],
    ]);
    const chance = seededChance(11);
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
    for (const [most, level] of levels) {
      let deceived = 0;
      for (let time = 0; time < times; time++) {
        let sum = 0;
        for (let look = 1; look <= most; look++) {
          sum += normal();
          if (Math.abs(sum) > 1.959964 * Math.sqrt(look)) {
            deceived++;
            break;
          }
        }
      }
      const error = 100 * Math.sqrt(((level / 100) * (1 - level / 100)) / times);
      expect(Math.abs((100 * deceived) / times - level)).toBeLessThan(4 * error);
    }
    let deceived = 0;
    for (let time = 0; time < times / 4; time++) {
      let sum = 0;
      for (let look = 1; look <= looks; look++) {
        sum += normal();
        if (Math.abs(sum) <= sequentialMultiplier(look * 400) * Math.sqrt(look)) continue;
        deceived++;
        break;
      }
    }
    expect(deceived / (times / 4)).toBeLessThan(0.05);
  });
});

describe('what came of it', () => {
  const definition: Pick<ExperimentDefinition, 'outcome' | 'held' | 'costPerTreated' | 'plan'> = {
    outcome: 'margin',
    held: 5000,
    costPerTreated: 0,
    plan: null,
  };
  /** A shop in which the treated bring `effect` more, and what people brought before tells much of what they bring. */
  function shop(people: number, effect: number, seed: number): PeopleCounted {
    const chance = seededChance(seed);
    const isTreated = new Uint8Array(people);
    const ordered = new Uint8Array(people);
    const margin = new Float64Array(people);
    const before = new Float64Array(people);
    for (let i = 0; i < people; i++) {
      const wealth = chance.next() * 1000;
      isTreated[i] = chance.next() < 0.5 ? 1 : 0;
      before[i] = wealth + chance.next() * 300;
      margin[i] = wealth + chance.next() * 300 + effect * (isTreated[i] as number);
      ordered[i] = (margin[i] as number) > 600 ? 1 : 0;
    }
    return { isTreated, ordered, margin, before, expected: null, climbed: null };
  }
  const read = (people: PeopleCounted, change: Partial<typeof definition> = {}) =>
    readExperiment({
      definition: { ...definition, ...change },
      at: 0,
      assigned: {
        held: people.isTreated.filter((one) => one === 0).length,
        treated: people.isTreated.filter((one) => one === 1).length,
      },
      crossed: 0,
      people,
      marginRate: 1,
    });

  test('a true effect is found sooner when the past is taken off', () => {
    const told = read(shop(4000, 40, 3));
    expect(told.verdict).toBe('more');
    expect(told.adjusted?.reduction).toBeGreaterThan(0.8);
    expect(told.margin?.standardError).toBeLessThan(0.5 * (told.marginPlain?.standardError ?? 0));
    expect(told.margin?.always.low).toBeLessThan(40);
    expect(told.margin?.always.high).toBeGreaterThan(40);
    expect(told.total?.expected).toBe(
      Math.round((told.margin?.difference ?? 0) * (told.margin?.treated.people ?? 0)),
    );
  });

  test('what takes more of the noise off is taken: the past, or what a model expected', () => {
    const people = shop(4000, 40, 3);
    const [exact, blind] = [people.margin.map((one) => one - 3), new Float64Array(4000)];
    const byModel = read({ ...people, expected: exact });
    expect(byModel.adjusted).toMatchObject({ by: 'expected_margin' });
    expect(byModel.margin?.standardError).toBeLessThan(0.2 * (read(people).margin?.standardError ?? 0));
    expect(read({ ...people, expected: blind })).toEqual(read(people));
  });

  test('what treating costs is taken off what it brings', () => {
    const people = shop(4000, 40, 3);
    const gained = read(people).margin?.difference ?? 0;
    expect(read(people, { costPerTreated: 100 }).margin?.difference).toBeCloseTo(gained - 100, 6);
    expect(read(people, { costPerTreated: 100 }).verdict).toBe('less');
  });

  test('the intervals hold their level where there is nothing', () => {
    let [once, always] = [0, 0];
    for (let seed = 1; seed <= 400; seed++) {
      const { margin } = read(shop(200, 0, seed));
      if (margin === null) throw new Error('nothing read');
      if (margin.once.low > 0 || margin.once.high < 0) once++;
      if (margin.always.low > 0 || margin.always.high < 0) always++;
    }
    expect(once / 400).toBeGreaterThan(0.02);
    expect(once / 400).toBeLessThan(0.085);
    expect(always).toBeLessThan(10);
  });

  test('unequal arms are called faulty whatever they show', () => {
    const people = shop(4000, 40, 3);
    const told = readExperiment({
      definition,
      at: 0,
      assigned: { held: 1500, treated: 2500 },
      crossed: 0,
      people,
      marginRate: 1,
    });
    expect(told.verdict).toBe('faulty');
  });

  test('too few are too early, and nobody at all is no fault', () => {
    expect(read(shop(40, 0, 1)).verdict).toBe('too_early');
    expect(read(shop(0, 0, 1))).toMatchObject({ verdict: 'too_early', margin: null, total: null });
  });

  test('one wholesaler does not decide', () => {
    const values = new Float64Array(1000).map((_, i) => (i < 500 ? i + 1 : 0));
    values[999] = 1e12;
    const cut = winsorised(values);
    expect(cut.bound).toBe(496);
    expect(Math.max(...cut.values)).toBe(496);
    expect(winsorised(values.subarray(0, 50)).bound).toBeNull();
  });

  test('a past that says nothing changes nothing', () => {
    const people = shop(100, 5, 2);
    const told = adjustedBy({ isTreated: people.isTreated, values: people.margin }, new Float64Array(100));
    expect(told).toEqual({ values: people.margin, theta: 0, correlation: 0, reduction: 0 });
  });

  test('Newcombe’s own example: 56 of 70 against 48 of 80', () => {
    const told = upliftOfShares({ people: 80, count: 48 }, { people: 70, count: 56 });
    expect(told?.difference).toBeCloseTo(0.2, 12);
    expect(told?.once.low).toBeCloseTo(0.0524, 4);
    expect(told?.once.high).toBeCloseTo(0.3339, 4);
  });

  test('every figure is finite for any shares and amounts', () => {
    const amount = fc.double({ min: 0, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ treated: fc.boolean(), ordered: fc.boolean(), margin: amount, before: amount }),
          {
            minLength: 60,
            maxLength: 160,
          },
        ),
        (rows) => {
          const told = read({
            isTreated: Uint8Array.from(rows, ({ treated }) => (treated ? 1 : 0)),
            ordered: Uint8Array.from(rows, ({ ordered }) => (ordered ? 1 : 0)),
            margin: Float64Array.from(rows, ({ margin }) => margin),
            before: Float64Array.from(rows, ({ before }) => before),
            expected: null,
            climbed: null,
          });
          expect(JSON.stringify(told)).toBe(
            JSON.stringify(told, (_, value: unknown) => {
              if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
              return value;
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what a model expected beforehand', () => {
  const at = (day: number): number => day * 86_400_000;
  const order = (day: number, amount: number, name = `o${day}`) => ({
    type: 'order.paid',
    at: at(day),
    data: { order: name, amount },
  });
  const back = (day: number, amount: number, name: string) => ({
    type: 'order.returned',
    at: at(day),
    data: { order: name, amount },
  });
  const spend = { p: 6, q: 4, gamma: 15 };
  const model = modelOf('bg-nbd', [0.25, 4, 0.8, 2.5]);
  const by = { model, daysPerUnit: 7, spend, dayOf: (instant: number) => Math.floor(instant / 86_400_000) };
  const ahead = (x: number, recency: number, age: number, mean: number): number =>
    model.expected(x, recency / 7, age / 7, 2) * (expectedSpend(spend, { x, mean }) ?? 0);
  // Asked at the beginning of day 70, for a fortnight.
  test.each([
    ['nobody who never ordered', [], 0],
    ['one order', [order(0, 50)], ahead(0, 0, 69, 0)],
    [
      'three order days, two orders on one',
      [order(0, 50), order(7, 30), order(7, 10, 'b'), order(21, 20)],
      ahead(2, 21, 69, 30),
    ],
    ['what comes later is not known', [order(0, 50), order(70, 500), back(71, 50, 'o0')], ahead(0, 0, 69, 0)],
    ['what came back whole is no order', [order(0, 50), order(7, 30), back(9, 30, 'o7')], ahead(0, 0, 69, 0)],
    [
      'what came back in part is worth less',
      [order(0, 50), order(7, 30), back(9, 10, 'o7')],
      ahead(1, 7, 69, 20),
    ],
    ['amounts that are none', [{ type: 'order.paid', at: at(3), data: { amount: 'many' } }], 0],
  ])('%s', (_, facts, wanted) => {
    expect(expectedRevenue(facts, at(70), 14, by)).toBeCloseTo(wanted, 10);
  });
});

describe('orders of a window', () => {
  const at = (day: number): number => day * 86_400_000;
  const fact = (type: string, day: number, data: Record<string, string | number>) => ({
    type,
    at: at(day),
    data,
  });

  test('count what was kept, whenever it came back', () => {
    const facts = [
      fact('order.paid', 1, { order: 'before', amount: 900 }),
      fact('order.paid', 10, { order: 'a', amount: 500 }),
      fact('order.paid', 12, { order: 'b', amount: 300 }),
      fact('order.returned', 13, { order: 'a', amount: 500 }),
      fact('order.returned', 14, { order: 'before', amount: 900 }),
      fact('order.returned', 40, { order: 'b', amount: 100 }),
      fact('order.paid', 30, { order: 'c', amount: 50 }),
    ];
    expect(ordersKept(facts, at(10), at(30))).toEqual({ orders: 1, revenue: 200 });
    expect(ordersKept([], at(10), at(30))).toEqual({ orders: 0, revenue: 0 });
  });

  test('a return that names no order is taken off and never below nought', () => {
    const facts = [fact('order.paid', 10, { amount: 500 }), fact('order.returned', 11, { amount: 700 })];
    expect(ordersKept(facts, at(10), at(30))).toEqual({ orders: 1, revenue: 0 });
  });
});
