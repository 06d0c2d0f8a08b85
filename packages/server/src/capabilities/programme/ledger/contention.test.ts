import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase, retrying, type Tx } from '../../../platform/database/index.ts';
import { businessesForTest, type TestBusinesses } from '../../../platform/tenancy/testing.ts';
import {
  balancesOf,
  capture,
  checkLedger,
  countersOf,
  GIFT_CARD_WALLET,
  giveBack,
  release,
  takeBack,
  uncount,
} from './index.ts';
import { give, holdUnits, type LedgerShop, ledgerShop, NOW } from './testing-shop.ts';

/** 64 tills at once, each on a connection of its own. */

const TILLS = 64;
let world: TestBusinesses;
let tills: Database;
beforeAll(async () => {
  world = await businessesForTest();
  tills = await openDatabase(world.fresh.appUrl, { max: TILLS });
});
afterAll(async () => {
  await tills.close();
  await world.close();
});

const cause = { kind: 'test' };

/** What every till does at once, each in a transaction of its own that is tried again when it met another. */
function atEveryTill<T>(
  { business }: LedgerShop,
  work: (tx: Tx, till: number) => Promise<T>,
  count = TILLS,
): Promise<T[]> {
  return Promise.all(
    Array.from({ length: count }, (_, till) =>
      retrying(() => tills.withBusiness(business.id, (tx) => work(tx, till))),
    ),
  );
}

async function clean({ business }: LedgerShop): Promise<void> {
  expect((await checkLedger(world.database, business.id)).examples).toEqual([]);
}

test('64 tills on one person, one budget, one code and one gift card spend exactly what is there, once; and all of it comes back', async () => {
  const shop = await ledgerShop(world);
  const person = shop.people[0] ?? 0;
  const holder = { kind: 'person', id: person } as const;
  const card = { kind: 'card', id: 1 } as const;
  await shop.inside(async (tx) => {
    for (const key of ['a', 'b', 'c']) await give(tx, holder, 100, { key });
    await give(tx, card, 1000, { wallet: GIFT_CARD_WALLET, key: 'card' });
  });
  const claims = [
    { key: 'budget', of: 'all', add: 50, limit: 1700 },
    { key: 'code', of: 'all', add: 1, limit: 40 },
    { key: 'often', of: 'person', add: 1, limit: 35 },
  ] as const;
  // Points for 30, the card for 33, the budget for 34, the person for 35, the code for 40 of the 64.
  const spending = (tx: Tx) => holdUnits(tx, person, 10, { cards: [{ card: 1, amount: 30 }], claims });
  const held = await atEveryTill(shop, (tx) => spending(tx));
  const won = held.flatMap((answer) => (answer.ok ? [answer.value.hold] : []));
  expect(won).toHaveLength(30);
  for (const answer of held) if (!answer.ok) expect(answer.refusal.code).toBe('units_insufficient');
  await clean(shop);

  // Every hold is captured by two tills at once, and posted once.
  const captured = await atEveryTill(
    shop,
    (tx, till) => capture(tx, won[till % won.length] ?? 0, { at: NOW, cause }),
    2 * won.length,
  );
  const posted = captured.flatMap((answer) => (answer.ok ? answer.value : []));
  const fresh = posted.filter(({ isNew }) => isNew);
  expect(posted).toHaveLength(4 * won.length);
  expect(fresh).toHaveLength(2 * won.length);
  expect(await shop.inside((tx) => countersOf(tx, claims, person))).toMatchObject([
    { used: 1500, held: 0 },
    { used: 30, held: 0 },
    { used: 30, held: 0 },
  ]);
  await clean(shop);

  // And everything is given back by two tills at once, in both halves, while the credits are taken back.
  const back = { at: NOW, now: NOW, cause };
  await atEveryTill(
    shop,
    async (tx, till) => {
      const one = fresh[till % fresh.length];
      if (one === undefined) return;
      const half = Math.floor(till / fresh.length) % 2;
      const spend = one.transaction;
      const result = await giveBack(tx, {
        spend,
        units: -one.units / 2,
        key: `back ${spend} ${half}`,
        ...back,
      });
      expect(result.ok).toBe(true);
      if (one.wallet === 'points' && half === 0)
        await uncount(tx, {
          claims: claims.map(({ key, of, add }) => ({ key, of, subtract: add })),
          person,
          key: `uncount ${spend}`,
          now: NOW,
        });
    },
    4 * fresh.length,
  );
  await clean(shop);
  await shop.inside(async (tx) => {
    expect(await balancesOf(tx, holder, { now: NOW })).toMatchObject([{ available: 300, held: 0, debt: 0 }]);
    expect(await balancesOf(tx, card, { now: NOW })).toMatchObject([{ available: 1000, held: 0, debt: 0 }]);
    expect(await countersOf(tx, claims, person)).toMatchObject([{ used: 0 }, { used: 0 }, { used: 0 }]);
  });
}, 180_000);

test('15: a limit of 100 with 200 concurrent checkouts lets exactly 100 through, and what comes back can be had again', async () => {
  const shop = await ledgerShop(world);
  const claims = [{ key: 'campaign', of: 'all', add: 1, limit: 100 }] as const;
  const take = async (tx: Tx) => {
    const held = await holdUnits(tx, 0, 0, { person: undefined, claims });
    if (!held.ok) return null;
    await capture(tx, held.value.hold, { at: NOW, cause });
    return held.value.hold;
  };
  const first = await atEveryTill(shop, take, 200);
  expect(first.filter((taken) => taken !== null)).toHaveLength(100);
  await clean(shop);
  // 40 give theirs back while 100 more come: no more than 100 are ever used.
  const second = await atEveryTill(
    shop,
    async (tx, till) => {
      if (till % 7 >= 2) return take(tx);
      await uncount(tx, {
        claims: [{ key: 'campaign', of: 'all', subtract: 1 }],
        key: `back ${till}`,
        now: NOW,
      });
      return null;
    },
    140,
  );
  const more = second.filter((taken) => taken !== null).length;
  const rest = await atEveryTill(shop, take, 60);
  expect(more + rest.filter((taken) => taken !== null).length).toBe(40);
  expect(await shop.inside((tx) => countersOf(tx, claims))).toMatchObject([{ used: 100, held: 0 }]);
  await clean(shop);
}, 180_000);

test('tills that meet at a budget do not wait for each other, and its slots together never exceed the limit', async () => {
  const shop = await ledgerShop(world);
  const limit = 1_000_000;
  const claims = [{ key: 'large', of: 'all', add: 100, limit }] as const;
  for (let round = 0; round < 4; round += 1)
    await atEveryTill(shop, async (tx, till) => {
      const held = await holdUnits(tx, 0, 0, { person: undefined, claims });
      expect(held.ok).toBe(true);
      if (held.ok && till % 4 === 0) await release(tx, held.value.hold);
    });
  const { rows } = await shop.inside((tx) =>
    tx.query<{ slots: number; quota: number; held: number }>(
      'SELECT count(*) AS slots, sum(quota)::int8 AS quota, sum(held)::int8 AS held FROM club_counters WHERE business_id = this_business()',
    ),
  );
  expect(rows[0]?.slots).toBeGreaterThan(1);
  expect(rows[0]).toMatchObject({ quota: limit, held: 4 * 48 * 100 });
  // With another limit what is left is dealt out anew, and to the last of it.
  const lower = [{ key: 'large', of: 'all', add: 100, limit: 4 * 48 * 100 + 500 }] as const;
  const last = await atEveryTill(shop, (tx) => holdUnits(tx, 0, 0, { person: undefined, claims: lower }));
  expect(last.filter(({ ok }) => ok)).toHaveLength(5);
  await clean(shop);
}, 180_000);

test('64 tills earn and take back on one person: what is left is what was not taken back', async () => {
  const shop = await ledgerShop(world);
  const holder = { kind: 'person', id: shop.people[0] ?? 0 } as const;
  await atEveryTill(shop, async (tx, till) => {
    await give(tx, holder, till + 1, { key: `till ${till}` });
  });
  await atEveryTill(shop, async (tx, till) => {
    const key = `till ${till}`;
    if (till % 2 === 0)
      await takeBack(tx, {
        earned: key,
        units: till + 1,
        at: NOW,
        now: NOW,
        cause,
        key: `back ${till}`,
        negative: 'allow',
      });
    else await give(tx, holder, 999, { key });
  });
  const [balance] = await shop.inside((tx) => balancesOf(tx, holder, { now: NOW }));
  expect(balance).toMatchObject({ available: (TILLS / 2) * (TILLS / 2 + 1), debt: 0 });
  await clean(shop);
}, 180_000);

// What is nearly full is where tills meet: a slot that was free when it was looked for may be full when it is locked.
test('a counter that is taken from to its end and given back to at once keeps nobody from the other', async () => {
  const shop = await ledgerShop(world);
  const claim = { key: 'code', of: 'all', add: 1, limit: 40 } as const;
  const once = (work: (tx: Tx) => Promise<unknown>) => tills.withBusiness(shop.business.id, work);
  const take = () =>
    once(async (tx) => {
      const held = await holdUnits(tx, 0, 0, { person: undefined, claims: [claim] });
      if (held.ok) await capture(tx, held.value.hold, { at: NOW, now: NOW, cause });
    });
  const giveOne = (key: string) =>
    once((tx) => uncount(tx, { claims: [{ key: claim.key, of: 'all', subtract: 1 }], key, now: NOW }));
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.all(Array.from({ length: 48 }, take));
    const backs = Array.from({ length: 20 }, (_, back) => `${turn} ${back}`);
    await Promise.all([...Array.from({ length: 20 }, take), ...[...backs, ...backs].map(giveOne)]);
  }
  await clean(shop);
});
