import type { Claim } from '@nardeban/core/programme';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase, retrying, type Tx } from '../../../platform/database/index.ts';
import { businessesForTest, type TestBusinesses } from '../../../platform/tenancy/testing.ts';
import { checkLedger, countersOf, type Holding, HOLDING_TOGETHER, holdStatement, release } from './index.ts';
import { holdUnits, ledgerShop, NOW } from './testing-shop.ts';

/** What a quote keeps aside as the last of its transaction: all of it at once, or it fails. */

const TILLS = 16;
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

const own = (add: number): Claim => ({ key: 'cap', of: 'person', add, limit: 100 });
const everybodys = (add: number): Claim => ({ key: 'budget', of: 'all', add, limit: 1000 });

async function heldAtOnce(tx: Tx, person: number, claims: readonly Claim[], alone = true): Promise<number> {
  const asked: Holding = {
    person,
    alone,
    wallets: [],
    cards: [],
    claims,
    now: NOW,
    until: NOW + 900_000,
    purpose: 'quote',
  };
  const { rows } = await tx.query<{ hold: number }>(
    alone
      ? `WITH asking AS MATERIALIZED (SELECT nextval('club_holds_hold_id_seq') AS hold, $1::jsonb AS holding), ${HOLDING_TOGETHER}
         SELECT CASE WHEN h.fits THEN a.hold ELSE club_apart() END AS hold FROM held h, asking a`
      : 'SELECT club_held($1::jsonb) AS hold',
    holdStatement(asked).values,
  );
  return rows[0]?.hold ?? 0;
}

const overtaken = { code: '40001' };

test('a limit holds whether it was kept aside at once or step by step, and what is refused leaves nothing behind', async () => {
  const shop = await ledgerShop(world);
  const [person = 0] = shop.people;
  const left = () =>
    shop.inside(async (tx) =>
      (await countersOf(tx, [own(0), everybodys(0)], person)).map(({ used, held }) => [used, held]),
    );
  // Nobody has room in a counter that nobody has dealt out yet.
  await expect(shop.inside((tx) => heldAtOnce(tx, person, [everybodys(10)]))).rejects.toMatchObject(
    overtaken,
  );
  await shop.inside((tx) => holdUnits(tx, person, 0, { claims: [everybodys(10)] }));
  const kept = await shop.inside((tx) => heldAtOnce(tx, person, [everybodys(20), own(60)]));
  expect(await left()).toEqual([
    [0, 60],
    [0, 30],
  ]);
  await expect(shop.inside((tx) => heldAtOnce(tx, person, [everybodys(20), own(41)]))).rejects.toMatchObject(
    overtaken,
  );
  await expect(shop.inside((tx) => heldAtOnce(tx, person, [everybodys(971)]))).rejects.toMatchObject(
    overtaken,
  );
  await shop.inside((tx) => heldAtOnce(tx, person, [own(40)]));
  expect(await left()).toEqual([
    [0, 100],
    [0, 30],
  ]);
  await shop.inside((tx) => release(tx, kept));
  expect(await left()).toEqual([
    [0, 40],
    [0, 10],
  ]);
  await shop.check();
});

test('whoever is not alone any more, or not there, is never counted as if they were', async () => {
  const shop = await ledgerShop(world, 2);
  const [one = 0, other = 0] = shop.people;
  await shop.inside((tx) => heldAtOnce(tx, other, [own(70)]));
  await shop.inside((tx) =>
    tx.query('UPDATE people SET merged_into = $1 WHERE business_id = this_business() AND person_id = $2', [
      one,
      other,
    ]),
  );
  for (const person of [one, other, 987_654_321])
    await expect(shop.inside((tx) => heldAtOnce(tx, person, [own(1)]))).rejects.toMatchObject(overtaken);
  await expect(shop.inside((tx) => heldAtOnce(tx, one, [own(31)], false))).rejects.toMatchObject(overtaken);
  await shop.inside((tx) => heldAtOnce(tx, one, [own(30)], false));
  await shop.check();
});

test('a slot that another till has is not waited for', async () => {
  const shop = await ledgerShop(world);
  const [person = 0] = shop.people;
  await shop.inside((tx) => holdUnits(tx, person, 0, { claims: [everybodys(1)] }));
  await shop.inside(async (tx) => {
    await heldAtOnce(tx, person, [everybodys(1)]);
    await expect(shop.inside((other) => heldAtOnce(other, person, [everybodys(1)]))).rejects.toMatchObject(
      overtaken,
    );
  });
  await shop.check();
});

test('many tills at once take exactly what is there, those that met one after the other', async () => {
  const shop = await ledgerShop(world, TILLS);
  let [kept, full] = [0, 0];
  const sell = async (person: number): Promise<void> => {
    const claims = [everybodys(7), own(7)];
    const work = (atOnce: boolean) =>
      tills.withBusiness(shop.business.id, async (tx) => {
        if (atOnce) await heldAtOnce(tx, person, claims);
        return atOnce ? true : (await holdUnits(tx, person, 0, { claims })).ok;
      });
    const there = await work(true).catch(() => retrying(() => work(false)));
    if (there) kept += 1;
    else full += 1;
  };
  await Promise.all(
    shop.people.map(async (person) => {
      for (let n = 0; n < 12; n++) await sell(person);
    }),
  );
  // 142 times 7 is what goes into 1000.
  expect([kept, full]).toEqual([142, 12 * TILLS - 142]);
  expect((await checkLedger(world.database, shop.business.id)).examples).toEqual([]);
});
