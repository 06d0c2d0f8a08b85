import type { FactData } from '@nardeban/core/facts';
import {
  accept,
  changedMeanwhile,
  type Instant,
  isoDay,
  readIsoDay,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { cancelFollowUps, planFollowUp } from '../follow-ups/index.ts';
import { begunWith, tellSales } from '../telling.ts';

export type AskAnswer = 'yes' | 'later' | 'no';

/** Somebody was asked to recommend us. */
export interface Ask {
  readonly id: number;
  /** The canonical person. */
  readonly person: number;
  readonly name: string | null;
  readonly deal: number | null;
  readonly channel: string;
  readonly template: string | null;
  /** Null: they have not said yet. */
  readonly answer: AskAnswer | null;
  /** YYYY-MM-DD; of "later": the day on which to come back. */
  readonly until: string | null;
  readonly note: string;
  readonly by: string;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly followUp: number | null;
  readonly revision: number;
}

export interface AskAuthor {
  readonly by: string;
  /** Who comes back to them: the number of their account; null: nobody in particular. */
  readonly owner: string | null;
  readonly now: Instant;
}

const columns = `a.ask_id AS id, coalesce(p.merged_into, a.person_id) AS person, coalesce(q.name, p.name) AS name, a.deal_id AS deal,
  a.channel, a.template, a.answer, a.until::text AS until, a.note, a.by, a.asked_at AS "askedAt", a.answered_at AS "answeredAt",
  a.follow_up_id AS "followUp", a.revision`;
const FROM = `recommendation_asks a
  LEFT JOIN people p ON p.business_id = a.business_id AND p.person_id = a.person_id
  LEFT JOIN people q ON q.business_id = p.business_id AND q.person_id = p.merged_into`;

/** The newest first. */
export async function listAsks(
  tx: Tx,
  asked: {
    readonly people: readonly number[] | null;
    /** `open`: no answer yet. */
    readonly answer?: AskAnswer | 'open' | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly asks: readonly Ask[]; readonly next: number | null }> {
  const { rows } = await tx.query<Ask>(
    `SELECT ${columns} FROM ${FROM}
     WHERE a.business_id = this_business() AND ($1::bigint[] IS NULL OR a.person_id = ANY($1))
       AND ($2::text IS NULL OR coalesce(a.answer, 'open') = $2) AND ($3::bigint IS NULL OR a.ask_id < $3)
     ORDER BY a.ask_id DESC LIMIT $4`,
    [asked.people, asked.answer ?? null, asked.after ?? null, asked.limit + 1],
  );
  const asks = rows.slice(0, asked.limit);
  return { asks, next: rows.length > asked.limit ? (asks.at(-1)?.id ?? null) : null };
}

/** How these people, who are one, were asked last. */
export async function lastAsk(tx: Tx, members: readonly number[]): Promise<Ask | null> {
  return (await listAsks(tx, { people: members, limit: 1 })).asks[0] ?? null;
}

async function askById(tx: Tx, id: number): Promise<Result<Ask>> {
  const { rows } = await tx.query<Ask>(
    `SELECT ${columns} FROM ${FROM} WHERE a.business_id = this_business() AND a.ask_id = $1 FOR UPDATE OF a`,
    [id],
  );
  return rows[0] === undefined ? refuse('recommendation_ask_unknown', 'ask', { id }) : accept(rows[0]);
}

export interface NewAsk {
  readonly person: number;
  readonly deal: number | null;
  readonly channel: string;
  readonly template: string | null;
  readonly answer: AskAnswer | null;
  readonly until: string | null;
  readonly note: string;
}

/** Writes down that somebody was asked. That they may be is for the caller to know. Refusals: `day_expected`, `day_over`. */
export async function noteAsk(
  tx: Tx,
  business: Business,
  asked: NewAsk,
  laterDays: number,
  author: AskAuthor,
): Promise<Result<Ask>> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO recommendation_asks (business_id, person_id, deal_id, channel, template, note, by, asked_at)
     VALUES (this_business(), coalesce(
               (SELECT person_id FROM deals WHERE business_id = this_business() AND deal_id = $2), $1),
             $2, $3, $4, $5, $6, $7) RETURNING ask_id AS id`,
    [asked.person, asked.deal, asked.channel, asked.template, asked.note, author.by, timestamptz(author.now)],
  );
  const id = rows[0]?.id ?? 0;
  if (asked.answer !== null)
    return answerAsk(tx, business, { ...asked, answer: asked.answer, id }, laterDays, author);
  const noted = await askById(tx, id);
  if (noted.ok) await tell(tx, business, noted.value, {}, 'asked', author.now);
  return noted;
}

/**
 * What they said. "Later" plans the day on which to come back; any other answer takes such a plan off. The same answer again
 * changes nothing. Refusals: `recommendation_ask_unknown`, `changed_meanwhile`, `day_expected`, `day_over`, `person_unknown`.
 */
export async function answerAsk(
  tx: Tx,
  business: Business,
  asked: {
    readonly id: number;
    readonly answer: AskAnswer;
    readonly until: string | null;
    readonly note?: string | undefined;
    readonly revision?: number | undefined;
  },
  laterDays: number,
  author: AskAuthor,
): Promise<Result<Ask>> {
  const seen = await askById(tx, asked.id);
  if (!seen.ok) return seen;
  const ask = seen.value;
  if (asked.revision !== undefined && asked.revision !== ask.revision)
    return changedMeanwhile(ask.by, ask.answeredAt ?? ask.askedAt);
  const zone = zoneOf(business.zone);
  const today = zone.dayOf(author.now);
  const day =
    asked.answer !== 'later' ? null : asked.until === null ? today + laterDays : readIsoDay(asked.until);
  if (day === null && asked.answer === 'later') return refuse('day_expected', 'until', { field: 'until' });
  if (day !== null && day < today) return refuse('day_over', 'until');
  const until = day === null ? null : isoDay(day);
  if (ask.answer === asked.answer && ask.until === until) return accept(ask);
  const about = { origin: 'recommendation' as const, originRef: String(ask.id) };
  await cancelFollowUps(tx, business, { ...about, at: author.now, by: author.by });
  let followUp: number | null = null;
  if (day !== null) {
    const planned = await planFollowUp(tx, business, {
      ...about,
      person: (await begunWith(tx, 'recommendation_asks', ask.id)) ?? ask.person,
      deal: ask.deal,
      kind: 'call',
      due: zone.startOf(day),
      wholeDay: true,
      about: ABOUT_LATER[business.language],
      owner: author.owner,
      key: `recommendation-${ask.id}-${ask.revision}`,
      agreed: asked.until !== null,
      by: author.by,
      at: author.now,
    });
    if (!planned.ok) return planned;
    followUp = planned.value.id;
  }
  await tx.query(
    `UPDATE recommendation_asks SET answer = $2, until = $3, note = coalesce($4, note), answered_at = $5, follow_up_id = $6,
       revision = revision + 1
     WHERE business_id = this_business() AND ask_id = $1`,
    [ask.id, asked.answer, until, asked.note ?? null, timestamptz(author.now), followUp],
  );
  if (ask.answer !== asked.answer)
    await tell(tx, business, ask, { answer: asked.answer }, `${asked.answer}-${ask.revision}`, author.now);
  return askById(tx, ask.id);
}

const ABOUT_LATER = {
  fa: 'گفته بود بعداً؛ دوباره بپرسید که چه کسی را معرفی می‌کند',
  en: 'They said later; ask again whom they would recommend us to',
} as const;

async function tell(
  tx: Tx,
  business: Business,
  ask: Ask,
  data: FactData,
  key: string,
  now: Instant,
): Promise<void> {
  await tellSales(tx, business, [
    {
      person: await begunWith(tx, 'recommendation_asks', ask.id),
      type: 'recommendation.asked',
      at: now,
      key: `recommendation-${ask.id}-${key}`,
      data: { channel: ask.channel, ...data },
    },
  ]);
}
