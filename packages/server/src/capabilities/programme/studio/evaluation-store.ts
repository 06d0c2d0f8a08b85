import type { ClubFigures, GoalProgress } from '@nardeban/core/programme';
import type { Day, Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** One of the two groups of a campaign, since it began. */
export interface CampaignGroup {
  readonly people: number;
  readonly buyers: number;
  readonly orders: number;
  readonly revenue: number;
}

/** Where things stood on a day: the goals, what they are measured by, and each campaign against those held out of it. */
export interface Evaluation {
  readonly since: Instant;
  readonly figures: ClubFigures;
  readonly goals: readonly GoalProgress[];
  readonly campaigns: readonly {
    readonly campaign: string;
    readonly given: CampaignGroup;
    readonly held: CampaignGroup;
  }[];
}

export interface EvaluationKept extends Evaluation {
  readonly day: Day;
  readonly version: number;
}

/** The last of one day stays. */
export async function keepEvaluation(tx: Tx, { day, version, ...result }: EvaluationKept): Promise<void> {
  await tx.query(
    `INSERT INTO club_evaluations (business_id, day, version, result) VALUES (this_business(), $1, $2, $3)
     ON CONFLICT (business_id, day) DO UPDATE SET version = excluded.version, result = excluded.result`,
    [day, version, JSON.stringify(result)],
  );
}

/** The newest first. */
export async function evaluations(
  tx: Tx,
  page: { readonly before: Day | undefined; readonly limit: number },
): Promise<EvaluationKept[]> {
  const { rows } = await tx.query<{ day: Day; version: number; result: Evaluation }>(
    `SELECT day, version, result FROM club_evaluations
     WHERE business_id = this_business() AND ($1::integer IS NULL OR day < $1) ORDER BY day DESC LIMIT $2`,
    [page.before ?? null, page.limit],
  );
  return rows.map(({ day, version, result }) => ({ day, version, ...result }));
}

/** What the ledger says was earned and spent in each wallet since an instant, net of what was taken and given back. */
export async function postedSince(
  tx: Tx,
  since: Instant,
): Promise<readonly { readonly wallet: string; readonly earned: number; readonly spent: number }[]> {
  const { rows } = await tx.query<{ wallet: string; earned: number; spent: number }>(
    `SELECT wallet,
       coalesce(sum(units) FILTER (WHERE kind IN ('earn', 'take-back')), 0)::int8 AS earned,
       -coalesce(sum(units) FILTER (WHERE kind IN ('spend', 'give-back')), 0)::int8 AS spent
     FROM club_transactions WHERE business_id = this_business() AND posted_at >= $1 GROUP BY wallet`,
    [timestamptz(since)],
  );
  return rows;
}
