import { addWorkingTime } from '@nardeban/core/sales';
import { type Instant, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { ShiftSome } from '../follow-ups/shifting-walk.ts';
import { workingCalendarSince } from '../follow-ups/working-hours.ts';
import { agreementVersion } from './agreement-store.ts';

const AT_A_TIME = 1000;

interface Awaited {
  readonly id: number;
  readonly place: number;
  /** By which agreement it was handed over: how long an answer may take. */
  readonly version: number;
  readonly handedAt: Instant;
  readonly answerBy: Instant;
}

/**
 * Leads that wait for an answer: until when one was agreed on follows from when they were handed over. An answer that was due
 * before today stays late.
 */
export const shiftAnswers: ShiftSome = async (tx, business, after, { now, how }) => {
  const zone = zoneOf(business.zone);
  const from = after ?? { at: zone.startOf(zone.dayOf(now)), id: 0 };
  const { rows: near } = await tx.query<{ id: number; at: Instant }>(
    `SELECT lead_id AS id, answer_by AS at FROM leads
     WHERE business_id = this_business() AND state = 'handed' AND (answer_by, lead_id) > ($1, $2)
     ORDER BY business_id, answer_by, lead_id LIMIT $3`,
    [timestamptz(from.at), from.id, AT_A_TIME],
  );
  const { rows: held } = await tx.query<{ id: number }>(
    `SELECT lead_id AS id FROM leads
     WHERE business_id = this_business() AND lead_id = ANY($1::bigint[]) AND state = 'handed'
     ORDER BY lead_id FOR UPDATE ${how === 'eager' ? 'SKIP LOCKED' : ''}`,
    [near.map(({ id }) => id)],
  );
  // Read when they are held: until then somebody may answer one and hand it over anew.
  const { rows } = await tx.query<Awaited>(
    `SELECT lead_id AS id, place, version, handed_at AS "handedAt", answer_by AS "answerBy" FROM lead_handings
     WHERE business_id = this_business() AND lead_id = ANY($1::bigint[]) AND answer IS NULL`,
    [held.map(({ id }) => id)],
  );
  if (rows.length > 0) {
    const since = Math.min(...rows.map(({ handedAt }) => handedAt));
    const calendar = await workingCalendarSince(tx, business, since);
    const within = await minutesAgreed(tx, rows);
    const moved = rows.flatMap(({ id, place, version, handedAt, answerBy: before }) => {
      const minutes = within.get(version);
      const answerBy = minutes === undefined ? before : addWorkingTime(calendar, handedAt, minutes);
      return answerBy === before ? [] : [{ id, place, answerBy }];
    });
    await write(tx, moved);
  }
  return near.length < AT_A_TIME ? null : (near.at(-1) ?? null);
};

/** Within how many working minutes an answer was agreed on, by version of the agreement. */
async function minutesAgreed(tx: Tx, rows: readonly Awaited[]): Promise<ReadonlyMap<number, number>> {
  const minutes = new Map<number, number>();
  for (const { version } of rows) {
    if (minutes.has(version)) continue;
    const agreement = await agreementVersion(tx, version);
    if (agreement !== null) minutes.set(version, agreement.definition.answerWithin);
  }
  return minutes;
}

/** The lead and the hand-over that waits are one clock. Nobody changed the lead: its revision stays. */
async function write(
  tx: Tx,
  moved: readonly { readonly id: number; readonly place: number; readonly answerBy: Instant }[],
): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `WITH moved AS (
       SELECT * FROM unnest($1::bigint[], $2::integer[], $3::timestamptz[]) AS m (lead, place, answer_by)
     ), leads_moved AS (
       UPDATE leads l SET answer_by = m.answer_by FROM moved m
       WHERE l.business_id = this_business() AND l.lead_id = m.lead
     ) UPDATE lead_handings h SET answer_by = m.answer_by FROM moved m
     WHERE h.business_id = this_business() AND h.lead_id = m.lead AND h.place = m.place`,
    [
      moved.map(({ id }) => id),
      moved.map(({ place }) => place),
      moved.map(({ answerBy }) => timestamptz(answerBy)),
    ],
  );
}
