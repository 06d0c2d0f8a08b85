import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededChance } from '@nardeban/core/testing';
import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import { prepareJobs } from '../../platform/jobs/index.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { drainClimbs, foundBusiness } from '../ladder/index.ts';
import { mergePeople, personById } from '../people/index.ts';
import { sweepExports } from './exporting.ts';
import { addPeopleJob, askJobStop, peopleJob, resumeJob } from './job-store.ts';
import { runPeopleJob } from './jobs.ts';
import { listPeople, type ListAsked } from './listing.ts';
import { crowd } from './testing-crowd.ts';

const DAY = 86_400_000;
let fresh: FreshDatabase;
let database: Database;
let folder: string;
const now = Date.UTC(2026, 4, 10, 9);
const clock: Clock = { now: () => now };

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  database = await openDatabase(fresh.appUrl, { max: 8 });
  folder = await mkdtemp(join(tmpdir(), 'nardeban-lists-'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

async function shop(slug: string): Promise<Business> {
  const founded = await foundBusiness(database, clock, { slug, name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

async function page(asked: ListAsked, of: Business) {
  const read = await listPeople(database, of, asked, now);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

describe('tagging', () => {
  async function tagging(of: Business, asked: Record<string, unknown>) {
    return database.withBusiness(of.id, (tx) =>
      addPeopleJob(tx, of, { kind: 'tagging', asked, total: null, by: 'mina', at: now }),
    );
  }
  const tagged = async (of: Business, tag: string) =>
    (await page({ filter: { tags: [tag] }, limit: 200, order: { by: 'name' } }, of)).people
      .map(({ id }) => id)
      .sort((a, b) => a - b);

  test('reaches everybody who fits and nobody else, does nothing twice, and is taken back whole', async () => {
    const of = await shop('tagged');
    await crowd(database, clock, of, 120, seededChance(8));
    const before = await tagged(of, 'vip');
    const leads = (
      await page({ filter: { places: [{ ladder: 'loyalty', places: ['lead'] }] }, limit: 200 }, of)
    ).people.map(({ id }) => id);
    expect(leads.some((id) => before.includes(id))).toBe(true);
    const job = await tagging(of, {
      selection: { matching: { places: [{ ladder: 'loyalty', places: ['lead'] }] } },
      add: ['vip'],
      remove: ['خانواده'],
    });
    await runPeopleJob({ database, clock }, of.id, job.id);
    const expected = [...new Set([...before, ...leads])].sort((a, b) => a - b);
    expect(await tagged(of, 'vip')).toEqual(expected);
    const done = await database.withBusiness(of.id, (tx) => peopleJob(tx, job.id));
    expect(done).toMatchObject({ state: 'done' });
    await runPeopleJob({ database, clock }, of.id, job.id);
    expect(await database.withBusiness(of.id, (tx) => peopleJob(tx, job.id))).toEqual(done);

    const undo = await database.withBusiness(of.id, (tx) =>
      addPeopleJob(tx, of, {
        kind: 'untagging',
        asked: { job: job.id },
        total: null,
        by: 'mina',
        at: now + 1,
      }),
    );
    await runPeopleJob({ database, clock }, of.id, undo.id);
    expect(await tagged(of, 'vip')).toEqual(before);
    const families = await tagged(of, 'خانواده');
    expect(families.length).toBeGreaterThan(0);
  });

  test('stops where it is asked to and goes on from there', async () => {
    const of = await shop('stopped');
    await crowd(database, clock, of, 30, seededChance(9));
    const job = await tagging(of, { selection: { matching: {} }, add: ['all'], remove: [] });
    expect(await database.withBusiness(of.id, (tx) => askJobStop(tx, job.id))).toBe(true);
    await runPeopleJob({ database, clock }, of.id, job.id);
    expect(await tagged(of, 'all')).toEqual([]);
    expect(await database.withBusiness(of.id, (tx) => resumeJob(tx, of, job.id))).toBe(true);
    await runPeopleJob({ database, clock }, of.id, job.id);
    expect((await tagged(of, 'all')).length).toBe(30);
  });

  test('of people picked reaches who they are now', async () => {
    const of = await shop('picked');
    await crowd(database, clock, of, 10, seededChance(10));
    const [one = 0, two = 0, three = 0] = (await page({}, of)).people.map(({ id }) => id);
    await database.withBusiness(of.id, (tx) => mergePeople(tx, of, { loser: one, winner: two, by: 'test' }));
    const job = await tagging(of, { selection: { people: [one, two, three] }, add: ['picked'], remove: [] });
    await runPeopleJob({ database, clock }, of.id, job.id);
    expect(await tagged(of, 'picked')).toEqual([two, three].sort((a, b) => a - b));
    expect((await database.withBusiness(of.id, (tx) => personById(tx, one)))?.traits['tags']).toContain(
      'picked',
    );
  });
});

describe('a file of people', () => {
  async function exported(of: Business, asked: Record<string, unknown>, name: string) {
    const path = join(folder, name);
    const job = await database.withBusiness(of.id, (tx) =>
      addPeopleJob(tx, of, {
        kind: 'export',
        asked,
        total: null,
        by: 'mina',
        at: now,
        filePath: path,
        expiresAt: now + DAY,
      }),
    );
    await runPeopleJob({ database, clock }, of.id, job.id);
    const done = await database.withBusiness(of.id, (tx) => peopleJob(tx, job.id));
    return { path, job: done };
  }
  const columns = [
    'mobile',
    'external',
    'known',
    'tags',
    'place:loyalty',
    'since:loyalty',
    'trait:city',
    'spent',
    'lastOrder',
  ];

  test('holds everybody in the order of the list, with formulas that run nowhere', async () => {
    const of = await shop('exported');
    await crowd(database, clock, of, 40, seededChance(11));
    await receiveFacts(database, clock, of, [
      {
        person: { mobile: '09121234567', name: '=HYPERLINK("http://evil.example","x")' },
        type: 'tag.added',
        at: now,
        key: 'evil',
        data: { tag: '@SUM(1)' },
      },
      {
        person: { external: '-2+3', name: '<script>alert(1)</script>' },
        type: 'trait.changed',
        at: now,
        key: 'evil 2',
        data: { trait: 'city', value: '\t=1+1' },
      },
    ]);
    await drainClimbs(database, clock, of.id);
    const asked = {
      selection: { matching: {} },
      order: { by: 'name' },
      columns,
      format: 'csv',
      language: 'fa',
      digits: 'latin',
    };
    const { path, job } = await exported(of, asked, 'people.csv');
    expect(job).toMatchObject({ state: 'done', done: 42 });
    const text = await readFile(path, 'utf8');
    expect(text.startsWith('\uFEFFشماره,نام,موبایل,')).toBe(true);
    expect(job?.fileBytes).toBe(Buffer.byteLength(text));
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    const list = await page({ order: { by: 'name' }, limit: 200 }, of);
    expect(rows.map((row) => Number(row['شماره']))).toEqual(list.people.map(({ id }) => id));
    const evil = rows.find((row) => row['نام']?.includes('HYPERLINK'));
    expect(evil?.['نام']).toBe('\'=HYPERLINK("http://evil.example","x")');
    expect(evil?.['موبایل']).toBe('0912 123 4567');
    expect(evil?.['برچسب‌ها']).toBe("'@SUM(1)");
    expect(rows.find((row) => row['نام']?.includes('script'))).toMatchObject({
      'کد مشتری': "'-2+3",
      city: expect.stringMatching(/^'\t/),
    });
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=@\t\r]/);
    expect(rows[0]?.['آشنا از']).toMatch(/^1405\/0[12]\/[0-3][0-9]$/);
  });

  test('as a workbook holds texts alone, right to left, in Persian digits where asked', async () => {
    const of = await shop('workbook');
    await crowd(database, clock, of, 12, seededChance(12));
    await receiveFacts(database, clock, of, [
      { person: { external: 'x', name: '=1+1' }, type: 'page.viewed', at: now, key: 'evil', data: {} },
    ]);
    const asked = { selection: { matching: {} }, columns, format: 'xlsx', language: 'fa', digits: 'persian' };
    const { path, job } = await exported(of, asked, 'people.xlsx');
    expect(job?.state).toBe('done');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const [sheet] = book.worksheets;
    expect(sheet?.views[0]).toMatchObject({ rightToLeft: true });
    expect(sheet?.rowCount).toBe(14);
    expect(sheet?.getRow(1).getCell(2).value).toBe('نام');
    const cells = sheet?.getColumn(2).values ?? [];
    expect(cells).toContain('=1+1');
    expect(sheet?.getRow(2).getCell(1).text).toMatch(/^[۰-۹]+$/);
  });

  test('stopped leaves no file behind, and goes when its time is over', async () => {
    const of = await shop('expiring');
    await crowd(database, clock, of, 5, seededChance(13));
    const asked = {
      selection: { matching: {} },
      columns: ['mobile'],
      format: 'csv',
      language: 'en',
      digits: 'latin',
    };
    const { path, job } = await exported(of, asked, 'expiring.csv');
    expect((await readFile(path, 'utf8')).split('\r\n')[0]).toBe('\uFEFFNumber,Name,Mobile');
    const other = await database.withBusiness(of.id, (tx) =>
      addPeopleJob(tx, of, {
        kind: 'export',
        asked,
        total: null,
        by: 'x',
        at: now,
        filePath: join(folder, 'never.csv'),
      }),
    );
    await database.withBusiness(of.id, (tx) => askJobStop(tx, other.id));
    await runPeopleJob({ database, clock }, of.id, other.id);
    await expect(readFile(join(folder, 'never.csv'))).rejects.toThrow('ENOENT');
    await sweepExports(database, { now: () => now + 2 * DAY }, createLog('silent'));
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    expect(await database.withBusiness(of.id, (tx) => peopleJob(tx, job?.id ?? 0))).toMatchObject({
      state: 'expired',
      filePath: null,
    });
  });
});
