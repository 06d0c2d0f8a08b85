import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

export const slipOutcomes = ['posted', 'review', 'reviewed'] as const;

/** A slip as it was sent, with what became of it. */
export interface SlipKept {
  readonly device: number;
  readonly sequence: number;
  readonly body: string;
  readonly outcome: (typeof slipOutcomes)[number];
  readonly order: string | null;
  readonly reasons: readonly {
    readonly code: string;
    readonly detail?: Readonly<Record<string, string | number>>;
  }[];
  readonly receivedAt: Instant;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Instant | null;
  readonly note: string | null;
}

const columns = `device_id AS device, sequence, body, outcome, order_number AS "order", reasons, received_at AS "receivedAt",
  reviewed_by AS "reviewedBy", reviewed_at AS "reviewedAt", note`;

export interface SlipPlace {
  readonly device: number;
  readonly sequence: number;
}

/** Slips by till and number, of one outcome where one is named. */
export async function listSlips(
  tx: Tx,
  asked: {
    readonly outcome?: SlipKept['outcome'] | undefined;
    readonly after?: SlipPlace | undefined;
    readonly limit: number;
  },
): Promise<{ readonly slips: readonly SlipKept[]; readonly next: SlipPlace | null }> {
  const { rows } = await tx.query<SlipKept>(
    `SELECT ${columns} FROM till_slips WHERE business_id = this_business() AND ($1::text IS NULL OR outcome = $1)
       AND ($2::int IS NULL OR (device_id, sequence) > ($2, $3::bigint)) ORDER BY device_id, sequence LIMIT $4`,
    [asked.outcome ?? null, asked.after?.device ?? null, asked.after?.sequence ?? null, asked.limit + 1],
  );
  const slips = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? slips.at(-1) : undefined;
  return { slips, next: last === undefined ? null : { device: last.device, sequence: last.sequence } };
}

/** Says that somebody has looked at it. Refusals: `slip_unknown`, `slip_not_waiting`. */
export async function reviewSlip(
  tx: Tx,
  { device, sequence }: SlipPlace,
  { note, by, now }: { readonly note: string; readonly by: string; readonly now: Instant },
): Promise<Result<SlipKept>> {
  const { rowCount } = await tx.query(
    `UPDATE till_slips SET outcome = 'reviewed', reviewed_by = $3, reviewed_at = $4, note = $5
     WHERE business_id = this_business() AND device_id = $1 AND sequence = $2 AND outcome = 'review'`,
    [device, sequence, by, timestamptz(now), note],
  );
  const { rows } = await tx.query<SlipKept>(
    `SELECT ${columns} FROM till_slips WHERE business_id = this_business() AND device_id = $1 AND sequence = $2`,
    [device, sequence],
  );
  const [slip] = rows;
  if (slip === undefined) return refuse('slip_unknown', 'sequence', { device, sequence });
  return rowCount === 1 ? accept(slip) : refuse('slip_not_waiting', 'sequence', { device, sequence });
}
