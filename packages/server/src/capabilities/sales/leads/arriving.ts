import { scoreLead } from '@nardeban/core/sales';
import type { History } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import { type Statement, timestamptz } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { FactRow } from '../../facts/index.ts';
import { scorerFor } from './agreement-store.ts';
import { type Capture, cut } from './capturing.ts';
import type { Lead, LeadState } from './lead.ts';
import { moveOf } from './living.ts';
import { answerTime, CLOCK, settle } from './refreshing.ts';
import { factsOfLeads } from './telling.ts';
import type { Terms } from './terms.ts';

/** The lead of somebody whom nobody knew a moment ago. */
export interface Arriving {
  readonly state: LeadState;
  /** What is told of it, beside what its person did. */
  readonly facts: readonly FactRow[];
  /** Stores it, chooses the seller whose turn it is, and writes down that it was handed over. */
  readonly statement: Statement;
}

/**
 * What captureLead makes of a capture, without a question: of a person who is made in this very transaction there is neither
 * a lead nor a seller nor a fact but those that are told now. `lead` was taken from the numbers of leads, the owner works
 * here, and `told` is all that is told of the person.
 */
export function arrivingLead(
  business: Business,
  { agreement, calendar, types }: Terms,
  arrived: Capture & { readonly lead: number; readonly told: readonly FactRow[]; readonly source: string },
  { by, now, salesSource }: { readonly by: string; readonly now: Instant; readonly salesSource: number },
): Arriving {
  const lead: Lead = { ...freshLead(arrived, by, now), version: agreement.version };
  const history: History = {
    knownSince: now,
    facts: arrived.told
      .filter(({ type }) => types.has(type))
      .map(({ type, at, data }) => ({ type, at, data })),
  };
  const score = scoreLead(scorerFor(business, agreement), history, now, {
    inside: false,
    handsSince: null,
    handAt: lead.handAt,
  });
  const move = moveOf(lead, history, score, now);
  const hand =
    move?.kind === 'hand' ? { owner: null, place: 1, answerBy: answerTime(calendar, agreement, now) } : null;
  const settled = settle({ lead, score, move, behind: null }, hand, agreement, now);
  return {
    state: settled.state,
    facts: factsOfLeads(settled.told, salesSource, now),
    statement: { name: 'lead-arriving', text: STORE, values: valuesOf(lead, settled, now) },
  };
}

function freshLead(
  {
    lead,
    person,
    source,
    medium,
    campaign,
    form,
    referrer,
    owner,
    hand,
  }: Capture & { readonly lead: number },
  by: string,
  now: Instant,
): Lead {
  return {
    id: lead,
    person,
    root: person,
    state: 'nurture',
    owner: owner ?? null,
    source: cut(source),
    campaign: cut(campaign),
    medium: cut(medium),
    form: cut(form),
    referrer: referrer ?? null,
    capturedAt: now,
    handedAt: null,
    handedFor: null,
    answerBy: null,
    answeredAt: null,
    reason: null,
    pausedUntil: null,
    handsSince: null,
    handAt: hand === true ? now : null,
    cooledAt: null,
    fit: 0,
    engagement: 0,
    because: [],
    version: 0,
    scoredAt: now,
    lookAt: null,
    answers: {},
    behind: null,
    revision: 1,
    changedBy: by,
    changedAt: now,
  };
}

/**
 * A seller who is being given another lead at this moment is passed over, unless everybody is; nobody is asked for whose lead
 * has a seller or stays in nurture.
 */
const STORE = `
  WITH free AS MATERIALIZED (
    SELECT s.user_id FROM lead_sellers s
    WHERE $9::timestamptz IS NOT NULL AND $3::text IS NULL AND s.business_id = this_business() AND EXISTS (
      SELECT FROM sign_in.memberships m WHERE m.business_id = s.business_id AND m.user_id = s.user_id)
    ORDER BY s.turn, s.place LIMIT 1 FOR UPDATE OF s SKIP LOCKED
  ), awaited AS MATERIALIZED (
    SELECT s.user_id FROM lead_sellers s
    WHERE $9::timestamptz IS NOT NULL AND $3::text IS NULL AND s.business_id = this_business()
      AND NOT EXISTS (SELECT FROM free) AND EXISTS (
        SELECT FROM sign_in.memberships m WHERE m.business_id = s.business_id AND m.user_id = s.user_id)
    ORDER BY s.turn, s.place LIMIT 1 FOR UPDATE OF s
  ), given AS MATERIALIZED (
    SELECT user_id FROM free UNION ALL SELECT user_id FROM awaited
  ), turned AS (
    UPDATE lead_sellers s SET turn = (SELECT max(o.turn) + 1 FROM lead_sellers o WHERE o.business_id = this_business())
    FROM given g WHERE s.business_id = this_business() AND s.user_id = g.user_id
  ), stored AS (
    INSERT INTO leads (business_id, lead_id, person_id, owner, source, medium, campaign, form, referrer_id, handed_at, handed_for,
      answer_by, hand_at, state, fit, engagement, warmth, because, version, look_at, captured_at, scored_at, changed_at, revision,
      changed_by)
    OVERRIDING SYSTEM VALUE
    SELECT this_business(), $1::bigint, $2::bigint, coalesce($3, (SELECT user_id FROM given)), $4::text, $5::text, $6::text, $7::text,
      $8::bigint, $9, $10::text, $11::timestamptz, $12::timestamptz, $13::text, $14::real, $15::real, $16::integer, $17::jsonb,
      $18::integer, $19::timestamptz, $20::timestamptz, $20, $20, 1 + ($9 IS NOT NULL)::integer, $21::text
    RETURNING owner
  )
  INSERT INTO lead_handings (business_id, lead_id, place, person_id, why, version, fit, engagement, owner, handed_at, answer_by)
  SELECT this_business(), $1, 1, $2, $10, $18, $14, $15, owner, $9, $11 FROM stored WHERE $9 IS NOT NULL`;

function valuesOf(lead: Lead, { row, handing, state }: ReturnType<typeof settle>, now: Instant): unknown[] {
  return [
    lead.id,
    lead.person,
    lead.owner,
    lead.source,
    lead.medium,
    lead.campaign,
    lead.form,
    lead.referrer,
    handing === null ? null : timestamptz(handing.handedAt),
    handing?.why ?? null,
    handing === null ? null : timestamptz(handing.answerBy),
    lead.handAt === null ? null : timestamptz(lead.handAt),
    state,
    row['fit'],
    row['engagement'],
    row['warmth'],
    row['because'],
    lead.version,
    row['look_at'],
    timestamptz(now),
    handing === null ? lead.changedBy : CLOCK,
  ];
}
