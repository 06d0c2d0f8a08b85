/**
 * A run of insight: all orders of a business read once, models fitted and tried on the past, everybody scored and stored;
 * beside PostgreSQL sending the same facts in the same order to a client that throws the bytes away. By the clock, and by
 * the time of the processors (this program and the server together), which other work on the machine does not lengthen.
 * Then a page of each kind, from what is stored.
 *
 *   node benchmarks/insight.ts [--people=1000000] [--facts=10000000] [--rounds=2]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { zoneOf } from '@nardeban/core/values';
import { askForRun, runById, runInsight } from '../packages/server/src/capabilities/insight/index.ts';
import { peopleInClass } from '../packages/server/src/capabilities/insight/people-lists.ts';
import { scoresOf } from '../packages/server/src/capabilities/insight/person-scores.ts';
import { questionNames } from '../packages/server/src/capabilities/insight/questions.ts';
import { factsInOrder } from '../packages/server/src/capabilities/insight/reading.ts';
import { resultOf } from '../packages/server/src/capabilities/insight/results.ts';
import type { Database } from '../packages/server/src/platform/database/index.ts';
import { prepareJobs } from '../packages/server/src/platform/jobs/index.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { median, peakMegabytes, quantile, report, seconds, timed, times } from './support/measuring.ts';
import { populate } from './support/population.ts';
import { ownTime, serverTime } from './support/processor.ts';
import { shopIn, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';

const END = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;
const PAGES = 200;
const asked = sizes({ people: 1_000_000, facts: 10_000_000, rounds: 2 });
let now = END + DAY;
const clock = { now: () => now };

async function throwAway(database: Database, business: Business): Promise<number> {
  return database.withBusiness(business.id, async (tx) => {
    const zone = zoneOf(business.zone);
    const stream = tx.copyOut(factsInOrder(zone.startOf(zone.dayOf(now))));
    let bytes = 0;
    for await (const piece of stream) bytes += (piece as Buffer).length;
    return bytes;
  });
}

async function run(database: Database, business: Business): Promise<void> {
  const { id } = await database.withBusiness(business.id, (tx) => askForRun(tx, business, 'benchmark', now));
  await runInsight({ database, clock }, business.id, id, {
    onProgress: ({ phase, looked }) =>
      process.stderr.write(`${phase} ${looked} (${peakMegabytes().toFixed(0)} MB)\n`),
  });
  const done = await database.withBusiness(business.id, (tx) => runById(tx, id));
  if (done?.outcome?.chosen === null || done?.outcome === null || done === null)
    throw new Error(`The run came to nothing: ${JSON.stringify(done)}`);
}

async function pages(
  database: Database,
  business: Business,
): Promise<readonly (readonly [string, number])[]> {
  const of = async (what: string, ask: () => Promise<unknown>): Promise<readonly [string, number]> => {
    const spent: number[] = [];
    for (let i = 0; i < PAGES; i++) spent.push((await timed(ask)).ms);
    return [what, quantile(spent, 0.95)];
  };
  const told: (readonly [string, number])[] = [];
  for (const question of questionNames)
    told.push(
      await of(question, () =>
        database.withBusiness(business.id, (tx) => resultOf(tx, question), { readOnly: true }),
      ),
    );
  told.push(
    await of('people leaving', () =>
      database.withBusiness(business.id, (tx) =>
        peopleInClass(tx, { kind: 'band', class: 'leaving', limit: 100 }),
      ),
    ),
    await of("a person's scores", () =>
      database.withBusiness(business.id, (tx) => scoresOf(tx, 1 + Math.floor(Math.random() * asked.people))),
    ),
  );
  return told;
}

await withServer(async (server) => {
  const { postmaster } = server;
  const { database, ownerUrl } = await server.place('shop');
  await prepareJobs(ownerUrl);
  const business = await shopIn(database);
  await populate(ownerUrl, business, asked.people, asked.facts, END);
  const spent = async (
    work: () => Promise<unknown>,
  ): Promise<{ ms: number; cpu: number; own: number; silent: number }> => {
    const before = { own: ownTime(), server: await serverTime(postmaster) };
    const delays = monitorEventLoopDelay({ resolution: 10 });
    delays.enable();
    const { ms } = await timed(work);
    delays.disable();
    const own = ownTime() - before.own;
    return { ms, own, cpu: own + (await serverTime(postmaster)) - before.server, silent: delays.max / 1e6 };
  };
  const floors: Awaited<ReturnType<typeof spent>>[] = [];
  const runs: Awaited<ReturnType<typeof spent>>[] = [];
  for (let round = 0; round < asked.rounds; round++) {
    floors.push(await spent(() => throwAway(database, business)));
    runs.push(await spent(() => run(database, business)));
    process.stderr.write(
      `round ${round + 1}: reading ${seconds(floors.at(-1)?.ms ?? 0)}, run ${seconds(runs.at(-1)?.ms ?? 0)}\n`,
    );
    now += DAY;
  }
  const memory = peakMegabytes();
  const shown = await pages(database, business);
  const [floor, ours] = [median(floors.map(({ ms }) => ms)), median(runs.map(({ ms }) => ms))];
  const [floorCpu, oursCpu] = [median(floors.map(({ cpu }) => cpu)), median(runs.map(({ cpu }) => cpu))];
  report(
    `${asked.people.toLocaleString('en')} people, ${asked.facts.toLocaleString('en')} facts, median of ${asked.rounds}; ${memory.toFixed(0)} MB at most through the runs`,
    [
      {
        what: 'orders → fitted, scored, stored',
        floor: seconds(floor),
        ours: seconds(ours),
        ratio: times(ours / floor),
        aim: '≤ 4×, ≤ 500 MB',
      },
      {
        what: 'the same by the time of the processors',
        floor: seconds(floorCpu),
        ours: seconds(oursCpu),
        ratio: times(oursCpu / floorCpu),
        aim: '≤ 4×',
      },
      {
        what: 'of it the program itself, its threads included',
        floor: seconds(median(floors.map(({ own }) => own))),
        ours: seconds(median(runs.map(({ own }) => own))),
        aim: '–',
      },
      {
        what: 'longest that the program answered nobody',
        floor: `${median(floors.map(({ silent }) => silent)).toFixed(0)} ms`,
        ours: `${median(runs.map(({ silent }) => silent)).toFixed(0)} ms`,
        aim: '–',
      },
      ...shown.map(([what, ms]) => ({
        what: `${what}, p95`,
        ours: `${ms.toFixed(1)} ms`,
        aim: '≤ 200 ms',
      })),
    ],
  );
});
