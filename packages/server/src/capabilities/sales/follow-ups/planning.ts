import {
  type FollowUpKind,
  type FollowUpOrigin,
  isAgreedAsARule,
  isClosed,
  whenDue,
} from '@nardeban/core/sales';
import { accept, type Instant, isoDay, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { begunWith, tellSales } from '../telling.ts';
import { noteChanges } from './follow-ups.ts';
import { workingCalendarOf } from './working-hours.ts';

const LONGEST_ABOUT = 1000;
const DEFAULT_MINUTES = 30;

export interface PlanFollowUp {
  readonly person: number;
  readonly deal?: number | null | undefined;
  readonly lead?: number | null | undefined;
  readonly kind: FollowUpKind;
  readonly due: Instant;
  readonly wholeDay: boolean;
  readonly about: string;
  readonly owner: string | null;
  readonly origin: FollowUpOrigin;
  readonly originRef?: string | null | undefined;
  /** The same key: the one that was planned with it, unchanged. */
  readonly key?: string | undefined;
  /** Agreed with somebody: a day off does not move it. When it is not said, what is as a rule. */
  readonly fixed?: boolean | undefined;
  /** The person asked for this day: told as `followup.agreed`. */
  readonly agreed?: boolean | undefined;
  readonly minutes?: number | undefined;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Plans what is to be done next. About a deal or a lead it is written under whoever that was begun with, so that it stays with it
 * when they turn out to be two. Refusal: `person_unknown`.
 */
export async function planFollowUp(
  tx: Tx,
  business: Business,
  plan: PlanFollowUp,
): Promise<Result<{ readonly id: number }>> {
  // They stay: an undone import that would take them off waits, and finds that something is to be done with them.
  const { rows: there } = await tx.query(
    'SELECT FROM people WHERE business_id = this_business() AND person_id = $1 FOR KEY SHARE',
    [plan.person],
  );
  if (there.length === 0) return refuse('person_unknown', 'person', { id: plan.person });
  const calendar = await workingCalendarOf(tx, business);
  // Who names an hour on a day off means it.
  const fixed =
    plan.fixed ?? (isAgreedAsARule(plan.kind) || (!plan.wholeDay && isClosed(calendar, plan.due)));
  const { dueAt, missAt } = whenDue(calendar, { at: plan.due, wholeDay: plan.wholeDay, fixed });
  const planned = plan.wholeDay ? startOfDay(business, plan.due) : plan.due;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO follow_ups (business_id, person_id, deal_id, lead_id, kind, about, owner, planned_at, due_at, whole_day, fixed,
                             minutes, miss_at, calendar_version, origin, origin_ref, key, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), coalesce(
               (SELECT person_id FROM deals WHERE business_id = this_business() AND deal_id = $2),
               (SELECT person_id FROM leads WHERE business_id = this_business() AND lead_id = $3), $1),
             $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $17, $18)
     ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING follow_up_id AS id`,
    [
      plan.person,
      plan.deal ?? null,
      plan.lead ?? null,
      plan.kind,
      plan.about.slice(0, LONGEST_ABOUT),
      plan.owner,
      timestamptz(planned),
      timestamptz(dueAt),
      plan.wholeDay,
      fixed,
      plan.minutes ?? DEFAULT_MINUTES,
      timestamptz(missAt),
      calendar.version,
      plan.origin,
      plan.originRef ?? null,
      plan.key ?? null,
      plan.by,
      timestamptz(plan.at),
    ],
  );
  const [made] = rows;
  if (made === undefined) return accept({ id: await idOfKey(tx, plan.key ?? '') });
  if (plan.agreed === true)
    await tellAgreed(tx, business, { id: made.id, moves: 0, due: dueAt, at: plan.at });
  return accept({ id: made.id });
}

/** They said when: told with the day, once for every time it is agreed anew. */
export async function tellAgreed(
  tx: Tx,
  business: Business,
  told: {
    readonly id: number;
    readonly moves: number;
    readonly due: Instant;
    readonly at: Instant;
  },
): Promise<void> {
  await tellSales(tx, business, [
    {
      person: await begunWith(tx, 'follow_ups', told.id),
      type: 'followup.agreed',
      at: told.at,
      key: `follow-up-${told.id}-agreed-${told.moves}`,
      data: { day: isoDay(zoneOf(business.zone).dayOf(told.due)) },
    },
  ]);
}

export interface CancelFollowUps {
  readonly deal?: number | undefined;
  readonly lead?: number | undefined;
  readonly origin?: FollowUpOrigin | undefined;
  readonly originRef?: string | undefined;
  readonly reason?: string | undefined;
  readonly at: Instant;
  readonly by: string;
}

/** What was still to be done about a matter is not to be done any more; all that is named must fit. Answers how many. */
export async function cancelFollowUps(
  tx: Tx,
  _: Pick<Business, 'id'>,
  which: CancelFollowUps,
): Promise<number> {
  const { deal = null, lead = null, origin = null, originRef = null } = which;
  if (deal === null && lead === null && originRef === null) return 0;
  const { rows } = await tx.query<{ id: number }>(
    `UPDATE follow_ups SET state = 'cancelled', revision = revision + 1, changed_by = $5, changed_at = $6
     WHERE business_id = this_business() AND state IN ('open', 'missed')
       AND ($1::bigint IS NULL OR deal_id = $1) AND ($2::bigint IS NULL OR lead_id = $2)
       AND ($3::text IS NULL OR origin = $3) AND ($4::text IS NULL OR origin_ref = $4)
     RETURNING follow_up_id AS id`,
    [deal, lead, origin, originRef, which.by, timestamptz(which.at)],
  );
  const { by, at, reason = null } = which;
  if (rows.length > 0)
    await noteChanges(
      tx,
      rows.map(({ id }) => id),
      { deed: 'cancelled', reason, by, at },
    );
  return rows.length;
}

async function idOfKey(tx: Tx, key: string): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'SELECT follow_up_id AS id FROM follow_ups WHERE business_id = this_business() AND key = $1',
    [key],
  );
  if (rows[0] === undefined) throw new Error('A follow-up was neither planned nor found by its key');
  return rows[0].id;
}

function startOfDay(business: Pick<Business, 'zone'>, at: Instant): Instant {
  const zone = zoneOf(business.zone);
  return zone.startOf(zone.dayOf(at));
}
