import { placesOf } from '@nardeban/core/ladder';
import { type Instant, startOfMonth, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { isCounted, UNKNOWN } from './counting.ts';
import { countedBetween } from './day-counts.ts';
import type { Period } from './overview.ts';
import type { Version } from './versions.ts';

export type HistoryStep = 'day' | 'week' | 'month';

/** How many stood on each rung at the end of days. */
export interface LadderHistory {
  readonly keys: readonly string[];
  readonly points: readonly { readonly day: number; readonly rungs: readonly number[] }[];
}

/** Points of one answer at most; the last ones, where there would be more. */
export const MOST_POINTS = 400;
const DAYS_A_WEEK = 7;

/** The last days of the weeks or months that end in the period, or every day of it, and its last day. Read from counters. */
export async function ladderHistory(
  tx: Tx,
  version: Version,
  period: Period,
  by: HistoryStep,
  now: Instant,
): Promise<LadderHistory> {
  const places = placesOf(version.definition);
  const { zone: zoneName, calendar } = version.compiled.calendar;
  const zone = zoneOf(zoneName);
  const [first, last] = [zone.dayOf(period.from), zone.dayOf(period.to)];
  const days: number[] = [];
  for (let day = last; day >= first && days.length < MOST_POINTS; ) {
    days.unshift(day);
    if (by === 'month') day = startOfMonth(day, calendar) - 1;
    else day -= by === 'week' ? DAYS_A_WEEK : 1;
  }
  // Up to the end of days[n]: the cuts are the days after.
  const rows = await countedBetween(
    tx,
    version,
    days.map((day) => day + 1),
    now,
    await isCounted(tx, version),
  );
  const changes = days.map(() => places.map(() => 0));
  for (const { part, from, to, people } of rows) {
    const change = changes[part];
    if (change === undefined) continue;
    change[to] = (change[to] ?? 0) + people;
    if (from !== UNKNOWN) change[from] = (change[from] ?? 0) - people;
  }
  const standing = places.map(() => 0);
  return {
    keys: places.map((place) => place.key),
    points: days.map((day, index) => {
      for (const [place, people] of (changes[index] ?? []).entries())
        standing[place] = (standing[place] ?? 0) + people;
      return { day, rungs: [...standing] };
    }),
  };
}
