import { type Instant, isoDay, MS_PER_DAY, zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, timestamptz } from '../../platform/database/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { askForRun } from './run-store.ts';

/** By the clock of the business: when the day before is over, and nobody is at work. */
const NIGHT_HOUR = 2;
const MS_PER_HOUR = 3_600_000;
/** Whoever asked for one so short a while ago has their run of this night. */
const ENOUGH_MS = 12 * MS_PER_HOUR;

/**
 * Asks for a run in every business where it is past two at night and none was asked for that day. Called every hour; a
 * program that was down at night asks when it is up.
 */
export async function runsDue(database: Database, clock: Clock, signal?: AbortSignal): Promise<number> {
  const now = clock.now();
  const without = await withoutRunSince(database, now - ENOUGH_MS);
  let asked = 0;
  for (const id of without) {
    if (signal?.aborted === true) break;
    const business = await businessById(database, id);
    if (business === null || !isNight(now, business.zone)) continue;
    await database.withBusiness(id, async (tx) => {
      const { rows } = await tx.query<{ made: boolean }>(
        'SELECT EXISTS (SELECT FROM insight_runs WHERE business_id = this_business() AND made_on >= $1) AS made',
        [isoDay(zoneOf(business.zone).dayOf(now))],
      );
      if (rows[0]?.made !== false) return;
      await askForRun(tx, business, 'clock', now);
      asked++;
    });
  }
  return asked;
}

/** Asks for the first run of every business that has had none, whatever the hour. */
export async function firstRuns(database: Database, clock: Clock): Promise<void> {
  for (const id of await withoutRunSince(database, 0)) {
    const business = await businessById(database, id);
    if (business === null) continue;
    await database.withBusiness(id, (tx) => askForRun(tx, business, 'clock', clock.now()));
  }
}

async function withoutRunSince(database: Database, since: Instant): Promise<number[]> {
  return database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_without_run($1)',
      [timestamptz(since)],
    );
    return rows.map(({ id }) => id);
  });
}

function isNight(now: Instant, name: string): boolean {
  const zone = zoneOf(name);
  const time = (((now + zone.offsetAt(now)) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  return time >= NIGHT_HOUR * MS_PER_HOUR;
}
