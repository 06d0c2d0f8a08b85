import { rateOf } from '@nardeban/core/sales';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import type { Asked } from './asked.ts';
import { KEPT_AMOUNT } from './kept-amount.ts';

/** Of the deals that were opened in a time: how many came to each step or beyond it, and what became of them there. */
export interface StepCounts {
  readonly step: string;
  readonly reached: number;
  /** Stand there now. */
  readonly here: number;
  /** Were lost there. */
  readonly lost: number;
  /** Days on the step, of those who left it: a quarter was quicker than `low`, half than `median`, a quarter slower than `high`. */
  readonly days: { readonly low: number; readonly median: number; readonly high: number } | null;
}

/** The values of a report's question, as $1 to $5 of its statements. */
function valuesOf({ pipeline, from, to, owner, source }: Asked): readonly unknown[] {
  return [pipeline, timestamptz(from), timestamptz(to), owner, source];
}

const COHORT = `d.business_id = this_business() AND d.pipeline = $1 AND d.opened_at >= $2 AND d.opened_at < $3
  AND ($4::text IS NULL OR d.owner = $4) AND ($5::text IS NULL OR d.source = $5)`;

/** What was decided in a time. */
const DECIDED = `d.business_id = this_business() AND d.pipeline = $1 AND d.closed_at >= $2 AND d.closed_at < $3
  AND ($4::text IS NULL OR d.owner = $4) AND ($5::text IS NULL OR d.source = $5)`;

/**
 * The way of the deals that were opened in a time, by the steps of the pipeline in their order. Who won has come past every
 * step before the one on which it was won.
 */
export async function stepCounts(
  tx: Tx,
  asked: Asked,
  steps: readonly string[],
): Promise<readonly StepCounts[]> {
  const { rows } = await tx.query<{
    step: string;
    reached: number;
    here: number;
    lost: number;
    low: number | null;
    median: number | null;
    high: number | null;
  }>(
    `WITH cohort AS MATERIALIZED (SELECT d.deal_id, d.state, d.step FROM deals d WHERE ${COHORT}),
     stays AS MATERIALIZED (
       SELECT s.deal_id, s.step, s.entered_at, s.left_at, array_position($6::text[], s.step) AS place
       FROM cohort c JOIN deal_steps s ON s.business_id = this_business() AND s.deal_id = c.deal_id),
     furthest AS (SELECT deal_id, max(place) AS place FROM stays GROUP BY deal_id),
     reached AS (SELECT place, count(*)::int AS count FROM furthest GROUP BY place),
     times AS (
       SELECT step, percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY extract(epoch FROM left_at - entered_at) / 86400) AS days
       FROM stays WHERE left_at IS NOT NULL GROUP BY step)
     SELECT o.step, (SELECT coalesce(sum(r.count), 0)::int FROM reached r WHERE r.place >= o.place) AS reached,
            (SELECT count(*)::int FROM cohort c WHERE c.step = o.step AND c.state = 'open') AS here,
            (SELECT count(*)::int FROM cohort c WHERE c.step = o.step AND c.state = 'lost') AS lost,
            t.days[1] AS low, t.days[2] AS median, t.days[3] AS high
     FROM unnest($6::text[]) WITH ORDINALITY AS o (step, place) LEFT JOIN times t ON t.step = o.step ORDER BY o.place`,
    [...valuesOf(asked), steps],
  );
  return rows.map(({ low, median, high, ...counts }) => ({
    ...counts,
    days: low === null || median === null || high === null ? null : { low, median, high },
  }));
}

export interface Totals {
  readonly opened: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly wonAmount: number;
}

/** What became of the deals that were opened in a time. */
export async function totalsOf(tx: Tx, asked: Asked): Promise<Totals> {
  const { rows } = await tx.query<Totals>(
    `SELECT count(*)::int AS opened, count(*) FILTER (WHERE d.state = 'won')::int AS won,
            count(*) FILTER (WHERE d.state = 'lost')::int AS lost, count(*) FILTER (WHERE d.state = 'open')::int AS open,
            coalesce(sum(${KEPT_AMOUNT}) FILTER (WHERE d.state = 'won'), 0)::int8 AS "wonAmount"
     FROM deals d WHERE ${COHORT}`,
    valuesOf(asked),
  );
  return rows[0] ?? { opened: 0, won: 0, lost: 0, open: 0, wonAmount: 0 };
}

const MOST_ROWS = 100;

export interface ReasonCounts {
  readonly reason: string | null;
  readonly step: string;
  readonly count: number;
  readonly amount: number;
}

/** Why deals were lost in a time, and on which step. */
export async function lostFor(tx: Tx, asked: Asked): Promise<readonly ReasonCounts[]> {
  const { rows } = await tx.query<ReasonCounts>(
    `SELECT d.lost_reason AS reason, d.step, count(*)::int AS count, coalesce(sum(d.amount), 0)::int8 AS amount
     FROM deals d WHERE ${DECIDED} AND d.state = 'lost' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST_ROWS}`,
    valuesOf(asked),
  );
  return rows;
}

export interface SellerCounts {
  readonly owner: string | null;
  readonly open: number;
  readonly openAmount: number;
  readonly won: number;
  readonly wonAmount: number;
  readonly lost: number;
  /** Of what was decided, what was won: with its interval. */
  readonly rate: ReturnType<typeof rateOf>;
  /** From the opening to the win; null: nothing was won. */
  readonly days: number | null;
  readonly done: number;
  readonly missed: number;
}

/** Seller by seller: what is open now, and what was decided and done in a time. */
export async function sellerCounts(tx: Tx, asked: Asked): Promise<readonly SellerCounts[]> {
  const { rows } = await tx.query<Omit<SellerCounts, 'rate'>>(
    `WITH decided AS (
       SELECT d.owner, count(*) FILTER (WHERE d.state = 'won')::int AS won, count(*) FILTER (WHERE d.state = 'lost')::int AS lost,
              coalesce(sum(${KEPT_AMOUNT}) FILTER (WHERE d.state = 'won'), 0)::int8 AS amount,
              percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.closed_at - d.opened_at) / 86400)
                FILTER (WHERE d.state = 'won') AS days
       FROM deals d WHERE ${DECIDED} GROUP BY d.owner),
     standing AS (
       SELECT d.owner, count(*)::int AS open, coalesce(sum(d.amount), 0)::int8 AS amount FROM deals d
       WHERE d.business_id = this_business() AND d.pipeline = $1 AND d.state = 'open' AND ($4::text IS NULL OR d.owner = $4)
         AND ($5::text IS NULL OR d.source = $5) GROUP BY d.owner),
     deeds AS (
       SELECT f.owner, count(*) FILTER (WHERE f.state = 'done')::int AS done,
              count(*) FILTER (WHERE f.state = 'missed')::int AS missed
       FROM follow_ups f WHERE f.business_id = this_business() AND f.due_at >= $2 AND f.due_at < $3 AND f.deal_id IS NOT NULL
         AND ($4::text IS NULL OR f.owner = $4) GROUP BY f.owner)
     SELECT o.owner, coalesce(s.open, 0) AS open, coalesce(s.amount, 0)::int8 AS "openAmount", coalesce(d.won, 0) AS won,
            coalesce(d.amount, 0)::int8 AS "wonAmount", coalesce(d.lost, 0) AS lost, d.days, coalesce(e.done, 0) AS done,
            coalesce(e.missed, 0) AS missed
     FROM (SELECT owner FROM decided UNION SELECT owner FROM standing) o
     LEFT JOIN decided d ON d.owner IS NOT DISTINCT FROM o.owner LEFT JOIN standing s ON s.owner IS NOT DISTINCT FROM o.owner
     LEFT JOIN deeds e ON e.owner IS NOT DISTINCT FROM o.owner
     ORDER BY 5 DESC, 3 DESC, 1 LIMIT ${MOST_ROWS}`,
    valuesOf(asked),
  );
  return rows.map((row) => ({ ...row, rate: rateOf(row.won, row.won + row.lost) }));
}

/** Contacts in the course of a deal, from so many on: none, one or two, three to five, more. */
export const CONTACTS = [0, 1, 3, 6] as const;

export interface ActivityCounts {
  /** At least so many, and fewer than the next. */
  readonly contacts: number;
  readonly deals: number;
  readonly won: number;
  readonly rate: ReturnType<typeof rateOf>;
}

/** The number of tries to reach somebody while a deal of theirs was open: of everybody merged into one, told of no other deal. */
export const contactsOf = `
  (SELECT count(*)::int FROM facts f
   WHERE f.business_id = this_business() AND f.type = 'contact.attempted'
     AND f.person_id IN (
       SELECT m.person_id FROM people p JOIN people m ON m.business_id = p.business_id
         AND (m.person_id = ${canonicalNumber('p')} OR m.merged_into = ${canonicalNumber('p')})
       WHERE p.business_id = this_business() AND p.person_id = d.person_id)
     AND f.at >= d.opened_at AND f.at <= d.closed_at
     AND coalesce(f.data->>'deal', d.deal_id::text) = d.deal_id::text)`;

/** At most so many decided deals are looked at, the latest: each asks for the contacts of its person. */
export const MOST_LOOKED_AT = 3_000;

/** What came of deals by how often somebody was contacted in their course. Among them nobody is taken at random: it is no cause. */
export async function activityCounts(tx: Tx, asked: Asked): Promise<readonly ActivityCounts[]> {
  const { rows } = await tx.query<{ contacts: number; deals: number; won: number }>(
    `SELECT CASE WHEN n.contacts >= 6 THEN 6 WHEN n.contacts >= 3 THEN 3 WHEN n.contacts >= 1 THEN 1 ELSE 0 END AS contacts,
            count(*)::int AS deals, count(*) FILTER (WHERE n.state = 'won')::int AS won
     FROM (
       SELECT d.state, ${contactsOf} AS contacts
       FROM (SELECT * FROM deals d WHERE ${DECIDED} ORDER BY d.closed_at DESC, d.deal_id DESC LIMIT ${MOST_LOOKED_AT}) d) n
     GROUP BY 1 ORDER BY 1`,
    valuesOf(asked),
  );
  return CONTACTS.map((contacts) => {
    const { deals, won } = rows.find((row) => row.contacts === contacts) ?? { deals: 0, won: 0 };
    return { contacts, deals, won, rate: rateOf(won, deals) };
  });
}
