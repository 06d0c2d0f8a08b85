import { contactOf, type FollowUpKind, isOutcome, type Outcome, whenDue } from '@nardeban/core/sales';
import { changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { begunWith, tellSales } from '../telling.ts';
import type { Author } from './author.ts';
import { stopRunsOf } from './cadence-stops.ts';
import { type FollowUp, followUpById, noteChanges } from './follow-ups.ts';
import { tellAgreed } from './planning.ts';
import { workingCalendarOf } from './working-hours.ts';

/**
 * Holds what is still to be done and was seen as it is. Refusals: `follow_up_unknown`, `changed_meanwhile`,
 * `follow_up_over` (it is done or cancelled).
 */
async function pending(tx: Tx, id: number, revision: number): Promise<Result<FollowUp>> {
  const seen = await asSeen(tx, id, revision);
  if (!seen.ok) return seen;
  const { state } = seen.value;
  return state === 'open' || state === 'missed' ? seen : refuse('follow_up_over', 'id', { state });
}

async function asSeen(tx: Tx, id: number, revision: number): Promise<Result<FollowUp>> {
  const found = await followUpById(tx, id, 'hold');
  if (!found.ok || found.value.revision === revision) return found;
  return changedMeanwhile(found.value.changedBy, found.value.changedAt);
}

/**
 * It is done, and this came of it: told as `followup.done`, and where somebody was to be reached, as `contact.attempted`.
 * Refusals: those of `pending`, `outcome_of_another_kind`.
 */
export async function finishFollowUp(
  tx: Tx,
  business: Business,
  done: {
    readonly id: number;
    readonly revision: number;
    readonly outcome: Outcome;
    readonly note: string | null;
  },
  { by, now }: Author,
): Promise<Result<FollowUp>> {
  const held = await pending(tx, done.id, done.revision);
  if (!held.ok) return held;
  const { kind } = held.value;
  if (!isOutcome(kind, done.outcome))
    return refuse('outcome_of_another_kind', 'outcome', { kind, outcome: done.outcome });
  await tx.query(
    `UPDATE follow_ups SET state = 'done', outcome = $2, note = $3, done_at = $4, dones = dones + 1, revision = revision + 1,
            changed_by = $5, changed_at = $4
     WHERE business_id = this_business() AND follow_up_id = $1`,
    [done.id, done.outcome, done.note, timestamptz(now), by],
  );
  await noteChanges(tx, [done.id], { deed: 'done', reason: done.note, by, at: now });
  await tellDone(tx, business, { ...held.value, outcome: done.outcome }, now);
  // Who has just answered should not find the rest of a series in the day of the seller.
  await stopRunsOf(tx, business, held.value.person, now);
  return followUpById(tx, done.id);
}

async function tellDone(
  tx: Tx,
  business: Business,
  done: FollowUp & { readonly outcome: Outcome },
  at: Instant,
): Promise<void> {
  const row = { person: await begunWith(tx, 'follow_ups', done.id), at };
  const times = `${done.id}-${done.dones + 1}`;
  const deal = done.deal === null ? {} : { deal: String(done.deal) };
  const contact = contactOf(done.kind, done.outcome);
  await tellSales(tx, business, [
    ...(contact === null
      ? []
      : [
          {
            ...row,
            type: 'contact.attempted' as const,
            key: `contact-${times}`,
            data: { ...contact, ...deal },
          },
        ]),
    {
      ...row,
      type: 'followup.done',
      key: `follow-up-${times}-done`,
      data: { followup: String(done.id), kind: done.kind, outcome: done.outcome, ...deal },
    },
  ]);
}

/**
 * It was not done after all. What was told stays told, as everything that was; that it was taken back is told as
 * `followup.reopened`, and doing it again is told again. Refusals: `follow_up_unknown`, `changed_meanwhile`,
 * `follow_up_not_done`.
 */
export async function reopenFollowUp(
  tx: Tx,
  business: Business,
  asked: { readonly id: number; readonly revision: number },
  { by, now }: Author,
): Promise<Result<FollowUp>> {
  const held = await asSeen(tx, asked.id, asked.revision);
  if (!held.ok) return held;
  const { state, missAt, kind, deal, dones } = held.value;
  if (state !== 'done' && state !== 'cancelled') return refuse('follow_up_not_done', 'id', { state });
  // It was told that it was missed if it ever was: as it stood before it was done.
  const missed = missAt <= now && (await wasMissed(tx, asked.id));
  await tx.query(
    `UPDATE follow_ups SET state = $2, outcome = NULL, note = NULL, done_at = NULL, revision = revision + 1, changed_by = $3,
            changed_at = $4
     WHERE business_id = this_business() AND follow_up_id = $1`,
    [asked.id, missed ? 'missed' : 'open', by, timestamptz(now)],
  );
  await noteChanges(tx, [asked.id], { deed: 'reopened', by, at: now });
  // What was cancelled was told by nothing.
  if (state === 'done')
    await tellSales(tx, business, [
      {
        person: await begunWith(tx, 'follow_ups', asked.id),
        type: 'followup.reopened',
        at: now,
        key: `follow-up-${asked.id}-${dones}-reopened`,
        data: { followup: String(asked.id), kind, ...(deal === null ? {} : { deal: String(deal) }) },
      },
    ]);
  return followUpById(tx, asked.id);
}

/** Has it been noticed as missed since it was last given a time? */
async function wasMissed(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await tx.query<{ deed: string }>(
    `SELECT deed FROM follow_up_changes
     WHERE business_id = this_business() AND follow_up_id = $1 AND deed IN ('missed', 'moved', 'shifted')
     ORDER BY place DESC LIMIT 1`,
    [id],
  );
  return rows[0]?.deed === 'missed';
}

/** Gives it another time, with the reason; one that was missed is open again. Refusals: those of `pending`. */
export async function moveFollowUp(
  tx: Tx,
  business: Business,
  moved: {
    readonly id: number;
    readonly revision: number;
    readonly due: Instant;
    readonly wholeDay: boolean;
    readonly fixed?: boolean | undefined;
    readonly agreed: boolean;
    readonly reason: string | null;
  },
  { by, now }: Author,
): Promise<Result<FollowUp>> {
  const held = await pending(tx, moved.id, moved.revision);
  if (!held.ok) return held;
  const before = held.value;
  const calendar = await workingCalendarOf(tx, business);
  const fixed = moved.fixed ?? (before.fixed || moved.agreed);
  const { dueAt, missAt } = whenDue(calendar, { at: moved.due, wholeDay: moved.wholeDay, fixed });
  await tx.query(
    `UPDATE follow_ups SET state = 'open', planned_at = $2, due_at = $3, whole_day = $4, fixed = $5, miss_at = $6,
            calendar_version = $7, moves = moves + 1, revision = revision + 1, changed_by = $8, changed_at = $9
     WHERE business_id = this_business() AND follow_up_id = $1`,
    [
      moved.id,
      timestamptz(moved.wholeDay && !fixed ? dueAt : moved.due),
      timestamptz(dueAt),
      moved.wholeDay,
      fixed,
      timestamptz(missAt),
      calendar.version,
      by,
      timestamptz(now),
    ],
  );
  const { reason } = moved;
  await noteChanges(tx, [moved.id], { deed: 'moved', from: before.dueAt, to: dueAt, reason, by, at: now });
  if (moved.agreed) {
    const { id, moves } = before;
    await tellAgreed(tx, business, { id, moves: moves + 1, due: dueAt, at: now });
  }
  return followUpById(tx, moved.id);
}

/** It is not to be done any more, and why. Refusals: those of `pending`. */
export async function cancelFollowUp(
  tx: Tx,
  asked: { readonly id: number; readonly revision: number; readonly reason: string | null },
  { by, now }: Author,
): Promise<Result<FollowUp>> {
  const held = await pending(tx, asked.id, asked.revision);
  if (!held.ok) return held;
  await tx.query(
    `UPDATE follow_ups SET state = 'cancelled', revision = revision + 1, changed_by = $2, changed_at = $3
     WHERE business_id = this_business() AND follow_up_id = $1`,
    [asked.id, by, timestamptz(now)],
  );
  await noteChanges(tx, [asked.id], { deed: 'cancelled', reason: asked.reason, by, at: now });
  return followUpById(tx, asked.id);
}

/** Changes what it is about, what kind it is or whose. Refusals: those of `pending`. */
export async function changeFollowUp(
  tx: Tx,
  asked: {
    readonly id: number;
    readonly revision: number;
    readonly about?: string | undefined;
    readonly kind?: FollowUpKind | undefined;
    readonly owner?: string | null | undefined;
    readonly minutes?: number | undefined;
  },
  { by, now }: Author,
): Promise<Result<FollowUp>> {
  const held = await pending(tx, asked.id, asked.revision);
  if (!held.ok) return held;
  const before = held.value;
  await tx.query(
    `UPDATE follow_ups SET about = $2, kind = $3, owner = $4, minutes = $5, revision = revision + 1, changed_by = $6,
            changed_at = $7
     WHERE business_id = this_business() AND follow_up_id = $1`,
    [
      asked.id,
      asked.about ?? before.about,
      asked.kind ?? before.kind,
      asked.owner === undefined ? before.owner : asked.owner,
      asked.minutes ?? before.minutes,
      by,
      timestamptz(now),
    ],
  );
  await noteChanges(tx, [asked.id], { deed: 'changed', by, at: now });
  return followUpById(tx, asked.id);
}
