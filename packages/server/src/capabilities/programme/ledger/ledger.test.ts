import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../../platform/database/index.ts';
import { businessesForTest, type TestBusinesses } from '../../../platform/tenancy/testing.ts';
import { mergePeople, unmergePeople } from '../../people/index.ts';
import {
  adjust,
  balanceAsOf,
  type Balance,
  balancesOf,
  capture,
  checkLedger,
  countersOf,
  entriesOf,
  GIFT_CARD_WALLET,
  giveBack,
  hold,
  type Posted,
  prolong,
  release,
  settleBusiness,
  settleDue,
  spend,
  takeBack,
  transfer,
  uncount,
} from './index.ts';
import { DAY, give, holdUnits, type LedgerShop, ledgerShop, NOW } from './testing-shop.ts';

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

const cause = { kind: 'test' };
const base = (key: string, at = NOW) => ({ key, at, now: at, cause });
const person = (shop: LedgerShop, place = 0) => ({ kind: 'person', id: shop.people[place] ?? 0 }) as const;

async function balance(tx: Tx, shop: LedgerShop, place = 0, now = NOW): Promise<Balance> {
  const [first] = await balancesOf(tx, person(shop, place), { now, wallets: ['points'] });
  if (first === undefined) throw new Error('nobody has anything');
  return first;
}

/** What was posted by a hold that is captured at once. */
async function spent(tx: Tx, shop: LedgerShop, units: number, at = NOW): Promise<Posted> {
  const held = await holdUnits(tx, person(shop).id, units, { now: at, until: at + 1000 });
  if (!held.ok) throw new Error(held.refusal.code);
  const posted = await capture(tx, held.value.hold, { at, cause });
  if (!posted.ok || posted.value[0] === undefined) throw new Error('nothing was posted');
  return posted.value[0];
}

describe('pains of others', () => {
  test('1: buy, earn, bring back: what was earned leaves, and doing it again never gains', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      for (let round = 0; round < 3; round += 1) {
        await give(tx, person(shop), 100, { key: `order ${round}` });
        const asked = {
          earned: `order ${round}`,
          units: 100,
          negative: 'allow',
          ...base(`return ${round}`),
        } as const;
        expect(await takeBack(tx, asked)).toMatchObject({
          ok: true,
          value: { units: -100, debt: 0, isNew: true },
        });
        expect(await takeBack(tx, asked)).toMatchObject({ ok: true, value: { isNew: false } });
        expect(await takeBack(tx, { ...asked, key: `again ${round}` })).toMatchObject({
          refusal: { code: 'take_back_exceeds_earned', detail: { left: 0 } },
        });
      }
      expect(await balance(tx, shop)).toMatchObject({ available: 0, debt: 0 });
    });
    await shop.check();
  });

  test('2: a return gives spent points back once and does not charge them a second time', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 100);
      const { transaction } = await spent(tx, shop, 70);
      const asked = { spend: transaction, units: 70, ...base('return') };
      expect(await giveBack(tx, asked)).toMatchObject({ ok: true, value: { units: 70, isNew: true } });
      expect(await giveBack(tx, asked)).toMatchObject({ ok: true, value: { isNew: false } });
      expect(await giveBack(tx, { ...asked, units: 1, key: 'more' })).toMatchObject({
        refusal: { code: 'give_back_exceeds_spent', detail: { left: 0 } },
      });
      expect(await balance(tx, shop)).toMatchObject({ available: 100 });
    });
    await shop.check();
  });

  test('3: a credit that is sent again earns once, whatever else it says', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      const [one] = await give(tx, person(shop), 100);
      const [other] = await give(tx, person(shop), 500);
      expect(other).toEqual({ ...one, isNew: false });
      expect(await balance(tx, shop)).toMatchObject({ available: 100 });
    });
  });

  test('8: points expire by lot, and what is held is left to its hold', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 60, { key: 'a', days: 10 });
      await give(tx, person(shop), 40, { key: 'b', days: 20 });
      await give(tx, person(shop), 5, { key: 'c' });
    });
    const at = NOW + 10 * DAY;
    const held = await shop.inside((tx) =>
      holdUnits(tx, person(shop).id, 25, { now: at - 60_000, until: at + 60_000 }),
    );
    if (!held.ok) throw new Error(held.refusal.code);
    expect(await settleBusiness(world.database, shop.business.id, at)).toEqual({
      lots: 1,
      units: 35,
      holds: 0,
    });
    expect(await settleBusiness(world.database, shop.business.id, at)).toEqual({
      lots: 0,
      units: 0,
      holds: 0,
    });
    await shop.inside(async (tx) => {
      expect(await balance(tx, shop, 0, at)).toMatchObject({ available: 45, held: 25 });
      expect(await capture(tx, held.value.hold, { at: at + 1000, cause })).toMatchObject({
        value: [{ units: -25 }],
      });
      const { rows } = await tx.query(
        `SELECT data->'points' AS points, data->>'wallet' AS wallet, at, person_id AS person FROM facts
         WHERE business_id = this_business() AND type = 'points.expired'`,
      );
      expect(rows).toEqual([{ points: 35, wallet: 'points', at, person: person(shop).id }]);
    });
    await shop.check();
  });

  test('12: there is one account for each person and wallet, however many tills make it at once', async () => {
    const shop = await ledgerShop(world);
    await Promise.all(
      Array.from({ length: 12 }, (_, till) =>
        shop.inside((tx) => give(tx, person(shop), 1, { key: `till ${till}` })),
      ),
    );
    await shop.inside(async (tx) => {
      const { rows } = await tx.query(
        'SELECT balance FROM club_accounts WHERE business_id = this_business()',
      );
      expect(rows).toEqual([{ balance: 12 }]);
    });
  });

  test('14: a return after the points are spent leaves a debt; opening balances are imported like any credit', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 30, { key: 'opening', cause: { kind: 'import', reason: 'the old club' } });
      await give(tx, person(shop), 100, { key: 'order', days: 10 });
      await spent(tx, shop, 130);
      const back = { earned: 'order', units: 100, negative: 'allow', ...base('return') } as const;
      expect(await takeBack(tx, back)).toMatchObject({ value: { units: -100, debt: 100 } });
      expect(await balance(tx, shop)).toMatchObject({ available: 0, debt: 100 });
      expect(await holdUnits(tx, person(shop).id, 1)).toMatchObject({
        refusal: { code: 'units_insufficient', detail: { available: 0, missing: 1 } },
      });
      await give(tx, person(shop), 150, { key: 'next' });
      expect(await balance(tx, shop)).toMatchObject({ available: 50, debt: 0 });
      expect((await entriesOf(tx, person(shop), { limit: 50 })).at(-1)?.cause).toEqual({
        kind: 'import',
        reason: 'the old club',
      });
    });
    await shop.check();
  });

  test('18: a hold of nothing spends nothing', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      const nothing = { wallets: [{ wallet: 'points', units: 0 }], cards: [{ card: 7, amount: 0 }] };
      const held = await holdUnits(tx, person(shop).id, 0, nothing);
      if (!held.ok) throw new Error(held.refusal.code);
      expect(await capture(tx, held.value.hold, { at: NOW, cause })).toEqual({ ok: true, value: [] });
    });
    await shop.check();
  });

  test('32: points moved to another member keep their instants', async () => {
    const shop = await ledgerShop(world, 2);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 60, { key: 'a', days: 10 });
      await give(tx, person(shop), 60, { key: 'b', days: 20 });
      const moved = { from: person(shop), to: person(shop, 1), wallet: 'points', units: 80, ...base('move') };
      expect(await transfer(tx, moved)).toMatchObject({ value: { units: -80 } });
      expect(await transfer(tx, moved)).toMatchObject({ value: { isNew: false } });
      expect((await balance(tx, shop, 1)).expiring).toEqual([
        { at: NOW + 10 * DAY, units: 60 },
        { at: NOW + 20 * DAY, units: 20 },
      ]);
      expect((await balance(tx, shop)).available).toBe(40);
      expect(await transfer(tx, { ...moved, to: moved.from, key: 'self' })).toMatchObject({
        refusal: { code: 'transfer_to_oneself' },
      });
    });
    await shop.check();
  });

  test('33: room in a counter comes back in parts, once', async () => {
    const shop = await ledgerShop(world);
    const claims = [
      { key: 'budget', of: 'all', add: 30, limit: 30 },
      { key: 'once', of: 'person', add: 1, limit: 1 },
    ] as const;
    await shop.inside(async (tx) => {
      const held = await holdUnits(tx, person(shop).id, 0, { claims });
      if (!held.ok) throw new Error(held.refusal.code);
      await capture(tx, held.value.hold, { at: NOW, cause });
      expect(await holdUnits(tx, person(shop).id, 0, { claims })).toMatchObject({
        refusal: { code: 'counter_full', detail: { key: 'budget', left: 0 } },
      });
      const back = {
        claims: [
          { key: 'budget', of: 'all', subtract: 12 },
          { key: 'once', of: 'person', subtract: 1 },
        ],
        person: person(shop).id,
        key: 'return',
        now: NOW,
      } as const;
      await uncount(tx, back);
      await uncount(tx, back);
      expect(await countersOf(tx, claims, person(shop).id)).toEqual([
        { key: 'budget', of: 'all', used: 18, held: 0 },
        { key: 'once', of: 'person', used: 0, held: 0 },
      ]);
    });
    await shop.check();
  });

  test('35: what was paid with a gift card goes back to it; a card whose purchase is taken back is empty', async () => {
    const shop = await ledgerShop(world);
    const card = { kind: 'card', id: 41 } as const;
    await shop.inside(async (tx) => {
      const sold = {
        wallet: GIFT_CARD_WALLET,
        key: 'card 41',
        from: 'sold',
        cause: { kind: 'gift-card' },
      } as const;
      await give(tx, card, 500_000, sold);
      const pay = async (amount: number) =>
        holdUnits(tx, person(shop).id, 0, { cards: [{ card: 41, amount }] });
      const held = await pay(200_000);
      if (!held.ok) throw new Error(held.refusal.code);
      const posted = await capture(tx, held.value.hold, { at: NOW, cause });
      if (!posted.ok) throw new Error(posted.refusal.code);
      expect(posted.value).toMatchObject([{ holder: card, units: -200_000 }]);
      const spending = posted.value[0]?.transaction ?? 0;
      await giveBack(tx, { spend: spending, units: 50_000, ...base('some') });
      expect(await balancesOf(tx, card, { now: NOW })).toMatchObject([{ available: 350_000 }]);
      const asked = { earned: 'card 41', units: 500_000, negative: 'allow', ...base('refund') } as const;
      expect(await takeBack(tx, asked)).toMatchObject({ value: { debt: 150_000 } });
      expect(await pay(1)).toMatchObject({
        refusal: { code: 'card_insufficient', detail: { available: 0 } },
      });
      // And what is given back later pays for it: nothing can be spent of it.
      await giveBack(tx, { spend: spending, units: 150_000, ...base('rest') });
      expect(await balancesOf(tx, card, { now: NOW })).toMatchObject([{ available: 0, debt: 0 }]);
    });
    await shop.check();
  });

  test('36: a claw-back works although the balance is too small: owed or written off, by an entry', async () => {
    for (const negative of ['allow', 'clamp'] as const) {
      const shop = await ledgerShop(world);
      await shop.inside(async (tx) => {
        await give(tx, person(shop), 100);
        await spent(tx, shop, 80);
        expect(
          await takeBack(tx, { earned: 'credit', units: 100, negative, ...base('return') }),
        ).toMatchObject({
          value: negative === 'allow' ? { debt: 80, writtenOff: 0 } : { debt: 0, writtenOff: 80 },
        });
        const { rows } = await tx.query(
          `SELECT against, sum(units)::int AS units FROM club_entries WHERE business_id = this_business() GROUP BY 1 ORDER BY 1`,
        );
        expect(rows).toEqual([
          { against: 'issued', units: 0 },
          { against: 'redeemed', units: -80 },
          negative === 'allow' ? { against: 'settled', units: 0 } : { against: 'written-off', units: 80 },
        ]);
      });
      await shop.check();
    }
  });

  test('37: two tills hold the same points: one wins, the other sees what there is', async () => {
    const shop = await ledgerShop(world);
    await shop.inside((tx) => give(tx, person(shop), 100));
    const both = await Promise.all(
      [60, 60].map((units) => shop.inside((tx) => holdUnits(tx, person(shop).id, units))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'units_insufficient', detail: { wallet: 'points', available: 40, missing: 20 } },
    });
  });
});

describe('a hold', () => {
  test('is all or nothing: what does not fit leaves nothing aside', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 100);
      const claims = [
        { key: 'a', of: 'all', add: 1, limit: 9 },
        { key: 'b', of: 'all', add: 10, limit: 9 },
      ] as const;
      expect(await holdUnits(tx, person(shop).id, 50, { claims })).toMatchObject({
        refusal: { code: 'counter_full', field: 'claims', detail: { key: 'b', left: 9 } },
      });
      expect(await balance(tx, shop)).toMatchObject({ available: 100, held: 0 });
      expect(await countersOf(tx, claims)).toMatchObject([{ held: 0 }, { held: 0 }]);
      expect(await holdUnits(tx, 987_654_321, 1)).toMatchObject({ refusal: { code: 'person_unknown' } });
    });
    await shop.check();
  });

  test('is over at its instant: nobody captures it then, and others have its points and its place', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 100);
      const claims = [{ key: 'seat', of: 'all', add: 1, limit: 1 }] as const;
      const first = await holdUnits(tx, person(shop).id, 80, { claims, until: NOW + 1000 });
      if (!first.ok) throw new Error(first.refusal.code);
      expect(await capture(tx, first.value.hold, { at: NOW + 1000, cause })).toMatchObject({
        refusal: { code: 'hold_expired' },
      });
      const second = await holdUnits(tx, person(shop).id, 90, { claims, now: NOW + 1000 });
      expect(second).toMatchObject({ ok: true });
      expect(await capture(tx, first.value.hold, { at: NOW + 1000, cause })).toMatchObject({
        refusal: { code: 'hold_expired' },
      });
    });
    await shop.check();
  });

  test('is captured in part, the rest is freed; captured or released again it changes nothing', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 60, { key: 'a', days: 10 });
      await give(tx, person(shop), 40, { key: 'b', days: 20 });
      const held = await holdUnits(tx, person(shop).id, 90);
      if (!held.ok) throw new Error(held.refusal.code);
      const part = { at: NOW, cause, wallets: [{ wallet: 'points', units: 70 }] };
      expect(
        await capture(tx, held.value.hold, { ...part, wallets: [{ wallet: 'points', units: 91 }] }),
      ).toMatchObject({
        refusal: { code: 'capture_exceeds_hold' },
      });
      expect(await capture(tx, held.value.hold, part)).toMatchObject({
        value: [{ units: -70, isNew: true }],
      });
      expect(await capture(tx, held.value.hold, part)).toMatchObject({
        value: [{ units: -70, isNew: false }],
      });
      await release(tx, held.value.hold);
      expect(await balance(tx, shop)).toMatchObject({ available: 30, held: 0 });
      const other = await holdUnits(tx, person(shop).id, 30);
      if (!other.ok) throw new Error(other.refusal.code);
      await release(tx, other.value.hold);
      await release(tx, other.value.hold);
      expect(await capture(tx, other.value.hold, { at: NOW, cause })).toMatchObject({
        refusal: { code: 'hold_released' },
      });
      expect(await capture(tx, 987_654_321, { at: NOW, cause })).toMatchObject({
        refusal: { code: 'hold_unknown' },
      });
    });
    await shop.check();
  });

  test('and its capture in one step are done once for a key', async () => {
    const shop = await ledgerShop(world);
    await shop.inside((tx) => give(tx, person(shop), 100));
    const asked = {
      person: person(shop).id,
      wallets: [{ wallet: 'points', units: 30 }],
      cards: [],
      claims: [{ key: 'stock', of: 'all', add: 1, limit: 5 }],
      purpose: 'reward',
      ...base('redeem'),
    } as const;
    const answers = await Promise.all(Array.from({ length: 6 }, () => shop.inside((tx) => spend(tx, asked))));
    const posted = answers.flatMap((answer) => (answer.ok ? answer.value : []));
    expect(posted.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(posted.map(({ transaction }) => transaction)).size).toBe(1);
    await shop.inside(async (tx) => expect(await balance(tx, shop)).toMatchObject({ available: 70 }));
    await shop.check();
  });

  test('that came to nothing is forgotten after a month; what was captured stays', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 100);
      await holdUnits(tx, person(shop).id, 10);
      await spent(tx, shop, 10);
    });
    const clock = { now: () => NOW + 40 * DAY };
    expect(await settleDue(world.database, clock)).toMatchObject({ holds: expect.any(Number) });
    expect(await settleDue(world.database, clock)).toEqual({ lots: 0, units: 0, holds: 0 });
    await shop.inside(async (tx) => {
      const { rows } = await tx.query('SELECT state FROM club_holds WHERE business_id = this_business()');
      expect(rows).toEqual([{ state: 'captured' }]);
    });
    await shop.check();
  });
});

describe('what is written', () => {
  test('tells the balance of any day, by when it happened and by when it was written', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 100);
      await spent(tx, shop, 30, NOW + 2 * DAY);
      // A correction of what happened on the first day, written on the fifth.
      const late = {
        ...base('late', NOW + DAY / 2),
        now: NOW + 5 * DAY,
        cause: { kind: 'adjust', reason: 'r', by: 'b' },
      };
      await adjust(tx, { holder: person(shop), wallet: 'points', units: -10, ...late });
      const asOf = (when: { at?: number; posted?: number }) => balanceAsOf(tx, person(shop), 'points', when);
      expect(await asOf({})).toBe(60);
      expect(await asOf({ at: NOW + DAY })).toBe(90);
      expect(await asOf({ posted: NOW + 3 * DAY })).toBe(70);
      expect(await asOf({ at: NOW + DAY, posted: NOW + DAY })).toBe(100);
      expect(await asOf({ at: NOW - 1 })).toBe(0);
    });
    await shop.check();
  });

  test('vests at its instant without anybody doing anything, and a rolling expiry moves what is not over', async () => {
    const shop = await ledgerShop(world);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 100, { availableFrom: NOW + 20 * DAY, days: 40 });
      await give(tx, person(shop), 7, { key: 'over', days: 1 });
      expect(await balance(tx, shop)).toMatchObject({ available: 7, pending: 100, vestsAt: NOW + 20 * DAY });
      const now = NOW + 2 * DAY;
      await prolong(tx, { holder: person(shop), wallet: 'points', expiresAt: NOW + 90 * DAY, now });
      expect(await balance(tx, shop, 0, NOW + 20 * DAY)).toMatchObject({
        available: 100,
        pending: 0,
        expiring: [{ at: NOW + 90 * DAY, units: 100 }],
      });
    });
    await shop.check();
  });

  test('of two people who are merged is spent by either, and after the merge is undone everybody has their own', async () => {
    const shop = await ledgerShop(world, 2);
    await shop.inside(async (tx) => {
      await give(tx, person(shop), 60, { key: 'a', days: 10 });
      await give(tx, person(shop, 1), 40, { key: 'b', days: 20 });
      const merged = await mergePeople(tx, shop.business, {
        loser: person(shop, 1).id,
        winner: person(shop).id,
        by: 'test',
      });
      if (!merged.ok) throw new Error(merged.refusal.code);
      for (const place of [0, 1]) expect(await balance(tx, shop, place)).toMatchObject({ available: 100 });
      const { transaction } = await spent(tx, shop, 80);
      expect(await balance(tx, shop, 1)).toMatchObject({ available: 20 });
      await unmergePeople(tx, shop.business, merged.value.mergeId, 'test');
      expect(await balance(tx, shop)).toMatchObject({ available: 0 });
      expect(await balance(tx, shop, 1)).toMatchObject({ available: 20 });
      await giveBack(tx, { spend: transaction, units: 80, ...base('return') });
      expect(await balance(tx, shop)).toMatchObject({ available: 60 });
      expect(await balance(tx, shop, 1)).toMatchObject({ available: 40 });
    });
    await shop.check();
  });

  test('once for a person holds for everybody they are one with', async () => {
    const shop = await ledgerShop(world, 2);
    const claims = [{ key: 'welcome', of: 'person', add: 1, limit: 1 }] as const;
    await shop.inside(async (tx) => {
      expect(await holdUnits(tx, person(shop, 1).id, 0, { claims })).toMatchObject({ ok: true });
      await mergePeople(tx, shop.business, {
        loser: person(shop, 1).id,
        winner: person(shop).id,
        by: 'test',
      });
      expect(await holdUnits(tx, person(shop).id, 0, { claims })).toMatchObject({
        refusal: { code: 'counter_full' },
      });
    });
    await shop.check();
  });

  test('can be added to and nothing else, and is nobody else’s', async () => {
    const shop = await ledgerShop(world);
    await shop.inside((tx) => give(tx, person(shop), 100));
    for (const statement of [
      'UPDATE club_entries SET units = 1',
      'DELETE FROM club_entries',
      'UPDATE club_transactions SET units = 1',
      'DELETE FROM club_transactions',
      'DELETE FROM club_lots',
      'DELETE FROM club_accounts',
      'DELETE FROM club_counters',
      "UPDATE club_uncounts SET claims = '[]'",
    ])
      await expect(
        shop.inside((tx) => tx.query(statement)),
        statement,
      ).rejects.toMatchObject({ code: '42501' });
    const elsewhere = await ledgerShop(world);
    await elsewhere.inside(async (tx) => {
      expect(await balancesOf(tx, person(shop), { now: NOW })).toEqual([]);
      expect(
        await takeBack(tx, { earned: 'credit', units: 1, negative: 'allow', ...base('x') }),
      ).toMatchObject({
        refusal: { code: 'credit_unknown' },
      });
      expect(await giveBack(tx, { spend: 1, units: 1, ...base('y') })).toMatchObject({
        refusal: { code: 'spend_unknown' },
      });
    });
  });

  test('is seen not to add up when any part of it is changed', async () => {
    const changes = [
      'UPDATE club_lots SET remaining = remaining - 1 WHERE remaining > 1',
      'UPDATE club_accounts SET balance = balance + 1',
      'UPDATE club_lots SET held = held + 1 WHERE remaining > held',
      'UPDATE club_counters SET used = used + 1',
      'UPDATE club_counters SET quota = quota + 1',
      'UPDATE club_lots SET expired = expired + 1',
    ];
    for (const change of changes) {
      const shop = await ledgerShop(world);
      await shop.inside(async (tx) => {
        await give(tx, person(shop), 100);
        await holdUnits(tx, person(shop).id, 10, {
          claims: [{ key: 'budget', of: 'all', add: 3, limit: 10 }],
        });
      });
      expect((await checkLedger(world.database, shop.business.id)).differences).toBe(0);
      await shop.inside((tx) =>
        tx.query(`${change}${change.includes('WHERE') ? ' AND' : ' WHERE'} business_id = this_business()`),
      );
      expect((await checkLedger(world.database, shop.business.id)).differences, change).toBeGreaterThan(0);
    }
  });

  test('earns nothing for somebody who was taken off in this very moment: it is to be tried again', async () => {
    const shop = await ledgerShop(world);
    const taken = shop.inside(async (tx) => {
      await tx.query('DELETE FROM people WHERE business_id = this_business()');
      await give(tx, person(shop), 1);
    });
    await expect(taken).rejects.toMatchObject({ code: '40001' });
    await shop.check();
  });
});

test('a gift card is held by one of many tills that want the last of it', async () => {
  const shop = await ledgerShop(world);
  await shop.inside((tx) => give(tx, { kind: 'card', id: 9 }, 100, { wallet: GIFT_CARD_WALLET }));
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      shop.inside((tx) =>
        hold(tx, {
          wallets: [],
          cards: [{ card: 9, amount: 40 }],
          claims: [],
          now: NOW,
          until: NOW + 1000,
          purpose: 'quote',
        }),
      ),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  await shop.check();
});
