import { addWorkingTime, type Score, scoreLead, type WorkingCalendar } from '@nardeban/core/sales';
import type { History } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { readPeople } from '../../ladder/index.ts';
import { workingCalendarOf } from '../follow-ups/working-hours.ts';
import { type AgreementVersion, agreementInForce, readingForLeads, scorerFor } from './agreement-store.ts';
import { nextSellers, presentOwners } from './assigning.ts';
import { type NewHanding, writeHandings } from './handings.ts';
import { holdOpenLeads, type Lead, type LeadState } from './lead.ts';
import { isInside, LIFE_TYPES, lookAgainAt, type LeadMove, moveOf } from './living.ts';
import { type LeadTold, tellLeads } from './telling.ts';

/** Who is written down as the author of what time and facts did. */
export const CLOCK = 'nardeban';

/** What is left of a lead after it was looked at. */
export interface Refreshed {
  readonly lead: number;
  readonly root: number;
  readonly state: LeadState;
  readonly owner: string | null;
}

/**
 * Scores the open leads of these people (as they are now) anew, whatever their number, in the caller's transaction, and does
 * what follows from it: hands over and assigns, cools, ends pauses, closes. Of several open leads of one person the
 * furthest goes before the others, which are kept and not shown. Done twice it changes nothing.
 */
export async function refreshLeads(
  tx: Tx,
  business: Business,
  roots: readonly number[],
  now: Instant,
): Promise<readonly Refreshed[]> {
  const leads = await holdOpenLeads(tx, [...new Set(roots)]);
  if (leads.length === 0) return [];
  const agreement = await agreementInForce(tx);
  const looked = await look(tx, business, agreement, leads, now);
  const handed = looked.filter(({ move }) => move?.kind === 'hand');
  const hands = handed.length === 0 ? null : await handsFor(tx, business, agreement, handed, now);
  const after = looked.map((one) => settle(one, hands?.get(one.lead.id) ?? null, agreement, now));
  await write(tx, after, now);
  await writeHandings(
    tx,
    after.flatMap(({ lead, handing }) => (handing === null ? [] : [{ lead, ...handing }])),
  );
  await closeHandings(tx, after, now);
  await tellLeads(
    tx,
    business,
    now,
    after.flatMap(({ told }) => told),
  );
  return after.map(({ lead, state, owner }) => ({ lead: lead.id, root: lead.root, state, owner }));
}

interface Looked {
  readonly lead: Lead;
  readonly score: Score;
  readonly move: LeadMove | null;
  readonly behind: number | null;
}

const RANK: Readonly<Record<LeadState, number>> = {
  qualified: 0,
  accepted: 1,
  handed: 2,
  refused: 3,
  nurture: 4,
  closed: 5,
};

async function look(
  tx: Tx,
  business: Business,
  agreement: AgreementVersion,
  leads: readonly Lead[],
  now: Instant,
): Promise<Looked[]> {
  const scorer = scorerFor(business, agreement);
  const reading = readingForLeads([agreement.definition], { also: LIFE_TYPES });
  const byRoot = Map.groupBy(leads, ({ root }) => root);
  const looked: Looked[] = [];
  const lookAt = (root: number, history: History): void => {
    const own = byRoot.get(root)?.toSorted((a, b) => RANK[a.state] - RANK[b.state] || a.id - b.id) ?? [];
    for (const lead of own) {
      const standing = { inside: isInside(lead.state), handsSince: lead.handsSince, handAt: lead.handAt };
      const score = scoreLead(scorer, history, now, standing);
      const first = own[0]?.id ?? lead.id;
      const behind = first === lead.id ? null : first;
      const move = moveOf(lead, history, score, now);
      // What stands behind another is looked at with that one: nobody is handed over twice.
      looked.push({ lead, score, behind, move: behind === null || move?.kind === 'close' ? move : null });
    }
  };
  await readPeople(tx, [...byRoot.keys()], reading, ({ personId, history }) => lookAt(personId, history));
  return looked;
}

export interface Hand {
  readonly owner: string | null;
  readonly place: number;
  readonly answerBy: Instant;
}

/** Who gets each of those that are handed over, and by when an answer is agreed on. */
export async function handsFor(
  tx: Tx,
  business: Business,
  agreement: AgreementVersion,
  handed: readonly { readonly lead: Lead }[],
  now: Instant,
): Promise<Map<number, Hand>> {
  const calendar = await workingCalendarOf(tx, business);
  const answerBy = answerTime(calendar, agreement, now);
  const kept = await presentOwners(
    tx,
    handed.map(({ lead }) => lead.root),
  );
  const open = handed.filter(({ lead }) => !kept.has(lead.root));
  const given = await nextSellers(tx, open.length);
  const inTurn = new Map(open.map(({ lead }, index) => [lead.id, given[index] ?? null]));
  const { rows } = await tx.query<{ lead: number; place: number }>(
    `SELECT lead_id AS lead, max(place) AS place FROM lead_handings
     WHERE business_id = this_business() AND lead_id = ANY($1::bigint[]) GROUP BY lead_id`,
    [handed.map(({ lead }) => lead.id)],
  );
  const places = new Map(rows.map(({ lead, place }) => [lead, place]));
  return new Map(
    handed.map(({ lead }) => [
      lead.id,
      {
        owner: kept.get(lead.root) ?? inTurn.get(lead.id) ?? null,
        place: (places.get(lead.id) ?? 0) + 1,
        answerBy,
      },
    ]),
  );
}

/** By when an answer is agreed on of what is handed over now. */
export function answerTime(
  calendar: WorkingCalendar,
  { definition }: AgreementVersion,
  now: Instant,
): Instant {
  return addWorkingTime(calendar, now, definition.answerWithin);
}

interface Settled {
  readonly lead: Lead;
  readonly state: LeadState;
  readonly owner: string | null;
  /** What goes over to the row. */
  readonly row: Readonly<Record<string, string | number | boolean | null>>;
  readonly handing: NewHanding | null;
  /** How the hand-over that waited for an answer ended. */
  readonly ended: 'cooled' | 'closed' | null;
  readonly told: readonly LeadTold[];
}

/** What becomes of a lead, as it is to be written. */
export function settle(
  { lead, score, move, behind }: Looked,
  hand: Hand | null,
  { version }: AgreementVersion,
  now: Instant,
): Settled {
  const { kind } = move ?? { kind: null };
  const handed = move?.kind === 'hand' && hand !== null ? { ...hand, why: move.why } : null;
  const state: LeadState =
    handed !== null
      ? 'handed'
      : kind === 'cool' || kind === 'resume'
        ? 'nurture'
        : kind === 'close'
          ? 'closed'
          : lead.state;
  const owner = handed === null ? lead.owner : (lead.owner ?? handed.owner);
  const scores = { fit: Math.round(score.fit), engagement: Math.round(score.engagement) };
  const at = timestamptz(now);
  const lookAt = lookAgainAt(state, handed === null ? lead : { ...lead, handedFor: handed.why }, score);
  const cooledAt =
    kind === 'cool' || kind === 'cooled-with-seller'
      ? now
      : kind === 'warm-again' || handed !== null
        ? null
        : lead.cooledAt;
  const told: LeadTold[] = [];
  const tell = (type: LeadTold['type'], key: string, data: LeadTold['data']): void => {
    told.push({ lead: lead.id, person: lead.person, type, key, data });
  };
  if (handed !== null) tell('lead.handed', `handed-${handed.place}`, { reason: handed.why, ...scores });
  if (kind === 'cool' || kind === 'cooled-with-seller') tell('lead.cooled', `cooled-${now}`, scores);
  return {
    lead,
    state,
    owner,
    row: {
      id: lead.id,
      state,
      owner,
      handed_at: handed === null ? instantText(lead.handedAt) : at,
      handed_for: handed?.why ?? lead.handedFor,
      answer_by: instantText(handed?.answerBy ?? lead.answerBy),
      answered_at: handed === null ? instantText(lead.answeredAt) : null,
      reason: move?.kind === 'close' ? move.reason : handed === null ? lead.reason : null,
      paused_until: state === 'refused' ? instantText(lead.pausedUntil) : null,
      cooled_at: instantText(cooledAt),
      fit: score.fit,
      engagement: score.engagement,
      warmth: Math.round((score.fit + score.engagement) * 100),
      because: JSON.stringify(score.because),
      version,
      look_at: lookAt === null ? null : timestamptz(lookAt),
      behind,
      moved: state !== lead.state || owner !== lead.owner,
    },
    handing:
      handed === null
        ? null
        : {
            place: handed.place,
            why: handed.why,
            version,
            fit: score.fit,
            engagement: score.engagement,
            owner,
            handedAt: now,
            answerBy: handed.answerBy,
          },
    ended: lead.state !== 'handed' ? null : kind === 'cool' ? 'cooled' : kind === 'close' ? 'closed' : null,
    told,
  };
}

function instantText(at: Instant | null): string | null {
  return at === null ? null : timestamptz(at);
}

async function write(tx: Tx, settled: readonly Settled[], now: Instant): Promise<void> {
  await tx.query({
    text: `UPDATE leads l SET state = n.state, owner = n.owner, handed_at = n.handed_at, handed_for = n.handed_for,
             answer_by = n.answer_by, answered_at = n.answered_at, reason = n.reason, paused_until = n.paused_until,
             cooled_at = n.cooled_at, fit = n.fit, engagement = n.engagement, warmth = n.warmth, because = n.because::jsonb,
             version = n.version, scored_at = $2, look_at = n.look_at, behind = n.behind,
             revision = l.revision + n.moved::int,
             changed_by = CASE WHEN n.moved THEN $3 ELSE l.changed_by END,
             changed_at = CASE WHEN n.moved THEN $2 ELSE l.changed_at END
           FROM jsonb_to_recordset($1::jsonb) AS n (id bigint, state text, owner text, handed_at timestamptz, handed_for text,
             answer_by timestamptz, answered_at timestamptz, reason text, paused_until timestamptz, cooled_at timestamptz,
             fit real, engagement real, warmth integer, because text, version integer, look_at timestamptz, behind bigint,
             moved boolean)
           WHERE l.business_id = this_business() AND l.lead_id = n.id`,
    values: [JSON.stringify(settled.map(({ row }) => row)), timestamptz(now), CLOCK],
  });
}

/** Hand-overs that nobody answered before the lead cooled or bought. */
async function closeHandings(tx: Tx, settled: readonly Settled[], now: Instant): Promise<void> {
  const ended = settled.filter((one) => one.ended !== null);
  if (ended.length === 0) return;
  await tx.query(
    `UPDATE lead_handings h SET answered_at = $3, answer = e.answer, by_name = $4
     FROM unnest($1::bigint[], $2::text[]) AS e (lead, answer)
     WHERE h.business_id = this_business() AND h.lead_id = e.lead AND h.answer IS NULL`,
    [ended.map(({ lead }) => lead.id), ended.map((one) => one.ended), timestamptz(now), CLOCK],
  );
}
