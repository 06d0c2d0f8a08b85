import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { businessOf, type Business } from '../../../platform/tenancy/index.ts';
import { canonicalNumber, membersOf } from '../../people/index.ts';
import { type CadenceRun, endRun, planTouch, RUN_COLUMNS, RUN_TABLES, startCadence } from './cadence-runs.ts';
import { MACHINE, runsHeld, stopSome } from './cadence-stops.ts';
import { cadenceVersions } from './cadences.ts';

const AT_A_TIME = 100;
/** What somebody did longer ago than this begins no series. */
const FRESH_MS = 2 * 86_400_000;

/**
 * Takes every series on: ends those whose people did what ends them, begins those that a fact begins, and plans the touches
 * whose turn it is. It may be killed or run twice at once: a touch is planned under a key of its own, and a series that
 * one holds the others pass over.
 */
export async function tendCadences(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const now = clock.now();
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<{ business_id: number }>('SELECT business_id FROM businesses_with_cadences($1)', [
      timestamptz(now),
    ]),
  );
  for (const { business_id: id } of rows) {
    for (const part of [hearNews, planDue])
      for (let more = true; more; ) {
        if (signal?.aborted === true) return;
        more = await database.withBusiness(id, async (tx) => {
          const business = await businessOf(tx);
          return business !== null && (await part(tx, business, now)) === AT_A_TIME;
        });
      }
  }
}

/** Of whom something new was told: what of theirs ends, and what begins. Answers of how many. */
async function hearNews(tx: Tx, business: Business, now: Instant): Promise<number> {
  const { rows } = await tx.query<{ person: number }>(
    `DELETE FROM cadence_news n USING (
       SELECT person_id FROM cadence_news WHERE business_id = this_business() ORDER BY person_id LIMIT $1
       FOR UPDATE SKIP LOCKED) taken
     WHERE n.business_id = this_business() AND n.person_id = taken.person_id RETURNING n.person_id AS person`,
    [AT_A_TIME],
  );
  const people = rows.map(({ person }) => person);
  if (people.length === 0) return 0;
  const members = await membersOf(tx, people);
  const everybody = [...members.values()].flat();
  await stopSome(tx, business, await runsHeld(tx, everybody), now);
  await beginSome(tx, business, everybody, now);
  // Somebody may have answered already between what began it and this look.
  await stopSome(tx, business, await runsHeld(tx, everybody), now);
  return people.length;
}

/** Plans what is due. Before a touch is planned it is asked once more whether the series should go on. */
async function planDue(tx: Tx, business: Business, now: Instant): Promise<number> {
  const { rows } = await tx.query<CadenceRun>(
    `SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES} WHERE r.business_id = this_business() AND r.state = 'running' AND r.next_at <= $1
     ORDER BY r.next_at, r.run_id LIMIT $2 FOR UPDATE OF r SKIP LOCKED`,
    [timestamptz(now), AT_A_TIME],
  );
  const going = await stopSome(tx, business, rows, now);
  const definitions = await cadenceVersions(tx, going);
  for (const run of going) {
    const definition = definitions.get(`${run.cadence} ${run.revision}`);
    const planned = definition === undefined ? null : await planTouch(tx, business, run, definition, now);
    // Nobody is left with whom it could go on.
    if (planned?.ok !== true)
      await endRun(tx, run.id, { state: 'stopped', stopped: 'gone', fact: null, now });
  }
  return rows.length;
}

interface Beginning {
  readonly fact: number;
  readonly person: number;
  readonly cadence: string;
  readonly deal: number | null;
  readonly lead: number | null;
  readonly owner: string | null;
  readonly at: Instant;
}

/** Begins what a new fact of theirs begins, each fact once. What an import brought is no news. */
async function beginSome(tx: Tx, business: Business, people: readonly number[], now: Instant): Promise<void> {
  const { rows } = await tx.query<Beginning>(
    `SELECT f.fact_id AS fact, f.person_id AS person, c.cadence, d.deal_id AS deal, l.lead_id AS lead,
            coalesce(d.owner, l.owner) AS owner, f.at
     FROM cadences c JOIN facts f ON f.business_id = c.business_id AND f.type = c.starts_on
       LEFT JOIN LATERAL (
         SELECT CASE WHEN f.type LIKE 'deal.%' THEN f.ref ELSE f.data ->> 'deal' END AS deal) told ON true
       LEFT JOIN deals d ON d.business_id = f.business_id
         AND d.deal_id = CASE WHEN told.deal ~ '^[0-9]{1,15}$' THEN told.deal::bigint END
       JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
       -- Whoever was two may have it under another of their numbers than the one the fact was told of.
       LEFT JOIN LATERAL (
         SELECT o.lead_id, o.owner FROM people m JOIN leads o ON o.business_id = m.business_id AND o.person_id = m.person_id
         WHERE m.business_id = f.business_id AND m.person_id = ANY($1::bigint[])
           AND ${canonicalNumber('m')} = ${canonicalNumber('p')} AND o.state <> 'closed' AND o.behind IS NULL
         ORDER BY o.lead_id LIMIT 1) l ON f.type LIKE 'lead.%'
     WHERE c.business_id = this_business() AND c.archived_at IS NULL AND c.starts_on IS NOT NULL
       AND f.person_id = ANY($1::bigint[]) AND f.at > $2 AND f.learnt_at >= c.rule_since AND f.import_id IS NULL
       AND NOT EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = c.business_id
                       AND r.key = 'rule:' || c.cadence || ':' || f.fact_id)
     ORDER BY f.fact_id LIMIT 1000`,
    [people, timestamptz(now - FRESH_MS)],
  );
  for (const { fact, person, cadence, deal, lead, owner, at } of rows) {
    // One that runs already, or of which the series is not there any more, begins nothing: that is no failure.
    await startCadence(
      tx,
      business,
      { cadence, person, deal, lead, owner, key: `rule:${cadence}:${fact}`, since: at },
      { by: MACHINE, now },
    );
  }
}
