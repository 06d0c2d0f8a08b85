import { describe, expect, it } from 'vitest';
import { changeOf } from './edited.ts';
import type { PricingInput } from './pricing-input.ts';
import { planCancel, planReturn } from './returns.ts';
import {
  card,
  line,
  NOW,
  offer,
  ONE_PER_TEN_THOUSAND,
  percent,
  priced,
  programme,
  reward,
  shop,
  voucher,
  wallet,
} from './shop.fixture.ts';

const club = programme([wallet()], [ONE_PER_TEN_THOUSAND]);

function bought(input: PricingInput) {
  const order = { basket: input.basket, priced: priced(input) };
  return {
    priced: order.priced,
    /** What comes back when so many pieces of each line do, after so many before. */
    back(pieces: readonly number[], before: readonly number[] = pieces.map(() => 0)) {
      const plan = planReturn(order, before, pieces);
      if (!plan.ok) throw new Error(plan.refusal.code);
      return plan.value;
    },
    code(pieces: readonly number[], before: readonly number[] = pieces.map(() => 0)): string {
      const plan = planReturn(order, before, pieces);
      return plan.ok ? 'ok' : plan.refusal.code;
    },
    cancel(before: readonly number[]) {
      const plan = planCancel(order, before);
      return plan.ok ? plan.value : plan.refusal.code;
    },
  };
}

describe('pain 26: a partial refund keeps the line’s share of the discount', () => {
  it('for an amount off the whole basket', () => {
    const order = bought(
      shop([line('tea', 4, 50_000), line('cup', 1, 100_000)], {
        offers: [offer('thanks', { kind: 'amount', amount: 30_000 })],
      }),
    );
    const plan = order.back([1, 0]);
    expect(plan).toMatchObject({ gross: 50_000, discount: 5_000, net: 45_000, money: 45_000 });
    expect(plan.discounts).toEqual([{ source: 'offer:thanks', amount: 5_000 }]);
    expect(order.back([3, 1], [1, 0])).toMatchObject({ money: 225_000, everything: true });
  });

  it('and its tax to the minor unit (pain 11)', () => {
    const order = bought(shop([line('tea', 3, 10_000, { tax: 2_703 })]));
    const taxes = [0, 1, 2].map((before) => order.back([1], [before]).tax);
    expect(taxes).toEqual([901, 901, 901]);
    const uneven = bought(shop([line('tea', 3, 10_000, { tax: 2_704 })]));
    expect([0, 1, 2].map((before) => uneven.back([1], [before]).tax)).toEqual([901, 901, 902]);
  });
});

describe('pain 29: a partial refund takes the proportional points only', () => {
  it('and the last piece takes the rest', () => {
    const order = bought(shop([line('tea', 3, 35_000), line('cup', 1, 100_000)], { programme: club }));
    expect(order.priced.earned[0]).toMatchObject({ points: 20, lines: [10, 10] });
    expect([0, 1, 2].map((before) => order.back([1, 0], [before, 0]).earned[0]?.points)).toEqual([3, 3, 4]);
    expect(order.back([0, 1]).earned).toEqual([
      { rule: 'buying', wallet: 'points', points: 10, lines: [0, 10] },
    ]);
  });
});

describe('pains 2, 19 and 35: what points and gift cards paid goes back to them, not out in money', () => {
  const order = bought(
    shop([line('tea', 2, 50_000), line('cup', 2, 50_000)], {
      programme: club,
      wallets: [{ wallet: 'points', balance: 400, use: 400 }],
      giftCards: [card(9, 100_000, { use: 100_000 })],
    }),
  );

  it('line by line', () => {
    expect(order.priced).toMatchObject({ byWallets: 40_000, byGiftCards: 100_000, due: 60_000 });
    const plan = order.back([1, 0]);
    expect(plan).toMatchObject({ money: 15_000, net: 50_000 });
    expect(plan.spent).toEqual([{ spent: 0, wallet: 'points', points: 100, worth: 10_000 }]);
    expect(plan.giftCards).toEqual([{ card: 9, amount: 25_000 }]);
  });

  it('and leaves nothing behind in the end', () => {
    expect(order.back([1, 2], [1, 0])).toMatchObject({
      money: 45_000,
      giftCards: [{ card: 9, amount: 75_000 }],
      spent: [{ points: 300 }],
      everything: true,
    });
  });
});

describe('pains 25 and 33: counters are given back', () => {
  const order = bought(
    shop([line('tea', 2, 50_000), line('cup', 1, 100_000)], {
      offers: [
        offer('coded', percent(1000), {
          by: 'code',
          budget: 1_000_000,
          limits: { perPerson: 1, total: 100 },
          on: { items: { only: ['tea'] } },
        }),
      ],
      vouchers: [voucher(5, 'coded')],
    }),
  );

  it('money of a budget by its part, a use when nothing is left of what it gave', () => {
    expect(order.back([1, 0]).counters).toEqual([{ key: 'offer:coded:cost', of: 'all', subtract: 5_000 }]);
    expect(order.back([1, 0], [1, 0]).counters).toEqual([
      { key: 'offer:coded:cost', of: 'all', subtract: 5_000 },
      { key: 'offer:coded:uses', of: 'all', subtract: 1 },
      { key: 'offer:coded:uses', of: 'person', subtract: 1 },
      { key: 'voucher:5', of: 'all', subtract: 1 },
    ]);
    expect(order.back([0, 1], [2, 0]).counters).toEqual([]);
  });

  it('all of them by a cancellation, what came back before left out', () => {
    const all = order.cancel([0, 0]);
    expect(all).toMatchObject({
      everything: true,
      counters: order.priced.claims.map(({ key, of, add }) => ({ key, of, subtract: add })),
    });
    expect(order.cancel([2, 0])).toMatchObject({ money: 100_000, counters: [] });
    expect(order.cancel([2, 1])).toBe('return_nothing');
  });

  it('and those of what was earned: units by their part, a time when all of it is gone', () => {
    const capped = programme(
      [wallet()],
      [
        {
          ...ONE_PER_TEN_THOUSAND,
          caps: [
            { of: 'person', per: 'day', most: 100, counted: 'units' },
            { of: 'person', per: 'month', most: 3, counted: 'times' },
          ],
        },
      ],
    );
    const earned = bought(shop([line('tea', 2, 50_000)], { programme: capped }));
    const subtracted = (before: number) =>
      earned.back([1], [before]).counters.map(({ subtract }) => subtract);
    expect(new Set(earned.priced.claims.map(({ add }) => add))).toEqual(new Set([1, 10]));
    expect(subtracted(0)).toEqual([5]);
    expect(new Set(subtracted(1))).toEqual(new Set([1, 5]));
  });
});

describe('rewards and perks', () => {
  it('give their points back as what they took off comes back', () => {
    const order = bought(
      shop([line('tea', 2, 50_000)], {
        programme: club,
        wallets: [{ wallet: 'points', balance: 500, use: 0 }],
        rewards: [reward('prize', 300, { kind: 'amount', amount: 20_000 })],
      }),
    );
    expect(order.back([1]).spent).toEqual([
      { spent: 0, wallet: 'points', reward: 'prize', points: 150, worth: 0 },
    ]);
  });

  it('a perk ends with the order, and what it cost its budget comes back then', () => {
    const perk = { key: 'service', name: { fa: 'سرویس', en: 'service' }, cost: 700 };
    const gives = { kind: 'combination', discount: { kind: 'percent', share: 1000 }, perk } as const;
    const order = bought(
      shop([line('tea', 2, 5_000)], { offers: [offer('thanks', gives, { budget: 9_000 })] }),
    );
    expect(order.back([1])).toMatchObject({ perksEnded: [], counters: [{ subtract: 500 }] });
    expect(order.back([1], [1])).toMatchObject({
      perksEnded: ['offer:thanks'],
      counters: [{ subtract: 1_200 }, { subtract: 1 }],
    });
  });
});

describe('an offer that asked for a least basket', () => {
  const order = bought(
    shop([line('tea', 4, 50_000), line('cup', 1, 100_000), line('post', 1, 30_000, { kind: 'shipping' })], {
      offers: [offer('big', percent(1000), { leastBasket: 200_000 }), offer('any', percent(500))],
    }),
  );

  it('is kept for what stays, as it was bought, and what is left below its least is told first', () => {
    expect(order.back([2, 0, 0]).belowLeast).toEqual([]);
    const plan = order.back([3, 0, 0]);
    expect(plan.belowLeast).toEqual([{ source: 'offer:big', least: 200_000, left: 150_000, kept: 14_250 }]);
    // Nothing is kept back for it: what comes back is what was paid for these pieces.
    expect(plan).toMatchObject({ gross: 150_000, discount: 21_750, money: 128_250 });
    expect(order.back([1, 1, 0], [3, 0, 0]).belowLeast).toEqual([]);
    expect(order.cancel([3, 0, 0])).toMatchObject({ everything: true, belowLeast: [] });
  });
});

describe('what cannot come back', () => {
  it.each([
    ['more than was bought', [3, 0], [0, 0], 'return_too_many'],
    ['more than is left', [1, 0], [2, 0], 'return_too_many'],
    ['less than nothing', [-1, 1], [0, 0], 'return_too_many'],
    ['half a piece', [0.5, 0], [0, 0], 'return_too_many'],
    ['nothing', [0, 0], [0, 0], 'return_nothing'],
    ['lines of another order', [1], [0], 'return_lines_differ'],
  ])('%s', (_what, pieces, before, code) => {
    expect(bought(shop([line('tea', 2, 10), line('cup', 1, 10)])).code(pieces, before)).toBe(code);
  });
});

describe('editing an order', () => {
  it('says what it takes more and what becomes free', () => {
    const made = shop([line('tea', 2, 50_000)], {
      offers: [offer('old', percent(1000), { when: { zone: 'Asia/Tehran', to: NOW + 1 } })],
      programme: club,
      wallets: [{ wallet: 'points', balance: 500, use: 500 }],
    });
    const edited = { ...made, basket: { lines: [line('tea', 1, 50_000)] } };
    expect(changeOf(priced(made), priced(edited))).toEqual({
      due: -40_000,
      wallets: [{ wallet: 'points', points: -50 }],
      giftCards: [],
      earned: [{ rule: 'buying', points: -4 }],
      counters: [{ key: 'offer:old:cost', of: 'all', add: -5_000 }],
    });
    expect(changeOf(priced(made), priced(made))).toMatchObject({ due: 0, wallets: [], counters: [] });
  });
});
