import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { tellChance } from '../reports/chances.ts';

/** Puts a deal on a step: a new stay begins, and with it another chance. Answers its place among the deal's stays. */
export async function enterStep(
  tx: Tx,
  deal: number,
  step: string,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<number> {
  const { rows } = await tx.query<{ place: number }>(
    `INSERT INTO deal_steps (business_id, deal_id, place, step, entered_at, by)
     SELECT this_business(), $1, coalesce(max(place), 0) + 1, $2, $3, $4 FROM deal_steps
     WHERE business_id = this_business() AND deal_id = $1 RETURNING place`,
    [deal, step, timestamptz(at), by],
  );
  await tellChance(tx, deal, step);
  return rows[0]?.place ?? 1;
}

/** Ends the present stay, with what was known and why it was left. */
export async function leaveStep(
  tx: Tx,
  deal: number,
  left: {
    readonly by: string;
    readonly at: Instant;
    readonly evidence: object;
    readonly reason: string | null;
  },
): Promise<void> {
  await tx.query(
    `UPDATE deal_steps SET left_at = greatest(entered_at, $2::timestamptz), left_by = $3, evidence = $4, reason = $5
     WHERE business_id = this_business() AND deal_id = $1 AND left_at IS NULL`,
    [deal, timestamptz(left.at), left.by, JSON.stringify(left.evidence), left.reason],
  );
}

export type Change =
  | 'opened'
  | 'title'
  | 'amount'
  | 'products'
  | 'owner'
  | 'close'
  | 'won'
  | 'lost'
  | 'reopened'
  | 'finished'
  | 'returned'
  | 'known';

/** Writes down what became of a deal besides its steps. */
export async function noteChange(
  tx: Tx,
  deal: number,
  change: {
    readonly what: Change;
    readonly before?: string | number | null;
    readonly after?: string | number | null;
    readonly note?: string | null;
  },
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const text = (value: string | number | null | undefined): string | null =>
    value === null || value === undefined ? null : String(value).slice(0, 2000);
  await tx.query(
    `INSERT INTO deal_changes (business_id, deal_id, what, before, after, note, by, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7)`,
    [deal, change.what, text(change.before), text(change.after), change.note ?? null, by, timestamptz(at)],
  );
}
