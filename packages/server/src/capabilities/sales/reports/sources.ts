import { costWithin } from '@nardeban/core/insight';
import { rateOf } from '@nardeban/core/sales';
import { accept, type Day, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { costLines } from '../../insight/index.ts';
import type { Asked } from './asked.ts';
import { KEPT_AMOUNT } from './kept-amount.ts';

const MOST_SOURCES = 200;

/** What a source brought in a time: leads that came in it and deals that were opened in it. */
export interface SourceCounts {
  readonly source: string | null;
  readonly leads: number;
  /** Sales was asked to look; accepted them; found them to be good ones. */
  readonly handed: number;
  readonly accepted: number;
  readonly qualified: number;
  readonly deals: number;
  readonly won: number;
  readonly wonAmount: number;
  readonly rate: ReturnType<typeof rateOf>;
  /** What was spent on it in that time, in minor units; null: nothing is known of it. */
  readonly cost: number | null;
  /** Of that for each qualified lead, and for each won deal; null where there is none. */
  readonly costPerQualified: number | null;
  readonly costPerWon: number | null;
}

type Counted = Omit<SourceCounts, 'rate' | 'cost' | 'costPerQualified' | 'costPerWon'>;

/**
 * By source. Costs are those entered for the channel of the same name or for its campaigns, by the days they share with the
 * time asked about. Refusal: `too_many_costs`.
 */
export async function sourceCounts(
  tx: Tx,
  asked: Asked,
  days: { readonly from: Day; readonly to: Day },
): Promise<Result<readonly SourceCounts[]>> {
  const { rows } = await tx.query<Counted>(
    `WITH came AS (
       SELECT l.source, count(*)::int AS leads, count(l.handed_at)::int AS handed,
              count(*) FILTER (WHERE EXISTS (
                SELECT FROM lead_handings h WHERE h.business_id = l.business_id AND h.lead_id = l.lead_id
                  AND h.answer = 'accepted'))::int AS accepted,
              count(*) FILTER (WHERE EXISTS (
                SELECT FROM facts f WHERE f.business_id = l.business_id AND f.person_id = l.person_id
                  AND f.type = 'lead.qualified' AND f.at >= l.captured_at))::int AS qualified
       FROM leads l
       WHERE l.business_id = this_business() AND l.captured_at >= $2 AND l.captured_at < $3
         AND ($4::text IS NULL OR l.owner = $4) AND ($5::text IS NULL OR l.source = $5) AND l.behind IS NULL
       GROUP BY l.source),
     dealt AS (
       SELECT d.source, count(*)::int AS deals, count(*) FILTER (WHERE d.state = 'won')::int AS won,
              coalesce(sum(${KEPT_AMOUNT}) FILTER (WHERE d.state = 'won'), 0)::int8 AS amount
       FROM deals d
       WHERE d.business_id = this_business() AND d.pipeline = $1 AND d.opened_at >= $2 AND d.opened_at < $3
         AND ($4::text IS NULL OR d.owner = $4) AND ($5::text IS NULL OR d.source = $5)
       GROUP BY d.source)
     SELECT o.source, coalesce(c.leads, 0) AS leads, coalesce(c.handed, 0) AS handed, coalesce(c.accepted, 0) AS accepted,
            coalesce(c.qualified, 0) AS qualified, coalesce(d.deals, 0) AS deals, coalesce(d.won, 0) AS won,
            coalesce(d.amount, 0)::int8 AS "wonAmount"
     FROM (SELECT source FROM came UNION SELECT source FROM dealt) o
     LEFT JOIN came c ON c.source IS NOT DISTINCT FROM o.source LEFT JOIN dealt d ON d.source IS NOT DISTINCT FROM o.source
     ORDER BY 8 DESC, 2 DESC, 1 LIMIT ${MOST_SOURCES}`,
    [asked.pipeline, timestamptz(asked.from), timestamptz(asked.to), asked.owner, asked.source],
  );
  const costs = await costLines(tx, days.from, days.to);
  if (!costs.ok) return costs;
  const spent = new Map<string, number>();
  for (const line of costs.value) {
    const within = costWithin(line, days.from, days.to);
    for (const name of new Set([line.channel, line.campaign]))
      if (name !== null) spent.set(name, (spent.get(name) ?? 0) + within);
  }
  return accept(
    rows.map((row) => {
      const cost = row.source === null ? null : (spent.get(row.source) ?? null);
      const each = (count: number): number | null =>
        cost === null || count === 0 ? null : Math.round(cost / count);
      return {
        ...row,
        rate: rateOf(row.won, row.deals),
        cost,
        costPerQualified: each(row.qualified),
        costPerWon: each(row.won),
      };
    }),
  );
}
