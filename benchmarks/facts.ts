/**
 * `POST /v1/facts` in batches of a hundred over real HTTP on kept connections, beside the same rows put into the same
 * tables by multi-row INSERT over the same driver. Nine facts in ten are told of people who were known before them, one of
 * somebody new. The client of HTTP is a process of its own: it is somebody else's program, with its own memory to clear away.
 *
 * The two take turns in many short rounds, and the ratio is the median of the rounds' ratios: whatever else the machine
 * does then slows both. Beside the time on the wall stands that of the processors: what the program and PostgreSQL use for
 * a batch, without the client.
 *
 *   node benchmarks/facts.ts [--batches=100] [--people=20000] [--connections=8] [--rounds=20]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { median, rate, report, type Row, timed, times } from './support/measuring.ts';
import { ownTime, serverTime } from './support/processor.ts';
import { type Place, shopIn, withServer } from './support/server.ts';
import { senderTo } from './support/sending.ts';
import { serve } from './support/serving.ts';
import { sizes } from './support/sizes.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';

const BATCH = 100;
/** So many facts of a batch are told of somebody new. */
const NEW_IN_BATCH = 10;
const END = Date.UTC(2026, 10, 21);
const YEAR_MS = 365 * 86_400_000;
const asked = sizes({ batches: 100, people: 20_000, connections: 8, rounds: 20 });

interface Told {
  readonly person: { readonly external: string };
  readonly type: string;
  readonly at: number;
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The numbers make both sides write the same rows, under keys of their own. */
function batch(round: string, number: number): Told[] {
  return Array.from({ length: BATCH }, (_, place) => {
    const index = number * BATCH + place;
    const isNew = place % (BATCH / NEW_IN_BATCH) === 0;
    const external = isNew ? `n-${round}-${index}` : `p-${(index * 7919) % asked.people}`;
    const order = `${round}-${index}`;
    return {
      person: { external },
      type: 'order.paid',
      at: END - ((index * 104_729) % 157_680_000) * 1000,
      key: `k-${order}`,
      data: { order, amount: 100_000 + (index % 900) * 1000, channel: 'web' },
    };
  });
}

/** Runs every batch, `connections` at a time, each connection one after the other. */
async function inParallel(work: (number: number) => Promise<void>): Promise<number> {
  let next = 0;
  const { ms } = await timed(() =>
    Promise.all(
      Array.from({ length: asked.connections }, async () => {
        while (next < asked.batches) await work(next++);
      }),
    ),
  );
  return ms;
}

/** Numbers of people that the program does not come to. */
let nextNewcomer = 1_000_000_000;

/**
 * One statement a batch, one transaction each, by the role and with the business that the program itself uses: the rows of
 * the facts, and of whoever is new among their people.
 */
function insertion(pool: Pool, business: Business, round: string): (number: number) => Promise<void> {
  const width = 8;
  const listed = (first: number, count: number, columns: number): string =>
    Array.from({ length: count }, (_absent, row) => {
      const places = Array.from(
        { length: columns },
        (_value, column) => `$${first + row * columns + column}`,
      );
      return `(${places.join(', ')})`;
    }).join(', ');
  const text = `WITH newcomers AS (
      SELECT v.b::int AS b, v.p::int8 AS p, v.a::timestamptz AS a, v.x AS x
      FROM (VALUES ${listed(1 + width * BATCH, NEW_IN_BATCH, 4)}) AS v (b, p, a, x)),
    people_added AS (INSERT INTO people (business_id, person_id, known_since) SELECT b, p, a FROM newcomers),
    identifiers_added AS (INSERT INTO identifiers (business_id, kind, value, person_id) SELECT b, 'external', x, p FROM newcomers)
    INSERT INTO facts (business_id, person_id, type, at, source_id, key, amount, ref, data)
    SELECT v.b::int, v.p::int8, v.t, v.a::timestamptz, 2, v.k, v.m::int8, v.r, v.d::jsonb
    FROM (VALUES ${listed(1, BATCH, width)}) AS v (b, p, t, a, k, m, r, d)`;
  return async (number) => {
    const newcomers: unknown[] = [];
    const facts = batch(round, number).flatMap(({ person: { external }, type, at, key, data }) => {
      const isNew = external.startsWith('n');
      const personId = isNew ? nextNewcomer++ : 1 + (Number(external.split('-').at(-1)) % asked.people);
      if (isNew) newcomers.push(business.id, personId, new Date(at).toISOString(), external);
      const rest = JSON.stringify({ channel: data['channel'] });
      return [
        business.id,
        personId,
        type,
        new Date(at).toISOString(),
        key,
        data['amount'],
        data['order'],
        rest,
      ];
    });
    const client = await pool.connect();
    try {
      await client.query(`BEGIN; SELECT set_config('nardeban.business', '${business.id}', true)`);
      await client.query({ name: 'floor', text, values: [...facts, ...newcomers] });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
}

async function known(place: Place, business: Business): Promise<void> {
  await place.database.withBusiness(business.id, async (tx) => {
    await tx.query(
      `WITH p AS (INSERT INTO people (business_id, person_id, known_since)
         SELECT this_business(), nextval('person_ids'), to_timestamp($2) FROM generate_series(1, $1::int) RETURNING person_id)
       INSERT INTO identifiers (business_id, kind, value, person_id)
         SELECT this_business(), 'external', 'p-' || (row_number() OVER () - 1), person_id FROM p`,
      [asked.people, (END - 6 * YEAR_MS) / 1000],
    );
  });
}

/** The client is this script again, told by its environment whom to send to. */
const { NARDEBAN_BENCHMARK_PORT: serverPort, NARDEBAN_BENCHMARK_KEY: serverKey } = process.env;

function clientOf(port: number, key: string): ChildProcess {
  return fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
    env: { ...process.env, NARDEBAN_BENCHMARK_PORT: String(port), NARDEBAN_BENCHMARK_KEY: key },
  });
}

/** Sends a round for every message that names one, and says how long it took. */
async function send(port: number, key: string): Promise<void> {
  const sender = senderTo(port, key, asked.connections);
  for await (const [round] of on(process, 'message') as AsyncIterable<[string]>) {
    const ms = await inParallel(async (number) => {
      const answer = await sender.post('/v1/facts', { facts: batch(round, number) });
      const { stored } = JSON.parse(answer) as { stored?: number };
      if (stored !== BATCH) throw new Error(`not all was stored: ${answer.slice(0, 500)}`);
    });
    process.send?.(ms);
  }
}

/** What a round took: on the wall, and of processors' time in this program and in PostgreSQL. */
interface Spent {
  readonly ms: number;
  readonly own: number;
  readonly server: number;
}

async function spentOn(postmaster: number, work: () => Promise<number>): Promise<Spent> {
  const server = await serverTime(postmaster);
  const own = ownTime();
  const ms = await work();
  return { ms, own: ownTime() - own, server: (await serverTime(postmaster)) - server };
}

/** So many batches at least are sent before anything is counted: the code is compiled and the statements are planned. */
const WARMING_BATCHES = 1_500;

if (serverPort === undefined || serverKey === undefined) await main();
else await send(Number(serverPort), serverKey);

async function main(): Promise<void> {
  await withServer(async (server) => {
    const place = await server.place('facts');
    const business = await shopIn(place.database);
    await known(place, business);
    const made = await makeApiKey(place.database, business, {
      name: 'benchmark',
      scopes: ['facts:write'],
      madeBy: 'benchmark',
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const served = await serve(place, server.folder);
    const client = clientOf(served.port, made.value.key);
    const pool = new Pool({ connectionString: place.appUrl, max: asked.connections });
    // What goes wrong is told by whoever waits for an answer; unheard here, it would hide what came before it.
    pool.on('error', () => {});
    const floors: Spent[] = [];
    const ours: Spent[] = [];
    const warming = Math.ceil(WARMING_BATCHES / asked.batches);
    for (let round = 0; round < warming + asked.rounds; round++) {
      const insert = insertion(pool, business, `f${round}`);
      const floor = await spentOn(server.postmaster, () => inParallel(insert));
      const told = await spentOn(server.postmaster, async () => {
        client.send(`h${round}`);
        const [ms] = (await once(client, 'message')) as [number];
        return ms;
      });
      if (round < warming) continue;
      floors.push(floor);
      ours.push(told);
    }
    const facts = asked.batches * BATCH;
    const ratioOf = (measure: (spent: Spent) => number): string =>
      times(median(floors.map((floor, round) => measure(floor) / measure(ours[round] ?? floor))));
    const perBatch = (rounds: readonly Spent[], measure: (spent: Spent) => number): string =>
      `${(median(rounds.map(measure)) / asked.batches).toFixed(2)} ms`;
    const compared = (what: string, measure: (spent: Spent) => number): Row => ({
      what,
      floor: perBatch(floors, measure),
      ours: perBatch(ours, measure),
      ratio: ratioOf(measure),
      aim: '–',
    });
    report(
      `${facts.toLocaleString('en')} facts a round in batches of ${BATCH}, ${asked.connections} connections, median of ${asked.rounds}`,
      [
        {
          what: 'POST /v1/facts (beside multi-row INSERT)',
          floor: rate(facts, median(floors.map(({ ms }) => ms))),
          ours: rate(facts, median(ours.map(({ ms }) => ms))),
          ratio: ratioOf(({ ms }) => ms),
          aim: '≥ 0.4×',
        },
        compared("processors' time of a batch", ({ own, server: theirs }) => own + theirs),
        compared('of it PostgreSQL', ({ server: theirs }) => theirs),
        compared('of it the program', ({ own }) => own),
      ],
    );
    await pool.end();
    client.kill();
    await served.close();
  });
}
