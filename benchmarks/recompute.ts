/**
 * A new version of the six-rung ladder for everybody, then what-if, then a tick of the clock.
 *
 * - recompute: publishing a draft for everybody, standings and moves written; beside PostgreSQL sending the same facts
 *   (the types and columns that the ladder reads) in order of person to a client that throws the bytes away.
 * - what-if: a stricter draft over the same people; beside the recompute.
 * - clock: 1,000 people whose answer has just expired, among all of them; beside the same among a tenth of them. The two
 *   take turns, so that the machine and the server's checkpoints treat both alike. The clock looks once a minute and the server
 *   makes a checkpoint every fifteen: the median of fifteen ticks is that of such a stretch, in which a page is dear the first
 *   time it is written. The first tick of each, which fills the caches, is told apart; beside the time on the wall stands that
 *   of the processors.
 * - overview and explain: told for information.
 *
 *   node benchmarks/recompute.ts [--people=1000000] [--facts=10000000] [--rounds=3] [--due=1000] [--ticks=15]
 */
import { sixRungLadder, type Ladder } from '@nardeban/core/ladder';
import { accept, type Result } from '@nardeban/core/values';
import { readingFor } from '../packages/server/src/capabilities/ladder/reading.ts';
import {
  beginPublishing,
  drainClimbs,
  explainPerson,
  overviewOf,
  publishedVersion,
  publishEverybody,
  saveDraft,
  whatIf,
} from '../packages/server/src/capabilities/ladder/index.ts';
import type { Database } from '../packages/server/src/platform/database/index.ts';
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { median, peakMegabytes, report, type Row, seconds, timed, times } from './support/measuring.ts';
import { populate } from './support/population.ts';
import { ownTime, serverTimes } from './support/processor.ts';
import { type Place, shopIn, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';

const END = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const asked = sizes({ people: 1_000_000, facts: 10_000_000, rounds: 3, due: 1_000, ticks: 15 });
const { people, rounds } = asked;

let now = END;
const clock = { now: () => now };

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function publish(database: Database, business: Business): Promise<void> {
  must(
    await database.withBusiness(business.id, async (tx) => {
      must(await saveDraft(tx, sixRungLadder, 'benchmark'));
      return beginPublishing(tx, sixRungLadder.key, 'benchmark');
    }),
  );
  await publishEverybody(database, clock, business.id);
}

/** How the server may come by the order of people: along the index, or by sorting the table. */
const WAYS = [
  'SET LOCAL enable_indexscan = on',
  'SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off',
];

/** The same rows as the recompute reads, in one statement, with the bytes thrown away; the quicker of the two ways. */
async function throwAway(database: Database, business: Business): Promise<number> {
  const { types, detailed } = readingFor([sixRungLadder]);
  const list = (names: Iterable<string>): string => [...names].map((name) => `'${name}'`).join(', ');
  const spent: number[] = [];
  for (const way of WAYS) {
    const run = await timed(() =>
      database.withBusiness(business.id, async (tx) => {
        await tx.query(way);
        const stream = tx.copyOut(
          `COPY (SELECT person_id, type, at, amount, ref, CASE WHEN type IN (${list(detailed)}) THEN data::text END
                 FROM facts WHERE business_id = this_business() AND type IN (${list(types)})
                 ORDER BY person_id, at) TO STDOUT (FORMAT binary)`,
        );
        let bytes = 0;
        for await (const piece of stream) bytes += (piece as Buffer).length;
        return bytes;
      }),
    );
    spent.push(run.ms);
  }
  return Math.min(...spent);
}

/** A while after the publishing: standings of versions before are swept, and autovacuum has come by. */
async function settle({ database, ownerUrl }: Place, business: Business): Promise<void> {
  await database.withBusiness(business.id, (tx) =>
    tx.query(
      'DELETE FROM standings s USING ladders l WHERE l.ladder_id = s.ladder_id AND s.version <> l.version',
    ),
  );
  await withConnection(ownerUrl, (client) => client.query('VACUUM (ANALYZE) standings, moves, climb_queue'));
}

/**
 * Those who expire first do so in groups of `due`, each when the last of it would, and a second apart; whoever else would expire
 * meanwhile waits a day. Among ten times the people ten times as many expire at one midnight: put off before each tick
 * (`letExpire`), they left twenty-five dead rows for each that was due, through which the tick had to go.
 */
async function spread({ database, ownerUrl }: Place, business: Business, due: number): Promise<void> {
  await database.withBusiness(business.id, async (tx) => {
    const { rows } = await tx.query<{ until: number }>(
      `SELECT until FROM (SELECT until, row_number() OVER (ORDER BY until) AS place FROM standings WHERE until IS NOT NULL) o
       WHERE place <= $1::int * $2::int AND place % $1::int = 0 ORDER BY place`,
      [due, asked.ticks + 1],
    );
    const ends = rows.map(({ until }, group) => until + 1_000 * group);
    await tx.query(
      `UPDATE standings s SET until = coalesce(to_timestamp(($2::float8[])[1 + place / $1::int] / 1000), s.until + interval '1 day')
       FROM (SELECT person_id, row_number() OVER (ORDER BY until) - 1 AS place FROM standings
             WHERE until <= to_timestamp(($2::float8[])[cardinality($2::float8[])] / 1000)) o
       WHERE s.person_id = o.person_id`,
      [due, ends],
    );
  });
  await withConnection(ownerUrl, (client) => client.query('VACUUM (ANALYZE) standings'));
}

/** Puts the clock to the instant by which `due` more people expire; others of that instant wait a day more. */
async function letExpire(database: Database, business: Business, due: number): Promise<void> {
  now = await database.withBusiness(business.id, async (tx) => {
    const { rows } = await tx.query<{ until: number }>(
      `SELECT until FROM standings WHERE until IS NOT NULL ORDER BY until OFFSET $1 LIMIT 1`,
      [due - 1],
    );
    const until = rows[0]?.until ?? now;
    await tx.query(
      `UPDATE standings SET until = until + interval '1 day' WHERE person_id IN (
         SELECT person_id FROM standings WHERE until <= to_timestamp($1) ORDER BY until OFFSET $2)`,
      [until / 1000, due],
    );
    return until;
  });
}

/** What a tick took: on the wall, and of processors' time in this program and in PostgreSQL. */
interface Tick {
  readonly ms: number;
  readonly processors: number;
}

async function tickOf(place: Place, business: Business, postmaster: number): Promise<Tick> {
  await letExpire(place.database, business, asked.due);
  const before = { own: ownTime(), server: await serverTimes(postmaster) };
  const { ms, value } = await timed(() => drainClimbs(place.database, clock, business.id));
  const own = ownTime() - before.own;
  if (value.people !== asked.due) throw new Error(`${value.people} people were due, not ${asked.due}`);
  let processors = own;
  // A process that began or ended meanwhile is one of the server's own.
  for (const [number, used] of await serverTimes(postmaster))
    processors += used - (before.server.get(number) ?? used);
  return { ms, processors };
}

/** Ticks of each of these shops by turns: the n-th of every list is the n-th of its shop. */
async function ticksOf(
  shops: readonly { readonly place: Place; readonly business: Business }[],
  postmaster: number,
): Promise<Tick[][]> {
  for (const { place, business } of shops) await spread(place, business, asked.due);
  const told = shops.map((): { now: number; ticks: Tick[] } => ({ now: END, ticks: [] }));
  for (let tick = 0; tick <= asked.ticks; tick++) {
    for (const [number, { place, business }] of shops.entries()) {
      const shop = told[number];
      if (shop === undefined) continue;
      now = shop.now;
      shop.ticks.push(await tickOf(place, business, postmaster));
      shop.now = now;
    }
  }
  now = END;
  return told.map(({ ticks }) => ticks);
}

/** Three orders in a year, where two were asked for. */
const stricter: Ladder = {
  ...sixRungLadder,
  rungs: sixRungLadder.rungs.map((rung) =>
    rung.key === 'repeat-customer'
      ? {
          ...rung,
          enter: { measure: 'count', of: 'order.paid', kept: true, within: { months: 12 }, atLeast: 3 },
        }
      : rung,
  ),
};

async function filled(place: Place, share: number): Promise<Business> {
  const business = await shopIn(place.database);
  await populate(place.ownerUrl, business, Math.ceil(people / share), Math.ceil(asked.facts / share), END);
  return business;
}

await withServer(async (server) => {
  const large = await server.place('large');
  const { database } = large;
  const filling = await timed(() => filled(large, 1));
  const business = filling.value;
  process.stderr.write(`filled in ${seconds(filling.ms)}\n`);

  const floors: number[] = [];
  const publishings: number[] = [];
  const trials: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(await throwAway(database, business));
    publishings.push((await timed(() => publish(database, business))).ms);
    const trial = await timed(() => whatIf(database, business, stricter, { asOf: END }));
    must(trial.value);
    trials.push(trial.ms);
    process.stderr.write(
      `round ${round + 1}: floor ${seconds(floors.at(-1) ?? 0)}, recompute ${seconds(publishings.at(-1) ?? 0)}, what-if ${seconds(trials.at(-1) ?? 0)}, ${peakMegabytes().toFixed(0)} MB\n`,
    );
  }
  const memory = peakMegabytes();
  await settle(large, business);

  const reading = await timed(() =>
    database.withBusiness(business.id, async (tx) => {
      const version = must(accept(await publishedVersion(tx, business)));
      if (!version) throw new Error('nothing is published');
      const overview = await timed(() =>
        overviewOf(tx, version, { from: END - 30 * DAY, to: END }, END, END),
      );
      const explaining: number[] = [];
      for (let one = 1; one <= 50; one++) {
        const personId = Math.ceil((people * one) / 50);
        explaining.push((await timed(() => explainPerson(tx, version, personId, END))).ms);
      }
      return { overview: overview.ms, explain: median(explaining) };
    }),
  );

  const small = await server.place('small');
  const smallBusiness = await filled(small, 10);
  await publish(small.database, smallBusiness);
  await settle(small, smallBusiness);
  const [amongAll = [], amongFew = []] = await ticksOf(
    [
      { place: large, business },
      { place: small, business: smallBusiness },
    ],
    server.postmaster,
  );
  const clockRow = (what: string, aim: string, measure: (ticks: readonly Tick[]) => number): Row => {
    const [few, all] = [measure(amongFew), measure(amongAll)];
    return {
      what,
      floor: `${few.toFixed(0)} ms`,
      ours: `${all.toFixed(0)} ms`,
      ratio: times(all / few),
      aim,
    };
  };
  const due = asked.due.toLocaleString('en');

  const [floor, ours, trial] = [median(floors), median(publishings), median(trials)];
  report(
    `${people.toLocaleString('en')} people, ${asked.facts.toLocaleString('en')} facts, median of ${rounds}; ${memory.toFixed(0)} MB at most through recompute and what-if`,
    [
      {
        what: 'recompute',
        floor: seconds(floor),
        ours: seconds(ours),
        ratio: times(ours / floor),
        aim: '≤ 3×, ≤ 500 MB',
      },
      {
        what: 'what-if (beside the recompute)',
        floor: seconds(ours),
        ours: seconds(trial),
        ratio: times(trial / ours),
        aim: '≤ 1×',
      },
      clockRow(`clock, ${due} due (beside a tenth of the people)`, '≤ 1.3×', (ticks) =>
        median(ticks.slice(1).map(({ ms }) => ms)),
      ),
      clockRow("processors' time of it", '–', (ticks) =>
        median(ticks.slice(1).map(({ processors }) => processors)),
      ),
      clockRow('the first of those ticks', '–', ([first]) => first?.ms ?? Number.NaN),
      { what: 'overview of a month', ours: `${reading.value.overview.toFixed(0)} ms`, aim: '–' },
      { what: 'explain one person', ours: `${reading.value.explain.toFixed(1)} ms`, aim: '–' },
    ],
  );
});
