import { baseVocabulary } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import { type Database, retrying, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, type FactRow, sourceId } from '../facts/index.ts';
import type { Run } from './run-store.ts';

/** Where facts that insight tells come from. */
const SOURCE = 'insight';
const AT_ONCE = 2_000;

/**
 * Tells of everybody whose band is another than in the run before, as a fact of the instant the run ended at; so rungs,
 * types and playbooks can use it. Of those who had no band before (the very first run, newcomers) nothing is told: nothing
 * about them has changed. A stretch at a time, each in one transaction with the place it reached, and every fact under a
 * key of its run and person: killed at any moment it tells nothing twice. Answers whether it came to its end.
 */
export async function tellBands(
  database: Database,
  business: Business,
  run: Run,
  signal?: AbortSignal,
): Promise<boolean> {
  if (baseVocabulary['band.changed'] === undefined) throw new Error('The vocabulary knows no bands');
  for (;;) {
    if (signal?.aborted === true) return false;
    const more = await retrying(() =>
      database.withBusiness(business.id, (tx) => tellStretch(tx, business, run)),
    );
    if (!more) return true;
  }
}

interface Changed {
  readonly personId: number;
  readonly band: string;
  readonly before: string;
  readonly quiet: number;
}

async function tellStretch(tx: Tx, business: Business, { id }: Run): Promise<boolean> {
  const { rows: places } = await tx.query<{
    through: number | null;
    at: Instant;
    horizon: number;
    before: number | null;
  }>(
    `SELECT told_through AS through, finished_at AS at, (outcome #>> '{settings,horizon}')::int AS horizon,
       (SELECT max(o.run_id) FROM insight_runs o
        WHERE o.business_id = this_business() AND o.run_id < r.run_id AND o.state = 'done') AS before
     FROM insight_runs r WHERE business_id = this_business() AND run_id = $1 FOR UPDATE`,
    [id],
  );
  const [place] = places;
  if (place === undefined || place.through === null) return false;
  const { rows: changed } = await tx.query<Changed>(
    `SELECT n.person_id AS "personId", n.band, o.band AS before, n.quiet FROM person_scores n
     JOIN person_scores o ON o.business_id = n.business_id AND o.run_id = $2 AND o.person_id = n.person_id
     WHERE n.business_id = this_business() AND n.run_id = $1 AND n.person_id > $3 AND n.band <> o.band
       AND EXISTS (SELECT FROM people p WHERE p.business_id = n.business_id AND p.person_id = n.person_id)
     ORDER BY n.person_id LIMIT $4`,
    [id, place.before ?? 0, place.through, AT_ONCE],
  );
  const source = await sourceId(tx, business, SOURCE);
  await appendFacts(
    tx,
    business,
    changed.map(
      ({ personId, band, before, quiet }): FactRow => ({
        personId,
        conflictId: null,
        type: 'band.changed',
        at: place.at,
        sourceId: source,
        key: `band ${id} ${personId}`,
        data: { band, from: before, horizon: place.horizon, quiet: Math.round(quiet * 1000) / 1000 },
      }),
    ),
  );
  const through = changed.length < AT_ONCE ? null : (changed.at(-1)?.personId ?? null);
  await tx.query(
    `UPDATE insight_runs SET told_through = $2, told = told + $3, phase = CASE WHEN $2::bigint IS NULL THEN NULL ELSE phase END
     WHERE business_id = this_business() AND run_id = $1`,
    [id, through, changed.length],
  );
  return through !== null;
}
