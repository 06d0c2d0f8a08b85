/**
 * From a fact that is sent to the move that can be read: facts are posted one by one at a steady pace, whatever the
 * answers take, each of somebody whom it brings from the bottom rung to the next; another connection looks every five
 * milliseconds which moves are there. The client runs in a thread of its own; HTTP and jobs in one, as `npm start` does.
 *
 *   node benchmarks/live.ts [--rate=200] [--seconds=30]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { foundBusiness } from '../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { createLog } from '../packages/server/src/platform/log/index.ts';
import { startWork } from '../packages/server/src/work.ts';
import { quantile, report } from './support/measuring.ts';
import { senderTo } from './support/sending.ts';
import { withServer } from './support/server.ts';
import { serve } from './support/serving.ts';
import { sizes } from './support/sizes.ts';

/** What the client needs to know; people are numbered from `first` on, and known as p-0, p-1 and so on. */
interface Errand {
  readonly port: number;
  readonly key: string;
  readonly appUrl: string;
  readonly businessId: number;
  readonly first: number;
  readonly rate: number;
  readonly facts: number;
}

/** The first facts find caches cold, connections unopened and code not yet compiled, and are not counted. */
const WARMING_SECONDS = 10;

if (isMainThread) await main();
else parentPort?.postMessage(await runErrand(workerData as Errand));

async function main(): Promise<void> {
  const asked = sizes({ rate: 200, seconds: 30 });
  const facts = asked.rate * (asked.seconds + WARMING_SECONDS);
  await withServer(async (server) => {
    const place = await server.place('live');
    const { database } = place;
    const founded = await foundBusiness(database, systemClock, { slug: 'shop', name: 'فروشگاه' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    const business = founded.value;
    const first = await database.withBusiness(business.id, async (tx) => {
      const { rows } = await tx.query<{ first: number }>(
        `WITH p AS (INSERT INTO people (business_id, person_id, known_since)
           SELECT this_business(), nextval('person_ids'), now() FROM generate_series(1, $1::int) RETURNING person_id),
         i AS (INSERT INTO identifiers (business_id, kind, value, person_id)
           SELECT this_business(), 'external', 'p-' || (person_id - min(person_id) OVER ()), person_id FROM p)
         SELECT min(person_id) AS first FROM p`,
        [facts],
      );
      return rows[0]?.first ?? 0;
    });
    const made = await makeApiKey(database, business, {
      name: 'benchmark',
      scopes: ['facts:write'],
      madeBy: 'benchmark',
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const served = await serve(place, server.folder);
    const work = await startWork({
      database,
      ownerUrl: place.ownerUrl,
      clock: systemClock,
      log: createLog('warn'),
    });
    const errand: Errand = {
      port: served.port,
      key: made.value.key,
      appUrl: place.appUrl,
      businessId: business.id,
      first,
      rate: asked.rate,
      facts,
    };
    const waits = await new Promise<number[]>((resolve, reject) => {
      const client = new Worker(new URL(import.meta.url), { workerData: errand });
      client.once('message', resolve);
      client.once('error', reject);
    });
    await work.stop();
    await served.close();
    const counted = waits.slice(asked.rate * WARMING_SECONDS);
    const ms = (share: number): string => `${quantile(counted, share).toFixed(0)} ms`;
    report(
      `${asked.rate} facts a second for ${asked.seconds} seconds: from sending to the move that can be read`,
      [
        { what: 'p50', ours: ms(0.5), aim: '–' },
        { what: 'p95', ours: ms(0.95), aim: '–' },
        { what: 'p99', ours: ms(0.99), aim: '< 100 ms' },
        { what: 'longest', ours: ms(1), aim: '–' },
      ],
    );
  });
}

/** Milliseconds from sending to seeing, of each fact in order. */
async function runErrand(errand: Errand): Promise<number[]> {
  const sender = senderTo(errand.port, errand.key, 64);
  const began = performance.now();
  const waiting = new Map<number, number>();
  const waits: number[] = [];
  let failure: unknown;
  const send = async (): Promise<void> => {
    for (let index = 0; index < errand.facts; index++) {
      const due = began + (index * 1000) / errand.rate;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      // Counted from when it should have been sent: a sender that is held up must not make the answer look quicker.
      waiting.set(errand.first + index, due);
      const fact = {
        person: { external: `p-${index}` },
        type: 'page.viewed',
        at: Date.now(),
        key: `k${index}`,
      };
      sender.post('/v1/facts', { facts: [fact] }).catch((error: unknown) => (failure = error));
    }
  };
  const look = async (): Promise<void> => {
    const client = new Client({ connectionString: errand.appUrl });
    await client.connect();
    await client.query(`SELECT set_config('nardeban.business', '${errand.businessId}', false)`);
    const text = `SELECT m.person_id FROM moves m JOIN ladders l USING (business_id, ladder_id)
                  WHERE l.key = 'loyalty' AND m.version = l.version AND m.person_id = ANY($1::bigint[])`;
    for (let seen = 0; seen < errand.facts; await pause(5)) {
      if (failure !== undefined) throw failure;
      const { rows } = await client.query<{ person_id: string }>({
        name: 'look',
        text,
        values: [`{${[...waiting.keys()].join(',')}}`],
      });
      const now = performance.now();
      for (const row of rows) {
        const person = Number(row.person_id);
        waits[person - errand.first] = now - (waiting.get(person) ?? now);
        waiting.delete(person);
        seen++;
      }
    }
    await client.end();
  };
  await Promise.all([send(), look()]);
  sender.close();
  return waits;
}
