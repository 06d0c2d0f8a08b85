import {
  type AnswerCounts,
  type AnswerRate,
  answerRate,
  type ObjectionCounts,
  objectionRate,
} from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { KeptAnswer, KeptObjection } from './library.ts';

const NEVER: ObjectionCounts = { raised: 0, decided: 0, won: 0 };
const NOT_GIVEN: AnswerCounts = { given: 0, settled: 0, decided: 0, won: 0 };

export type AnswerCounted = KeptAnswer & { readonly rate: AnswerRate };

export interface ObjectionCounted extends Omit<KeptObjection, 'answers'> {
  readonly counts: ObjectionCounts;
  /** How decided deals ended in which it was raised; null: too few are. */
  readonly won: ReturnType<typeof objectionRate>;
  /** The answer that wins most first; those of which too little is known after them, in the order in which they came. */
  readonly answers: readonly AnswerCounted[];
}

/** These objections with what their answers have been worth. */
export async function counted(tx: Tx, objections: readonly KeptObjection[]): Promise<ObjectionCounted[]> {
  if (objections.length === 0) return [];
  const ids = objections.map(({ id }) => id);
  const [{ rows: raised }, { rows: given }] = await tx.queryAll<
    [ObjectionCounts & { id: number }, AnswerCounts & { id: number }]
  >([
    {
      name: 'objections-raised',
      text: `SELECT r.objection_id AS id, count(*)::int AS raised,
               count(*) FILTER (WHERE d.state <> 'open')::int AS decided, count(*) FILTER (WHERE d.state = 'won')::int AS won
             FROM objection_raises r JOIN deals d ON d.business_id = r.business_id AND d.deal_id = r.deal_id
             WHERE r.business_id = this_business() AND r.objection_id = ANY($1::bigint[]) GROUP BY r.objection_id`,
      values: [ids],
    },
    {
      // A deal raises one objection once, so an answer given twice to it counts once.
      name: 'objections-answered',
      text: `WITH given AS (
               SELECT DISTINCT business_id, objection_id, answer_id, raise_id, deal_id FROM objection_events
               WHERE business_id = this_business() AND objection_id = ANY($1::bigint[]) AND kind = 'answered')
             SELECT g.answer_id AS id, count(*)::int AS given,
               count(*) FILTER (WHERE r.state = 'settled' AND r.answer_id = g.answer_id)::int AS settled,
               count(*) FILTER (WHERE d.state <> 'open')::int AS decided, count(*) FILTER (WHERE d.state = 'won')::int AS won
             FROM given g
             JOIN objection_raises r ON r.business_id = g.business_id AND r.raise_id = g.raise_id
             JOIN deals d ON d.business_id = g.business_id AND d.deal_id = g.deal_id
             GROUP BY g.answer_id`,
      values: [ids],
    },
  ]);
  const raisedBy = new Map(raised.map(({ id, ...counts }) => [id, counts]));
  const givenBy = new Map(given.map(({ id, ...counts }) => [id, counts]));
  return objections.map((objection) => {
    const counts = raisedBy.get(objection.id) ?? NEVER;
    const answers = objection.answers
      .map((answer) => ({ ...answer, rate: answerRate(givenBy.get(answer.id) ?? NOT_GIVEN, counts) }))
      .sort((a, b) => shareOf(b.rate) - shareOf(a.rate) || a.id - b.id);
    return { ...objection, counts, won: objectionRate(counts), answers };
  });
}

/** By the lower bound: what won three of three times is not known to be better than what won forty of fifty. */
function shareOf({ won }: AnswerRate): number {
  return won?.low ?? -1;
}

/** A deal behind a number. */
export interface DealBehind {
  readonly raise: number;
  readonly deal: number;
  readonly title: string;
  readonly person: number;
  readonly name: string | null;
  readonly dealState: 'open' | 'won' | 'lost';
  readonly state: 'open' | 'settled';
  readonly raisedAt: Instant;
}

/** The deals in which an objection was raised, or one answer to it given, the last first. */
export async function dealsBehind(
  tx: Tx,
  asked: {
    readonly objection: number;
    readonly answer?: number | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly deals: readonly DealBehind[]; readonly next: number | null }> {
  const { rows } = await tx.query<DealBehind>(
    `SELECT r.raise_id AS raise, r.deal_id AS deal, d.title, coalesce(p.merged_into, r.person_id) AS person,
       coalesce(q.name, p.name) AS name, d.state AS "dealState", r.state, r.raised_at AS "raisedAt"
     FROM objection_raises r
     JOIN deals d ON d.business_id = r.business_id AND d.deal_id = r.deal_id
     LEFT JOIN people p ON p.business_id = r.business_id AND p.person_id = r.person_id
     LEFT JOIN people q ON q.business_id = p.business_id AND q.person_id = p.merged_into
     WHERE r.business_id = this_business() AND r.objection_id = $1 AND ($3::bigint IS NULL OR r.raise_id < $3)
       AND ($2::bigint IS NULL OR EXISTS (
         SELECT FROM objection_events e WHERE e.business_id = r.business_id AND e.raise_id = r.raise_id
           AND e.kind = 'answered' AND e.answer_id = $2))
     ORDER BY r.raise_id DESC LIMIT $4`,
    [asked.objection, asked.answer ?? null, asked.after ?? null, asked.limit + 1],
  );
  const deals = rows.slice(0, asked.limit);
  return { deals, next: rows.length > asked.limit ? (deals.at(-1)?.raise ?? null) : null };
}
