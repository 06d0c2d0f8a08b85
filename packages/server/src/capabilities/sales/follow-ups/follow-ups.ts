import type { FollowUpKind, FollowUpOrigin, FollowUpState, Outcome } from '@nardeban/core/sales';
import { type Instant, refuse, type Result, accept } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** One thing to do next with a person. */
export interface FollowUp {
  readonly id: number;
  /** As they are now, also where they were merged since. */
  readonly person: number;
  readonly personName: string | null;
  readonly deal: number | null;
  readonly lead: number | null;
  readonly kind: FollowUpKind;
  readonly about: string;
  readonly owner: string | null;
  /** What was planned, and when it is due: on a day on which somebody works. */
  readonly plannedAt: Instant;
  readonly dueAt: Instant;
  readonly wholeDay: boolean;
  readonly fixed: boolean;
  readonly minutes: number;
  readonly missAt: Instant;
  readonly state: FollowUpState;
  readonly outcome: Outcome | null;
  readonly note: string | null;
  readonly origin: FollowUpOrigin;
  readonly originRef: string | null;
  readonly moves: number;
  readonly dones: number;
  readonly doneAt: Instant | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** Of `follow_ups f JOIN people p`, joined by `WITH_PERSON`. */
export const FOLLOW_UP_COLUMNS = `f.follow_up_id AS id, coalesce(p.merged_into, f.person_id) AS person,
  coalesce(r.name, p.name) AS "personName", f.deal_id AS deal, f.lead_id AS lead, f.kind, f.about, f.owner,
  f.planned_at AS "plannedAt", f.due_at AS "dueAt", f.whole_day AS "wholeDay", f.fixed, f.minutes, f.miss_at AS "missAt",
  f.state, f.outcome, f.note, f.origin, f.origin_ref AS "originRef", f.moves, f.dones, f.done_at AS "doneAt",
  f.made_by AS "madeBy", f.made_at AS "madeAt", f.revision, f.changed_by AS "changedBy", f.changed_at AS "changedAt"`;
export const WITH_PERSON = `
  LEFT JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
  LEFT JOIN people r ON r.business_id = f.business_id AND r.person_id = p.merged_into`;

/** Refusal: `follow_up_unknown`. `hold`: nobody else changes it until this transaction ends. */
export async function followUpById(
  tx: Tx,
  id: number,
  how: 'read' | 'hold' = 'read',
): Promise<Result<FollowUp>> {
  const { rows } = await tx.query<FollowUp>(
    `SELECT ${FOLLOW_UP_COLUMNS} FROM follow_ups f ${WITH_PERSON}
     WHERE f.business_id = this_business() AND f.follow_up_id = $1 ${how === 'hold' ? 'FOR UPDATE OF f' : ''}`,
    [id],
  );
  return rows[0] === undefined ? refuse('follow_up_unknown', 'id', { id }) : accept(rows[0]);
}

export interface FollowUpsAsked {
  readonly owner?: string | undefined;
  readonly people?: readonly number[] | undefined;
  readonly deal?: number | undefined;
  readonly lead?: number | undefined;
  readonly states?: readonly FollowUpState[] | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** By when they are due, the first coming first. */
export async function listFollowUps(
  tx: Tx,
  asked: FollowUpsAsked,
): Promise<{ readonly followUps: readonly FollowUp[]; readonly next: number | null }> {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const where = ['f.business_id = this_business()'];
  if (asked.owner !== undefined) where.push(`f.owner = ${put(asked.owner)}`);
  if (asked.people !== undefined) where.push(`f.person_id = ANY(${put(asked.people)}::bigint[])`);
  if (asked.deal !== undefined) where.push(`f.deal_id = ${put(asked.deal)}`);
  if (asked.lead !== undefined) where.push(`f.lead_id = ${put(asked.lead)}`);
  if (asked.states !== undefined) where.push(statesAre(asked.states));
  if (asked.from !== undefined) where.push(`f.due_at >= ${put(timestamptz(asked.from))}`);
  if (asked.until !== undefined) where.push(`f.due_at < ${put(timestamptz(asked.until))}`);
  if (asked.after !== undefined)
    where.push(`(f.due_at, f.follow_up_id) > (SELECT o.due_at, o.follow_up_id FROM follow_ups o
                WHERE o.business_id = this_business() AND o.follow_up_id = ${put(asked.after)})`);
  const { rows } = await tx.query<FollowUp>(
    `SELECT ${FOLLOW_UP_COLUMNS} FROM follow_ups f ${WITH_PERSON} WHERE ${where.join(' AND ')}
     ORDER BY f.due_at, f.follow_up_id LIMIT ${put(asked.limit + 1)}`,
    values,
  );
  const followUps = rows.slice(0, asked.limit);
  return { followUps, next: rows.length > asked.limit ? (followUps.at(-1)?.id ?? null) : null };
}

/** Written out, so that what is not done yet is read from the index that holds nothing else. */
function statesAre(states: readonly FollowUpState[]): string {
  const known = states.filter((state) => /^[a-z]+$/.test(state));
  return `f.state IN (${known.map((state) => `'${state}'`).join(', ') || "''"})`;
}

export interface FollowUpChange {
  readonly deed: 'moved' | 'shifted' | 'done' | 'reopened' | 'missed' | 'cancelled' | 'changed';
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** What became of it, in order. */
export async function changesOf(tx: Tx, id: number): Promise<readonly FollowUpChange[]> {
  const { rows } = await tx.query<FollowUpChange>(
    `SELECT deed, due_from AS "from", due_to AS "to", reason, by, at FROM follow_up_changes
     WHERE business_id = this_business() AND follow_up_id = $1 ORDER BY place LIMIT 200`,
    [id],
  );
  return rows;
}

/** Writes down what became of these, each in its place. */
export async function noteChanges(
  tx: Tx,
  ids: readonly number[],
  change: {
    readonly deed: FollowUpChange['deed'];
    readonly from?: Instant | null;
    readonly to?: Instant | null;
    readonly reason?: string | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { from = null, to = null, reason = null } = change;
  await tx.query(
    `INSERT INTO follow_up_changes (business_id, follow_up_id, place, deed, due_from, due_to, reason, by, at)
     SELECT this_business(), id, coalesce((SELECT max(c.place) FROM follow_up_changes c
              WHERE c.business_id = this_business() AND c.follow_up_id = id), 0) + 1, $2, $3, $4, $5, $6, $7
     FROM unnest($1::bigint[]) AS id`,
    [
      ids,
      change.deed,
      from === null ? null : timestamptz(from),
      to === null ? null : timestamptz(to),
      reason,
      change.by,
      timestamptz(change.at),
    ],
  );
}
