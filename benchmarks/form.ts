/**
 * From a form that is posted to the lead that can be read: on a rung, scored and given to a seller. Forms are posted one by
 * one at a steady pace, whatever the answers take, each filled by somebody nobody knew; another connection looks every
 * two milliseconds whose rung, lead and owner are there. Beside it, at the same pace, a bare POST that writes one row.
 * The client runs in a thread of its own; HTTP and jobs in one, as `npm start` does.
 *
 *   node benchmarks/form.ts [--rate=50] [--seconds=30]
 */
import { hash } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { firstForm } from '@nardeban/core/sales';
import { Client } from 'pg';
import { foundBusiness } from '../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import type { Database } from '../packages/server/src/platform/database/index.ts';
import { makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { createLog } from '../packages/server/src/platform/log/index.ts';
import { addStaff } from '../packages/server/src/platform/sign-in/index.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { startWork } from '../packages/server/src/work.ts';
import { quantile, report, times } from './support/measuring.ts';
import { serverTimes, threadTime } from './support/processor.ts';
import { withServer } from './support/server.ts';
import { serve } from './support/serving.ts';
import { sizes } from './support/sizes.ts';

interface Errand {
  readonly what: 'form' | 'floor';
  readonly port: number;
  readonly appUrl: string;
  readonly businessId: number;
  readonly rate: number;
  readonly posts: number;
}

/** A moment of the errand; `looking` is the number of the process that answers whoever looks. */
interface Moment {
  readonly is: 'warm' | 'over';
  readonly looking: number;
}

/** Milliseconds of each, in order: until it was answered, and until the lead could be read. */
interface Told {
  readonly answered: readonly number[];
  readonly there: readonly number[];
}

/** The first find caches cold, connections unopened and code not yet compiled, and are not counted. */
const WARMING_SECONDS = 8;
const SELLERS = 5;
/** More than these wait only where more come than are answered; to look for all of them would then be the most there is to do. */
const LOOKED_FOR = 200;
const KEY = 'contact';

if (isMainThread) await main();
else parentPort?.postMessage({ told: await runErrand(workerData as Errand) });

async function main(): Promise<void> {
  const asked = sizes({ rate: 50, seconds: 30 });
  await withServer(async (server) => {
    const place = await server.place('form');
    const { database } = place;
    const founded = await foundBusiness(database, systemClock, { slug: 'shop', name: 'فروشگاه' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    const business = founded.value;
    const served = await serve(place, server.folder);
    await layOut(database, business, served.port);
    const work = await startWork({
      database,
      ownerUrl: place.ownerUrl,
      clock: systemClock,
      log: createLog('warn'),
    });
    const bare = await serveFloor(database, business);
    const errand = {
      appUrl: place.appUrl,
      businessId: business.id,
      rate: asked.rate,
      posts: asked.rate * (asked.seconds + WARMING_SECONDS),
    };
    const floor = await sent({ ...errand, what: 'floor', port: bare.port });
    // What PostgreSQL used for whoever only looks is not the form's.
    const used = { own: Number.NaN, server: Number.NaN };
    let warm: { readonly own: number; readonly server: ReadonlyMap<number, number> } | undefined;
    const form = await sent({ ...errand, what: 'form', port: served.port }, async ({ is, looking }) => {
      const now = { own: threadTime(), server: await serverTimes(server.postmaster) };
      if (is === 'warm') warm = now;
      if (is === 'warm' || warm === undefined) return;
      const forms = asked.rate * asked.seconds;
      used.own = (now.own - warm.own) / forms;
      used.server = 0;
      for (const [pid, ms] of now.server)
        if (pid !== looking) used.server += (ms - (warm.server.get(pid) ?? 0)) / forms;
    });
    await work.stop();
    await served.close();
    await bare.close();
    const counted = (values: readonly number[]): readonly number[] =>
      values.slice(asked.rate * WARMING_SECONDS);
    const line = (what: string, share: number, ours: readonly number[], aim = '–') => {
      const base = quantile(counted(floor.answered), share);
      const seen = quantile(counted(ours), share);
      const floorText = `${base.toFixed(1)} ms`;
      return { what, floor: floorText, ours: `${seen.toFixed(1)} ms`, ratio: times(seen / base), aim };
    };
    report(
      `${asked.rate} forms a second for ${asked.seconds} seconds, beside a bare POST that writes one row`,
      [
        line('answered, p50', 0.5, form.answered),
        line('answered, p99', 0.99, form.answered),
        line('lead on a rung, scored and assigned, p50', 0.5, form.there),
        line('lead on a rung, scored and assigned, p95', 0.95, form.there),
        line('lead on a rung, scored and assigned, p99', 0.99, form.there, '≤ 300 ms'),
        line('longest', 1, form.there),
        { what: 'processor time a form, Node', ours: `${used.own.toFixed(1)} ms`, aim: '–' },
        { what: 'processor time a form, PostgreSQL', ours: `${used.server.toFixed(1)} ms`, aim: '–' },
        { what: 'both', ours: `${(used.own + used.server).toFixed(1)} ms`, aim: '≤ 12 ms' },
      ],
    );
  });
}

function sent(errand: Errand, onMoment: (moment: Moment) => Promise<void> = async () => {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const client = new Worker(new URL(import.meta.url), { workerData: errand });
    let noted = Promise.resolve();
    client.on('message', (said: Moment | { readonly told: Told }) => {
      if ('told' in said) noted.then(() => resolve(said.told), reject);
      else noted = noted.then(() => onMoment(said));
    });
    client.once('error', reject);
  });
}

/** Sellers among whom leads are dealt out, and an open form whose sending is a raised hand. */
async function layOut(database: Database, business: Business, port: number): Promise<void> {
  for (let number = 0; number < SELLERS; number += 1) {
    const added = await addStaff(database, {
      email: `seller-${number}@shop.example`,
      name: `Seller ${number}`,
      password: 'a password of a benchmark',
      businessSlug: business.slug,
      role: 'sales',
    });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, business, {
    name: 'benchmark',
    scopes: ['sales:read', 'sales:write', 'sales:manage'],
    madeBy: 'benchmark',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const tell = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const { colleagues } = await tell<{ colleagues: { id: string }[] }>('GET', '/v1/sales/colleagues');
  await database.withBusiness(business.id, (tx) =>
    tx.query(
      `INSERT INTO lead_sellers (business_id, user_id, place)
       SELECT this_business(), id, place FROM unnest($1::text[]) WITH ORDINALITY AS t (id, place)`,
      [colleagues.map(({ id }) => id)],
    ),
  );
  const form = firstForm();
  const definition = { ...form, leastSeconds: 0, lead: { ...form.lead, hand: true } };
  await tell('POST', '/v1/sales/forms', { key: KEY, definition });
  await tell('PUT', `/v1/sales/forms/${KEY}`, { definition, state: 'open', revision: 1 });
}

/** The least there is: an HTTP server that writes a row for each POST and says so. */
async function serveFloor(
  database: Database,
  business: Business,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.on('end', () => {
      database
        .withBusiness(business.id, (tx) =>
          tx.query(
            `INSERT INTO capture_counts (business_id, kind, subject, day, slot, times)
             VALUES (this_business(), 'view', (random() * 1e15)::bigint, 0, 0, 1)`,
          ),
        )
        .then(
          () => answer.end('{}'),
          () => answer.writeHead(500).end(),
        );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function runErrand(errand: Errand): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const filled = errand.what === 'form' ? await fillIn(errand, agent) : [];
  const began = performance.now();
  const due = (index: number): number => began + (index * 1000) / errand.rate;
  const answered: number[] = [];
  const there: number[] = [];
  const waiting = new Set<string>();
  let failure: unknown;
  const under: Promise<void>[] = [];
  const send = async (): Promise<void> => {
    for (let index = 0; index < errand.posts; index += 1) {
      const early = due(index) - performance.now();
      if (early > 0) await pause(early);
      if (errand.what === 'form') waiting.add(mobileOf(index));
      // Counted from when it should have been sent: a sender that is held up must not make the answer look quicker.
      under.push(
        post(agent, errand.port, filled[index] ?? '', index).then(
          () => void (answered[index] = performance.now() - due(index)),
          (error: unknown) => void (failure = error),
        ),
      );
    }
    await Promise.all(under);
  };
  const look = async (): Promise<void> => {
    if (errand.what === 'floor') return;
    const client = new Client({ connectionString: errand.appUrl });
    await client.connect();
    await client.query(`SELECT set_config('nardeban.business', '${errand.businessId}', false)`);
    const text = `SELECT i.value FROM unnest($1::text[]) AS w (value), LATERAL (
                    SELECT o.value, o.person_id FROM identifiers o
                    WHERE o.business_id = this_business() AND o.kind = 'mobile' AND o.value = w.value) i, LATERAL (
                    SELECT FROM leads l WHERE l.business_id = this_business() AND l.person_id = i.person_id
                      AND l.owner IS NOT NULL AND l.handed_at IS NOT NULL LIMIT 1) l, LATERAL (
                    SELECT FROM standings s WHERE s.business_id = this_business() AND s.person_id = i.person_id LIMIT 1) s`;
    const { rows: own } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const tell = (is: Moment['is']): void => {
      parentPort?.postMessage({ is, looking: own[0]?.pid ?? 0 } satisfies Moment);
    };
    let isWarm = false;
    for (let seen = 0; seen < errand.posts; await pause(2)) {
      if (failure !== undefined) throw failure;
      if (!isWarm && performance.now() > due(errand.rate * WARMING_SECONDS)) {
        isWarm = true;
        tell('warm');
      }
      const first = [...waiting].slice(0, LOOKED_FOR);
      const { rows } = await client.query<{ value: string }>({ name: 'look', text, values: [first] });
      const now = performance.now();
      for (const { value } of rows) {
        const index = Number(value.slice(4)) - 120_000_000;
        there[index] = now - due(index);
        waiting.delete(value);
        seen += 1;
      }
    }
    tell('over');
    await client.end();
  };
  await Promise.all([send(), look()]);
  agent.destroy();
  if (failure !== undefined) throw failure;
  return { answered, there };
}

function mobileOf(index: number): string {
  return `+989${120_000_000 + index}`;
}

/** Fills every form in beforehand: its stamp, and the work that its script would do while somebody types. */
async function fillIn({ posts, port }: Errand, agent: Agent): Promise<string[]> {
  const filled: string[] = [];
  for (let index = 0; index < posts; index += 1) {
    const drawn = await ask(agent, { port, path: `/f/shop/${KEY}/fields`, method: 'GET' });
    const { stamp } = JSON.parse(drawn) as { stamp: string };
    const body = { mobile: mobileOf(index), name: `Person ${index}`, message: 'How much is it?' };
    filled.push(new URLSearchParams({ ...body, nb_stamp: stamp, nb_proof: proofOf(stamp) }).toString());
  }
  return filled;
}

function proofOf(stamp: string): string {
  const bits = Number(stamp.split('.')[2]);
  for (let number = 0; ; number += 1) {
    const made = hash('sha256', `${stamp}.${number}`, 'buffer');
    if (bits === 0 || made.readUInt32BE(0) >>> (32 - bits) === 0) return String(number);
  }
}

/** Each comes from a network of its own, as people do. */
function post(agent: Agent, port: number, payload: string, index: number): Promise<string> {
  const from = `10.${(index >> 16) % 256}.${(index >> 8) % 256}.${index % 256}`;
  return ask(agent, { port, path: `/f/shop/${KEY}`, method: 'POST' }, payload, {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(payload),
    'x-forwarded-for': from,
  });
}

function ask(
  agent: Agent,
  where: { readonly port: number; readonly path: string; readonly method: string },
  payload = '',
  headers: Record<string, string | number> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = request({ agent, host: '127.0.0.1', ...where, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sending.on('error', reject);
    sending.end(payload);
  });
}
