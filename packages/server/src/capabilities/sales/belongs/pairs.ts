import type { BoughtTogether, PairSaid } from '@nardeban/core/sales';
import {
  accept,
  changedMeanwhile,
  displayText,
  type Instant,
  looseKey,
  refuse,
  type Result,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { resultOf } from '../../insight/index.ts';

/** What the business says of two things that belong together. */
export interface KeptPair extends PairSaid {
  readonly id: number;
  readonly sentenceFa: string | null;
  readonly sentenceEn: string | null;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export const MOST_PAIRS = 2_000;

const columns = `pair_id AS id, item, other, is_own AS own, is_hidden AS hidden, sentence_fa AS "sentenceFa",
  sentence_en AS "sentenceEn", revision, changed_by AS "changedBy", changed_at AS "changedAt"`;

/** Every pair the business says something of: at most MOST_PAIRS. */
export async function pairsSaid(tx: Tx): Promise<readonly KeptPair[]> {
  const { rows } = await tx.query<KeptPair>({
    name: 'belongs-pairs',
    text: `SELECT ${columns} FROM belongs_pairs WHERE business_id = this_business()
           ORDER BY business_id, pair_id LIMIT ${MOST_PAIRS}`,
  });
  return rows;
}

/** What is bought together and next by the last run of insight, in its own order; empty before the first run. */
export async function boughtTogether(tx: Tx): Promise<readonly BoughtTogether[]> {
  const found = await resultOf(tx, 'baskets');
  if (found === null) return [];
  const { together, next } = found.result;
  return [
    ...together.rules.map((rule) => ({ ...numbersOf(rule), how: 'together' as const })),
    ...next.rules.map((rule) => ({ ...numbersOf(rule), how: 'next' as const })),
  ];
}

function numbersOf(rule: {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly fromCount: number;
  readonly lift: number;
}): Omit<BoughtTogether, 'how'> {
  return { item: rule.from, other: rule.to, of: rule.fromCount, both: rule.count, lift: rule.lift };
}

export interface PairAsked {
  readonly item: string;
  readonly other: string;
  readonly own: boolean;
  readonly hidden: boolean;
  readonly sentenceFa: string | null;
  readonly sentenceEn: string | null;
}

/**
 * Keeps what the business says of a pair; `revision` null: nothing was said of it yet. Refusals: `pair_of_one`,
 * `pairs_too_many`, `changed_meanwhile`.
 */
export async function savePair(
  tx: Tx,
  asked: PairAsked,
  revision: number | null,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<Result<KeptPair>> {
  const [item, other] = [displayText(asked.item), displayText(asked.other)];
  if (looseKey(item) === looseKey(other)) return refuse('pair_of_one', 'other');
  const { rows: standing } = await tx.query<{ revision: number; by: string; at: Instant }>(
    `SELECT revision, changed_by AS by, changed_at AS at FROM belongs_pairs
     WHERE business_id = this_business() AND item_key = fa_loose($1) AND other_key = fa_loose($2) FOR UPDATE`,
    [item, other],
  );
  const [stands] = standing;
  if ((stands?.revision ?? null) !== revision)
    return changedMeanwhile(stands?.by ?? null, stands?.at ?? null);
  if (stands === undefined && (await pairsSaid(tx)).length >= MOST_PAIRS)
    return refuse('pairs_too_many', undefined, { most: MOST_PAIRS });
  const { rows } = await tx.query<KeptPair>(
    `INSERT INTO belongs_pairs (business_id, item, other, is_own, is_hidden, sentence_fa, sentence_en, made_by, made_at,
       changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $7, $8)
     ON CONFLICT (business_id, item_key, other_key) DO UPDATE SET item = excluded.item, other = excluded.other,
       is_own = excluded.is_own, is_hidden = excluded.is_hidden, sentence_fa = excluded.sentence_fa,
       sentence_en = excluded.sentence_en, revision = belongs_pairs.revision + 1, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at
     WHERE belongs_pairs.revision IS NOT DISTINCT FROM $9::integer
     RETURNING ${columns}`,
    [item, other, asked.own, asked.hidden, asked.sentenceFa, asked.sentenceEn, by, timestamptz(at), revision],
  );
  // Somebody wrote the same pair down in this very moment.
  return rows[0] === undefined ? changedMeanwhile(null, null) : accept(rows[0]);
}

/** Takes back what was said of a pair; what was answered stays. Refusals: `pair_unknown`, `changed_meanwhile`. */
export async function removePair(
  tx: Tx,
  id: number,
  revision: number,
): Promise<Result<{ readonly item: string; readonly other: string }>> {
  const { rows } = await tx.query<{ item: string; other: string; revision: number; by: string; at: Instant }>(
    `SELECT item, other, revision, changed_by AS by, changed_at AS at FROM belongs_pairs
     WHERE business_id = this_business() AND pair_id = $1 FOR UPDATE`,
    [id],
  );
  const [pair] = rows;
  if (pair === undefined) return refuse('pair_unknown', 'id', { id });
  if (pair.revision !== revision) return changedMeanwhile(pair.by, pair.at);
  await tx.query('DELETE FROM belongs_pairs WHERE business_id = this_business() AND pair_id = $1', [id]);
  return accept({ item: pair.item, other: pair.other });
}
