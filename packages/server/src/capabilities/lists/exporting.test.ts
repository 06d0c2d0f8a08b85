import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sixRungLadder } from '@nardeban/core/ladder';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import { prepareJobs } from '../../platform/jobs/index.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { beginPublishing, foundBusiness, publishEverybody, saveDraft } from '../ladder/index.ts';
import { partOf } from './export-part.ts';
import { sweepExports } from './exporting.ts';
import { addPeopleJob, askJobStop, peopleJob, resumeJob } from './job-store.ts';
import { runPeopleJob } from './jobs.ts';

/** An export that is stopped or killed goes on where it was, and comes to the file that an unbroken one writes. */

const DAY = 86_400_000;
const PEOPLE = 3_400;
const now = Date.UTC(2026, 4, 10, 9);
const clock: Clock = { now: () => now };

let fresh: FreshDatabase;
let database: Database;
let folder: string;
let shop: Business;

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  database = await openDatabase(fresh.appUrl, { max: 8 });
  folder = await mkdtemp(join(tmpdir(), 'nardeban-exports-'));
  const founded = await foundBusiness(database, clock, { slug: 'exports', name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  await inShop((tx) =>
    tx.query(
      // Names in which a reader of lines could see the end of one.
      `INSERT INTO people (business_id, person_id, name, known_since)
       SELECT this_business(), nextval('person_ids'), 'نام ' || one || CASE WHEN one % 7 = 0 THEN chr(8232) || '"،;' || chr(10) || '=1+1' ELSE '' END,
              to_timestamp($1 + one) FROM generate_series(1, $2::int) AS one`,
      [(now - 40 * DAY) / 1000, PEOPLE],
    ),
  );
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

function inShop<Answer>(work: Parameters<typeof database.withBusiness<Answer>>[1]): Promise<Answer> {
  return database.withBusiness(shop.id, work);
}

async function asked(name: string, format: 'csv' | 'xlsx', columns: readonly string[] = ['known']) {
  const path = join(folder, name);
  const { id } = await inShop((tx) =>
    addPeopleJob(tx, shop, {
      kind: 'export',
      asked: {
        selection: { matching: {} },
        order: { by: 'name' },
        columns,
        format,
        language: 'fa',
        digits: 'latin',
      },
      total: null,
      by: 'mina',
      at: now,
      filePath: path,
      expiresAt: now + DAY,
    }),
  );
  return { id, path };
}

const run = (id: number, signal?: AbortSignal, by: Clock = clock) =>
  runPeopleJob({ database, clock: by }, shop.id, id, signal);
const jobOf = (id: number) => inShop((tx) => peopleJob(tx, id));

/** Runs it until so many stretches are written, as a program that is told to end does. */
async function interrupted(id: number, stretches: number): Promise<void> {
  const stop = new AbortController();
  let begun = 0;
  // The clock is looked at once a stretch.
  const counting: Clock = {
    now: () => {
      begun += 1;
      if (begun === stretches) stop.abort();
      return now;
    },
  };
  await expect(run(id, stop.signal, counting)).rejects.toThrow(/goes on with the next start/);
}

async function cellsOf(path: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const cells: string[] = [];
  for (const sheet of book.worksheets) sheet.eachRow((row) => cells.push(JSON.stringify(row.values)));
  return cells;
}

describe('goes on where it was', () => {
  test('a text file, byte for byte, though a stretch had been written and not said', async () => {
    const whole = await asked('whole.csv', 'csv');
    await run(whole.id);
    const one = await asked('one.csv', 'csv');
    await interrupted(one.id, 1);
    await expect(stat(one.path)).rejects.toThrow('ENOENT');
    expect(await jobOf(one.id)).toMatchObject({ state: 'running', done: 1000 });
    await appendFile(partOf(one.path), 'half of a row that was never');
    await interrupted(one.id, 2);
    expect(await jobOf(one.id)).toMatchObject({ state: 'running', done: 3000 });
    await run(one.id);
    expect(await jobOf(one.id)).toMatchObject({ state: 'done', done: PEOPLE, restarted: null });
    const [expected, got] = await Promise.all([readFile(whole.path), readFile(one.path)]);
    expect(got.equals(expected)).toBe(true);
    expect((await jobOf(one.id))?.fileBytes).toBe(expected.length);
    expect((await readdir(folder)).filter((name) => name.startsWith('one.csv'))).toEqual(['one.csv']);
  });

  test('a workbook, row for row, also when it is broken off while it is packed', async () => {
    const whole = await asked('whole.xlsx', 'xlsx');
    await run(whole.id);
    const one = await asked('one.xlsx', 'xlsx');
    await interrupted(one.id, 2);
    // After the last stretch nothing is left but packing.
    await interrupted(one.id, 2);
    expect(await jobOf(one.id)).toMatchObject({ state: 'running', done: PEOPLE });
    await expect(stat(one.path)).rejects.toThrow('ENOENT');
    await run(one.id);
    expect(await jobOf(one.id)).toMatchObject({ state: 'done', done: PEOPLE, restarted: null });
    const cells = await cellsOf(one.path);
    expect(cells).toHaveLength(PEOPLE + 1);
    expect(cells).toEqual(await cellsOf(whole.path));
    expect((await readdir(folder)).filter((name) => name.startsWith('one.xlsx'))).toEqual(['one.xlsx']);
  });

  test('after somebody stopped it and asked for it again', async () => {
    const one = await asked('stopped.csv', 'csv');
    let stretches = 0;
    let stopped: Promise<unknown> = Promise.resolve();
    await run(one.id, undefined, {
      now: () => {
        stretches += 1;
        if (stretches === 2) stopped = inShop((tx) => askJobStop(tx, one.id));
        return now;
      },
    });
    await stopped;
    const left = await jobOf(one.id);
    expect(left?.state).toBe('stopped');
    expect(left?.done).toBeGreaterThan(0);
    expect(left?.done).toBeLessThan(PEOPLE);
    expect(await inShop((tx) => resumeJob(tx, shop, one.id))).toBe(true);
    await run(one.id);
    expect(await jobOf(one.id)).toMatchObject({ state: 'done', done: PEOPLE });
    expect(await readFile(one.path, 'utf8')).toBe(await readFile(join(folder, 'whole.csv'), 'utf8'));
  });
});

describe('begins anew and says why', () => {
  test('where what it had written is gone', async () => {
    const one = await asked('lost.csv', 'csv');
    await interrupted(one.id, 2);
    await rm(partOf(one.path));
    await run(one.id);
    expect(await jobOf(one.id)).toMatchObject({ state: 'done', done: PEOPLE, restarted: 'part_lost' });
    expect(await readFile(one.path, 'utf8')).toBe(await readFile(join(folder, 'whole.csv'), 'utf8'));
  });

  test('where the ladder it tells of was published anew in between', async () => {
    const one = await asked('changed.csv', 'csv', ['place:loyalty']);
    await interrupted(one.id, 2);
    await inShop(async (tx) => {
      const name = { fa: 'نردبان دیگر', en: 'Another ladder' };
      await saveDraft(tx, { ...sixRungLadder, name }, 'test');
      await beginPublishing(tx, sixRungLadder.key, 'test');
    });
    await publishEverybody(database, clock, shop.id);
    await run(one.id);
    expect(await jobOf(one.id)).toMatchObject({ state: 'done', done: PEOPLE, restarted: 'changed' });
    expect((await readFile(one.path, 'utf8')).split('\r\n')[0]).toContain('نردبان دیگر');
  });
});

test('two deliveries at once write one file; the part of one that nobody asks for goes with its time', async () => {
  const one = await asked('twice.csv', 'csv');
  await Promise.all([run(one.id), run(one.id)]);
  expect(await readFile(one.path, 'utf8')).toBe(await readFile(join(folder, 'whole.csv'), 'utf8'));
  const left = await asked('left.csv', 'csv');
  await interrupted(left.id, 1);
  expect((await stat(partOf(left.path))).size).toBeGreaterThan(0);
  await sweepExports(database, { now: () => now + 2 * DAY }, createLog('silent'));
  await expect(stat(partOf(left.path))).rejects.toThrow('ENOENT');
});
