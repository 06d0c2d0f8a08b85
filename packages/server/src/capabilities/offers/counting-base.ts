import { placesOf } from '@nardeban/core/ladder';
import { addMonths, type Instant, startOfMonth, zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, timestamptz, type Tx } from '../../platform/database/index.ts';
import { type Business, businessById } from '../../platform/tenancy/index.ts';
import { publishedVersion } from '../ladder/index.ts';
import { offerSettings } from './settings-store.ts';

/** Whole months looked back on. */
const MONTHS = 3;
/** What a month's loyal customers bought changes little: once a day is often enough. */
const GOOD_FOR_MS = 20 * 60 * 60 * 1000;
const BUSINESSES_AT_ONCE = 100;

/** Counts anew what loyal customers bought, wherever that was counted yesterday. Called every hour. */
export async function countBases(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const now = clock.now();
  for (let after = 0; ; ) {
    if (isOver(signal)) return;
    const due = await database.withoutBusiness(async (tx) => {
      const { rows } = await tx.query<{ id: number }>(
        'SELECT business_id AS id FROM businesses_with_base_due($1, $2) LIMIT $3',
        [timestamptz(now - GOOD_FOR_MS), after, BUSINESSES_AT_ONCE],
      );
      return rows.map(({ id }) => id);
    });
    for (const id of due) {
      if (isOver(signal)) return;
      const business = await businessById(database, id);
      if (business !== null) await database.withBusiness(id, (tx) => countBase(tx, business, now));
    }
    const last = due.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/**
 * What those who stand on the loyal rungs bought in each of the last whole months, net of returns, the newest last. Nothing
 * is counted where nobody has said who is loyal.
 */
export async function countBase(tx: Tx, business: Business, now: Instant): Promise<void> {
  const { settings } = await offerSettings(tx);
  if (settings.base === null) return;
  const { ladder, rungs } = settings.base;
  const version = await publishedVersion(tx, business, ladder);
  const places =
    version === null
      ? []
      : placesOf(version.definition).flatMap(({ key }, place) => (rungs.includes(key) ? [place] : []));
  const zone = zoneOf(business.zone);
  const first = startOfMonth(zone.dayOf(now), business.calendar);
  const starts = Array.from({ length: MONTHS + 1 }, (_, back) =>
    zone.startOf(addMonths(first, back - MONTHS, business.calendar)),
  );
  const { rows } = await tx.query<{ month: number; net: number }>(
    `SELECT width_bucket(f.at, $4::timestamptz[]) AS month,
            sum(CASE f.type WHEN 'order.paid' THEN f.amount ELSE -f.amount END)::int8 AS net
     FROM standings s, LATERAL (
       SELECT s.person_id AS person UNION ALL
       SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = s.person_id) one, LATERAL (
       SELECT o.at, o.type, o.amount FROM facts o
       WHERE o.business_id = this_business() AND o.person_id = one.person AND o.at >= $5 AND o.at < $6
         AND o.type IN ('order.paid', 'order.returned') AND o.amount IS NOT NULL) f
     WHERE s.business_id = this_business() AND s.ladder_id = $1 AND s.version = $2 AND s.rung = ANY($3::smallint[])
     GROUP BY 1`,
    [
      version?.ladderId ?? 0,
      version?.version ?? 0,
      places,
      starts.map(timestamptz),
      timestamptz(starts[0] ?? now),
      timestamptz(starts.at(-1) ?? now),
    ],
  );
  const fromLoyal = Array.from(
    { length: MONTHS },
    (_, place) => rows.find(({ month }) => month === place + 1)?.net ?? 0,
  );
  await tx.query(
    `UPDATE offer_settings SET from_loyal = $1, counted_at = $2 WHERE business_id = this_business()`,
    [fromLoyal, timestamptz(now)],
  );
}
