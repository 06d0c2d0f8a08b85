import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededChance } from '@nardeban/core/testing';
import pg from 'pg';
import { buildApp } from '../../packages/server/src/app.ts';
import { askForRun, runInsight } from '../../packages/server/src/capabilities/insight/index.ts';
import {
  drainClimbs,
  foundBusiness,
  startClimbing,
} from '../../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey } from '../../packages/server/src/platform/http/api-keys.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');

const PEOPLE = 640;
const FACTS_AT_ONCE = 1_000;
const DAY = 86_400_000;
const CHANNELS = ['اینستاگرام', 'حضوری', 'وب‌سایت'] as const;
const BRANCHES = ['ونک', 'تجریش'] as const;
const THINGS = [
  ['قهوه', 'نوشیدنی', 1_800_000],
  ['شیر', 'لبنیات', 600_000],
  ['کیک', 'شیرینی', 1_200_000],
  ['چای', 'نوشیدنی', 900_000],
  ['لیوان', 'ظرف', 2_500_000],
] as const;

export interface SpendHouse {
  readonly address: string;
  /** The people of the shop, for an experiment. */
  readonly people: readonly number[];
  /** Makes everybody's part in the experiments as old as so many days, for nobody can wait for a window. */
  age(days: number): Promise<void>;
  close(): Promise<void>;
}

/** A shop with two years of orders and their lines, advertisements before them, and what a nightly run found in them. */
export async function openSpendHouse(): Promise<SpendHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-spend-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'spend-shop', name: 'کافه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
    [ANALYST, 'analyst', 'سامان'],
  ] as const) {
    const added = await addStaff(database, { ...who, name, businessSlug: business.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, business, {
    name: 'till',
    scopes: ['facts:write'],
    madeBy: 'test',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  await prepareJobs(fresh.ownerUrl);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  const people = new Set<number>();
  const facts = factsOfShop();
  for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
    const response = await fetch(`${address}/v1/facts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ facts: facts.slice(from, from + FACTS_AT_ONCE) }),
    });
    const answer: { refused: number; results: { personId: number }[] } = await response.json();
    if (answer.refused !== 0) throw new Error(JSON.stringify(answer).slice(0, 500));
    for (const { personId } of answer.results) people.add(personId);
  }
  await drainClimbs(database, systemClock, business.id);
  const run = await database.withBusiness(business.id, (tx) =>
    askForRun(tx, business, 'test', systemClock.now()),
  );
  await runInsight({ database, clock: systemClock }, business.id, run.id);
  const climbing = await startClimbing({ database, clock: systemClock, log });
  return {
    address,
    people: [...people],
    async age(days) {
      const client = new pg.Client({ connectionString: fresh.ownerUrl });
      await client.connect();
      try {
        await client.query(`SELECT set_config('nardeban.business', $1, false)`, [String(business.id)]);
        await client.query(`UPDATE experiment_assignments SET at = at - make_interval(days => $1)`, [days]);
        await client.query(`UPDATE experiments SET started_at = started_at - make_interval(days => $1)`, [
          days,
        ]);
      } finally {
        await client.end();
      }
    },
    async close() {
      await climbing.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}

function fact(person: object, type: string, daysAgo: number, data: object, key: string): object {
  return { person, type, at: Math.round(Date.now() - daysAgo * DAY), source: 'till', key, data };
}

/** The same every time: who saw an advertisement buys by a rhythm of their own, and one in four leaves after each order. */
function factsOfShop(): object[] {
  const chance = seededChance(11);
  return Array.from({ length: PEOPLE }, (_, number) => {
    const person = { external: `C-${number}`, name: `مشتری ${number + 1}` };
    const channel = CHANNELS[chance.int(0, CHANNELS.length - 1)];
    const every = 12 + 50 * chance.next();
    const likes = chance.int(0, THINGS.length - 1);
    // Many were there more than a year ago, so that it is known what became of who climbed and who stayed.
    const since = chance.next() < 0.65 ? 460 + 160 * chance.next() : 20 + 430 * chance.next();
    const told: object[] = [
      fact(person, 'ad.viewed', since + 3, { channel, campaign: 'نوروز' }, `ad ${number}`),
    ];
    let at = since;
    for (let count = 0; at > 1; count += 1) {
      const order = `${number}-${count}`;
      const bought = new Set([likes]);
      if (likes === 0 && chance.next() < 0.7) bought.add(1);
      if (chance.next() < 0.2) bought.add(chance.int(0, THINGS.length - 1));
      let amount = 0;
      for (const place of bought) {
        const [product, category, price] = THINGS[place] ?? THINGS[0];
        amount += price;
        told.push(
          fact(
            person,
            'product.bought',
            at,
            { order, product, category, quantity: 1, amount: price },
            `line ${order} ${place}`,
          ),
        );
      }
      const discount = likes === 3 ? { discount: 100_000 } : {};
      const where = chance.next() < 0.15 ? {} : { channel, branch: BRANCHES[number % 2] };
      told.push(fact(person, 'order.paid', at, { order, amount, ...where, ...discount }, `order ${order}`));
      if (chance.next() < 0.22) break;
      at -= Math.max(1, -Math.log(1 - chance.next()) * every);
    }
    return told;
  }).flat();
}
