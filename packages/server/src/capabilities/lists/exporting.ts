import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant, Language } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, timestamptz } from '../../platform/database/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { columnsOf } from './columns.ts';
import { failJob, peopleJob, reach, takeJob } from './job-store.ts';
import { type OrderAsked, type Place, readyOrder } from './orders.ts';
import { readyColumns, rowsOf } from './rows.ts';
import { readySelection, type Selection } from './selection.ts';
import { Sheet } from './sheet.ts';
import { openSheetFile } from './sheet-files.ts';
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

/**
 * Writes people to a file on the disk, a stretch at a time, and says after each how far it is. Stopped or killed it leaves
 * no half of a file, and begins anew when it is asked again: a file is whole or it is not there.
 */
export async function runExport(
  database: Database,
  clock: Clock,
  business: Business,
  id: number,
  signal?: AbortSignal,
): Promise<void> {
  const job = await database.withBusiness(business.id, (tx) => takeJob(tx, id));
  if (job?.filePath === null || job?.filePath === undefined) return;
  const path = job.filePath;
  const asked = job.asked as unknown as Export;
  const ready = await database.withBusiness(business.id, async (tx) => {
    const filter = await readySelection(tx, business, asked.selection);
    if (!filter.ok) return filter;
    const order = await readyOrder(tx, business, asked.order);
    if (!order.ok) return order;
    const columns = await readyColumns(tx, business, columnsOf(asked.columns));
    if (!columns.ok) return columns;
    return { ok: true as const, value: { filter: filter.value, order: order.value, columns: columns.value } };
  });
  if (!ready.ok) {
    await database.withBusiness(business.id, (tx) => failJob(tx, id, ready.refusal));
    return;
  }
  const { filter, order, columns } = ready.value;
  const sheet = new Sheet(business, columns, asked);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomUUID()}`;
  const file = await openSheetFile(part, asked.format, {
    rightToLeft: asked.language === 'fa',
    headers: sheet.headers(),
  });
  let place: Place | null = null;
  let looked = 0;
  let done = 0;
  try {
    for (;;) {
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
      await file.add(stretch.rows.map((row) => sheet.cells(row)));
      place = stretch.walk.further;
      looked += stretch.walk.looked;
      done += stretch.rows.length;
      const going = await database.withBusiness(business.id, async (tx) => {
        if ((await takeJob(tx, id)) === null) return false;
        await reach(tx, id, { place: null, looked, done, end: false });
        return true;
      });
      if (!going || signal?.aborted === true) {
        await file.abandon();
        return;
      }
      if (place === null) break;
    }
    const bytes = await file.end();
    await rename(part, path);
    await database.withBusiness(business.id, (tx) =>
      reach(tx, id, { place: null, looked, done, end: true, bytes }),
    );
  } catch (error) {
    await file.abandon();
    throw error;
  } finally {
    await rm(part, { force: true });
  }
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
    if (path !== null) await rm(path, { force: true });
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
