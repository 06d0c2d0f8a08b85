import { isQualified, LEAD_QUESTIONS, type LeadAnswers } from '@nardeban/core/sales';
import { accept, type Instant, MS_PER_DAY, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { checkOwner } from '../deals/colleagues.ts';
import { agreementInForce } from './agreement-store.ts';
import { answerHanding, writeHandings } from './handings.ts';
import { holdLead, type Lead, leadById } from './lead.ts';
import { handsFor, refreshLeads } from './refreshing.ts';
import { type LeadTold, tellLeads } from './telling.ts';

/** Who answers for sales, and when. */
export interface Answerer {
  /** The number of their account; null: a program with a key. */
  readonly user: string | null;
  readonly by: string;
  readonly now: Instant;
}

type Said = Parameters<typeof answerHanding>[2];

interface Seen {
  readonly lead: number;
  readonly revision: number;
}

/**
 * A seller takes a lead on. One that was not handed over is handed over by the same deed. It is theirs from then on, unless
 * it is given to somebody else. Refusals: `lead_unknown`, `changed_meanwhile`, `owner_unknown`, `lead_state_wrong`.
 */
export async function acceptLead(
  tx: Tx,
  business: Business,
  asked: Seen & { readonly owner?: string | null | undefined },
  who: Answerer,
): Promise<Result<Lead>> {
  const held = await holdLead(tx, asked.lead, asked.revision);
  if (!held.ok) return held;
  const owner = await checkOwner(tx, asked.owner ?? who.user ?? held.value.owner);
  if (!owner.ok) return owner;
  const { state } = held.value;
  if (state === 'accepted' || state === 'qualified' || state === 'closed') return wrongState(held.value);
  if (state !== 'handed')
    await handToSales(tx, business, held.value, { owner: owner.value, why: 'staff' }, who);
  const place = await answerLast(tx, asked.lead, who, { answer: 'accepted', owner: owner.value });
  await change(tx, asked.lead, who, {
    state: 'accepted',
    owner: owner.value,
    answered_at: timestamptz(who.now),
    reason: null,
    paused_until: null,
  });
  const told = { type: 'lead.accepted', key: `accepted-${place}`, data: { by: who.by } } as const;
  await tellOf(tx, business, held.value, who, told);
  return settled(tx, business, held.value, who.now);
}

/**
 * Sales does not take a lead on, or gives it up: with a reason of those agreed on. It goes back to nurture and is left alone
 * for the agreed days, unless they raise a hand again. Refusals: `lead_unknown`, `changed_meanwhile`,
 * `refusal_reason_unknown`, `lead_state_wrong`.
 */
export async function refuseLead(
  tx: Tx,
  business: Business,
  asked: Seen & { readonly reason: string; readonly note: string | null },
  who: Answerer,
): Promise<Result<Lead>> {
  const held = await holdLead(tx, asked.lead, asked.revision);
  if (!held.ok) return held;
  const { state } = held.value;
  if (state !== 'handed' && state !== 'accepted' && state !== 'qualified') return wrongState(held.value);
  const { definition } = await agreementInForce(tx);
  if (definition.reasons.every(({ key }) => key !== asked.reason))
    return refuse('refusal_reason_unknown', 'reason', { reason: asked.reason });
  const { reason, note } = asked;
  const refused = { answer: 'refused', reason, note, owner: held.value.owner } as const;
  const place = await answerLast(tx, asked.lead, who, refused);
  const at = timestamptz(who.now);
  await change(tx, asked.lead, who, {
    state: 'refused',
    owner: null,
    answered_at: at,
    reason,
    paused_until: timestamptz(who.now + definition.pause * MS_PER_DAY),
    hands_since: at,
    cooled_at: null,
  });
  const told = { type: 'lead.disqualified', key: `refused-${place}`, data: { reason } } as const;
  await tellOf(tx, business, held.value, who, told);
  return settled(tx, business, held.value, who.now);
}

/**
 * Keeps what was answered to the three questions. Three times yes makes a lead that sales has qualified; from then on only a
 * refusal takes it back. Refusals: `lead_unknown`, `changed_meanwhile`, `lead_state_wrong`, `lead_qualified_stays`.
 */
export async function answerQuestions(
  tx: Tx,
  business: Business,
  asked: Seen & { readonly answers: LeadAnswers },
  who: Answerer,
): Promise<Result<Lead>> {
  const held = await holdLead(tx, asked.lead, asked.revision);
  if (!held.ok) return held;
  const { state } = held.value;
  if (state === 'closed') return wrongState(held.value);
  const qualified = isQualified(asked.answers);
  if (state === 'qualified' && !qualified)
    return refuse(
      'lead_qualified_stays',
      `answers.${LEAD_QUESTIONS.find((question) => asked.answers[question]?.answer !== 'yes') ?? ''}`,
    );
  const becomes = state === 'accepted' && qualified ? 'qualified' : state;
  await change(tx, asked.lead, who, { state: becomes, answers: JSON.stringify(asked.answers) });
  if (becomes !== state) {
    const key = `qualified-${await placeOf(tx, asked.lead)}`;
    await tellOf(tx, business, held.value, who, { type: 'lead.qualified', key, data: {} });
  }
  return settled(tx, business, held.value, who.now);
}

/**
 * Somebody of the staff hands a lead to sales whatever its scores say. Refusals: `lead_unknown`, `changed_meanwhile`,
 * `owner_unknown`, `lead_state_wrong`.
 */
export async function handByStaff(
  tx: Tx,
  business: Business,
  asked: Seen & { readonly owner: string | null },
  who: Answerer,
): Promise<Result<Lead>> {
  const held = await holdLead(tx, asked.lead, asked.revision);
  if (!held.ok) return held;
  const owner = await checkOwner(tx, asked.owner);
  if (!owner.ok) return owner;
  if (held.value.state !== 'nurture' && held.value.state !== 'refused') return wrongState(held.value);
  await handToSales(tx, business, held.value, { owner: owner.value, why: 'staff' }, who);
  // Whoever saw it before it was handed over has to look again.
  await change(tx, asked.lead, who, { state: 'handed' });
  return settled(tx, business, held.value, who.now);
}

/** Gives an open lead to a seller, or to nobody. Refusals: `lead_unknown`, `changed_meanwhile`, `owner_unknown`, `lead_state_wrong`. */
export async function assignLead(
  tx: Tx,
  business: Business,
  asked: Seen & { readonly owner: string | null },
  who: Answerer,
): Promise<Result<Lead>> {
  const held = await holdLead(tx, asked.lead, asked.revision);
  if (!held.ok) return held;
  const owner = await checkOwner(tx, asked.owner);
  if (!owner.ok) return owner;
  if (held.value.state === 'closed') return wrongState(held.value);
  await change(tx, asked.lead, who, { owner: owner.value });
  return settled(tx, business, held.value, who.now);
}

/**
 * Puts a lead away for good: it was a mistake, or became something else. A new sign makes a new one. Refusals: `lead_unknown`,
 * `changed_meanwhile`, `lead_state_wrong`.
 */
export async function closeLead(
  tx: Tx,
  business: Business,
  asked: Seen,
  who: Answerer,
): Promise<Result<Lead>> {
  const held = await holdLead(tx, asked.lead, asked.revision);
  if (!held.ok) return held;
  if (held.value.state === 'closed') return wrongState(held.value);
  if (held.value.state === 'handed')
    await answerLast(tx, asked.lead, who, { answer: 'closed', owner: held.value.owner });
  await change(tx, asked.lead, who, { state: 'closed', reason: 'staff', look_at: null, behind: null });
  return settled(tx, business, held.value, who.now);
}

/** Writes what sales answered to the last hand-over of a lead; tells which one that was. */
function answerLast(
  tx: Tx,
  lead: number,
  { by, now }: Answerer,
  said: Partial<Said> & Pick<Said, 'answer' | 'owner'>,
): Promise<number> {
  return answerHanding(tx, lead, { reason: null, note: null, ...said, by, at: now });
}

function tellOf(
  tx: Tx,
  business: Business,
  { id, person }: Lead,
  { now }: Answerer,
  told: Omit<LeadTold, 'lead' | 'person'>,
): Promise<void> {
  return tellLeads(tx, business, now, [{ lead: id, person, ...told }]);
}

function wrongState({ state, changedBy }: Lead): Result<never> {
  return refuse('lead_state_wrong', 'lead', { state, by: changedBy });
}

async function handToSales(
  tx: Tx,
  business: Business,
  lead: Lead,
  { owner, why }: { readonly owner: string | null; readonly why: 'staff' },
  who: Answerer,
): Promise<void> {
  const { now } = who;
  const agreement = await agreementInForce(tx);
  const hand = (await handsFor(tx, business, agreement, [{ lead }], now)).get(lead.id);
  if (hand === undefined) throw new Error('A lead was handed over and nobody was found for it');
  const given = owner ?? lead.owner ?? hand.owner;
  const at = timestamptz(now);
  await writeHandings(tx, [
    {
      lead,
      place: hand.place,
      why,
      // By this agreement the time for an answer is counted.
      version: agreement.version,
      fit: lead.fit,
      engagement: lead.engagement,
      owner: given,
      handedAt: now,
      answerBy: hand.answerBy,
    },
  ]);
  await tx.query(
    `UPDATE leads SET state = 'handed', owner = $2, handed_at = $3, handed_for = $4, answer_by = $5, answered_at = NULL,
            reason = NULL, paused_until = NULL, cooled_at = NULL
     WHERE business_id = this_business() AND lead_id = $1`,
    [lead.id, given, at, why, timestamptz(hand.answerBy)],
  );
  const data = { reason: why, fit: Math.round(lead.fit), engagement: Math.round(lead.engagement) };
  await tellOf(tx, business, lead, who, { type: 'lead.handed', key: `handed-${hand.place}`, data });
}

type Column =
  | 'state'
  | 'owner'
  | 'answered_at'
  | 'reason'
  | 'paused_until'
  | 'hands_since'
  | 'cooled_at'
  | 'answers'
  | 'look_at'
  | 'behind';

/** Writes these columns of a lead that is held, and that somebody changed it. */
async function change(
  tx: Tx,
  lead: number,
  { by, now }: Answerer,
  columns: Readonly<Partial<Record<Column, string | null>>>,
): Promise<void> {
  const names = Object.keys(columns) as Column[];
  const sets = names.map((name, index) => `${name} = $${index + 4}`);
  await tx.query(
    `UPDATE leads SET ${sets.join(', ')}, revision = revision + 1, changed_by = $2, changed_at = $3
     WHERE business_id = this_business() AND lead_id = $1`,
    [lead, by, timestamptz(now), ...names.map((name) => columns[name])],
  );
}

async function placeOf(tx: Tx, lead: number): Promise<number> {
  const { rows } = await tx.query<{ place: number | null }>(
    'SELECT max(place) AS place FROM lead_handings WHERE business_id = this_business() AND lead_id = $1',
    [lead],
  );
  return rows[0]?.place ?? 0;
}

/** The lead as it is after the deed, with what follows from it for the others of its person. */
async function settled(
  tx: Tx,
  business: Business,
  { id, root, revision }: Lead,
  now: Instant,
): Promise<Result<Lead>> {
  await refreshLeads(tx, business, [root], now);
  const lead = await leadById(tx, id);
  if (lead === null) throw new Error(`Lead ${id} of revision ${revision} is not there after its change`);
  return accept(lead);
}
