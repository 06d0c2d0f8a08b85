/**
 * The import of a file of 541,909 order lines, from the file to everybody's rung, beside `\copy` of the same rows (the
 * facts the file becomes) into a table with the same indexes on the same server. Both have processor and disk to
 * share with whatever else the machine does; the ratio is of one run. The import runs in a process of its own, as it does
 * for whoever imports: what it holds in memory is not mixed with what making the floor leaves behind.
 *
 *   node benchmarks/import.ts [--rounds=1]
 *
 * Reads the gift shop's year from NARDEBAN_DATA_SETS, or from shared/data beside the checkout.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { from, to } from 'pg-copy-streams';
import {
  createImport,
  openTable,
  planImport,
  runImport,
} from '../packages/server/src/capabilities/imports/index.ts';
import { drainClimbs, foundBusiness } from '../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import { type Database, openDatabase } from '../packages/server/src/platform/database/index.ts';
import { median, peakMegabytes, rate, report, seconds, timed, times } from './support/measuring.ts';
import { type Place, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';

const { rounds } = sizes({ rounds: 1 });
const sets =
  process.env['NARDEBAN_DATA_SETS'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const file = join(sets, 'online-retail/OnlineRetail_2010-2011.csv.gz');
if (!existsSync(file)) {
  process.stderr.write(
    `Left out: there is no ${file}. NARDEBAN_DATA_SETS names the folder of the data sets.\n`,
  );
  process.exit(0);
}

interface Imported {
  readonly whole: number;
  readonly reading: number;
  readonly writing: number;
  readonly climbing: number;
  readonly lines: number;
  /** Processor time of the process, so that a busy machine can be told from a slow program. */
  readonly worked: number;
  /** The most memory it held, in megabytes. */
  readonly memory: number;
}

async function importInto(database: Database): Promise<Imported> {
  const details = {
    slug: 'gifts',
    name: 'Gifts',
    currency: 'GBP',
    unit: 'major',
    zone: 'Europe/London',
    calendar: 'gregorian',
    language: 'en',
  } as const;
  const business = await foundBusiness(database, systemClock, details);
  if (!business.ok) throw new Error(business.refusal.code);
  const before = process.cpuUsage();
  const began = performance.now();
  let read = began;
  const table = await openTable(file);
  const plan = await planImport(database, table, business.value);
  if (!plan.ok) throw new Error(plan.refusal.code);
  const { sha256, bytes } = table;
  const { id } = await database.withBusiness(business.value.id, (tx) =>
    createImport(tx, {
      fileName: 'year.csv.gz',
      filePath: file,
      sha256,
      bytes,
      mapping: plan.value.mapping,
      madeBy: 'benchmark',
    }),
  );
  const result = await runImport(database, business.value, id, { onRead: () => (read = performance.now()) });
  if (!result.ok || result.value.summary === null) throw new Error('The import did not come to its end');
  const written = performance.now();
  await drainClimbs(database, systemClock, business.value.id);
  const ended = performance.now();
  const { user, system } = process.cpuUsage(before);
  return {
    whole: ended - began,
    reading: read - began,
    writing: written - read,
    climbing: ended - written,
    lines: result.value.summary.lines,
    worked: (user + system) / 1000,
    memory: peakMegabytes(),
  };
}

/** What `\copy` does: the client sends the file, the server takes it row by row into the table and its indexes. */
async function copyAgain({ ownerUrl }: Place, folder: string): Promise<{ ms: number; rows: number }> {
  return withConnection(ownerUrl, async (client) => {
    await client.query('ALTER TABLE facts NO FORCE ROW LEVEL SECURITY');
    const path = join(folder, 'facts.copy');
    await pipeline(
      client.query(to('COPY (SELECT * FROM facts ORDER BY fact_id) TO STDOUT')),
      createWriteStream(path),
    );
    await client.query('CREATE TABLE facts_copied (LIKE facts INCLUDING ALL)');
    const { ms } = await timed(() =>
      pipeline(createReadStream(path), client.query(from('COPY facts_copied FROM STDIN'))),
    );
    const { rows } = await client.query<{ count: number }>('SELECT count(*) AS count FROM facts_copied');
    return { ms, rows: rows[0]?.count ?? 0 };
  });
}

/** Set in the process that imports: the database it imports into. */
const into = process.env['NARDEBAN_BENCHMARK_INTO'];

async function importApart({ appUrl }: Place): Promise<Imported> {
  const child = fork(fileURLToPath(import.meta.url), {
    // As bin/nardeban runs it.
    execArgv: ['--max-semi-space-size=16', '--heap-growing-percent=75'],
    env: { ...process.env, NARDEBAN_BENCHMARK_INTO: appUrl },
  });
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Imported | number];
  if (typeof answer === 'number' || answer === null) throw new Error('The import ended without an answer');
  return answer;
}

if (into === undefined) await main();
else {
  const database = await openDatabase(into);
  process.send?.(await importInto(database));
  await database.close();
  process.disconnect?.();
}

async function main(): Promise<void> {
  await withServer(async (server) => {
    const ours: Imported[] = [];
    const floors: number[] = [];
    let rows = 0;
    for (let round = 0; round < rounds; round++) {
      const where = await server.place(`import_${round}`);
      ours.push(await importApart(where));
      const copied = await copyAgain(where, server.folder);
      floors.push(copied.ms);
      rows = copied.rows;
    }
    const of = (part: keyof Imported): number => median(ours.map((round) => round[part]));
    const lines = of('lines');
    report(
      `import: ${lines.toLocaleString('en')} lines to ${rows.toLocaleString('en')} facts and rungs, ${rounds} rounds`,
      [
        {
          what: 'from the file to everybody on a rung',
          floor: `${seconds(median(floors))} (\\copy)`,
          ours: `${seconds(of('whole'))}, ${rate(lines, of('whole'))}`,
          ratio: times(of('whole') / median(floors)),
          aim: '≤ 4×',
        },
        { what: '… reading, recognising, sorting in', ours: seconds(of('reading')), aim: '' },
        { what: '… people and facts', ours: seconds(of('writing')), aim: '' },
        { what: '… climbing', ours: seconds(of('climbing')), aim: '' },
        { what: '… processor time of its process in all', ours: seconds(of('worked')), aim: '' },
        {
          what: 'most memory while importing',
          ours: `${Math.max(...ours.map(({ memory }) => memory)).toFixed(0)} MB`,
          aim: '≤ 400 MB',
        },
      ],
    );
  });
}
