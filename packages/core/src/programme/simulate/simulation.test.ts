import { describe, expect, it } from 'vitest';
import type { Fact } from '../../facts/index.ts';
import { fiveRungLadder } from '../../ladder/index.ts';
import { DEFAULT_BUSINESS, dayFrom, zoneOf } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import { Simulation, type SimulationResult } from './simulation.ts';

const name = { fa: 'نام', en: 'name' };
const zone = zoneOf(DEFAULT_BUSINESS.zone);
const at = (month: number, day: number, year = 1405): number =>
  zone.at(dayFrom('jalali', year, month, day) ?? NaN, 12 * 3_600_000);

const programme: Programme = {
  name,
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name,
      unit: 'points',
      worth: { points: 1, amount: 100 },
      vesting: 10,
      expiry: { kind: 'after', unit: 'day', count: 60 },
      negative: 'allow',
      spending: {},
    },
  ],
  rules: [
    {
      key: 'order',
      name,
      wallet: 'points',
      on: { kind: 'order' },
      gives: { kind: 'per', units: 1, amount: 1000 },
    },
  ],
};

const paid = (month: number, day: number, amount: number, more: Fact['data'] = {}): Fact => ({
  type: 'order.paid',
  at: at(month, day),
  data: { order: `${month}-${day}`, amount, ...more },
});

function play(
  facts: readonly Fact[],
  parts: Partial<Programme> = {},
  settings: { spends?: number; marginRate?: number | null } = {},
): SimulationResult {
  const simulation = new Simulation({
    programme: { ...programme, ...parts },
    ladders: [fiveRungLadder],
    business: DEFAULT_BUSINESS,
    from: at(1, 1),
    to: at(12, 29),
    spends: settings.spends ?? 0,
    marginRate: settings.marginRate ?? null,
  });
  simulation.add({ person: 1, history: { knownSince: facts[0]?.at ?? 0, facts } });
  return simulation.result();
}

describe('a draft played over recorded orders', () => {
  it('earns, vests and expires as the ledger would', () => {
    const { wallets, months, liability } = play([paid(2, 1, 50_000), paid(11, 20, 30_000)]);
    expect(wallets).toEqual([
      {
        wallet: 'points',
        earned: 80,
        reversed: 0,
        spent: 0,
        expired: 50,
        outstanding: 30,
        debt: 0,
        worth: 3000,
      },
    ]);
    expect(
      months.map(({ month, earned, expired, liability: left }) => [month, earned, expired, left]),
    ).toEqual([
      ['1405-02', 5000, 0, 5000],
      ['1405-04', 0, 5000, 0],
      ['1405-11', 3000, 0, 3000],
    ]);
    expect(liability).toBe(3000);
  });

  it('spends what may be spent, and what points paid earns nothing', () => {
    const { wallets, figures } = play([paid(2, 1, 50_000), paid(2, 20, 30_000)], {}, { spends: 10_000 });
    // 50 points are worth 5,000; 25,000 of the second order are paid with money.
    expect(wallets[0]).toMatchObject({ earned: 75, spent: 50, expired: 25 });
    expect(figures).toMatchObject({ orders: 2, revenue: 80_000, cost: 5000 });
  });

  it('does not spend before it vests', () => {
    expect(play([paid(2, 1, 50_000), paid(2, 10, 30_000)], {}, { spends: 10_000 }).wallets[0]?.spent).toBe(0);
  });

  it('takes back what came back, in parts exactly, and leaves a debt for what was spent', () => {
    const back = (day: number, amount: number): Fact => ({
      type: 'order.returned',
      at: at(3, day),
      data: { order: '2-1', amount },
    });
    const facts = [paid(2, 1, 50_000), paid(2, 20, 3000)];
    const once = play([...facts, back(1, 50_000)], {}, { spends: 10_000 });
    const parts = play([...facts, back(1, 16_667), back(2, 16_667), back(3, 16_666)], {}, { spends: 10_000 });
    expect(once.wallets[0]).toMatchObject({ earned: 50, spent: 30, reversed: 50, debt: 30, outstanding: 0 });
    expect(parts.wallets[0]).toEqual(once.wallets[0]);
    expect(once.figures.revenue).toBe(3000);
  });

  it('chains what the real thing chains: a level that an order reached counts for the next', () => {
    const { levels, rules } = play([paid(2, 1, 50_000), paid(2, 20, 50_000)], {
      levels: {
        name,
        by: 'amount',
        span: { kind: 'ever' },
        down: 'never',
        levels: [
          { key: 'low', name, from: 0 },
          { key: 'high', name, from: 50_000 },
        ],
      },
      rules: [
        {
          ...(programme.rules[0] as (typeof programme.rules)[number]),
          multipliers: { levels: [{ level: 'high', times: 200 }] },
        },
        {
          key: 'rise',
          name,
          wallet: 'points',
          on: { kind: 'level', levels: ['high'] },
          gives: { kind: 'fixed', units: 7 },
        },
      ],
    });
    expect(levels).toEqual([
      { ladder: null, place: 'low', orders: 1, revenue: 50_000, earned: 5000 },
      { ladder: null, place: 'high', orders: 1, revenue: 50_000, earned: 10_000 },
    ]);
    expect(rules.map(({ rule, units }) => [rule, units])).toEqual([
      ['order', 150],
      ['rise', 7],
    ]);
  });

  it('tells by rung of the ladder who earned', () => {
    const { rungs } = play([paid(2, 1, 50_000), paid(2, 20, 50_000), paid(2, 21, 50_000)]);
    expect(rungs.reduce((sum, { orders }) => sum + orders, 0)).toBe(3);
    expect(rungs[0]?.ladder).toBe(fiveRungLadder.key);
    expect(rungs.length).toBeGreaterThan(1);
  });

  it('gives for birthdays, profiles, surveys and rungs, each as often as the rules say', () => {
    const fixed = { wallet: 'points', name, gives: { kind: 'fixed', units: 1 } } as const;
    const trait = (day: number, what: string, value: string): Fact => ({
      type: 'trait.changed',
      at: at(1, day),
      data: { trait: what, value },
    });
    const survey = (day: number, of: string, question: string): Fact => ({
      type: 'survey.answered',
      at: at(3, day),
      data: { survey: of, question },
    });
    const facts = [
      trait(2, 'birthday', '1990-06-10'),
      trait(3, 'city', 'Tehran'),
      trait(4, 'city', 'Karaj'),
      paid(2, 1, 1000),
      survey(1, 'a', 'q1'),
      survey(1, 'a', 'q2'),
      survey(2, 'b', 'q1'),
    ];
    const { rules } = play(facts, {
      rules: [
        { ...fixed, key: 'birthday', on: { kind: 'anniversary', trait: 'birthday' } },
        { ...fixed, key: 'profile', on: { kind: 'profile', traits: ['birthday', 'city'] } },
        { ...fixed, key: 'survey', on: { kind: 'fact', type: 'survey.answered', oncePer: 'survey' } },
        { ...fixed, key: 'rung', on: { kind: 'rung', ladder: fiveRungLadder.key, rungs: ['customer'] } },
        { ...fixed, key: 'first', on: { kind: 'first-order' } },
      ],
    });
    expect(Object.fromEntries(rules.map(({ rule, times }) => [rule, times]))).toEqual({
      birthday: 1,
      profile: 1,
      survey: 2,
      rung: 1,
      first: 1,
    });
  });

  it('trims by caps of a person, and tells what would have been asked of budgets', () => {
    const order = programme.rules[0] as (typeof programme.rules)[number];
    const { wallets, bounds } = play([paid(2, 1, 50_000), paid(2, 2, 50_000)], {
      rules: [{ ...order, caps: [{ of: 'person', per: 'month', most: 60, counted: 'units' }] }],
      budget: { per: 'year', money: 1000 },
    });
    expect(wallets[0]?.earned).toBe(60);
    expect(bounds).toEqual([{ key: 'budget:club:money:year:1405', limit: 1000, asked: 6000 }]);
  });

  it('compares the goals and tells what is kept of the revenue', () => {
    const { goals, margin } = play(
      [paid(2, 1, 50_000), paid(2, 20, 30_000)],
      {
        goals: [
          { key: 'repeat', name, measure: 'repeat-share', target: 10_000, by: '2027-03-20' },
          { key: 'cost', name, measure: 'cost-share', target: 600, by: '2027-03-20' },
          { key: 'worth', name, measure: 'average-order', target: 50_000, from: 1, by: '2027-03-20' },
        ],
      },
      { spends: 10_000, marginRate: 3000 },
    );
    expect(goals).toEqual([
      { key: 'repeat', target: 10_000, from: null, now: 10_000, reached: true },
      { key: 'cost', target: 600, from: null, now: 625, reached: false },
      { key: 'worth', target: 50_000, from: 1, now: 40_000, reached: false },
    ]);
    expect(margin).toEqual({ before: 24_000, after: 19_000 });
  });

  it('what happened before the stretch counts for level and first order, and earns nothing', () => {
    const early: Fact = { type: 'order.paid', at: at(12, 1, 1404), data: { order: 'x', amount: 90_000 } };
    const first = {
      key: 'first',
      name,
      wallet: 'points',
      on: { kind: 'first-order' },
      gives: { kind: 'fixed', units: 9 },
    } as const;
    expect(play([early, paid(2, 1, 1000)], { rules: [first] }).wallets[0]?.earned).toBe(0);
  });

  it('takes the products told as lines, whatever they add up to', () => {
    const bought = (sku: string, amount: number): Fact => ({
      type: 'product.bought',
      at: at(2, 1),
      data: { order: '2-1', sku, category: 'tea', quantity: 2, amount },
    });
    const only = (...products: string[]): Partial<Programme> => ({
      rules: [
        {
          ...(programme.rules[0] as (typeof programme.rules)[number]),
          where: { products: { only: products } },
        },
      ],
    });
    const facts = (amount: number): Fact[] => [paid(2, 1, amount), bought('a', 30_000), bought('b', 10_000)];
    expect(play(facts(40_000), only('a')).wallets[0]?.earned).toBe(30);
    // What was paid is what counts: a discount on the whole order is taken off all lines alike.
    expect(play(facts(20_000), only('a')).wallets[0]?.earned).toBe(15);
    expect(play(facts(50_000), only('other')).wallets[0]?.earned).toBe(10);
  });
});
