import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import { DEFAULT_BUSINESS } from '../../values/index.ts';
import type { BasketLine } from '../basket.ts';
import type { Programme } from '../definition.ts';
import type { Wallet } from '../wallet.ts';
import { earningsOf, type Earnings } from './earnings.ts';
import type { EarningLine } from './lines.ts';
import type { EarningPerson } from './person.ts';
import type { EarningRule } from './rule.ts';

const name = { fa: 'نام', en: 'name' };
const points: Wallet = {
  key: 'points',
  name,
  unit: 'points',
  worth: { points: 1, amount: 100 },
  vesting: 0,
  expiry: { kind: 'never' },
  negative: 'allow',
};
const credit: Wallet = { ...points, key: 'credit', unit: 'money', worth: { points: 1, amount: 1 } };
/** Saturday 21 November 2026, 17:30 in Tehran: 30 Aban 1405. */
const NOW = Date.UTC(2026, 10, 21, 14);

const somebody: EarningPerson = {
  number: 7,
  member: true,
  ordersBefore: 3,
  rungs: { main: 'client' },
  level: 'gold',
  holds: () => true,
};
const perThousand: EarningRule = {
  key: 'order',
  name,
  wallet: 'points',
  on: { kind: 'order' },
  gives: { kind: 'per', units: 1, amount: 1000 },
};

interface Given {
  readonly rules?: readonly Partial<EarningRule>[];
  readonly programme?: Partial<Programme>;
  readonly lines?: readonly (Partial<BasketLine> & Partial<EarningLine>)[];
  readonly person?: Partial<EarningPerson> | null;
  readonly used?: Readonly<Record<string, number>>;
  readonly at?: number;
  readonly channel?: string;
  readonly method?: string;
}

function earn({
  rules = [{}],
  programme,
  lines = [{}],
  person = {},
  used = {},
  at = NOW,
  channel,
  method,
}: Given): Earnings {
  const basketLines = lines.map(({ net: _net, tax, byWallets: _w, byGiftCards: _g, ...line }) => ({
    item: 'tea',
    quantity: 1,
    unitPrice: 10_000,
    ...(tax === undefined ? {} : { tax }),
    ...line,
  }));
  return earningsOf({
    programme: {
      name,
      membership: 'everybody',
      wallets: [points, credit],
      rules: rules.map((rule, index) => ({ ...perThousand, key: `r${index}`, ...rule })),
      ...programme,
    },
    basket: {
      lines: basketLines,
      ...(channel === undefined ? {} : { channel }),
      ...(method === undefined ? {} : { method }),
    },
    lines: lines.map((line, index) => ({
      net: (basketLines[index]?.quantity ?? 0) * (basketLines[index]?.unitPrice ?? 0),
      tax: 0,
      byWallets: 0,
      byGiftCards: 0,
      ...line,
    })),
    person: person === null ? null : { ...somebody, ...person },
    at,
    business: DEFAULT_BUSINESS,
    used: (key, of) => used[`${of} ${key}`] ?? 0,
  });
}

const unitsOf = (given: Given): number[] => earn(given).earned.map((one) => one.points);
const whyNot = (given: Given): string[] =>
  earn(given).notEarned.flatMap(({ reasons }) => reasons.map((one) => one.code));

describe('what of an order earns', () => {
  it.each<[string, Given, number]>([
    ['goods paid with money', {}, 10],
    ['not the tax in the price', { lines: [{ tax: 1000 }] }, 9],
    ['not shipping', { lines: [{}, { kind: 'shipping', unitPrice: 5000 }] }, 10],
    ['not the purchase of a gift card', { lines: [{}, { kind: 'gift-card', unitPrice: 50_000 }] }, 10],
    [
      'not what points paid (a reward line earns nothing)',
      { lines: [{ byWallets: 4000 }, { byWallets: 10_000 }] },
      6,
    ],
    ['not what gift cards paid', { lines: [{ byGiftCards: 2500 }] }, 7],
    ['tax in what points paid is not taken off twice', { lines: [{ tax: 1000, byWallets: 5000 }] }, 4],
    ['what the discount left', { lines: [{ net: 7999 }] }, 7],
    [
      'all of it where the rule says so',
      {
        rules: [
          {
            counts: {
              tax: true,
              shipping: true,
              giftCardPurchase: true,
              paidByWallets: true,
              paidByGiftCards: true,
            },
          },
        ],
        lines: [{ tax: 1000, byWallets: 5000 }, { kind: 'shipping' }, { kind: 'gift-card' }],
      },
      30,
    ],
    [
      'only the products named',
      { rules: [{ where: { products: { only: ['tea'] } } }], lines: [{}, { item: 'cup' }] },
      10,
    ],
    [
      'not the groups excepted',
      {
        rules: [{ where: { groups: { except: ['gold'] } } }],
        lines: [{ group: 'gold' }, { group: 'tea' }, {}],
      },
      20,
    ],
  ])('%s', (_what, given, expected) => {
    expect(unitsOf(given)).toEqual([expected]);
  });

  it('a basket of a price of zero earns nothing, whatever is given', () => {
    expect(whyNot({ rules: [{ gives: { kind: 'fixed', units: 5 } }], lines: [{ unitPrice: 0 }] })).toEqual([
      'nothing_earns',
    ]);
  });
});

describe('how much is given', () => {
  it.each<[string, Partial<EarningRule>, number, number]>([
    ['a fixed number', { gives: { kind: 'fixed', units: 5 } }, 10_000, 5],
    ['per amount, as two integers', { gives: { kind: 'per', units: 3, amount: 7000 } }, 10_000, 4],
    [
      'per whole steps of the amount',
      { gives: { kind: 'per', units: 3, amount: 7000, whole: true } },
      10_000,
      3,
    ],
    [
      'a share in hundredths of a percent',
      { wallet: 'credit', gives: { kind: 'share', share: 725 } },
      10_000,
      725,
    ],
    ['per piece', { gives: { kind: 'piece', units: 4 } }, 10_000, 4],
    [
      'the last step that is reached',
      {
        gives: {
          kind: 'steps',
          steps: [
            { from: 0, units: 1 },
            { from: 10_000, units: 9 },
            { from: 10_001, units: 99 },
          ],
        },
      },
      10_000,
      9,
    ],
    [
      'by the level',
      { wallet: 'credit', gives: { kind: 'by-level', levels: [{ level: 'gold', share: 1500 }] } },
      10_000,
      1500,
    ],
    [
      'times what the rung brings',
      { multipliers: { rungs: [{ ladder: 'main', rung: 'client', times: 150 }] } },
      10_900,
      16,
    ],
    [
      'times what the level brings, where that is more',
      {
        multipliers: {
          rungs: [{ ladder: 'main', rung: 'client', times: 150 }],
          levels: [{ level: 'gold', times: 300 }],
        },
      },
      10_000,
      30,
    ],
    [
      'the largest amount there is, exactly',
      { gives: { kind: 'per', units: 1, amount: 3 } },
      1_000_000_000_000_000,
      333_333_333_333_333,
    ],
  ])('%s', (_what, rule, unitPrice, expected) => {
    expect(unitsOf({ rules: [rule], lines: [{ unitPrice }] })).toEqual([expected]);
  });

  it('is rounded down once for the order, not line by line', () => {
    const { earned } = earn({ lines: [{ unitPrice: 600 }, { unitPrice: 600 }, { unitPrice: 900 }] });
    expect(earned[0]).toMatchObject({ points: 2, lines: [1, 0, 1] });
  });

  it('says how much is missing for the first unit', () => {
    expect(earn({ lines: [{ unitPrice: 400 }] }).notEarned[0]?.reasons).toEqual([
      { code: 'least_amount', detail: { least: 1000, missing: 600 } },
    ]);
  });
});

describe('why a rule gives nothing', () => {
  it.each<[string, Given, string]>([
    ['nobody is known', { person: null }, 'nobody_known'],
    ['the person is no member', { person: { member: false } }, 'not_a_member'],
    [
      'criteria do not hold',
      { rules: [{ who: { measure: 'tag', tag: 'family' } }], person: { holds: () => false } },
      'other_people',
    ],
    ['another rung', { rules: [{ rungs: { ladder: 'main', rungs: ['advocate'] } }] }, 'other_rung'],
    ['another level', { rules: [{ levels: ['silver'] }] }, 'other_level'],
    [
      'another channel',
      { rules: [{ where: { channels: { only: ['online'] } } }], channel: 'shop' },
      'other_channel',
    ],
    ['a branch that nobody named', { rules: [{ where: { branches: { only: ['north'] } } }] }, 'other_branch'],
    [
      'another way to pay',
      { rules: [{ where: { methods: { except: ['instalment'] } } }], method: 'instalment' },
      'other_method',
    ],
    ['another day of the week', { rules: [{ where: { weekdays: [1, 2] } }] }, 'other_weekday'],
    ['another hour', { rules: [{ where: { hours: [{ from: 600, to: 1050 }] } }] }, 'other_hour'],
    ['not yet', { rules: [{ where: { dates: { from: '2026-11-22' } } }] }, 'not_yet'],
    ['over', { rules: [{ where: { dates: { to: '2026-11-20' } } }] }, 'over'],
    ['too small an order', { rules: [{ where: { leastAmount: 10_001 } }] }, 'least_amount'],
    ['not the first order', { rules: [{ on: { kind: 'first-order' } }] }, 'not_first_order'],
    [
      'a first order that another till gave for',
      {
        rules: [{ on: { kind: 'first-order' } }],
        person: { ordersBefore: 0 },
        used: { 'person cap:rule:r0:once': 1 },
      },
      'already_once',
    ],
    ['once is once', { rules: [{ once: true }], used: { 'person cap:rule:r0:once': 1 } }, 'already_once'],
    [
      'the cap of the day is reached',
      {
        rules: [{ caps: [{ of: 'person', per: 'day', most: 5, counted: 'times' }] }],
        used: { 'person cap:rule:r0:times:day:2026-11-21': 5 },
      },
      'cap_reached',
    ],
    [
      'the budget is used up',
      {
        rules: [{ budget: { per: 'month', money: 900 } }],
        used: { 'all budget:rule:r0:money:month:1405-08': 900 },
      },
      'budget_used_up',
    ],
    [
      'held out of the campaign to compare with',
      {
        rules: [{ campaign: 'yalda' }],
        programme: { campaigns: [{ key: 'yalda', name, control: 5000 }] },
        person: { number: 3 },
      },
      'held_out',
    ],
  ])('%s', (_what, given, code) => {
    expect(whyNot(given)).toEqual([code]);
    expect(earn(given).claims).toEqual([]);
  });

  it('an hour over midnight belongs to the day on which it began', () => {
    const rules = [{ where: { weekdays: [0], hours: [{ from: 1320, to: 120 }] } }];
    // 01:00 on Sunday in Tehran is still the night of Saturday.
    expect(unitsOf({ rules, at: Date.UTC(2026, 10, 21, 21, 30) })).toEqual([10]);
    expect(whyNot({ rules, at: Date.UTC(2026, 10, 20, 21, 30) })).toEqual(['other_weekday']);
  });

  it('validity is a stretch of days in the zone of the business: no false "over"', () => {
    const rules = [{ where: { dates: { from: '2026-11-21', to: '2026-11-21' } } }];
    // From 00:00 to 24:00 of 21 November in Tehran, which is 3:30 ahead.
    expect(unitsOf({ rules, at: Date.UTC(2026, 10, 20, 20, 30) })).toEqual([10]);
    expect(unitsOf({ rules, at: Date.UTC(2026, 10, 21, 20, 29, 59) })).toEqual([10]);
    expect(whyNot({ rules, at: Date.UTC(2026, 10, 21, 20, 30) })).toEqual(['over']);
    expect(whyNot({ rules, at: Date.UTC(2026, 10, 20, 20, 29, 59) })).toEqual(['not_yet']);
  });
});

describe('caps and budgets', () => {
  it('trim what is given to what is left, and claim what was given', () => {
    const { earned, claims } = earn({
      rules: [
        {
          caps: [{ of: 'person', per: 'year', most: 100, counted: 'units' }],
          budget: { per: 'ever', money: 100_000 },
        },
      ],
      used: { 'person cap:rule:r0:units:year:1405': 94 },
    });
    expect(earned[0]).toMatchObject({ points: 6, lines: [6] });
    expect(earned[0]?.reasons.map(({ code }) => code)).toEqual(['earned_on', 'cap_trims']);
    expect(claims).toEqual([
      { key: 'cap:rule:r0:units:year:1405', of: 'person', limit: 100, add: 6 },
      { key: 'budget:rule:r0:money:ever:ever', of: 'all', limit: 100_000, add: 600 },
    ]);
  });

  it('the cap of an order needs no counter', () => {
    const { earned, claims } = earn({
      rules: [{ caps: [{ of: 'person', per: 'order', most: 4, counted: 'units' }] }],
    });
    expect([earned[0]?.points, claims]).toEqual([4, []]);
  });

  it('rules of one campaign share its budget within one order', () => {
    const campaign = { key: 'yalda', name, budget: { per: 'ever', money: 1500 } } as const;
    const rules = [{ campaign: 'yalda' }, { campaign: 'yalda' }];
    const { earned, claims } = earn({ rules, programme: { campaigns: [campaign] } });
    expect(earned.map((one) => one.points)).toEqual([10, 5]);
    expect(claims).toEqual([
      { key: 'budget:campaign:yalda:money:ever:ever', of: 'all', limit: 1500, add: 1500 },
    ]);
  });

  it('of a group one rule gives: the one worth most, and the other says which did', () => {
    const rules = [
      { group: 'big' },
      { group: 'big', wallet: 'credit', gives: { kind: 'share', share: 1100 } as const },
      { gives: { kind: 'fixed', units: 1 } as const },
    ];
    const groups = (choose: 'highest' | 'first') => ({ groups: [{ key: 'big', choose }] });
    const highest = earn({ rules, programme: groups('highest') });
    expect(highest.earned.map(({ rule }) => rule)).toEqual(['r1', 'r2']);
    expect(highest.notEarned).toEqual([
      { rule: 'r0', reasons: [{ code: 'group_gave_other', detail: { rule: 'r1' } }] },
    ]);
    expect(earn({ rules, programme: groups('first') }).earned.map(({ rule }) => rule)).toEqual(['r0', 'r2']);
  });
});

describe('for any basket and any rule', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 50 }),
    unitPrice: fc.integer({ min: 0, max: 5_000_000 }),
    kind: fc.constantFrom('goods', 'shipping', 'gift-card'),
  });
  const gives = fc.oneof(
    fc.record({ kind: fc.constant('fixed'), units: fc.integer({ min: 1, max: 1e6 }) }),
    fc.record({
      kind: fc.constant('per'),
      units: fc.integer({ min: 1, max: 100 }),
      amount: fc.integer({ min: 1, max: 1e6 }),
    }),
    fc.record({ kind: fc.constant('piece'), units: fc.integer({ min: 1, max: 100 }) }),
  ) as fc.Arbitrary<EarningRule['gives']>;

  it('the lines add up to what is earned, no bound is passed, and the claims are what was given', () => {
    holdsFor(
      'earnings within their bounds',
      150,
      fc.property(
        fc.tuple(
          fc.array(line, { minLength: 1, maxLength: 8 }),
          fc.array(gives, { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 1, max: 2000 }),
          fc.integer({ min: 1, max: 200_000 }),
          fc.nat(1000),
        ),
        ([lines, formulas, most, money, before]) => {
          const rules = formulas.map((one) => ({
            gives: one,
            campaign: 'c',
            caps: [{ of: 'person', per: 'day', most, counted: 'units' } as const],
          }));
          const used = { 'all budget:campaign:c:money:ever:ever': before };
          const { earned, claims } = earn({
            rules,
            lines,
            used,
            programme: { campaigns: [{ key: 'c', name, budget: { per: 'ever', money } }] },
          });
          for (const one of earned) {
            expect(one.points).toBeGreaterThan(0);
            expect(one.points).toBeLessThanOrEqual(most);
            expect(one.lines.reduce((sum, part) => sum + part, 0)).toBe(one.points);
          }
          const given = earned.reduce((sum, one) => sum + one.points * 100, 0);
          expect(given + before <= money || given === 0).toBe(true);
          for (const { key, add, limit } of claims)
            expect(add + (key.startsWith('budget:campaign') ? before : 0)).toBeLessThanOrEqual(
              limit ?? Infinity,
            );
        },
      ),
    );
  });
});
