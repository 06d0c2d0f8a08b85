import { type Book, ledgerModel } from '@nardeban/core/programme';
import { doInBook, LEDGER_PEOPLE, type LedgerDeed, ledgerDeeds } from '@nardeban/core/testing';
import type { Result } from '@nardeban/core/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../../platform/database/index.ts';
import { businessesForTest, type TestBusinesses } from '../../../platform/tenancy/testing.ts';
import { mergePeople, unmergePeople } from '../../people/index.ts';
import {
  adjust,
  balancesOf,
  capture,
  type Cause,
  earn,
  giveBack,
  hold,
  release,
  settleBusiness,
  takeBack,
  transfer,
} from './index.ts';
import { type LedgerShop, ledgerShop } from './testing-shop.ts';

/** The SQL of the ledger beside the book in memory, deed by deed. */

const SEQUENCES = process.env['NARDEBAN_NIGHTLY'] === '1' ? 400 : 12;
const LENGTH = 45;
const given = process.env['NARDEBAN_SEED'];
const first = given === undefined ? Date.now() % 1_000_000_000 : Number(given);
const UNKNOWN = 999_999_999;
const cause: Cause = { kind: 'test', reason: 'a random deed' };

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

interface Numbers {
  readonly holds: Map<string, number>;
  readonly spends: Map<string, number>;
  merge: number;
}

async function doInShop(shop: LedgerShop, numbers: Numbers, deed: LedgerDeed): Promise<string | null> {
  if (deed.do === 'expire') {
    await settleBusiness(world.database, shop.business.id, deed.now);
    return null;
  }
  return shop.inside(async (tx) => {
    const result = await inShop(tx, shop, numbers, deed);
    return result === null || result.ok ? null : result.refusal.code;
  });
}

async function inShop(
  tx: Tx,
  { business, people }: LedgerShop,
  { holds, spends, ...rest }: Numbers,
  deed: LedgerDeed,
): Promise<Result<unknown> | null> {
  const { key, now } = deed;
  const base = { key, now, at: now, cause };
  const holder = (place: number) => ({ kind: 'person', id: people[place] ?? 0 }) as const;
  switch (deed.do) {
    case 'earn': {
      const { wallet, units, availableFrom, expiresAt } = deed;
      const credits = [{ wallet, units, availableFrom, expiresAt, cause, key }];
      await earn(tx, { holder: holder(deed.holder), at: now, now, credits });
      return null;
    }
    case 'adjust': {
      const { wallet, units, expiresAt } = deed;
      const why = { ...cause, reason: 'random', by: 'test' };
      return adjust(tx, { ...base, holder: holder(deed.holder), wallet, units, expiresAt, cause: why });
    }
    case 'hold': {
      const { wallet, units, until } = deed;
      const person = holder(deed.holder).id;
      const asked = {
        person,
        wallets: [{ wallet, units }],
        cards: [],
        claims: [],
        now,
        until,
        purpose: 'test',
      };
      const held = await hold(tx, asked);
      if (held.ok) holds.set(key, held.value.hold);
      return held;
    }
    case 'capture': {
      const wallets = deed.units === undefined ? undefined : await partOf(tx, holds.get(deed.of), deed.units);
      const posted = await capture(tx, holds.get(deed.of) ?? UNKNOWN, { at: now, cause, wallets });
      const [spent] = posted.ok ? posted.value : [];
      if (spent !== undefined) spends.set(deed.of, spent.transaction);
      return posted;
    }
    case 'release':
      await release(tx, holds.get(deed.of) ?? UNKNOWN);
      return null;
    case 'giveBack':
      return giveBack(tx, { ...base, spend: spends.get(deed.of) ?? UNKNOWN, units: deed.units });
    case 'takeBack':
      return takeBack(tx, { ...base, earned: deed.of, units: deed.units, negative: deed.negative });
    case 'transfer': {
      const { wallet, units } = deed;
      return transfer(tx, { ...base, from: holder(deed.holder), to: holder(deed.to), wallet, units });
    }
    case 'merge': {
      const made = await mergePeople(tx, business, { loser: holder(1).id, winner: holder(0).id, by: 'test' });
      return made;
    }
    case 'unmerge': {
      const { rows } = await tx.query<{ id: number }>(
        'SELECT merge_id AS id FROM merges WHERE business_id = this_business() AND undone_at IS NULL',
      );
      return unmergePeople(tx, business, rows[0]?.id ?? rest.merge, 'test');
    }
    default:
      return null;
  }
}

/** The first units of what a hold keeps aside: its wallet is in it. */
async function partOf(tx: Tx, held: number | undefined, units: number) {
  const { rows } = await tx.query<{ wallet: string }>(
    `SELECT lots->0->>'w' AS wallet FROM club_holds WHERE business_id = this_business() AND hold_id = $1`,
    [held ?? UNKNOWN],
  );
  return [{ wallet: rows[0]?.wallet ?? 'points', units }];
}

async function lotsInShop({ inside, people }: LedgerShop): Promise<string[]> {
  const { rows } = await inside((tx) =>
    tx.query<{ person: number; rest: string }>(
      `SELECT a.person_id AS person, concat_ws(' ', a.wallet, l.amount, l.remaining, l.held, l.expired, l.reversed, l.written_off,
         extract(epoch FROM l.expires_at)::bigint * 1000) AS rest
       FROM club_lots l JOIN club_accounts a USING (business_id, account_id) WHERE l.business_id = this_business() ORDER BY l.lot_id`,
    ),
  );
  return rows.map(({ person, rest }) => `${people.indexOf(person)} ${rest}`);
}

function lotsInBook(book: Book): string[] {
  return book.lots.map(
    ({ holder, wallet, amount, remaining, held, expired, reversed, writtenOff, expiresAt }) =>
      [holder, wallet, amount, remaining, held, expired, reversed, writtenOff, expiresAt]
        .filter((part) => part !== null)
        .join(' '),
  );
}

test('the SQL does what the book in memory does, for random sequences of every deed, with people merged and unmerged', async () => {
  for (let seed = first; seed < first + SEQUENCES; seed += 1) {
    const shop = await ledgerShop(world, LEDGER_PEOPLE);
    const book = ledgerModel.newBook();
    const numbers: Numbers = { holds: new Map(), spends: new Map(), merge: 0 };
    const deeds = ledgerDeeds(seed, LENGTH);
    let last = 0;
    for (const deed of deeds) {
      const said = `seed ${seed}, ${JSON.stringify(deed)}`;
      const expected = doInBook(book, deed);
      const code = await doInShop(shop, numbers, deed);
      // A hold that came to nothing is forgotten after a month; the book in memory remembers it.
      const isForgotten = code === 'hold_unknown' && expected === 'hold_expired';
      expect(isForgotten ? expected : code, said).toBe(expected);
      last = deed.now;
    }
    expect(await lotsInShop(shop), `seed ${seed}`).toEqual(lotsInBook(book));
    for (const [place, id] of shop.people.entries()) {
      const balances = await shop.inside((tx) => balancesOf(tx, { kind: 'person', id }, { now: last }));
      for (const { wallet, available, debt } of balances)
        expect([wallet, available, debt], `seed ${seed}, person ${place}`).toEqual([
          wallet,
          ledgerModel.available(book, place, wallet, last),
          ledgerModel.owedBy(book, place, wallet),
        ]);
    }
    await shop.check();
  }
}, 300_000);
