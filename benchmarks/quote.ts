/**
 * Quotes of a ten-line basket under fifty active rules (forty that earn, ten offers), mixed with commits, at a steady pace
 * whatever the answers take: two quotes for each commit. Every person has bought twenty times before, and the server has run
 * before (`hasRun` of support/server.ts). Beside it an empty authenticated route at the same pace, which is what HTTP alone costs
 * here. The client runs in a thread of its own; beside the time on the wall stands that of the processors, without the client's,
 * each of them after the first seconds.
 *
 *   npm run bench:quote -- [--rate=300] [--seconds=30] [--people=5000]    (with Node's options as the program starts)
 */
import { Worker } from 'node:worker_threads';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { quantile, report } from './support/measuring.ts';
import { ownTime, serverTimes } from './support/processor.ts';
import { type Place, shopIn, withServer } from './support/server.ts';
import { serve } from './support/serving.ts';
import { sizes } from './support/sizes.ts';
import type { Errand, Told } from './support/till-client.ts';

const EARNING = 40;
const OFFERS = 10;
/** Of the rules of a group one gives: that many do. */
const GROUPS = 5;
const ORDERS_BEFORE = 20;
/** Caches are cold, connections unopened and code not yet compiled: the first seconds are not counted. */
const WARMING_SECONDS = 8;
const asked = sizes({ rate: 300, seconds: 30, people: 5_000 });

/** What was told, and milliseconds of processor time of a request in this program, in PostgreSQL and in the client. */
interface Spent extends Told {
  readonly own: number;
  readonly server: number;
  readonly client: number;
}

await main();

async function main(): Promise<void> {
  await withServer(
    async (server) => {
      const place = await server.place('quote');
      const { database } = place;
      const business = await shopIn(database);
      const first = await crowd(place, business);
      await club(place, business);
      const made = await makeApiKey(database, business, {
        name: 'benchmark',
        scopes: ['till:write', 'club:read'],
        madeBy: 'benchmark',
      });
      if (!made.ok) throw new Error(made.refusal.code);
      const served = await serve(place, server.folder);
      const errand = {
        port: served.port,
        key: made.value.key,
        first,
        people: asked.people,
        rate: asked.rate,
        requests: asked.rate * (asked.seconds + WARMING_SECONDS),
        warming: asked.rate * WARMING_SECONDS,
      };
      const floor = await spentOn(server.postmaster, { ...errand, what: 'floor' });
      const till = await spentOn(server.postmaster, { ...errand, what: 'till' });
      await served.close();
      const warm = (values: readonly number[]): readonly number[] =>
        values.slice(Math.floor((values.length * WARMING_SECONDS) / (asked.seconds + WARMING_SECONDS)));
      const ms = (values: readonly number[], share: number): string =>
        `${quantile(warm(values), share).toFixed(1)} ms`;
      const each = ({ own, server: theirs }: Spent): string =>
        `${(own + theirs).toFixed(2)} ms (program ${own.toFixed(2)}, PostgreSQL ${theirs.toFixed(2)})`;
      report(`${asked.rate} requests a second for ${asked.seconds} seconds, two quotes for each commit`, [
        { what: 'quote, p50', floor: ms(floor.quotes, 0.5), ours: ms(till.quotes, 0.5), aim: '–' },
        { what: 'quote, p95', floor: ms(floor.quotes, 0.95), ours: ms(till.quotes, 0.95), aim: '≤ 20 ms' },
        { what: 'quote, p99', floor: ms(floor.quotes, 0.99), ours: ms(till.quotes, 0.99), aim: '–' },
        { what: 'commit, p50', ours: ms(till.commits, 0.5), aim: '–' },
        { what: 'commit, p95', ours: ms(till.commits, 0.95), aim: '–' },
        { what: "processors' time of a request", floor: each(floor), ours: each(till), aim: '–' },
        {
          what: 'the same of the client, beside it',
          floor: `${floor.client.toFixed(2)} ms`,
          ours: `${till.client.toFixed(2)} ms`,
          aim: '–',
        },
        { what: 'refused', ours: `${till.refused} ${till.reason}`.trim(), aim: '0' },
      ]);
    },
    { hasRun: true },
  );
}

async function spentOn(postmaster: number, errand: Errand): Promise<Spent> {
  const looked = async () => ({ own: ownTime(), server: await serverTimes(postmaster) });
  let before = looked();
  const told = await sent(errand, () => {
    before = looked();
  });
  const [from, to] = [await before, await looked()];
  // A connection that is closed meanwhile takes with it what it had used.
  const theirs = [...to.server].reduce((sum, [id, used]) => sum + used - (from.server.get(id) ?? 0), 0);
  const counted = errand.requests - errand.warming;
  return {
    ...told,
    own: (to.own - from.own - told.clientTime) / counted,
    server: theirs / counted,
    client: told.clientTime / counted,
  };
}

function sent(errand: Errand, onWarm: () => void): Promise<Told> {
  return new Promise((resolve, reject) => {
    const client = new Worker(new URL('./support/till-client.ts', import.meta.url), { workerData: errand });
    client.on('message', (message: Told | 'warm') => {
      if (message === 'warm') onWarm();
      else resolve(message);
    });
    client.once('error', reject);
  });
}

/** People who have bought before. Answers the number of the first; the others follow. */
async function crowd({ database }: Place, business: Business): Promise<number> {
  return database.withBusiness(business.id, async (tx) => {
    await tx.query(
      `INSERT INTO sources (business_id, source_id, name) VALUES (this_business(), 1, 'before') ON CONFLICT DO NOTHING`,
    );
    const { rows } = await tx.query<{ first: number }>(
      `WITH p AS (INSERT INTO people (business_id, person_id, known_since)
         SELECT this_business(), nextval('person_ids'), now() - interval '3 years' FROM generate_series(1, $1::int)
         RETURNING person_id),
       f AS (INSERT INTO facts (business_id, person_id, type, at, source_id, key, amount, ref)
         SELECT this_business(), p.person_id, 'order.paid', now() - n * interval '21 days', 1, p.person_id || '-' || n,
                100000 + n * 1000, p.person_id || '-' || n
         FROM p, generate_series(1, $2::int) AS n)
       SELECT min(person_id) AS first FROM p`,
      [asked.people, ORDERS_BEFORE],
    );
    return rows[0]?.first ?? 0;
  });
}

/** A club of forty rules and ten offers, none of which is for everybody. */
async function club({ database }: Place, business: Business): Promise<void> {
  const words = (text: string): object => ({ fa: text, en: text });
  const who = (n: number): object => ({
    measure: 'count',
    of: 'order.paid',
    within: { months: 1 + (n % 12) },
    atLeast: 1 + (n % 5),
  });
  const programme = {
    name: words('club'),
    membership: 'everybody',
    wallets: ['points', 'coin'].map((key) => ({
      key,
      name: words(key),
      unit: key === 'coin' ? 'coin' : 'points',
      worth: { points: 1, amount: 10 },
      vesting: 0,
      expiry: { kind: 'after', unit: 'day', count: 365 },
      negative: 'allow',
      spending: {},
    })),
    groups: Array.from({ length: GROUPS }, (_, n) => ({ key: `group-${n}`, choose: 'highest' })),
    rules: Array.from({ length: EARNING }, (_, n) => ({
      key: `rule-${n}`,
      name: words(`rule ${n}`),
      wallet: n % 2 === 0 ? 'points' : 'coin',
      on: { kind: 'order' },
      who: who(n),
      where: n % 3 === 0 ? { groups: { only: [`group-${n % 7}`] } } : { leastAmount: 50_000 * (n % 4) },
      gives: { kind: 'per', units: 1 + (n % 3), amount: 10_000 },
      group: `group-${n % GROUPS}`,
      ...(n % 5 === 0 ? { caps: [{ of: 'person', per: 'day', most: 100_000, counted: 'units' }] } : {}),
    })),
  };
  const offers = Array.from({ length: OFFERS }, (_, n) => ({
    key: `offer-${n}`,
    name: words(`offer ${n}`),
    for: { who: who(n + 3) },
    gives: { kind: 'percent', share: 50 + n },
    on: { groups: { only: [`group-${n % 7}`] } },
    when: { zone: 'Asia/Tehran' },
    by: 'itself',
    announcement: 'private',
    // One of them applies.
    stacking: { group: 'one', exclusive: false, order: n },
    newcomers: false,
    budget: 1e12,
  }));
  await database.withBusiness(business.id, async (tx) => {
    await tx.query(
      `INSERT INTO club_versions (business_id, version, definition, published_by, published_at)
       VALUES (this_business(), 1, $1, 'benchmark', now())`,
      [JSON.stringify(programme)],
    );
    for (const offer of offers)
      await tx.query(
        `INSERT INTO offers (business_id, key, definition, state, made_by, made_at, changed_by, changed_at)
         VALUES (this_business(), $1, $2, 'active', 'benchmark', now(), 'benchmark', now())`,
        [offer.key, JSON.stringify(offer)],
      );
  });
}
