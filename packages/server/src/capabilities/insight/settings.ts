import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';

export interface InsightSettings {
  /** Days: everybody is told the chance of no order in as many. */
  readonly horizon: number;
  /** How much less a year later is worth, 0.15 for fifteen percent. */
  readonly discount: number;
  /** 0: nobody has said anything yet. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

const DEFAULT: InsightSettings = {
  horizon: 90,
  discount: 0.15,
  revision: 0,
  changedBy: null,
  changedAt: null,
};

export async function insightSettings(tx: Tx): Promise<InsightSettings> {
  const { rows } = await tx.query<InsightSettings>(
    `SELECT horizon, discount, revision, changed_by AS "changedBy", changed_at AS "changedAt"
     FROM insight_settings WHERE business_id = this_business()`,
  );
  return rows[0] ?? DEFAULT;
}

/** `revision` is that of the settings the asker saw. Refusal: `changed_meanwhile`. */
export async function changeInsightSettings(
  tx: Tx,
  { horizon, discount }: Pick<InsightSettings, 'horizon' | 'discount'>,
  revision: number,
  by: { readonly name: string; readonly at: Instant },
): Promise<Result<InsightSettings>> {
  const { rowCount } = await tx.query(
    `INSERT INTO insight_settings (business_id, horizon, discount, changed_by, changed_at)
     SELECT this_business(), $1, $2, $3, $4 WHERE $5 = 0 OR EXISTS (SELECT FROM insight_settings WHERE business_id = this_business())
     ON CONFLICT (business_id) DO UPDATE SET horizon = excluded.horizon, discount = excluded.discount,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at, revision = insight_settings.revision + 1
     WHERE insight_settings.revision = $5`,
    [horizon, discount, by.name, timestamptz(by.at), revision],
  );
  return rowCount === 1 ? accept(await insightSettings(tx)) : refuse('changed_meanwhile', 'revision');
}

const DAYS_PER_YEAR = 365.25;

/** The rate by which e^(−rate · time) loses as much in a year. */
export function discountPerUnit(
  { discount }: Pick<InsightSettings, 'discount'>,
  daysPerUnit: number,
): number {
  return (Math.log1p(discount) * daysPerUnit) / DAYS_PER_YEAR;
}
