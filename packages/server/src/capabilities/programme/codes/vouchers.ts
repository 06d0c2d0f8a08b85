import { showCode, type VoucherState, voucherState } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { Author } from './batches.ts';
import { codeFrom, hashOfCode } from './deriving.ts';

/** One code of a batch, without the code itself. */
export interface Voucher {
  readonly id: number;
  readonly batch: number;
  /** The person it is good for alone; null: whoever has it. */
  readonly person: number | null;
  readonly validUntil: Instant | null;
  readonly disabled: boolean;
  /** Its last four signs, where the batch is not sealed. */
  readonly tail: string | null;
  /** How often it was used, and how many uses open quotes keep aside. */
  readonly used: number;
  readonly held: number;
  readonly state: VoucherState;
}

/** A code to be printed or shown to whom it belongs. */
export interface PrintedCode {
  readonly id: number;
  /** In groups. */
  readonly code: string;
}

interface Row extends Omit<Voucher, 'tail' | 'state'>, Secret {
  readonly ordinal: number;
  readonly uses: number | null;
}

/** From what the codes of a batch are made out. */
interface Secret {
  readonly seed: Buffer | null;
  readonly payload: number;
  readonly word: string | null;
}

const COLUMNS = `v.voucher_id AS id, v.batch_id AS batch, v.person_id AS person, v.valid_until AS "validUntil",
  v.disabled_at IS NOT NULL AS disabled, v.ordinal, b.seed, b.payload, b.word, b.uses, c.used, c.held`;
/** The slots of a code's counter, together. */
const FROM = `FROM vouchers v JOIN voucher_batches b ON b.business_id = this_business() AND b.batch_id = v.batch_id, LATERAL (
    SELECT coalesce(sum(o.used), 0)::int8 AS used, coalesce(sum(o.held), 0)::int8 AS held FROM club_counters o
    WHERE o.business_id = this_business() AND o.key = 'voucher:' || v.voucher_id AND o.person_id = 0) c`;

/** Codes of a batch in the order in which they were made. */
export async function listVouchers(
  tx: Tx,
  asked: { readonly batch: number; readonly after?: number | undefined; readonly limit: number },
): Promise<{ readonly vouchers: readonly Voucher[]; readonly next: number | null }> {
  const rows = await vouchersAfter(tx, asked.batch, asked.after ?? 0, asked.limit + 1);
  const vouchers = rows.slice(0, asked.limit).map(shown);
  return { vouchers, next: rows.length > asked.limit ? (vouchers.at(-1)?.id ?? null) : null };
}

async function vouchersAfter(tx: Tx, batch: number, after: number, most: number): Promise<Row[]> {
  const { rows } = await tx.query<Row>({
    name: 'club-vouchers-of-batch',
    text: `SELECT ${COLUMNS} ${FROM}
           WHERE v.business_id = this_business() AND v.batch_id = $1 AND v.voucher_id > $2
           ORDER BY v.voucher_id LIMIT $3`,
    values: [batch, after, most],
  });
  return rows;
}

/** Codes of a batch to be printed, those after `after`. Empty when there are no more, or the batch is sealed. */
export async function printedCodes(
  tx: Tx,
  batch: number,
  after: number,
  most: number,
): Promise<PrintedCode[]> {
  const [secrets, codes] = await tx.queryAll<[Secret, { id: number; ordinal: number }]>([
    {
      name: 'club-batch-secret',
      text: `SELECT seed, payload, word FROM voucher_batches WHERE business_id = this_business() AND batch_id = $1`,
      values: [batch],
    },
    {
      name: 'club-vouchers-to-print',
      text: `SELECT voucher_id AS id, ordinal FROM vouchers
             WHERE business_id = this_business() AND batch_id = $1 AND voucher_id > $2 ORDER BY voucher_id LIMIT $3`,
      values: [batch, after, most],
    },
  ]);
  const [secret] = secrets.rows;
  if (secret === undefined) return [];
  return codes.rows.flatMap(({ id, ordinal }) => {
    const code = codeOf({ ...secret, ordinal });
    return code === null ? [] : [{ id, code: secret.word === null ? showCode(code) : code }];
  });
}

const PAGE = 2_000;

/** All codes of a batch, page by page, each page in a transaction of its own: a million are never in memory. */
export async function* allPrintedCodes(
  database: Database,
  business: number,
  batch: number,
): AsyncGenerator<readonly PrintedCode[]> {
  for (let after = 0; ; ) {
    const page = await database.withBusiness(business, (tx) => printedCodes(tx, batch, after, PAGE), {
      readOnly: true,
    });
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)?.id ?? after;
  }
}

/** Refusal: `voucher_unknown`. */
export async function voucherById(
  tx: Tx,
  { batch, id }: { readonly batch: number; readonly id: number },
): Promise<Result<Voucher>> {
  const [row] = await vouchersAfter(tx, batch, id - 1, 1);
  return row?.id === id ? accept(shown(row)) : refuse('voucher_unknown', 'id', { id });
}

/** Refusal: `voucher_unknown`. */
export async function changeVoucher(
  tx: Tx,
  { batch, id }: { readonly batch: number; readonly id: number },
  asked: { readonly disabled: boolean },
  now: Instant,
): Promise<Result<Voucher>> {
  const { rowCount } = await tx.query(
    `UPDATE vouchers SET disabled_at = CASE WHEN $3 THEN coalesce(disabled_at, $4) END
     WHERE business_id = this_business() AND batch_id = $1 AND voucher_id = $2`,
    [batch, id, asked.disabled, timestamptz(now)],
  );
  if (rowCount === 0) return refuse('voucher_unknown', 'id', { id });
  return voucherById(tx, { batch, id });
}

/**
 * Draws one more code of a batch for one person alone, and tells it. For what programmes, playbooks and referrals give.
 * Refusals: `batch_unknown`, `codes_sealed`, `batch_not_made` (its codes are being made), `codes_too_many`.
 */
export async function giveVoucher(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: { readonly batch: number; readonly person: number; readonly validUntil: Instant | null },
  { by, now }: Author,
): Promise<Result<PrintedCode>> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { rows } = await tx.query<{
      kind: string;
      state: string;
      seed: Buffer | null;
      payload: number;
      ordinal: number;
    }>(
      `UPDATE voucher_batches SET drawn = drawn + 1, changed_by = $2, changed_at = $3
       WHERE business_id = this_business() AND batch_id = $1 RETURNING kind, state, seed, payload, drawn AS ordinal`,
      [asked.batch, by, timestamptz(now)],
    );
    const [batch] = rows;
    if (batch === undefined || batch.kind !== 'drawn') return refuse('batch_unknown', 'batch');
    if (batch.state !== 'done') return refuse('batch_not_made', 'batch');
    if (batch.seed === null) return refuse('codes_sealed', 'batch');
    const code = codeFrom(batch.seed, batch.ordinal, batch.payload);
    const id = await insertVoucher(tx, {
      hash: hashOfCode(business.id, code),
      batch: asked.batch,
      ordinal: batch.ordinal,
      person: asked.person,
      validUntil: asked.validUntil,
    });
    if (id === null) continue;
    await tx.query(
      `UPDATE voucher_batches SET made = made + 1, asked = greatest(asked, made + 1)
       WHERE business_id = this_business() AND batch_id = $1 AND made < 1000000`,
      [asked.batch],
    );
    return accept({ id, code: showCode(code) });
  }
  return refuse('codes_too_many', 'batch');
}

/** Null: there is such a code already. */
export async function insertVoucher(
  tx: Tx,
  asked: {
    readonly hash: string;
    readonly batch: number;
    readonly ordinal: number;
    readonly person: number | null;
    readonly validUntil: Instant | null;
  },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO vouchers (business_id, hash, batch_id, ordinal, person_id, valid_until)
     VALUES (this_business(), $1::uuid, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING voucher_id AS id`,
    [
      asked.hash,
      asked.batch,
      asked.ordinal,
      asked.person,
      asked.validUntil === null ? null : timestamptz(asked.validUntil),
    ],
  );
  return rows[0]?.id ?? null;
}

/** A person's own codes that are not used up, with what they bring, to be shown to themselves: whatever number they had when they got them. */
export async function vouchersOf(
  tx: Tx,
  members: readonly number[],
  now: Instant,
): Promise<
  readonly {
    readonly id: number;
    readonly name: string;
    readonly offer: string;
    readonly code: string;
    readonly validUntil: Instant | null;
  }[]
> {
  const { rows } = await tx.query<Row & { name: string; offer: string; ends: Instant | null }>(
    `SELECT ${COLUMNS}, b.name, b.offer, least(b.valid_until, v.valid_until) AS ends ${FROM}
     WHERE v.business_id = this_business() AND v.person_id = ANY($1::bigint[]) AND v.disabled_at IS NULL
       AND b.disabled_at IS NULL AND coalesce(least(b.valid_until, v.valid_until) > $2, true) AND b.kind = 'drawn'
       AND (b.uses IS NULL OR c.used < b.uses)
     ORDER BY v.voucher_id DESC LIMIT 200`,
    [members, timestamptz(now)],
  );
  return rows.flatMap((row) => {
    const code = codeOf(row);
    return code === null
      ? []
      : [{ id: row.id, name: row.name, offer: row.offer, code: showCode(code), validUntil: row.ends }];
  });
}

function codeOf({ word, seed, ordinal, payload }: Secret & { readonly ordinal: number }): string | null {
  return word ?? (seed === null ? null : codeFrom(seed, ordinal, payload));
}

function shown(row: Row): Voucher {
  const code = codeOf(row);
  return {
    id: row.id,
    batch: row.batch,
    person: row.person,
    validUntil: row.validUntil,
    disabled: row.disabled,
    tail: code?.slice(-4) ?? null,
    used: row.used,
    held: row.held,
    state: voucherState(row),
  };
}
