/**
 * Sales that spend and earn points, at 32 clients among 100,000 people, beside the same two statements in the same
 * transaction sent by pgbench to the same server; and the same sales under one budget that all of them share, beside
 * those without. The sides take turns, and each ratio is the median of the rounds' ratios.
 *
 * Of a sale: units are held and spent in one statement, others are earned in another; both come with their begin and commit
 * in one round trip. pgbench sends them one after the other, as it can do nothing else, but is written in C.
 *
 *   node benchmarks/ledger.ts [--people=100000] [--clients=32] [--seconds=8] [--rounds=5]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import { type Database, openDatabase, retrying } from '../packages/server/src/platform/database/index.ts';
import {
  checkLedger,
  earnStatement,
  type LedgerAnswer,
  readEarned,
  readPosted,
  spendStatement,
} from '../packages/server/src/capabilities/programme/index.ts';
import { median, report, times } from './support/measuring.ts';
import { type Place, shopIn, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const BUDGET = 1e15;
const asked = sizes({ people: 100_000, clients: 32, seconds: 8, rounds: 5 });

/** People with a few lots each, of which they can spend as long as this runs. */
async function populate({ ownerUrl }: Place, business: Business): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('nardeban.business', $1, false)`, [String(business.id)]);
    await client.query(
      `INSERT INTO people (business_id, person_id, known_since) SELECT this_business(), g, now() FROM generate_series(1, $1::int) AS g`,
      [asked.people],
    );
    for (let from = 1; from <= asked.people; from += 10_000)
      await client.query(
        `SELECT club_earn(jsonb_build_object('holder', jsonb_build_object('kind', 'person', 'id', g), 'at', $3::float8, 'now', $3::float8,
           'credits', (SELECT jsonb_agg(jsonb_build_object('wallet', 'points', 'units', 1000000, 'availableFrom', $3::float8,
             'expiresAt', $3::float8 + 1e10 * n, 'cause', '{"kind": "earning"}'::jsonb, 'key', 'o' || g || '.' || n)) FROM generate_series(1, 3) AS n)))
         FROM generate_series($1::int, $2::int) AS g`,
        [from, Math.min(asked.people, from + 9999), NOW],
      );
    await client.query('VACUUM (ANALYZE) people, club_accounts, club_lots, club_transactions, club_entries');
  });
}

let sale = 0;

async function sell(database: Database, business: Business, withBudget: boolean): Promise<void> {
  sale += 1;
  const key = `s${sale}`;
  const person = 1 + Math.floor(Math.random() * asked.people);
  const cause = { kind: 'purchase', order: key };
  const spending = spendStatement({
    person,
    wallets: [{ wallet: 'points', units: 5 }],
    cards: [],
    claims: withBudget ? [{ key: 'budget', of: 'all', add: 5, limit: BUDGET }] : [],
    now: NOW,
    at: NOW,
    purpose: 'sale',
    cause,
    key,
  });
  const credit = { wallet: 'points', units: 10, availableFrom: NOW, expiresAt: NOW + 400 * DAY, cause, key };
  const earning = earnStatement({
    holder: { kind: 'person', id: person },
    credits: [credit],
    at: NOW,
    now: NOW,
  });
  const [spent, earned] = await retrying(() =>
    database.withBusiness(business.id, (tx) =>
      tx.commitWith<[LedgerAnswer, LedgerAnswer]>([spending, earning]),
    ),
  );
  if (!readPosted(spent).ok || !readEarned(earned).every(({ isNew }) => isNew))
    throw new Error('a sale was not posted');
}

/** Sales a second. */
async function ours(database: Database, business: Business, withBudget: boolean): Promise<number> {
  const began = performance.now();
  const end = began + asked.seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: asked.clients }, async () => {
      while (performance.now() < end) {
        await sell(database, business, withBudget);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - began)) * 1000;
}

/** The same two statements; a person, and a number that makes keys of its own, are drawn by pgbench. */
const script = (business: Business): string => `
\\set person random(1, ${asked.people})
\\set number random(1, 4000000000000000000)
BEGIN; SET LOCAL nardeban.business = ${business.id};
SELECT club_spend(format('{"person":%s,"wallets":[{"wallet":"points","units":5}],"cards":[],"claims":[],"now":${NOW},"at":${NOW},"purpose":"sale","cause":{"kind":"purchase","order":"p%s"},"key":"p%s"}', :person::text, :number::text, :number::text)::jsonb);
SELECT club_earn(format('{"holder":{"kind":"person","id":%s},"credits":[{"wallet":"points","units":10,"availableFrom":${NOW},"expiresAt":${NOW + 400 * DAY},"cause":{"kind":"purchase","order":"p%s"},"key":"p%s"}],"at":${NOW},"now":${NOW}}', :person::text, :number::text, :number::text)::jsonb);
COMMIT;
`;

async function byPgbench(place: Place, file: string): Promise<number> {
  const url = new URL(place.appUrl);
  const program = spawn(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-f',
      file,
      '-c',
      String(asked.clients),
      '-j',
      '2',
      '-T',
      String(asked.seconds),
    ].concat(
      ['-h', decodeURIComponent(url.hostname), '-p', url.port || '5432'],
      ['-U', decodeURIComponent(url.username), url.pathname.slice(1)],
    ),
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password) } },
  );
  let said = '';
  program.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  program.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  await once(program, 'close');
  const rate = Number(/tps = ([0-9.]+)/.exec(said)?.[1]);
  if (!(rate > 0)) throw new Error(`pgbench: ${said}`);
  return rate;
}

await withServer(async (server) => {
  const place = await server.place('ledger');
  const business = await shopIn(place.database);
  await populate(place, business);
  const file = join(server.folder, 'sales.sql');
  await writeFile(file, script(business));
  const database = await openDatabase(place.appUrl, { max: asked.clients });
  const floors: number[] = [];
  const plain: number[] = [];
  const budget: number[] = [];
  await ours(database, business, true);
  for (let round = 0; round < asked.rounds; round += 1) {
    floors.push(await byPgbench(place, file));
    plain.push(await ours(database, business, false));
    budget.push(await ours(database, business, true));
  }
  await database.close();
  const { differences, entries } = await checkLedger(place.database, business.id);
  if (differences > 0) throw new Error('the ledger does not add up');
  const ratio = (these: number[], those: number[]): number =>
    median(these.map((one, round) => one / (those[round] ?? Number.NaN)));
  const say = (rates: number[]): string => `${Math.round(median(rates)).toLocaleString('en')}/s`;
  report(
    `Sales that spend and earn, ${asked.clients} clients, ${asked.people.toLocaleString('en')} people; ${entries.toLocaleString('en')} entries add up`,
    [
      {
        what: 'sales beside pgbench',
        floor: say(floors),
        ours: say(plain),
        ratio: times(ratio(plain, floors)),
        aim: '≥ 0.5×',
      },
      {
        what: 'under a budget shared by all, beside without',
        floor: say(plain),
        ours: say(budget),
        ratio: times(ratio(budget, plain)),
        aim: '≥ 0.7×',
      },
    ],
  );
});
