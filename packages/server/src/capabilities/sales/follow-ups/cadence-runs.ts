import { type Cadence, textOfTouch, timeOfTouch } from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import { begunWith } from '../telling.ts';
import { cadenceByKey } from './cadences.ts';
import type { Author } from './author.ts';
import { cancelFollowUps, planFollowUp } from './planning.ts';
import { workingCalendarOf, workingCalendarSince } from './working-hours.ts';

export type RunState = 'running' | 'finished' | 'stopped';

/** A series that was begun with somebody. */
export interface CadenceRun {
  readonly id: number;
  readonly cadence: string;
  readonly revision: number;
  readonly person: number;
  readonly deal: number | null;
  readonly lead: number | null;
  readonly owner: string | null;
  readonly state: RunState;
  readonly startedAt: Instant;
  readonly startedBy: string;
  /** How many touches are planned. */
  readonly touch: number;
  readonly nextAt: Instant;
  readonly calendarVersion: number;
  readonly stopped: string | null;
  readonly stopFact: number | null;
  readonly endedAt: Instant | null;
}

export const RUN_COLUMNS = `r.run_id AS id, r.cadence, r.revision, coalesce(p.merged_into, r.person_id) AS person,
  r.deal_id AS deal, r.lead_id AS lead, r.owner, r.state, r.started_at AS "startedAt", r.started_by AS "startedBy", r.touch,
  r.next_at AS "nextAt", r.calendar_version AS "calendarVersion", r.stopped, r.stop_fact AS "stopFact",
  r.ended_at AS "endedAt"`;
export const RUN_TABLES = `cadence_runs r LEFT JOIN people p ON p.business_id = r.business_id AND p.person_id = r.person_id`;

export interface StartCadence {
  readonly cadence: string;
  readonly person: number;
  readonly deal?: number | null | undefined;
  readonly lead?: number | null | undefined;
  readonly owner: string | null;
  /** What makes it the same when it is begun again, such as the fact that began it. */
  readonly key?: string | undefined;
  /** When it began, where that was before now: with the fact that began it. */
  readonly since?: Instant | undefined;
}

/**
 * Begins a series with somebody and plans its first touch. While one of the same runs with them no other begins. Refusals:
 * `cadence_unknown`, `cadence_archived`, `cadence_running`, `person_unknown`.
 */
export async function startCadence(
  tx: Tx,
  business: Business,
  asked: StartCadence,
  { by, now }: Author,
): Promise<Result<CadenceRun>> {
  const cadence = await cadenceByKey(tx, asked.cadence);
  if (!cadence.ok) return cadence;
  if (cadence.value.archived)
    return refuse('cadence_archived', 'cadence', { name: cadence.value.definition.name });
  const root = await rootHeld(tx, asked.person);
  if (root === null) return refuse('person_unknown', 'person', { id: asked.person });
  const calendar = await workingCalendarOf(tx, business);
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO cadence_runs (business_id, cadence, revision, person_id, deal_id, lead_id, owner, key, state, started_at,
                               started_by, next_at, calendar_version)
     SELECT this_business(), $1, $2, $3, $4, $5, $6, $7, 'running', $8, $9, $8, $10
     WHERE NOT EXISTS (SELECT FROM people p JOIN cadence_runs r ON r.business_id = p.business_id AND r.person_id = p.person_id
                       WHERE p.business_id = this_business() AND (p.person_id = $3 OR p.merged_into = $3)
                         AND r.cadence = $1 AND r.state = 'running')
     ON CONFLICT DO NOTHING RETURNING run_id AS id`,
    [
      asked.cadence,
      cadence.value.revision,
      root,
      asked.deal ?? null,
      asked.lead ?? null,
      asked.owner,
      asked.key ?? null,
      timestamptz(asked.since ?? now),
      by,
      calendar.version,
    ],
  );
  const [made] = rows;
  if (made === undefined)
    return refuse('cadence_running', 'cadence', { name: cadence.value.definition.name });
  const run = await runById(tx, made.id);
  if (!run.ok) return run;
  const planned = await planTouch(tx, business, run.value, cadence.value.definition, now);
  return planned.ok ? runById(tx, made.id) : planned;
}

/** The person as they are now, held against being taken off; two who begin a series with them do so one after the other. */
async function rootHeld(tx: Tx, person: number): Promise<number | null> {
  const { rows } = await tx.query<{ root: number }>(
    `SELECT r.person_id AS root FROM people p JOIN people r
       ON r.business_id = p.business_id AND r.person_id = ${canonicalNumber('p')}
     WHERE p.business_id = this_business() AND p.person_id = $1 FOR NO KEY UPDATE OF r`,
    [person],
  );
  return rows[0]?.root ?? null;
}

/** Plans the next touch, and says when the one after it is to be: as soon as this one's time has come. */
export async function planTouch(
  tx: Tx,
  business: Business,
  run: CadenceRun,
  definition: Cadence,
  now: Instant,
): Promise<Result<true>> {
  const touch = definition.touches[run.touch];
  if (touch === undefined) {
    await endRun(tx, run.id, { state: 'finished', stopped: null, fact: null, now });
    return accept(true);
  }
  const calendar = await workingCalendarSince(tx, business, run.startedAt);
  const { at, wholeDay } = timeOfTouch(touch, run.startedAt, calendar);
  const planned = await planFollowUp(tx, business, {
    person: (await begunWith(tx, 'cadence_runs', run.id)) ?? run.person,
    deal: run.deal,
    lead: run.lead,
    kind: touch.kind,
    due: at,
    wholeDay,
    about: textOfTouch(touch, await nameOf(tx, run.person)),
    owner: await whoDoes(tx, run, touch.who),
    origin: 'cadence',
    originRef: String(run.id),
    key: `cadence-${run.id}-${run.touch}`,
    fixed: false,
    by: run.startedBy,
    at: now,
  });
  if (!planned.ok) return planned;
  await tx.query(
    `UPDATE cadence_runs SET touch = $2, next_at = $3, calendar_version = $5
     WHERE business_id = this_business() AND run_id = $1 AND touch = $4`,
    [run.id, run.touch + 1, timestamptz(Math.max(at, now + 1)), run.touch, calendar.version],
  );
  return accept(true);
}

/** Whom the touch names, else whoever looks after the matter now, else who began it; of them the first who works here. */
async function whoDoes(tx: Tx, run: CadenceRun, named: string | null): Promise<string | null> {
  const { rows } = await tx.query<{ who: string }>(
    `SELECT who.id AS who FROM (VALUES
       (1, $1::text),
       (2, (SELECT owner FROM deals WHERE business_id = this_business() AND deal_id = $2)),
       (3, (SELECT owner FROM leads WHERE business_id = this_business() AND lead_id = $3)),
       (4, $4::text)) AS who (place, id)
     JOIN sign_in.memberships m ON m.business_id = this_business() AND m.user_id = who.id ORDER BY place LIMIT 1`,
    [named, run.deal, run.lead, run.owner],
  );
  return rows[0]?.who ?? null;
}

async function nameOf(tx: Tx, person: number): Promise<string> {
  const { rows } = await tx.query<{ name: string | null }>(
    'SELECT name FROM people WHERE business_id = this_business() AND person_id = $1',
    [person],
  );
  return rows[0]?.name ?? '';
}

export async function endRun(
  tx: Tx,
  id: number,
  end: {
    readonly state: 'finished' | 'stopped';
    readonly stopped: string | null;
    readonly fact: number | null;
    readonly now: Instant;
  },
): Promise<void> {
  await tx.query(
    `UPDATE cadence_runs SET state = $2, stopped = $3, stop_fact = $4, ended_at = $5
     WHERE business_id = this_business() AND run_id = $1 AND state = 'running'`,
    [id, end.state, end.stopped, end.fact, timestamptz(end.now)],
  );
}

/** Ends a series by hand; what it had planned is not to be done. Refusals: `cadence_run_unknown`, `cadence_run_over`. */
export async function stopRun(
  tx: Tx,
  business: Business,
  id: number,
  { by, now }: Author,
): Promise<Result<CadenceRun>> {
  const found = await runById(tx, id, 'hold');
  if (!found.ok) return found;
  if (found.value.state !== 'running') return refuse('cadence_run_over', 'id');
  await endRun(tx, id, { state: 'stopped', stopped: 'staff', fact: null, now });
  await cancelFollowUps(tx, business, {
    origin: 'cadence',
    originRef: String(id),
    reason: 'staff',
    by,
    at: now,
  });
  return runById(tx, id);
}

/** Refusal: `cadence_run_unknown`. */
export async function runById(
  tx: Tx,
  id: number,
  how: 'read' | 'hold' = 'read',
): Promise<Result<CadenceRun>> {
  const { rows } = await tx.query<CadenceRun>(
    `SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES} WHERE r.business_id = this_business() AND r.run_id = $1
     ${how === 'hold' ? 'FOR UPDATE OF r' : ''}`,
    [id],
  );
  return rows[0] === undefined ? refuse('cadence_run_unknown', 'id', { id }) : accept(rows[0]);
}

/** The series that ran or run with these people, the newest first. */
export async function runsOf(
  tx: Tx,
  people: readonly number[],
  limit: number,
): Promise<readonly CadenceRun[]> {
  const { rows } = await tx.query<CadenceRun>(
    `SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES} WHERE r.business_id = this_business() AND r.person_id = ANY($1::bigint[])
     ORDER BY r.run_id DESC LIMIT $2`,
    [people, limit],
  );
  return rows;
}
