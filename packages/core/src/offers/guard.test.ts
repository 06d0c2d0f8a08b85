import { describe, expect, it } from 'vitest';
import { adviseOffer } from './advice.ts';
import { baseBears, baseStability } from './base.ts';
import type { Guard } from './guard-settings.ts';
import { discountHabit, shareOfDaysOnOffer, teachesToWait } from './habits.ts';
import {
  ago,
  buyer,
  CALENDAR,
  codesOf,
  DAY,
  decisionOf,
  line,
  NOW,
  offer,
  ONE_PER_TEN_THOUSAND,
  OPEN_GUARD,
  paid,
  percent,
  priced,
  programme,
  type Shop,
  shop,
  wallet,
} from './shop.fixture.ts';

const guard = (more: Partial<Guard>): Guard => ({ ...OPEN_GUARD, ...more });
const costs = (unitCosts: Record<string, number>, more: object = {}) => ({
  unitCosts: new Map(Object.entries(unitCosts)),
  marginRate: 3000,
  rateFrom: 'stated' as const,
  perUnit: new Map<string, { points: number; amount: number }>(),
  ...more,
});

describe('the floor of a line: revenue net of tax − cost − rewards − fees', () => {
  // One piece at 100,000.
  it.each([
    ['what it costs', { tax: 0, cost: 70_000, fees: 0, margin: 0, points: 0 }, 70_000],
    ['its cost and 10 % kept', { tax: 0, cost: 63_000, fees: 0, margin: 1000, points: 0 }, 70_000],
    [
      'its cost with a tenth of tax in the price',
      { tax: 10_000, cost: 63_000, fees: 0, margin: 0, points: 0 },
      70_000,
    ],
    ['its cost and fees of 2 %', { tax: 0, cost: 68_600, fees: 200, margin: 0, points: 0 }, 70_000],
    ['its cost and the points it earns', { tax: 0, cost: 69_100, fees: 0, margin: 0, points: 90 }, 70_000],
    [
      'its price, where it costs more than that',
      { tax: 0, cost: 120_000, fees: 0, margin: 0, points: 0 },
      100_000,
    ],
    [
      'its price, where tax, fees and margin leave nothing',
      { tax: 50_000, cost: 1, fees: 5000, margin: 5000, points: 0 },
      100_000,
    ],
  ])('is %s', (_what, { tax, cost, fees, margin, points }, floor) => {
    const result = priced(
      shop([line('tea', 1, 100_000, { tax })], {
        offers: [offer('half', percent(5000))],
        guard: guard({ margin: { line: margin }, fees }),
        programme: programme([wallet()], [ONE_PER_TEN_THOUSAND]),
        costs: costs({ tea: cost }, { perUnit: new Map([['points', { points: 1, amount: points }]]) }),
      }),
    );
    expect(result.lines[0]).toMatchObject({ floor, net: Math.max(floor, 50_000), cost });
  });

  it('rests on the rate of the business where the cost is not known, and says so', () => {
    const input = { offers: [offer('half', percent(5000))], guard: guard({ margin: { line: 0 } }) };
    const result = priced(shop([line('tea', 1, 100_000)], { ...input, costs: costs({}) }));
    expect(result.lines[0]).toMatchObject({ floor: 70_000, net: 70_000, cost: null });
    expect(result.margin).toEqual({ amount: 0, costedShare: 0, rateFrom: 'stated' });
  });

  it('lets a piece be given away only where the basket bears it', () => {
    const offers = [offer('third-free', { kind: 'buy-get', buy: 2, get: 1, share: 10_000 })];
    const buy = (cost: number) =>
      priced(
        shop([line('tea', 3, 100_000)], {
          offers,
          guard: guard({ margin: { line: 0, basket: 0 } }),
          costs: costs({ tea: cost }),
        }),
      );
    const borne = buy(60_000);
    expect(borne.discount).toBe(100_000);
    expect(borne.lines[0]?.floor).toBe(120_000);
    expect(borne.margin.amount).toBe(20_000);
    const held = buy(80_000);
    expect(held.discount).toBe(60_000);
    expect(codesOf(decisionOf(held, 'offer:third-free'))).toEqual(['below_margin_of_basket', 'trimmed_to']);
    // What is not free any more has its floor again: all three pieces are paid for.
    expect(held.lines[0]?.floor).toBe(240_000);
    expect(held.margin.amount).toBe(0);
  });
});

describe('what becomes of an offer that is held back', () => {
  const service = {
    key: 'service',
    name: { fa: 'سرویس رایگان', en: 'a free service' },
    cost: 4_000,
    worth: 20_000,
  };
  const give = (heldBack: Guard['heldBack'], more: Partial<Guard> = {}, extra: Shop = {}) =>
    decisionOf(
      priced(
        shop([line('tea', 1, 100_000)], {
          offers: [offer('thanks', percent(4000))],
          guard: guard({ heldBack, margin: { line: 0, basket: 0 }, perks: [service], ...more }),
          costs: costs({ tea: 70_000 }),
          ...extra,
        }),
      ),
      'offer:thanks',
    );

  it('refuse: nothing is given, and it is said why and what would be possible', () => {
    const refused = give('refuse');
    expect(refused).toMatchObject({ outcome: 'skipped', amount: 0, cost: 0, asked: 40_000 });
    expect(codesOf(refused)).toEqual(['below_margin_of_line']);
    expect(refused.proposal).toEqual({
      perk: 'service',
      name: service.name,
      discount: 20_000,
      cost: 24_000,
      instead: 40_000,
    });
  });

  it('trim: what the floor leaves', () => {
    expect(give('trim')).toMatchObject({ outcome: 'trimmed', amount: 30_000, asked: 40_000 });
  });

  it('swap: half of it and a perk, with the cost of both ("5 % and a free service instead of 10 %")', () => {
    const swapped = give('swap');
    expect(swapped).toMatchObject({ outcome: 'swapped', amount: 20_000, cost: 24_000, perk: service.name });
    expect(swapped.reasons.at(-1)).toEqual({
      code: 'perk_instead',
      detail: { cost: 24_000, instead: 40_000 },
    });
  });

  it('swap: a perk alone where not even half is borne', () => {
    const swapped = give('swap', {}, { costs: costs({ tea: 95_000 }) });
    expect(swapped).toMatchObject({ outcome: 'swapped', amount: 0, cost: 4_000, perk: service.name });
  });

  it('counts the perk in what is kept', () => {
    const result = priced(
      shop([line('tea', 1, 100_000)], {
        offers: [offer('service', { kind: 'perk', perk: service })],
        costs: costs({ tea: 70_000 }),
      }),
    );
    expect(result.margin).toEqual({ amount: 26_000, costedShare: 1, rateFrom: 'stated' });
  });

  it('swap: nothing where no perk costs less or the budget is gone', () => {
    expect(give('swap', { perks: [{ ...service, cost: 40_000 }] }).outcome).toBe('skipped');
    expect(give('swap', { monthBudget: 3_000 }).outcome).toBe('skipped');
  });

  it('is said by the offer itself where it says so', () => {
    const strict = offer('thanks', percent(4000), { heldBack: 'refuse' });
    expect(give('trim', {}, { offers: [strict] }).outcome).toBe('skipped');
  });

  it('proposes the same thanks for less even where the discount is borne', () => {
    const borne = give('trim', {}, { costs: costs({ tea: 10_000 }) });
    expect(borne).toMatchObject({
      outcome: 'applied',
      amount: 40_000,
      proposal: { cost: 24_000, instead: 40_000 },
    });
    const worthless = give(
      'trim',
      { perks: [{ ...service, worth: 19_999 }] },
      { costs: costs({ tea: 10_000 }) },
    );
    expect(worthless.proposal).toBeUndefined();
  });
});

describe('a stable base', () => {
  it('is what loyal customers bought in the weakest of the last three whole months, of the target', () => {
    expect(baseStability({ target: 1_000, fromLoyal: [10, 1_200, 1_100, 1_050] })).toEqual({
      kind: 'known',
      covered: 10_500,
      target: 1_000,
      fromLoyal: 1_050,
    });
    expect(baseStability({ target: null, fromLoyal: [1] })).toEqual({ kind: 'unknown' });
    expect(baseStability({ target: 5, fromLoyal: [] })).toEqual({ kind: 'unknown' });
    expect(baseBears(baseStability({ target: 3, fromLoyal: [-5] }), 1)).toBe(false);
  });

  it('is what a public discount needs; a private one, and a public perk, do not', () => {
    const input = (covered: number | null): Shop => ({
      guard: guard({ publicNeeds: 10_000 }),
      base:
        covered === null
          ? { kind: 'unknown' }
          : { kind: 'known', covered, target: 100, fromLoyal: covered / 100 },
    });
    const told = offer('told', percent(1000), { announcement: 'public' });
    const give = (covered: number | null, one = told) =>
      codesOf(
        decisionOf(
          priced(shop([line('tea', 1, 100)], { ...input(covered), offers: [one] })),
          `offer:${one.key}`,
        ),
      )[0];
    expect([give(9_999), give(10_000), give(null)]).toEqual(['base_not_stable', 'given', 'base_unknown']);
    expect(give(0, offer('quiet', percent(1000)))).toBe('given');
    const perk = { key: 'tea', name: { fa: 'چای', en: 'tea' }, cost: 1 };
    expect(give(0, offer('perk', { kind: 'perk', perk }, { announcement: 'public' }))).toBe('given');
  });
});

describe('habits', () => {
  const wary = guard({ newcomerOrders: 2, waiting: { most: 2, days: 30, habit: { share: 7500, of: 4 } } });
  const give = (facts: Parameters<typeof buyer>[0], one = offer('weekly', percent(1000))) =>
    codesOf(
      decisionOf(
        priced(shop([line('tea', 1, 1_000)], { offers: [one], guard: wary, buyer: buyer(facts) })),
        'offer:weekly',
      ),
    )[0];
  const orders = [paid(90, 'A', 100), paid(60, 'B', 100)];

  it('of newcomers are not begun: a discount that can be repeated waits for kept orders, a welcome does not', () => {
    expect(give([paid(60, 'A', 100)])).toBe('habit_of_newcomer');
    expect(
      give([paid(60, 'A', 100), paid(50, 'B', 5), ago(40, 'order.returned', { order: 'B', amount: 5 })]),
    ).toBe('habit_of_newcomer');
    expect(give(orders)).toBe('given');
    expect(give([], offer('weekly', percent(1000), { limits: { perPerson: 1 } }))).toBe('given');
  });

  it('are not taught: after so many discounts in so many days there is no further one', () => {
    const given = (days: number, amount = 100) => ago(days, 'offer.given', { offer: 'any', amount });
    expect(give([...orders, given(29), given(3)])).toBe('teaches_to_wait');
    expect(give([...orders, given(30), given(3)])).toBe('given');
    expect(give([...orders, given(4, 0), given(3)])).toBe('given');
  });

  it('are not fed: whoever buys at a discount only has to be met otherwise', () => {
    const cheap = (days: number) => paid(days, `D${days}`, 100, { discount: 10 });
    expect(give([...orders, cheap(40), cheap(20)])).toBe('given');
    expect(give([paid(60, 'B', 100), cheap(50), cheap(40), cheap(20)])).toBe('buys_only_on_discount');
  });

  it('are counted from facts up to the instant in whole days, whatever came later', () => {
    const { history } = buyer([
      ago(0, 'offer.given', { amount: 1 }),
      ago(-1, 'offer.given', { amount: 1 }),
      paid(1, 'A', 1),
    ]);
    const habit = discountHabit(history, { now: NOW, zone: CALENDAR.zone, days: 1, of: 5 });
    expect(habit).toEqual({ given: 1, days: 1, orders: 1, discounted: 0 });
    expect(teachesToWait(habit, { most: 1 })).toBe('often');
    expect(teachesToWait(habit, { most: 2, habit: { share: 1, of: 5 } })).toBeNull();
  });

  it('of a whole market: the share of days on which something public ran', () => {
    const runs = [
      { from: NOW - 5 * DAY, to: NOW - 3 * DAY },
      { from: NOW - 4 * DAY, to: NOW - 3 * DAY },
    ];
    expect(shareOfDaysOnOffer({ runs }, { now: NOW, zone: CALENDAR.zone, days: 10 })).toBe(3_000);
    expect(shareOfDaysOnOffer({ runs: [] }, { now: NOW, zone: CALENDAR.zone, days: 10 })).toBe(0);
  });
});

describe('advice before an offer is published', () => {
  const advise = (one: ReturnType<typeof offer>, more: object = {}) =>
    adviseOffer(one, {
      guard: null,
      base: { kind: 'unknown' },
      marginRate: 3000,
      runs: [],
      now: NOW,
      ...more,
    }).map(({ code }) => code);

  it('warns of a public cut for all: no budget, no base, no end, a habit, more than is kept', () => {
    const runs = [{ from: NOW - 60 * DAY, to: NOW }];
    expect(advise(offer('sale', percent(4000), { announcement: 'public' }), { runs })).toEqual([
      'advice_no_budget',
      'base_unknown',
      'advice_public_for_everybody',
      'advice_always_on_offer',
      'advice_habit_of_newcomers',
      'advice_above_margin',
    ]);
  });

  it('has nothing to say of a thank-you for chosen people', () => {
    const thanks = offer('thanks', percent(500), {
      for: { appreciation: 60 },
      newcomers: false,
      budget: 1_000,
    });
    expect(advise(thanks)).toEqual([]);
    const thirdFree = offer(
      'third',
      { kind: 'buy-get', buy: 2, get: 1, share: 10_000 },
      { budget: 1, newcomers: false },
    );
    expect(advise(thirdFree)).toEqual(['advice_above_margin']);
  });
});
