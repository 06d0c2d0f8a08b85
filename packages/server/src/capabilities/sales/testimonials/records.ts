import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { RecordKind } from './testimonial.ts';

/** Writes down what happened to a testimonial; answers its place, which names its facts. The caller holds the testimonial. */
export async function noteRecord(
  tx: Tx,
  id: number,
  record: {
    readonly kind: RecordKind;
    readonly wording?: string;
    readonly version?: string;
    readonly words?: string | null;
  },
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<number> {
  const { rows } = await tx.query<{ place: number }>(
    `INSERT INTO testimonial_records (business_id, testimonial_id, place, kind, wording, version, words, by, at)
     SELECT this_business(), $1, coalesce(max(place), 0) + 1, $2, $3, $4, $5, $6, $7 FROM testimonial_records
     WHERE business_id = this_business() AND testimonial_id = $1 RETURNING place`,
    [
      id,
      record.kind,
      record.wording ?? null,
      record.version ?? null,
      record.words ?? null,
      by,
      timestamptz(now),
    ],
  );
  return rows[0]?.place ?? 0;
}
