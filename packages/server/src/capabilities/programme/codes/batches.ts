import { randomBytes } from 'node:crypto';
import { LONGEST_VOUCHER_PAYLOAD, payloadFor, readWord } from '@nardeban/core/programme';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { hashOfCode } from './deriving.ts';
import { makePart } from './making.ts';

export type BatchState = 'waiting' | 'making' | 'stopped' | 'done';

/** Codes that were made together and bring the same offer. */
export interface Batch {
  readonly id: number;
  readonly name: string;
  readonly offer: string;
  readonly kind: 'drawn' | 'word' | 'reward';
  readonly word: string | null;
  readonly state: BatchState;
  readonly asked: number;
  readonly made: number;
  /** Whether the codes can still be printed. */
  readonly printable: boolean;
  readonly uses: number | null;
  readonly usesPerPerson: number | null;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly disabled: boolean;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export const BATCH_COLUMNS = `batch_id AS id, name, offer, kind, word, state, asked, made, seed IS NOT NULL AS printable, uses,
  uses_each AS "usesPerPerson", valid_from AS "validFrom", valid_until AS "validUntil", disabled_at IS NOT NULL AS disabled,
  revision, made_by AS "madeBy", made_at AS "madeAt", changed_by AS "changedBy", changed_at AS "changedAt"`;

export const MOST_CODES = 1_000_000;
/** So many are made while whoever asks waits; more of them by a job. */
const AT_ONCE = 2_000;

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

/** Whether an offer may be brought by a code or a reward; a refusal is about the field that names it. */
export type OfferMayBeBrought = (tx: Tx, offer: string, field: string) => Promise<Result<true>>;

/** What may be said about codes, also afterwards. */
export interface BatchTerms {
  readonly name: string;
  readonly uses: number | null;
  readonly usesPerPerson: number | null;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
}

/**
 * Makes codes that chance draws. Their length follows from how many there are in the business: one guess stays at least 2⁴⁰
 * away from any of them. A few are there when this returns; many are made by a job (`makeCodes`) with progress. Refusals:
 * `codes_too_many`, `validity_reversed`.
 */
export async function drawBatch(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: BatchTerms & { readonly offer: string; readonly count: number },
  author: Author,
): Promise<Result<Batch>> {
  const fit = termsFit(asked);
  if (!fit.ok) return fit;
  const { rows } = await tx.query<{ made: number }>(
    `SELECT coalesce(sum(asked), 0)::int8 AS made FROM voucher_batches WHERE business_id = this_business()`,
  );
  const payload = payloadFor('voucher', (rows[0]?.made ?? 0) + asked.count);
  if (asked.count > MOST_CODES || payload === null || payload > LONGEST_VOUCHER_PAYLOAD)
    return refuse('codes_too_many', 'count', { most: MOST_CODES });
  const id = await insertBatch(tx, { ...asked, kind: 'drawn', payload, seed: randomBytes(32) }, author);
  if (asked.count <= AT_ONCE) while ((await makePart(tx, business.id, id, AT_ONCE)) === 'more');
  else await addJob(tx, 'make-codes', { business: business.id, batch: id }, `make-codes ${id}`);
  return batchById(tx, id);
}

/** One code that somebody chose and that everybody may know. Refusals: those of `readWord`, `code_word_taken`, `validity_reversed`. */
export async function wordBatch(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: BatchTerms & { readonly offer: string; readonly word: string },
  author: Author,
): Promise<Result<Batch>> {
  const fit = termsFit(asked);
  if (!fit.ok) return fit;
  const word = readWord(asked.word);
  if (!word.ok) return word;
  const id = await insertBatch(
    tx,
    { ...asked, word: word.value, count: 1, kind: 'word', payload: 0, seed: null },
    author,
  );
  const { rowCount } = await tx.query(
    `INSERT INTO vouchers (business_id, hash, batch_id, ordinal) VALUES (this_business(), $1, $2, 1) ON CONFLICT DO NOTHING`,
    [hashOfCode(business.id, word.value), id],
  );
  if (rowCount === 0) return refuse('code_word_taken', 'word', { word: word.value });
  await tx.query(
    `UPDATE voucher_batches SET state = 'done', made = 1 WHERE business_id = this_business() AND batch_id = $1`,
    [id],
  );
  return batchById(tx, id);
}

/** Where the codes of a reward stand that bring an offer: one batch for each reward, filled as it is redeemed. */
export async function rewardBatch(
  tx: Tx,
  asked: { readonly name: string; readonly offer: string },
  author: Author,
): Promise<number> {
  const terms = { uses: 1, usesPerPerson: null, validFrom: null, validUntil: null };
  const id = await insertBatch(
    tx,
    { ...asked, ...terms, count: 0, kind: 'reward', payload: 0, seed: null },
    author,
  );
  await tx.query(
    `UPDATE voucher_batches SET state = 'done' WHERE business_id = this_business() AND batch_id = $1`,
    [id],
  );
  return id;
}

async function insertBatch(
  tx: Tx,
  asked: BatchTerms & {
    readonly offer: string;
    readonly kind: Batch['kind'];
    readonly word?: string;
    readonly count: number;
    readonly payload: number;
    readonly seed: Buffer | null;
  },
  { by, now }: Author,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO voucher_batches (business_id, name, offer, kind, word, state, asked, payload, seed, uses, uses_each,
       valid_from, valid_until, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10, $11, $12, $13, $12, $13)
     RETURNING batch_id AS id`,
    [
      asked.name,
      asked.offer,
      asked.kind,
      asked.word ?? null,
      asked.count,
      asked.payload,
      asked.seed,
      asked.uses,
      asked.usesPerPerson,
      instantOrNull(asked.validFrom),
      instantOrNull(asked.validUntil),
      by,
      timestamptz(now),
    ],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('A batch of codes was not written down');
  return made.id;
}

/** The newest first. */
export async function listBatches(
  tx: Tx,
  asked: {
    readonly after?: number | undefined;
    readonly offer?: string | undefined;
    readonly name?: string | undefined;
    readonly limit: number;
  },
): Promise<{ readonly batches: readonly Batch[]; readonly next: number | null }> {
  const { rows } = await tx.query<Batch>(
    `SELECT ${BATCH_COLUMNS} FROM voucher_batches
     WHERE business_id = this_business() AND ($1::bigint IS NULL OR batch_id < $1) AND ($2::text IS NULL OR offer = $2)
       AND ($3::text IS NULL OR position(fa_norm($3) IN fa_norm(name)) > 0) AND kind <> 'reward'
     ORDER BY business_id DESC, batch_id DESC LIMIT $4`,
    [asked.after ?? null, asked.offer ?? null, asked.name ?? null, asked.limit + 1],
  );
  const batches = rows.slice(0, asked.limit);
  return { batches, next: rows.length > asked.limit ? (batches.at(-1)?.id ?? null) : null };
}

/** Refusal: `batch_unknown`. */
export async function batchById(tx: Tx, id: number, how: 'read' | 'hold' = 'read'): Promise<Result<Batch>> {
  const { rows } = await tx.query<Batch>(
    `SELECT ${BATCH_COLUMNS} FROM voucher_batches WHERE business_id = this_business() AND batch_id = $1
     ${how === 'hold' ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return rows[0] === undefined ? refuse('batch_unknown', 'id', { id }) : accept(rows[0]);
}

/** Changes what `revision` showed. Refusals: `batch_unknown`, `changed_meanwhile`, `validity_reversed`. */
export async function changeBatch(
  tx: Tx,
  id: number,
  { revision, ...asked }: BatchTerms & { readonly disabled: boolean; readonly revision: number },
  { by, now }: Author,
): Promise<Result<Batch>> {
  const seen = await seenBatch(tx, id, revision);
  if (!seen.ok) return seen;
  const fit = termsFit(asked);
  if (!fit.ok) return fit;
  const { rows } = await tx.query<Batch>(
    `UPDATE voucher_batches SET name = $2, uses = $3, uses_each = $4, valid_from = $5, valid_until = $6,
       disabled_at = CASE WHEN $7 THEN coalesce(disabled_at, $9) END, revision = revision + 1, changed_by = $8,
       changed_at = $9
     WHERE business_id = this_business() AND batch_id = $1 RETURNING ${BATCH_COLUMNS}`,
    [
      id,
      asked.name,
      asked.uses,
      asked.usesPerPerson,
      instantOrNull(asked.validFrom),
      instantOrNull(asked.validUntil),
      asked.disabled,
      by,
      timestamptz(now),
    ],
  );
  return accept(rows[0] ?? seen.value);
}

/**
 * Takes away what the codes can be printed from. They stay good. Refusals: `batch_unknown`, `changed_meanwhile`,
 * `batch_not_made`, `codes_sealed`.
 */
export async function sealBatch(
  tx: Tx,
  id: number,
  revision: number,
  { by, now }: Author,
): Promise<Result<Batch>> {
  const seen = await seenBatch(tx, id, revision);
  if (!seen.ok) return seen;
  if (seen.value.state !== 'done') return refuse('batch_not_made');
  if (!seen.value.printable) return refuse('codes_sealed');
  const { rows } = await tx.query<Batch>(
    `UPDATE voucher_batches SET seed = NULL, sealed_at = $3, revision = revision + 1, changed_by = $2, changed_at = $3
     WHERE business_id = this_business() AND batch_id = $1 RETURNING ${BATCH_COLUMNS}`,
    [id, by, timestamptz(now)],
  );
  return accept(rows[0] ?? seen.value);
}

/** Stops the making after the part under way. Refusals: `batch_unknown`, `batch_not_making`. */
export async function stopBatch(tx: Tx, id: number): Promise<Result<Batch>> {
  const { rowCount } = await tx.query(
    `UPDATE voucher_batches SET stop_asked = true, state = CASE WHEN state = 'waiting' THEN 'stopped' ELSE state END
     WHERE business_id = this_business() AND batch_id = $1 AND state IN ('waiting', 'making')`,
    [id],
  );
  const batch = await batchById(tx, id);
  return batch.ok && rowCount === 0 ? refuse('batch_not_making') : batch;
}

/** Goes on where it was stopped. Refusals: `batch_unknown`, `batch_not_stopped`. */
export async function resumeBatch(
  tx: Tx,
  business: Pick<Business, 'id'>,
  id: number,
): Promise<Result<Batch>> {
  const { rowCount } = await tx.query(
    `UPDATE voucher_batches SET stop_asked = false, state = 'waiting'
     WHERE business_id = this_business() AND batch_id = $1 AND state = 'stopped'`,
    [id],
  );
  const batch = await batchById(tx, id);
  if (!batch.ok) return batch;
  if (rowCount === 0) return refuse('batch_not_stopped');
  await addJob(tx, 'make-codes', { business: business.id, batch: id }, `make-codes ${id}`);
  return batch;
}

async function seenBatch(tx: Tx, id: number, revision: number): Promise<Result<Batch>> {
  const batch = await batchById(tx, id, 'hold');
  if (!batch.ok || batch.value.revision === revision) return batch;
  return changedMeanwhile(batch.value.changedBy, batch.value.changedAt);
}

function termsFit({ validFrom, validUntil }: BatchTerms): Result<true> {
  return validFrom !== null && validUntil !== null && validUntil <= validFrom
    ? refuse('validity_reversed', 'validUntil')
    : accept(true);
}

function instantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : timestamptz(instant);
}
