import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BasketLine, Wallet } from '../programme/index.ts';
import { holdsFor } from '../testing/properties.ts';
import type { Guard } from './guard-settings.ts';
import type { Discount, Give, Offer } from './offer.ts';
import { type Priced, pricedSchema } from './priced.ts';
import type { PricingInput } from './pricing-input.ts';
import { returnPlanSchema } from './return-plan.ts';
import { planCancel, planReturn } from './returns.ts';
import {
  atHand,
  card,
  offer,
  ONE_PER_TEN_THOUSAND,
  OPEN_GUARD,
  paid,
  buyer,
  priced,
  programme,
  reward,
  shop,
  voucher,
  wallet,
} from './shop.fixture.ts';

const CASES = 80;
const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
const item = fc.constantFrom('tea', 'cup', 'bread', 'soap');
const share = fc.integer({ min: 1, max: 10_000 });
const price = fc.oneof(fc.nat(50), fc.nat(200_000), fc.constantFrom(0, 1, 3, 99_999));

const anyLine: fc.Arbitrary<BasketLine> = fc
  .record({
    item,
    group: fc.constantFrom('drinks', 'dishes'),
    quantity: fc.integer({ min: 1, max: 7 }),
    unitPrice: price,
    taxShare: fc.integer({ min: 0, max: 30 }),
    kind: fc.constantFrom('goods', 'goods', 'goods', 'shipping', 'gift-card'),
  })
  .map(({ taxShare, ...one }) => ({
    ...one,
    tax: Math.floor((one.quantity * one.unitPrice * taxShare) / 100),
  }));

const anyDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), share }),
  fc.record({ kind: fc.constant('percent' as const), share, cap: fc.integer({ min: 1, max: 50_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 300_000 }) }),
  fc.record({ kind: fc.constant('price' as const), price }),
  fc.record({
    kind: fc.constant('buy-get' as const),
    buy: fc.integer({ min: 1, max: 3 }),
    get: fc.integer({ min: 1, max: 2 }),
    share,
  }),
  fc.record({ kind: fc.constant('free-product' as const), item, pieces: fc.integer({ min: 1, max: 4 }) }),
);
const anyPerk = fc.record({
  key: fc.constantFrom('service', 'design'),
  name: fc.constant({ fa: 'سرویس', en: 'service' }),
  cost: fc.nat(20_000),
});
const anyGive: fc.Arbitrary<Give> = fc.oneof(
  { arbitrary: anyDiscount, weight: 5 },
  fc.record({ kind: fc.constant('perk' as const), perk: anyPerk }),
  fc.record({ kind: fc.constant('combination' as const), discount: anyDiscount, perk: anyPerk }),
);

const anyOffer = (key: string): fc.Arbitrary<Offer> =>
  fc
    .record({
      gives: anyGive,
      by: fc.constantFrom('itself', 'itself', 'code'),
      exclusive: fc.constantFrom(false, false, false, true),
      order: fc.nat(3),
      group: fc.constantFrom(undefined, undefined, 'g'),
      mostTogether: fc.option(share, { nil: undefined }),
      drinksOnly: fc.boolean(),
      budget: fc.option(fc.integer({ min: 1, max: 60_000 }), { nil: undefined }),
      heldBack: fc.constantFrom('refuse', 'trim', 'swap'),
      announcement: fc.constantFrom('public', 'private'),
    })
    .map(({ gives, exclusive, order, group, mostTogether, drinksOnly, budget, ...rest }) =>
      offer(key, gives, {
        ...rest,
        stacking: {
          exclusive,
          order,
          ...(group === undefined ? {} : { group }),
          ...(mostTogether === undefined ? {} : { mostTogether }),
        },
        ...(drinksOnly ? { on: { groups: { only: ['drinks'] } } } : {}),
        ...(budget === undefined ? {} : { budget }),
      }),
    );

const anyGuard: fc.Arbitrary<Guard | null> = fc.option(
  fc
    .record({
      line: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
      basket: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
      fees: fc.integer({ min: 0, max: 500 }),
      mostDiscount: fc.option(share, { nil: undefined }),
      monthBudget: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
      heldBack: fc.constantFrom('refuse', 'trim', 'swap'),
      perks: fc.array(anyPerk, { maxLength: 2 }),
    })
    .map(({ line, basket, fees, mostDiscount, monthBudget, heldBack, perks }) => ({
      margin: {
        ...(line === undefined ? {} : { line }),
        ...(basket === undefined ? {} : { basket }),
      },
      fees,
      heldBack,
      perks,
      ...(mostDiscount === undefined ? {} : { mostDiscount }),
      ...(monthBudget === undefined ? {} : { monthBudget }),
    })),
  { nil: null },
);

const use = fc.option(fc.nat(3_000), { nil: null });
const coins: Wallet = wallet({ key: 'coins', worth: { points: 7, amount: 3 } });

const anyInput: fc.Arbitrary<PricingInput> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
    offers: fc.tuple(anyOffer('a'), anyOffer('b'), anyOffer('c'), anyOffer('d')),
    guard: anyGuard,
    uses: fc.tuple(use, use),
    balances: fc.tuple(fc.nat(2_000), fc.nat(50_000)),
    cards: fc.array(fc.tuple(fc.nat(200_000), use), { maxLength: 3 }),
    rewardGives: fc.option(anyDiscount, { nil: null }),
    unitCost: fc.option(fc.nat(100_000), { nil: null }),
  })
  .map(({ lines, offers, guard, uses, balances, cards, rewardGives, unitCost }) =>
    shop(lines, {
      offers: offers.map((one) => atHand(one)),
      vouchers: [voucher(1, 'a'), voucher(2, 'b'), voucher(3, 'a', { uses: null })],
      guard,
      programme: programme(
        [wallet(), coins],
        [
          ONE_PER_TEN_THOUSAND,
          { ...ONE_PER_TEN_THOUSAND, key: 'coined', wallet: 'coins', budget: { per: 'month', units: 5 } },
        ],
      ),
      wallets: [
        { wallet: 'points', balance: balances[0], use: uses[0] },
        { wallet: 'coins', balance: balances[1], use: uses[1] },
      ],
      giftCards: cards.map(([balance, asked], index) => card(index + 1, balance, { use: asked })),
      rewards: rewardGives === null ? [] : [reward('prize', 300, rewardGives)],
      costs: {
        unitCosts: new Map(unitCost === null ? [] : [['tea', unitCost]]),
        marginRate: 3000,
        rateFrom: 'assumed',
        perUnit: new Map([['points', { points: 1, amount: 80 }]]),
      },
      base: { kind: 'known', covered: 10_000, target: 1, fromLoyal: 1 },
      buyer: buyer([paid(9, 'A', 100)]),
    }),
  );

function checkSums(input: PricingInput, result: Priced): void {
  const { lines } = result;
  const columns = ['gross', 'discount', 'net', 'tax', 'byWallets', 'byGiftCards', 'due'] as const;
  for (const column of columns) expect(result[column], column).toBe(sum(lines.map((one) => one[column])));
  const at = (lists: readonly { readonly lines: readonly number[] }[], place: number): number =>
    sum(lists.map((one) => one.lines[place] ?? 0));
  for (const [place, one] of lines.entries()) {
    expect(one.gross).toBe(one.discount + one.net);
    expect(one.net).toBe(one.byWallets + one.byGiftCards + one.due);
    expect(one.net).toBeGreaterThanOrEqual(one.floor);
    expect(one.tax).toBeLessThanOrEqual(one.net);
    expect(at(result.decisions, place)).toBe(one.discount);
    expect(at(result.spent, place)).toBe(one.byWallets);
    expect(at(result.giftCards, place)).toBe(one.byGiftCards);
  }
  for (const { amount, lines: parts, asked, cost, outcome, reasons } of result.decisions) {
    expect(sum(parts)).toBe(amount);
    expect(amount).toBeLessThanOrEqual(asked);
    expect(cost).toBeGreaterThanOrEqual(amount);
    expect(reasons).not.toEqual([]);
    if (outcome === 'skipped') expect(cost).toBe(0);
  }
  for (const { points, lines: parts } of result.earned) expect(sum(parts)).toBe(points);
  for (const { add, limit, parts } of result.claims) {
    expect(sum(parts.map((part) => part.add))).toBe(add);
    if (limit !== null) expect(add).toBeLessThanOrEqual(limit);
  }
  for (const { wallet: key, balance } of input.wallets) {
    const points = sum(result.spent.filter((one) => one.wallet === key).map((one) => one.points));
    expect(points).toBeLessThanOrEqual(balance);
  }
}

describe('the price of any basket', () => {
  it('is never negative nor below a floor, adds up line by line and gives a reason for everything', () => {
    holdsFor(
      'priced adds up',
      CASES,
      fc.property(anyInput, (input) => {
        const result = priced(input);
        pricedSchema.parse(result);
        checkSums(input, result);
      }),
    );
  });

  it('keeps what the guard asks for of the basket, or takes nothing off', () => {
    holdsFor(
      'basket margin',
      CASES,
      fc.property(fc.tuple(anyInput, fc.integer({ min: 0, max: 5000 })), ([any, least]) => {
        const guard = { ...OPEN_GUARD, ...any.guard, margin: { ...any.guard?.margin, basket: least } };
        const input = { ...any, guard };
        const { discount, margin, lines, decisions } = priced(input);
        fc.pre(discount > 0 || decisions.some(({ cost }) => cost > 0));
        const goods = lines.filter((_one, place) => input.basket.lines[place]?.kind === 'goods');
        const revenue = sum(goods.map(({ net, tax }) => net - tax));
        // The tax of each line is rounded to the nearest, and the fees are rounded down.
        expect(margin.amount + lines.length + 1).toBeGreaterThanOrEqual((revenue * least) / 10_000);
      }),
    );
  });

  it('does not depend on the order in which offers stand, codes and cards were shown, counters were read', () => {
    holdsFor(
      'order of asking',
      CASES,
      fc.property(anyInput, (input) => {
        const turned: PricingInput = {
          ...input,
          offers: [...input.offers].reverse(),
          vouchers: [...input.vouchers].reverse(),
          giftCards: [...input.giftCards].reverse(),
          counters: [...input.counters].reverse(),
          wallets: [...input.wallets].reverse(),
        };
        const [one, other] = [priced(input), priced(turned)];
        const bySource = (result: Priced) => ({
          ...result,
          decisions: [...result.decisions].sort((a, b) => (a.source < b.source ? -1 : 1)),
        });
        expect(bySource(other)).toEqual(bySource(one));
      }),
    );
  });

  it('rises with the floor: a higher margin to keep never takes more off', () => {
    holdsFor(
      'monotone in the floor',
      CASES,
      fc.property(
        fc.tuple(
          fc.array(anyLine, { minLength: 1, maxLength: 4 }),
          fc.array(
            fc.oneof(
              fc.record({ kind: fc.constant('percent' as const), share }),
              fc.record({ kind: fc.constant('price' as const), price }),
            ),
            { minLength: 1, maxLength: 3 },
          ),
          fc.integer({ min: 0, max: 10_000 }),
          fc.integer({ min: 0, max: 10_000 }),
        ),
        ([lines, gives, one, other]) => {
          const discount = (line: number): number =>
            priced(
              shop(lines, {
                offers: gives.map((give, place) => offer(`offer-${place}`, give)),
                guard: { heldBack: 'trim', perks: [], margin: { line } },
              }),
            ).discount;
          // What a percentage puts on each line is rounded, by less than one minor unit a line and offer.
          const rounding = lines.length * gives.length;
          expect(discount(Math.max(one, other))).toBeLessThanOrEqual(
            discount(Math.min(one, other)) + rounding,
          );
        },
      ),
    );
  });

  it('is the same price for the same question', () => {
    holdsFor(
      'same question',
      50,
      fc.property(anyInput, (input) => {
        expect(priced(input)).toEqual(priced(input));
      }),
    );
  });
});

describe('what comes back', () => {
  /** Returns everything in steps; `cuts` says how much of what is left comes back at each step. */
  function inSteps(input: PricingInput, cuts: readonly number[]) {
    const order = { basket: input.basket, priced: priced(input) };
    const before = input.basket.lines.map(() => 0);
    const plans = [];
    for (const cut of [...cuts, 100]) {
      const back = input.basket.lines.map(({ quantity }, place) =>
        Math.floor(((quantity - (before[place] ?? 0)) * ((cut * (place + 3)) % 101)) / 100),
      );
      const isLast = cut === 100;
      const wanted = isLast
        ? input.basket.lines.map(({ quantity }, place) => quantity - (before[place] ?? 0))
        : back;
      if (sum(wanted) === 0) continue;
      const plan = planReturn(order, before, wanted);
      if (!plan.ok) throw new Error(plan.refusal.code);
      plans.push(returnPlanSchema.parse(plan.value));
      for (const [place, pieces] of wanted.entries()) before[place] = (before[place] ?? 0) + pieces;
    }
    return { order, plans };
  }

  it('is exactly everything once everything is back, in however many steps', () => {
    holdsFor(
      'returned in steps',
      CASES,
      fc.property(
        fc.tuple(anyInput, fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 4 })),
        ([input, cuts]) => {
          const { order, plans } = inSteps(input, cuts);
          const result = order.priced;
          const all = <Row>(
            rows: (plan: (typeof plans)[number]) => readonly Row[],
            of: (row: Row) => number,
          ): number => sum(plans.flatMap((plan) => rows(plan).map(of)));
          for (const column of ['gross', 'discount', 'net', 'tax'] as const)
            expect(sum(plans.map((plan) => plan[column])), column).toBe(result[column]);
          expect(sum(plans.map(({ money }) => money))).toBe(result.due);
          for (const [index, { points, worth }] of result.spent.entries()) {
            const of = (plan: (typeof plans)[number]) => plan.spent.filter(({ spent }) => spent === index);
            expect(all(of, (row) => row.points)).toBe(points);
            expect(all(of, (row) => row.worth)).toBe(worth);
          }
          for (const used of result.giftCards)
            expect(
              all(
                (plan) => plan.giftCards.filter((one) => one.card === used.card),
                (row) => row.amount,
              ),
            ).toBe(used.amount);
          for (const { rule, points } of result.earned)
            expect(
              all(
                (plan) => plan.earned.filter((one) => one.rule === rule),
                (row) => row.points,
              ),
            ).toBe(points);
          for (const { source, amount } of result.decisions)
            expect(
              all(
                (plan) => plan.discounts.filter((one) => one.source === source),
                (row) => row.amount,
              ),
            ).toBe(amount);
          for (const { key, of, add } of result.claims) {
            const mine = (plan: (typeof plans)[number]) =>
              plan.counters.filter((one) => one.key === key && one.of === of);
            expect(
              all(mine, (row) => row.subtract),
              key,
            ).toBe(add);
          }
          expect(plans.map(({ everything }) => everything)).toEqual(
            plans.map((_plan, index) => index === plans.length - 1),
          );
        },
      ),
    );
  });

  it('is at every step what was paid: money, units and cards add up to the net of what comes back', () => {
    holdsFor(
      'each return adds up',
      CASES,
      fc.property(
        fc.tuple(anyInput, fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 4 })),
        ([input, cuts]) => {
          for (const plan of inSteps(input, cuts).plans) {
            expect(plan.net).toBe(
              plan.money +
                sum(plan.spent.map(({ worth }) => worth)) +
                sum(plan.giftCards.map(({ amount }) => amount)),
            );
            for (const { gross, discount, net, byWallets, byGiftCards, money } of plan.lines) {
              expect(gross).toBe(discount + net);
              expect(net).toBe(byWallets + byGiftCards + money);
            }
          }
        },
      ),
    );
  });

  it('is the same for a cancellation and for a return of all that is left', () => {
    holdsFor(
      'cancel is a return',
      100,
      fc.property(anyInput, (input) => {
        const order = { basket: input.basket, priced: priced(input) };
        const none = input.basket.lines.map(() => 0);
        expect(planCancel(order, none)).toEqual(
          planReturn(
            order,
            none,
            input.basket.lines.map(({ quantity }) => quantity),
          ),
        );
      }),
    );
  });
});
