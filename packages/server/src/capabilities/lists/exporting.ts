import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { accept, type Instant, type Language, type Result } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import type { Version } from '../ladder/index.ts';
import { columnsOf } from './columns.ts';
import { ExportPart, removePart } from './export-part.ts';
import type { ReadyFilter } from './filter.ts';
import { failJob, peopleJob, reach, restartJob, takeJob } from './job-store.ts';
import { type Order, type OrderAsked, type Place, readyOrder } from './orders.ts';
import { type ReadyColumns, readyColumns, rowsOf } from './rows.ts';
import { readySelection, type Selection } from './selection.ts';
import { Sheet } from './sheet.ts';
import { walkPeople } from './walking.ts';

export interface Export {
  readonly selection: Selection;
  readonly order?: OrderAsked;
  readonly columns: readonly string[];
  readonly format: 'csv' | 'xlsx';
  readonly language: Language;
  readonly digits: 'latin' | 'persian';
}

/** Files of people do not lie about for longer. */
export const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const AT_ONCE = 1_000;

/** How far an export has come: what is behind it stands in the part, byte for byte. */
interface Reach {
  readonly at: Place | null;
  /** Everybody is in the part; what is left is to make the file of it. */
  readonly whole: boolean;
  readonly bytes: number;
  /** What was asked for, as it was understood then. */
  readonly asked: string;
}

/**
 * Writes people to a file on the disk, a stretch at a time, and says after each how far it is. Stopped or killed it goes on
 * from there, behind the rows that stand in its part: each stretch is on the disk before it is said to be done. Where that
 * would not be the same file (a ladder was published or a segment changed in between) or the part is gone, it begins anew
 * and says so. The file itself is whole or it is not there.
 */
export async function runExport(
  database: Database,
  clock: Clock,
  business: Business,
  id: number,
  signal?: AbortSignal,
): Promise<void> {
  // Two deliveries of one job would write into one part. The lock goes with the program that holds it.
  await database.withBusiness(business.id, async (tx) => {
    const { rows } = await tx.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtext('nardeban.export ' || this_business()), $1::int) AS taken",
      [id % 2 ** 31],
    );
    if (rows[0]?.taken === true) await exportTaken(database, clock, business, id, signal);
  });
}

async function exportTaken(
  database: Database,
  clock: Clock,
  business: Business,
  id: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const job = await database.withBusiness(business.id, (tx) => takeJob(tx, id));
  if (job?.filePath === null || job?.filePath === undefined) return;
  const path = job.filePath;
  const asked = job.asked as unknown as Export;
  const ready = await database.withBusiness(business.id, (tx) => readyExport(tx, business, asked));
  if (!ready.ok) {
    await database.withBusiness(business.id, (tx) => failJob(tx, id, ready.refusal));
    return;
  }
  const { filter, order, columns } = ready.value;
  const sheet = new Sheet(business, columns, asked);
  const headers = sheet.headers();
  const sense = senseOf(ready.value, headers);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const shape = { format: asked.format, rightToLeft: asked.language === 'fa', headers };
  const before = job.place as Reach | null;
  const again =
    before !== null && before.asked === sense ? await ExportPart.goOn(path, shape, before.bytes) : null;
  if (before !== null && again === null) {
    const because = before.asked === sense ? 'part_lost' : 'changed';
    await database.withBusiness(business.id, (tx) => restartJob(tx, id, because));
  }
  const part = again ?? (await ExportPart.begin(path, shape));
  let place = again === null ? null : (before?.at ?? null);
  let whole = again !== null && before?.whole === true;
  let looked = again === null ? 0 : job.looked;
  let done = again === null ? 0 : job.done;
  try {
    while (!whole) {
      const from = place;
      const stretch = await database.withBusiness(
        business.id,
        async (tx) => {
          const walk = await walkPeople(tx, business, {
            filter,
            order,
            place: from,
            limit: AT_ONCE,
            now: clock.now(),
            budget: { people: 20_000, ms: 2_000 },
          });
          return {
            walk,
            rows: await rowsOf(
              tx,
              walk.people.map((person) => person.id),
              columns,
            ),
          };
        },
        { readOnly: true },
      );
      const bytes = await part.add(stretch.rows.map((row) => sheet.cells(row)));
      place = stretch.walk.further;
      whole = place === null;
      looked += stretch.walk.looked;
      done += stretch.rows.length;
      const reached: Reach = { at: place, whole, bytes, asked: sense };
      const going = await database.withBusiness(business.id, async (tx) => {
        const taken = await takeJob(tx, id);
        await reach(tx, id, { place: reached, looked, done, end: false });
        return taken !== null;
      });
      if (!going || signal?.aborted === true) {
        await part.leave();
        return;
      }
    }
    const bytes = await part.pack(signal);
    if (bytes === null) return;
    await database.withBusiness(business.id, (tx) =>
      reach(tx, id, { place: null, looked, done, end: true, bytes }),
    );
    await removePart(path);
  } catch (error) {
    await part.leave().catch(() => {});
    throw error;
  }
}

interface ReadyExport {
  readonly filter: ReadyFilter;
  readonly order: Order;
  readonly columns: ReadyColumns;
}

async function readyExport(tx: Tx, business: Business, asked: Export): Promise<Result<ReadyExport>> {
  const filter = await readySelection(tx, business, asked.selection);
  if (!filter.ok) return filter;
  const order = await readyOrder(tx, business, asked.order);
  if (!order.ok) return order;
  const columns = await readyColumns(tx, business, columnsOf(asked.columns));
  if (!columns.ok) return columns;
  return accept({ filter: filter.value, order: order.value, columns: columns.value });
}

/** Two exports of the same sense write the same rows in the same columns, whenever each is begun. */
function senseOf({ filter, order, columns }: ReadyExport, headers: readonly string[]): string {
  const named = (version: Version | null) => version && [version.key, version.version];
  const { conditions, sets, criteria, counted, whole } = filter;
  const sense = [
    [conditions, sets, criteria, counted && [named(counted.version), counted.places], whole],
    [order.by, order.descending, named(order.version)],
    [columns.asked, columns.versions.map(named), headers],
  ];
  return createHash('sha256').update(JSON.stringify(sense)).digest('base64url');
}

/** Takes away the files whose time is over, of every business. */
export async function sweepExports(database: Database, clock: Clock, log: Log): Promise<void> {
  const now = clock.now();
  const businesses = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_old_files($1)',
      [timestamptz(now)],
    );
    return rows.map(({ id }) => id);
  });
  for (const business of businesses) {
    const swept = await sweepOf(database, business, now);
    if (swept > 0)
      log.info({ business, files: swept }, 'Files of people were removed, for their time was over');
  }
}

async function sweepOf(database: Database, business: number, now: Instant): Promise<number> {
  const { rows } = await database.withBusiness(business, (tx) =>
    tx.query<{ id: number; path: string | null }>(
      `SELECT job_id AS id, file_path AS path FROM people_jobs WHERE business_id = this_business() AND expires_at <= $1`,
      [timestamptz(now)],
    ),
  );
  for (const { id, path } of rows) {
    if (path !== null) {
      await rm(path, { force: true });
      await removePart(path);
    }
    await database.withBusiness(business, (tx) =>
      tx.query(
        `UPDATE people_jobs SET state = CASE WHEN state = 'done' THEN 'expired' ELSE 'stopped' END, stop_asked = true,
           file_path = NULL, expires_at = NULL, changed_at = now()
         WHERE business_id = this_business() AND job_id = $1`,
        [id],
      ),
    );
  }
  return rows.length;
}

/** The file of a job that is done; null when there is none to be had. */
export async function exportFile(
  database: Database,
  business: Business,
  id: number,
): Promise<{ readonly path: string; readonly format: 'csv' | 'xlsx' } | 'expired' | 'not ready' | null> {
  const job = await database.withBusiness(business.id, (tx) => peopleJob(tx, id));
  if (job?.kind !== 'export') return null;
  if (job.state === 'expired') return 'expired';
  if (job.state !== 'done' || job.filePath === null) return 'not ready';
  return { path: job.filePath, format: (job.asked as unknown as Export).format };
}
