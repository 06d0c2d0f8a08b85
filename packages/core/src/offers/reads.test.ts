import { describe, expect, it } from 'vitest';
import { countersPricingReads, factsPricingReads } from './reads.ts';
import {
  ago,
  buyer,
  CALENDAR,
  line,
  NOW,
  offer,
  ONE_PER_TEN_THOUSAND,
  OPEN_GUARD,
  paid,
  percent,
  priced,
  programme,
  reward,
  shop,
  voucher,
  wallet,
} from './shop.fixture.ts';

const who = { measure: 'sum', of: 'product.bought', field: 'quantity', atLeast: 2 } as const;
const offers = [
  offer('loyal', percent(500), { for: { who }, newcomers: false, leastDaysBetween: 5 }),
  offer('daily', percent(100), { limits: { perDay: 9, perPerson: 3, total: 99 }, budget: 90_000 }),
  offer('coded', percent(200), { by: 'code' }),
];
const guard = { ...OPEN_GUARD, monthBudget: 90_000, newcomerOrders: 1, waiting: { most: 3, days: 30 } };
const vouchers = [voucher(4, 'coded', { usesPerPerson: 1 })];
const rewards = [reward('prize', 1, { kind: 'amount', amount: 10 }, { stock: 5, perPerson: 2 })];
const club = programme(
  [wallet()],
  [{ ...ONE_PER_TEN_THOUSAND, budget: { per: 'month', units: 500 }, who: { measure: 'tag', tag: 'member' } }],
);
const definition = club?.definition ?? null;

describe('what pricing reads', () => {
  it('is all it needs of the facts: others change nothing', () => {
    const { types, fields } = factsPricingReads(offers, definition);
    const facts = [
      paid(60, 'A', 100, { discount: 5, channel: 'web' }),
      paid(50, 'B', 100),
      ago(49, 'order.returned', { order: 'B', amount: 100 }),
      ago(40, 'product.bought', { order: 'A', quantity: 3, sku: 'tea' }),
      ago(20, 'offer.given', { offer: 'daily', amount: 5 }),
      ago(9, 'tag.added', { tag: 'member' }),
      ago(8, 'page.viewed', { url: '/' }),
    ];
    const read = facts
      .filter(({ type }) => types.includes(type))
      .map((fact) => ({
        ...fact,
        data: Object.fromEntries(Object.entries(fact.data).filter(([field]) => fields.includes(field))),
      }));
    expect(read).toHaveLength(6);
    const answer = (told: typeof facts) =>
      priced(shop([line('tea', 2, 50_000)], { offers, guard, programme: club, buyer: buyer(told) }));
    expect(answer(read)).toEqual(answer(facts));
    expect(answer(facts).decisions.filter(({ outcome }) => outcome === 'applied')).toHaveLength(2);
    expect(answer(facts).earned).toHaveLength(1);
  });

  it('names every counter with a limit that a price can claim, and no other', () => {
    const asked = { offers, vouchers, rewards, guard, programme: definition, now: NOW, calendar: CALENDAR };
    const named = new Set(countersPricingReads(asked).map(({ key, of }) => `${of} ${key}`));
    const { claims } = priced(
      shop([line('tea', 2, 50_000)], {
        offers,
        vouchers,
        rewards,
        guard,
        programme: club,
        wallets: [{ wallet: 'points', balance: 9, use: 0 }],
        buyer: buyer([paid(60, 'A', 100), ago(9, 'tag.added', { tag: 'member' })]),
      }),
    );
    expect(claims.length).toBeGreaterThan(10);
    const unlike = claims.filter(({ key, of, limit }) => named.has(`${of} ${key}`) !== (limit !== null));
    expect(unlike).toEqual([]);
  });
});
