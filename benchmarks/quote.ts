/**
 * Quotes of a ten-line basket under fifty active rules (forty that earn, ten offers), mixed with commits, at a steady pace
 * whatever the answers take: two quotes for each commit. Every person has bought twenty times before. Beside it an empty
 * authenticated route at the same pace, which is what HTTP alone costs here. The client runs in a thread of its own; beside the
 * time on the wall stands that of the processors, without the client's, each of them after the first seconds.
 *
 *   node benchmarks/quote.ts [--rate=300] [--seconds=30] [--people=5000]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { LightClient } from './support/light-client.ts';
import { quantile, report } from './support/measuring.ts';
import { ownTime, serverTimes, threadTime } from './support/processor.ts';
import { type Place, shopIn, withServer } from './support/server.ts';
import { serve } from './support/serving.ts';
import { sizes } from './support/sizes.ts';

const EARNING = 40;
const OFFERS = 10;
/** Of the rules of a group one gives: that many do. */
const GROUPS = 5;
const LINES = 10;
const ORDERS_BEFORE = 20;
/** Caches are cold, connections unopened and code not yet compiled: the first seconds are not counted. */
const WARMING_SECONDS = 8;
const [ID, DUE] = ['"id":', '"due":'];
const asked = sizes({ rate: 300, seconds: 30, people: 5_000 });

interface Errand {
  readonly port: number;
  readonly key: string;
  readonly first: number;
  readonly people: number;
  readonly rate: number;
  readonly requests: number;
  /** So many of them come before anything is counted. */
  readonly warming: number;
  readonly what: 'till' | 'floor';
}

/** Milliseconds of each answer, by what was asked, in order; and how many were refused, with the first reason. */
interface Told {
  readonly quotes: readonly number[];
  readonly commits: readonly number[];
  readonly refused: number;
  readonly reason: string;
  /** Milliseconds of processor time that the client used for itself since then. */
  readonly clientTime: number;
}

/** What was told, and milliseconds of processor time of a request in this program, in PostgreSQL and in the client. */
interface Spent extends Told {
  readonly own: number;
  readonly server: number;
  readonly client: number;
}

if (isMainThread) await main();
else parentPort?.postMessage(await runErrand(workerData as Errand));

async function main(): Promise<void> {
  await withServer(async (server) => {
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
  });
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
    const client = new Worker(new URL(import.meta.url), { workerData: errand });
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

async function runErrand(errand: Errand): Promise<Told> {
  const client = new LightClient(
    errand.port,
    `authorization: Bearer ${errand.key}\r\ncontent-type: application/json\r\n`,
    64,
  );
  // Written before anything is counted.
  const baskets =
    errand.what === 'floor'
      ? []
      : Array.from({ length: errand.requests }, (_, index) => JSON.stringify(basketOf(errand, index)));
  const quotes: number[] = [];
  const commits: number[] = [];
  const ready: { readonly id: string; readonly due: string }[] = [];
  let refused = 0;
  let reason = '';
  let usedBefore = threadTime();
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let index = 0; index < errand.requests; index++) {
    const due = began + (index * 1000) / errand.rate;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    if (index === errand.warming) {
      usedBefore = threadTime();
      parentPort?.postMessage('warm');
    }
    // Counted from when it should have been sent: a sender that is held up must not make the answer look quicker.
    const next = errand.what === 'till' && index % 3 === 2 ? ready.shift() : undefined;
    const key = `idempotency-key: k${index}\r\n`;
    const asking =
      errand.what === 'floor'
        ? client.ask('GET', '/v1/session')
        : next === undefined
          ? client.ask('POST', '/v1/till/quotes', key, baskets[index])
          : client.ask('POST', `/v1/till/quotes/${next.id}/commit`, key, `{"paid":${next.due}}`);
    under.push(
      (async () => {
        const { status, body } = await asking;
        (next === undefined ? quotes : commits).push(performance.now() - due);
        if (status >= 300) {
          refused += 1;
          reason ||= body.toString('utf8', 0, 300);
        } else if (next === undefined && errand.what === 'till') {
          ready.push({
            id: numberAt(body, body.indexOf(ID) + ID.length),
            // That of the whole comes after those of the lines, and before what was decided.
            due: numberAt(body, body.lastIndexOf(DUE, body.indexOf('"decisions":')) + DUE.length),
          });
        }
      })(),
    );
  }
  await Promise.all(under);
  client.close();
  return { quotes, commits, refused, reason, clientTime: threadTime() - usedBefore };
}

/** A number in JSON: to read all of a price takes as long as to send it. */
function numberAt(body: Buffer, at: number): string {
  const number = /^\d+/.exec(body.toString('latin1', at, at + 20))?.[0];
  if (number === undefined)
    throw new Error(`There is no number at ${at} of ${body.toString('utf8', 0, 300)}`);
  return number;
}

function basketOf({ first, people }: Errand, index: number): object {
  return {
    person: first + ((index * 7919) % people),
    basket: {
      lines: Array.from({ length: LINES }, (_, place) => ({
        item: `item-${(index + place) % 500}`,
        group: `group-${place % 7}`,
        quantity: 1 + (place % 3),
        unitPrice: 20_000 + place * 1_500,
      })),
    },
  };
}
