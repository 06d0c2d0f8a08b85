/**
 * The night of the ledger: a million lots expire, in bounded batches and with their transactions, entries, balances and
 * facts, beside one UPDATE of the same rows on a copy of the same table. As many more vest on the same night, which takes
 * nobody any work: they can be spent from their instant on.
 *
 * A person has ten of them, as on the last day of a year; with as many people as lots each has one, as where a lot is good
 * for so many days.
 *
 *   node benchmarks/expiry.ts [--lots=1000000] [--people=100000]
 */
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import {
  balancesOf,
  checkLedger,
  settleBusiness,
} from '../packages/server/src/capabilities/programme/index.ts';
import { report, seconds, timed, times } from './support/measuring.ts';
import { type Place, shopIn, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';

const NOW = Date.UTC(2026, 10, 21);
const asked = sizes({ lots: 1_000_000, people: 100_000 });

/** The rows as earning would have written them, in the order in which people come: not that of their expiry. */
async function populate({ ownerUrl }: Place, business: Business): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('nardeban.business', $1, false), setseed(0.5)`, [
      String(business.id),
    ]);
    const each = Math.ceil(asked.lots / asked.people);
    await client.query(
      `INSERT INTO people (business_id, person_id, known_since) SELECT this_business(), g, now() FROM generate_series(1, $1::int) AS g`,
      [asked.people],
    );
    await client.query(
      `INSERT INTO club_accounts (business_id, person_id, card_id, wallet, balance)
       SELECT this_business(), g, 0, 'points', 200 * $2::int FROM generate_series(1, $1::int) AS g`,
      [asked.people, each],
    );
    // Half of them expire tonight; the other half vest tonight.
    await client.query(
      `WITH told AS (
         SELECT row_number() OVER (ORDER BY random()) AS t, 1 + g % $1::int AS person, g % (2 * $1::int) < $1::int AS expires
         FROM generate_series(0, 2 * $1::int * $2::int - 1) AS g
       ), posted AS (
         INSERT INTO club_transactions (business_id, transaction_id, kind, wallet, units, at, posted_at, key, cause) OVERRIDING SYSTEM VALUE
         SELECT this_business(), t, 'earn', 'points', 100, to_timestamp($3::float8 / 1000) - interval '1 year',
           to_timestamp($3::float8 / 1000) - interval '1 year', 'k' || t, '{"kind": "earning"}' FROM told
       ), lots AS (
         INSERT INTO club_lots (business_id, lot_id, account_id, transaction_id, amount, remaining, source, at, available_from, expires_at, is_open)
         OVERRIDING SYSTEM VALUE
         SELECT this_business(), t, a.account_id, t, 100, 100, 'issued', to_timestamp($3::float8 / 1000) - interval '1 year',
           to_timestamp($3::float8 / 1000) - CASE WHEN expires THEN interval '300 days' ELSE interval '1 minute' END,
           to_timestamp($3::float8 / 1000) + CASE WHEN expires THEN interval '-1 hour' ELSE interval '300 days' END, true
         FROM told JOIN club_accounts a ON a.business_id = this_business() AND a.person_id = told.person
       )
       INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
       SELECT this_business(), t, 0, a.account_id, t, 100, 'issued'
       FROM told JOIN club_accounts a ON a.business_id = this_business() AND a.person_id = told.person`,
      [asked.people, each, NOW],
    );
    await client.query(
      `SELECT setval('club_transactions_transaction_id_seq', max(transaction_id)) FROM club_transactions`,
    );
    await client.query('VACUUM (ANALYZE) people, club_accounts, club_lots, club_transactions, club_entries');
  });
}

/** One statement on a copy of the lots with their indexes, and its commit. */
async function floor({ ownerUrl }: Place): Promise<number> {
  return withConnection(ownerUrl, async (client) => {
    await client.query('CREATE TABLE copied (LIKE club_lots INCLUDING ALL)');
    await client.query('INSERT INTO copied OVERRIDING SYSTEM VALUE SELECT * FROM club_lots ORDER BY lot_id');
    await client.query('VACUUM (ANALYZE) copied');
    const { ms } = await timed(() =>
      client.query(
        'UPDATE copied SET remaining = 0, expired = remaining, is_open = false WHERE is_open AND expires_at <= to_timestamp($1::float8 / 1000)',
        [NOW],
      ),
    );
    await client.query('DROP TABLE copied');
    return ms;
  });
}

await withServer(async (server) => {
  const place = await server.place('expiry');
  const business = await shopIn(place.database);
  await populate(place, business);
  const floorMs = await floor(place);
  const holder = { kind: 'person', id: 1 } as const;
  const { ms, value } = await timed(() => settleBusiness(place.database, business.id, NOW));
  const [balance] = await place.database.withBusiness(business.id, (tx) =>
    balancesOf(tx, holder, { now: NOW }),
  );
  if (
    balance === undefined ||
    balance.pending !== 0 ||
    balance.available !== 100 * Math.ceil(asked.lots / asked.people)
  )
    throw new Error(`what vested cannot be spent: ${JSON.stringify(balance)}`);
  const check = await checkLedger(place.database, business.id);
  if (check.differences > 0)
    throw new Error(`the ledger does not add up: ${JSON.stringify(check.examples[0])}`);
  report(`Lots that expire at night; as many vest`, [
    {
      what: `${value.lots.toLocaleString('en')} lots of ${asked.people.toLocaleString('en')} people`,
      floor: seconds(floorMs),
      ours: seconds(ms),
      ratio: times(ms / floorMs),
      aim: '≤ 5×',
    },
  ]);
});
