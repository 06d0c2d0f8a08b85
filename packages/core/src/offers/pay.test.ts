import { describe, expect, it } from 'vitest';
import {
  card,
  codesOf,
  DAY,
  decisionOf,
  line,
  NOW,
  ONE_PER_TEN_THOUSAND,
  priced,
  programme,
  reward,
  type Shop,
  shop,
  wallet,
} from './shop.fixture.ts';

const TEA = line('tea', 3, 50_000, { group: 'drinks' });

describe('wallets', () => {
  const club = programme([wallet()], [ONE_PER_TEN_THOUSAND]);
  const pay = (use: number | null, more: Shop = {}, balance = 500) =>
    priced(shop([TEA], { programme: club, wallets: [{ wallet: 'points', balance, use }], ...more }));

  it('pain 4: points used are what the customer chose, and never more than the order', () => {
    expect(pay(300)).toMatchObject({ byWallets: 30_000, due: 120_000 });
    expect(pay(300, {}, 200)).toMatchObject({ byWallets: 20_000, due: 130_000 });
    const all = pay(null, {}, 1_000_000);
    expect(all).toMatchObject({ byWallets: 150_000, due: 0 });
    expect(all.spent).toEqual([{ wallet: 'points', points: 1_500, worth: 150_000, lines: [150_000] }]);
    expect(codesOf(pay(2_000, {}, 5_000).payments[0] ?? { reasons: [] })).toEqual(['more_than_to_pay']);
  });

  it('pain 18: credit of 0 spends 0', () => {
    const none = pay(0);
    expect([none.byWallets, none.spent, none.payments]).toEqual([0, [], []]);
    expect(priced(shop([TEA], { giftCards: [card(1, 100, { use: 0 })] }))).toMatchObject({
      byGiftCards: 0,
      giftCards: [],
      payments: [],
    });
  });

  it('pain 6: earns neither on what points paid for nor on what a reward took off', () => {
    expect(pay(0).earned[0]?.points).toBe(15);
    expect(pay(null, {}, 1_000).earned[0]?.points).toBe(5);
    expect(pay(null, {}, 1_500).earned).toEqual([]);
    const rewards = [reward('cup-of-tea', 100, { kind: 'free-product', item: 'tea', pieces: 2 })];
    expect(pay(0, { rewards }).earned[0]?.points).toBe(5);
  });

  it('leaves units that take nothing more off with their owner', () => {
    const coarse = programme([wallet({ worth: { points: 3, amount: 10 } })], []);
    // 5 points are worth 16, 3 are worth 10: of 12 to pay 3 points pay 10, and 4 or 5 would not pay more.
    const result = priced(
      shop([line('x', 1, 12)], { programme: coarse, wallets: [{ wallet: 'points', balance: 5, use: 5 }] }),
    );
    expect(result.spent).toEqual([{ wallet: 'points', points: 3, worth: 10, lines: [10] }]);
  });

  it.each([
    ['at least 100 at once', { least: 100 }, 99, 0, 'wallet_least'],
    ['in steps of 50', { step: 50 }, 120, 100, 'wallet_in_steps'],
    ['at most 20 % of the basket', { mostShare: 2000 }, 500, 300, 'wallet_share_of_basket'],
  ])('are spent %s', (_what, spending, use, spent, code) => {
    const result = priced(
      shop([TEA], {
        programme: programme([wallet({ spending })], []),
        wallets: [{ wallet: 'points', balance: 500, use }],
      }),
    );
    expect(result.spent[0]?.points ?? 0).toBe(spent);
    expect(codesOf(result.payments[0] ?? { reasons: [] })).toContain(code);
  });

  it('ask for proof from so many on', () => {
    const proving = programme([wallet({ spending: { proofFrom: 200 } })], []);
    const proof = (use: number) =>
      priced(shop([TEA], { programme: proving, wallets: [{ wallet: 'points', balance: 500, use }] }))
        .payments[0]?.proof;
    expect([proof(199), proof(200)]).toEqual([false, true]);
  });
});

describe('rewards', () => {
  const club = programme([wallet()], []);
  const take = (more: Shop) =>
    priced(shop([TEA], { programme: club, wallets: [{ wallet: 'points', balance: 500, use: 0 }], ...more }));

  it('cost their points and take off their worth', () => {
    const result = take({ rewards: [reward('fifty', 400, { kind: 'amount', amount: 50_000 })] });
    expect(result).toMatchObject({ discount: 50_000, byWallets: 0, due: 100_000 });
    expect(result.spent).toEqual([{ wallet: 'points', points: 400, worth: 0, lines: [0], reward: 'fifty' }]);
  });

  it('are whole or not at all: no points for half a reward', () => {
    const large = take({ rewards: [reward('large', 400, { kind: 'amount', amount: 200_000 })] });
    expect(large.spent).toEqual([]);
    expect(codesOf(decisionOf(large, 'reward:large'))).toEqual(['reward_above_basket']);
    const dear = take({ rewards: [reward('dear', 501, { kind: 'amount', amount: 1 })] });
    expect(decisionOf(dear, 'reward:dear').reasons).toEqual([
      { code: 'wallet_too_small', detail: { balance: 500, missing: 1 } },
    ]);
  });

  it('leave the rest of the wallet for paying', () => {
    const result = take({
      rewards: [reward('fifty', 400, { kind: 'amount', amount: 50_000 })],
      wallets: [{ wallet: 'points', balance: 500, use: null }],
    });
    expect(result.spent.map(({ points }) => points)).toEqual([400, 100]);
    expect(result.due).toBe(90_000);
  });

  it('keep to their stock', () => {
    const rewards = [reward('last', 1, { kind: 'amount', amount: 1 }, { stock: 3 })];
    const counters = [{ key: 'reward:last:stock', of: 'all', used: 3 } as const];
    expect(codesOf(decisionOf(take({ rewards, counters }), 'reward:last'))).toEqual(['uses_all']);
  });
});

describe('gift cards', () => {
  it('pay after wallets, the one that ends first before the others, and never for a gift card', () => {
    const lines = [TEA, line('card', 1, 100_000, { kind: 'gift-card' })];
    const giftCards = [card(1, 100_000), card(2, 80_000, { expiresAt: NOW + DAY })];
    const result = priced(shop(lines, { giftCards }));
    expect(result.giftCards).toEqual([
      { card: 2, amount: 80_000, lines: [80_000, 0] },
      { card: 1, amount: 70_000, lines: [70_000, 0] },
    ]);
    expect(result.due).toBe(100_000);
  });

  it('say why they pay less or nothing', () => {
    const giftCards = [
      card(1, 500, { use: 800 }),
      card(2, 0),
      card(3, 900, { refused: { code: 'card_frozen' } }),
      card(4, 1_000_000, { use: 999_999 }),
    ];
    const result = priced(shop([TEA], { giftCards }));
    expect(
      result.payments.map((payment) => [
        payment.source,
        payment.outcome,
        payment.amount,
        ...codesOf(payment),
      ]),
    ).toEqual([
      ['card:1', 'trimmed', 500, 'card_too_small'],
      ['card:2', 'skipped', 0, 'card_empty'],
      ['card:3', 'skipped', 0, 'card_frozen'],
      ['card:4', 'trimmed', 149_500, 'nothing_left_to_pay'],
    ]);
  });
});
