import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededChance } from '../../../testing/index.ts';
import type { Buyer } from '../../buyer.ts';
import type { MarginBasis } from '../margin.ts';
import { adviceForOne, adviceFrom, adviceSchema } from './advice.ts';
import { type Assumptions, assumedFor, worthOf } from './assumptions.ts';
import { cellAt, codeOf, NEVER, RECENCIES, recencyOf } from './cells.ts';
import { type Evidence, evidenceSchema, evidenceWalk, type Standings, type Stood } from './evidence.ts';
import { planFor } from './plan.ts';

const basis: MarginBasis = { rate: 1, rateFrom: 'stated', unitCosts: new Map() };
const PAST = 20_000;
const question = {
  past: PAST,
  windowDays: 90,
  evidenceDays: 365,
  today: PAST + 455,
  rungs: 3,
  basis,
  types: ['everyone'],
};

const buyerOf = (person: string, orders: readonly (readonly [day: number, amount: number])[]): Buyer => ({
  person,
  orders: orders.map(([day, amount]) => ({
    day,
    hour: null,
    amount,
    returned: 0,
    discount: 0,
    channel: null,
    branch: null,
    lines: [],
  })),
  touches: [],
  complaints: 0,
  referrals: 0,
});

function standingsOf(stood: ReadonlyMap<string, Stood>): Standings {
  return {
    of: (person) => stood.get(person) ?? null,
    everybody: () =>
      [...Map.groupBy(stood.values(), (one) => JSON.stringify(one)).values()].flatMap((alike) => {
        const [one] = alike;
        return one === undefined ? [] : [{ ...one, people: alike.length }];
      }),
  };
}

/**
 * A shop where one rung up makes a year's margin `effect` larger. Who ordered lately leaves ten times as much and climbs five
 * times as often, climbing or not: whoever compares all who climbed with all who did not is deceived by it.
 */
function shop(people: number, effect: number, seed: number): Evidence {
  const chance = seededChance(seed);
  const stood = new Map<string, Stood>();
  const buyers: Buyer[] = [];
  for (let i = 0; i < people; i++) {
    const person = `p${i}`;
    const lately = chance.next() < 0.5;
    const climbs = chance.next() < (lately ? 0.5 : 0.1);
    stood.set(person, { past: 0, later: climbs ? 1 : 0, now: 0, typePast: 0, typeNow: 0 });
    const margin = Math.round((lately ? 2000 : 200) * (0.5 + chance.next()) + (climbs ? effect : 0));
    buyers.push(
      buyerOf(person, [
        [PAST - (lately ? 10 : 150), 100],
        [PAST + 200, margin],
      ]),
    );
  }
  const walk = evidenceWalk(standingsOf(stood), question);
  for (const buyer of buyers) walk.take(buyer);
  return evidenceSchema.parse(walk.result());
}

const plainly: Assumptions = {
  marginRate: 1,
  horizonMonths: 12,
  discountRate: 0,
  causalShare: 1,
  lift: 0.1,
  fade: 0.5,
  costPerPerson: 10,
};

describe('whom somebody is like', () => {
  test('is coarse: how lately, how often, how much', () => {
    const cell = (orders: readonly (readonly [number, number])[]): number =>
      cellAt(buyerOf('x', orders), PAST, basis);
    expect(cell([[PAST + 1, 500]])).toBe(NEVER);
    expect(recencyOf(cell([[PAST, 500]]))).toBe(1);
    expect(recencyOf(cell([[PAST - 31, 500]]))).toBe(2);
    expect(recencyOf(cell([[PAST - 400, 500]]))).toBe(RECENCIES - 1);
    expect(cell([[PAST - 3, 500]])).toBe(cell([[PAST - 20, 400]]));
    expect(cell([[PAST - 3, 500]])).not.toBe(cell([[PAST - 3, 50_000]]));
    expect(cell([[PAST - 3, 500]])).not.toBe(
      cell([
        [PAST - 40, 1],
        [PAST - 3, 500],
      ]),
    );
  });

  test('has a number of its own for each class', () => {
    const codes = new Set<number>([NEVER]);
    for (let recency = 1; recency < RECENCIES; recency++)
      for (let orders = 0; orders < 3; orders++)
        for (let value = 0; value < 16; value++) {
          const code = codeOf({ recency, orders, value });
          expect(recencyOf(code)).toBe(recency);
          codes.add(code);
        }
    expect(codes.size).toBe(1 + (RECENCIES - 1) * 3 * 16);
  });
});

describe('what became of those who climbed', () => {
  test('is compared among people alike: the true effect is found where a plain comparison is deceived', () => {
    const evidence = shop(6000, 300, 5);
    const sum = (arm: 'climbed' | 'stayed') =>
      evidence.groups.reduce((all, group) => all + group[arm].people * group[arm].mean, 0) /
      evidence.groups.reduce((all, group) => all + group[arm].people, 0);
    expect(sum('climbed') - sum('stayed')).toBeGreaterThan(900);
    const [step] = adviceFrom(evidence, plainly, null).steps;
    expect(step?.overall?.low).toBeLessThan(300);
    expect(step?.overall?.high).toBeGreaterThan(300);
    expect(step?.overall?.gain).toBeGreaterThan(240);
    expect(step?.overall?.gain).toBeLessThan(360);
    expect(step?.overall?.verdict).toBe('worth');
  });

  test('the interval holds the truth nearly as often as it says', () => {
    let held = 0;
    const times = 60;
    for (let seed = 1; seed <= times; seed++) {
      const { overall } = adviceFrom(shop(800, 300, seed), plainly, null).steps[0] ?? {};
      if (overall !== null && overall !== undefined && overall.low <= 300 && overall.high >= 300) held++;
    }
    expect(held / times).toBeGreaterThan(0.85);
  });

  test('where nothing is gained, nothing is sensible to spend', () => {
    const [step] = adviceFrom(shop(3000, -400, 2), plainly, 1_000_000).steps;
    expect(step?.overall).toMatchObject({
      verdict: 'not_worth',
      mostPerClimb: 0,
      mostPerPerson: 0,
      rounds: 0,
    });
    expect(step?.stopAfterDays).toBe(0);
    expect(adviceFrom(shop(3000, -400, 2), plainly, 1_000_000).plan).toMatchObject({
      spend: 0,
      left: 1_000_000,
      steps: [],
    });
  });

  test('with too few nothing is said', () => {
    const [step] = adviceFrom(shop(60, 300, 1), plainly, null).steps;
    expect(step).toMatchObject({ enough: false, overall: null, byRecency: [] });
    expect(adviceForOne(shop(60, 300, 1), plainly, { rung: 0, type: 0, cell: NEVER }).worth).toBeNull();
  });

  test('who never bought counts as leaving nothing, without being brought', () => {
    const stood = new Map<string, Stood>();
    for (let i = 0; i < 200; i++)
      stood.set(`p${i}`, { past: 0, later: i < 50 ? 1 : 0, now: i < 50 ? 1 : 0, typePast: 0, typeNow: 0 });
    const walk = evidenceWalk(standingsOf(stood), question);
    for (let i = 0; i < 40; i++) walk.take(buyerOf(`p${i}`, [[PAST + 120, 1000]]));
    walk.take(buyerOf('a stranger', [[PAST, 5]]));
    const { groups } = walk.result();
    expect(groups).toContainEqual({
      rung: 0,
      type: 0,
      cell: NEVER,
      climbed: { people: 50, mean: 800, variance: expect.closeTo((40 * 200 ** 2 + 10 * 800 ** 2) / 49, 6) },
      stayed: { people: 150, mean: 0, variance: 0 },
      now: 150,
    });
    expect(groups.reduce((sum, { now }) => sum + now, 0)).toBe(200);
  });

  test('what was bought while climbing is not counted as its fruit', () => {
    const stood = new Map<string, Stood>([['p', { past: 0, later: 1, now: 1, typePast: 0, typeNow: 0 }]]);
    const walk = evidenceWalk(standingsOf(stood), question);
    walk.take(
      buyerOf('p', [
        [PAST + 90, 5000],
        [PAST + 91, 7],
        [PAST + 455, 7],
        [PAST + 456, 5000],
      ]),
    );
    expect(walk.result().groups.find(({ climbed }) => climbed.people === 1)?.climbed.mean).toBe(14);
  });
});

describe('one person', () => {
  const evidence = shop(6000, 300, 5);

  test('is told what people like them became, and how many they were', () => {
    const lately = evidence.groups.find(({ climbed }) => climbed.people > 500);
    const told = adviceForOne(evidence, plainly, { rung: 0, type: 0, cell: lately?.cell ?? 0 });
    expect(told.likeThem).toEqual({ climbed: lately?.climbed.people, stayed: lately?.stayed.people });
    expect(told.worth?.gain).toBeGreaterThan(200);
  });

  test('like nobody before is told of the whole step, and less surely', () => {
    const whole = adviceFrom(evidence, plainly, null).steps[0]?.overall;
    const told = adviceForOne(evidence, plainly, { rung: 0, type: 0, cell: NEVER });
    expect(told.likeThem).toEqual({ climbed: 0, stayed: 0 });
    const width = (one: { low: number; high: number } | null | undefined): number =>
      one ? one.high - one.low : 0;
    expect(width(told.worth)).toBeGreaterThanOrEqual(width(whole));
  });

  test('on the top rung is told nothing', () => {
    expect(adviceForOne(evidence, plainly, { rung: 2, type: 0, cell: NEVER }).worth).toBeNull();
  });
});

describe('assumptions', () => {
  const evidence = shop(3000, 300, 7);
  const gain = (moved: Partial<Assumptions>): number =>
    adviceFrom(evidence, { ...plainly, ...moved }, null).steps[0]?.overall?.gain ?? Number.NaN;

  test('move the answer the right way', () => {
    expect(gain({ causalShare: 0.5 })).toBe(Math.round(gain({}) / 2));
    expect(gain({ marginRate: 0.5 })).toBe(Math.round(gain({}) / 2));
    expect(gain({ discountRate: 0.5 })).toBeLessThan(gain({}));
    expect(gain({ horizonMonths: 6 })).toBe(Math.round(gain({}) / 2));
    expect(gain({ causalShare: 0 })).toBe(0);
  });

  test('claim nothing for a time that nobody has seen', () => {
    expect(gain({ horizonMonths: 36 })).toBe(gain({}));
  });

  test('margin from unit costs does not move with the rate', () => {
    const half = { margin: { rate: 0.4, rateFrom: 'stated', costedShare: 0.5 }, evidenceDays: 365 } as const;
    const assumed = { ...plainly, marginRate: 0.4 };
    expect(worthOf(half, { ...assumed, marginRate: 0.8 })).toBeCloseTo(1.5 * worthOf(half, assumed), 12);
    expect(worthOf({ ...half, margin: { ...half.margin, rate: 0 } }, assumed)).toBe(1);
  });

  test('stand with every answer, and the usual ones are cautious about the cause', () => {
    const usual = assumedFor(evidence);
    expect(adviceSchema.parse(adviceFrom(evidence, usual, 100)).assumptions).toEqual(usual);
    expect(usual.causalShare).toBe(0.5);
    expect(adviceFrom(evidence, usual, 100).plan).toBeNull();
  });

  test('a dearer way is tried less often', () => {
    const rounds = [1, 10, 20, 1000].map(
      (costPerPerson) =>
        adviceFrom(evidence, { ...plainly, costPerPerson }, null).steps[0]?.overall?.rounds ?? -1,
    );
    expect(rounds).toEqual(rounds.toSorted((a, b) => b - a));
    expect(rounds[0]).toBeGreaterThan(1);
    expect(rounds[3]).toBe(0);
  });
});

describe('the order in which to spend', () => {
  const anySegment = fc.record({
    rung: fc.nat(4),
    type: fc.nat(2),
    recency: fc.nat(5),
    people: fc.nat(500),
    gain: fc.integer({ min: 0, max: 100_000 }),
    anyway: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const assumed = fc.record({
    lift: fc.double({ min: 0, max: 1, noNaN: true }),
    fade: fc.double({ min: 0, max: 0.95, noNaN: true }),
    costPerPerson: fc.integer({ min: 1, max: 5000 }),
  });

  test('more money never brings less, is never overspent, and goes first where it brings most', () => {
    fc.assert(
      fc.property(
        fc.array(anySegment, { maxLength: 8 }),
        assumed,
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        (segments, moved, budget, more) => {
          const some = planFor(segments, { ...plainly, ...moved }, budget);
          const richer = planFor(segments, { ...plainly, ...moved }, budget + more);
          if (some === null || richer === null) throw new Error('no plan');
          expect(richer.gain).toBeGreaterThanOrEqual(some.gain);
          expect(some.spend + some.left).toBe(budget);
          expect(some.left).toBeGreaterThanOrEqual(0);
          expect(some.gain).toBeGreaterThanOrEqual(some.spend);
          const returns = some.steps.map(({ returned }) => returned);
          expect(returns).toEqual(returns.toSorted((a, b) => b - a));
          for (const { people, spend } of some.steps) expect(spend).toBe(people * moved.costPerPerson);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('no split of the same money over two segments does better', () => {
    const segments = [
      { rung: 0, type: 0, recency: 1, people: 6, gain: 900, anyway: 0.1 },
      { rung: 1, type: 0, recency: 1, people: 9, gain: 700, anyway: 0 },
    ];
    const budget = 100;
    const [one, other] = segments.map(
      (segment) => (money: number) => planFor([segment], plainly, money)?.gain ?? 0,
    );
    let best = 0;
    for (let money = 0; money <= budget; money += 10)
      best = Math.max(best, (one?.(money) ?? 0) + (other?.(budget - money) ?? 0));
    expect(planFor(segments, plainly, budget)?.gain).toBeGreaterThanOrEqual(best - 1);
  });
});
