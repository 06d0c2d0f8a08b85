import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { businessesForTest, type TestBusinesses } from '../../../platform/tenancy/testing.ts';
import { tillDeed } from './testing-deeds.ts';
import { give, type LedgerShop, ledgerShop } from './testing-shop.ts';

const KILLS = process.env['NARDEBAN_NIGHTLY'] === '1' ? 40 : 4;

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

/** Lets a till work from this number on and kills it after a while; answers the last number it was told of. */
async function killedTill(shop: LedgerShop, from: number, afterMs: number): Promise<number> {
  const file = fileURLToPath(new URL('./testing-till.ts', import.meta.url));
  const till = spawn(
    process.execPath,
    [file, world.fresh.appUrl, String(shop.business.id), shop.people.join(','), String(from)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let last = from;
  const first = Promise.withResolvers<void>();
  createInterface(till.stdout).on('line', (line) => {
    last = Number(line);
    first.resolve();
  });
  const ended = once(till, 'exit');
  await Promise.race([first.promise, ended]);
  await pause(afterMs);
  till.kill('SIGKILL');
  await ended;
  return last;
}

/** Everything the ledger holds, but for the numbers that are given anew. */
async function everything({ inside }: LedgerShop): Promise<unknown> {
  return inside(async (tx) => {
    const { rows } = await tx.query(
      `SELECT (SELECT count(*) FROM club_transactions) AS transactions, (SELECT count(*) FROM club_entries) AS entries,
         (SELECT sum(used) FROM club_counters) AS used, (SELECT json_agg(json_build_array(account_id, balance, debt) ORDER BY account_id)
         FROM club_accounts) AS accounts`,
    );
    return rows;
  });
}

test('a till that is killed at any moment leaves books that add up, and the same requests sent again change nothing', async () => {
  const shop = await ledgerShop(world, 3);
  // Enough for every sale: a request that was refused may be granted later, and then it is not the same any more.
  for (const id of shop.people)
    await shop.inside((tx) => give(tx, { kind: 'person', id }, 1_000_000, { key: `opening ${id}` }));
  const ms: number[] = [];
  let reached = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    ms.push(Math.floor(Math.random() * 400));
    reached = await killedTill(shop, reached, ms.at(-1) ?? 0);
    // A server process may still be at what the killed one sent last.
    await world.database.withBusiness(shop.business.id, (tx) =>
      tx.query(
        'SELECT FROM club_accounts WHERE business_id = this_business() ORDER BY account_id FOR UPDATE',
      ),
    );
    await shop.check();
  }
  const said = `killed after ${ms.join(', ')} ms, at ${reached}`;
  expect(reached, said).toBeGreaterThan(0);
  // What was on its way when it was killed is done or was never begun; sent again, it is done.
  const requests = Array.from({ length: reached + 4 }, (_, number) => number);
  for (const number of requests) await tillDeed(world.database, shop.business.id, shop.people, number);
  const before = await everything(shop);
  for (const number of requests) await tillDeed(world.database, shop.business.id, shop.people, number);
  expect(await everything(shop), said).toEqual(before);
  await shop.check();
}, 120_000);
