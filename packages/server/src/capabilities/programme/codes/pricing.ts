import { readCode, validAt } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { hashOfCode } from './deriving.ts';

/** A voucher as a basket is priced with it: `VoucherAtHand` of core/offers, with the place of the code that was shown. */
export interface PricedVoucher {
  /** The number it is stored under; below 0 for a code that is none. */
  readonly id: number;
  readonly name: { readonly fa: string; readonly en: string };
  /** The offer it brings; null: it is no code of ours. */
  readonly offer: string | null;
  /** Why it cannot be used; null: it can. */
  readonly refused: { readonly code: string; readonly detail?: Record<string, string | number> } | null;
  /** How often it may be used: by everybody together, by one person; null: without limit. */
  readonly uses: number | null;
  readonly usesPerPerson: number | null;
  /** The batch it is of, for what is told of its use; null: it is no code of ours. */
  readonly batch: number | null;
}

export interface VouchersRead {
  /** In the order of the codes. */
  readonly vouchers: readonly PricedVoucher[];
  /** How many were looked up and not found: for `noteWrongCodes`. */
  readonly wrong: number;
}

interface VoucherRow {
  readonly place: number;
  readonly id: number;
  readonly batch: number;
  readonly name: string;
  readonly offer: string;
  readonly uses: number | null;
  readonly usesEach: number | null;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly disabled: boolean;
  /** Whose it is alone, as the person they are now; null: of whoever has it. */
  readonly owner: number | null;
  readonly asker: number | null;
}

/**
 * Looks codes up for a basket, to be sent together with other statements. A code of another business and one that nobody
 * ever made take the same way and get the same answer. `readVouchers` reads the answer.
 */
export function vouchersStatement(
  business: Pick<Business, 'id'>,
  codes: readonly string[],
  person: number | null,
): Statement {
  const hashes = codes.map((typed) => {
    const read = readCode(typed);
    // What has not the form of a code is looked up as nothing, in its place.
    return read.ok ? hashOfCode(business.id, read.value.code) : null;
  });
  return {
    name: 'club-vouchers',
    text: `SELECT given.place::int AS place, v.voucher_id AS id, v.batch_id AS batch, b.name, b.offer, b.uses,
             b.uses_each AS "usesEach", b.valid_from AS "validFrom", least(b.valid_until, v.valid_until) AS "validUntil",
             b.disabled_at IS NOT NULL OR v.disabled_at IS NOT NULL AS disabled,
             coalesce((SELECT coalesce(p.merged_into, p.person_id) FROM people p
              WHERE p.business_id = this_business() AND p.person_id = v.person_id), v.person_id) AS owner,
             (SELECT coalesce(p.merged_into, p.person_id) FROM people p
              WHERE p.business_id = this_business() AND p.person_id = $2) AS asker
           FROM unnest($1::uuid[]) WITH ORDINALITY AS given (hash, place),
             LATERAL (SELECT * FROM vouchers o WHERE o.business_id = this_business() AND o.hash = given.hash LIMIT 1) v,
             LATERAL (SELECT * FROM voucher_batches o WHERE o.business_id = this_business() AND o.batch_id = v.batch_id
                      LIMIT 1) b`,
    values: [hashes, person],
  };
}

/** The answer of `vouchersStatement` for the same codes. */
export function readVouchers(
  { rows }: Pick<Rows<object>, 'rows'>,
  codes: readonly string[],
  now: Instant,
): VouchersRead {
  const found = new Map((rows as VoucherRow[]).map((row) => [row.place, row]));
  let wrong = 0;
  const vouchers = codes.map((typed, index): PricedVoucher => {
    const row = found.get(index + 1);
    if (row !== undefined) return shown(row, now);
    const read = readCode(typed);
    if (read.ok) wrong += 1;
    return {
      id: -1 - index,
      name: { fa: 'کد تخفیف', en: 'Voucher' },
      offer: null,
      refused: { code: read.ok ? 'voucher_unknown' : read.refusal.code },
      uses: null,
      usesPerPerson: null,
      batch: null,
    };
  });
  return { vouchers, wrong };
}

function shown(row: VoucherRow, now: Instant): PricedVoucher {
  return {
    id: row.id,
    name: { fa: row.name, en: row.name },
    offer: row.offer,
    refused: refusalOf(row, now),
    uses: row.uses,
    usesPerPerson: row.usesEach,
    batch: row.batch,
  };
}

function refusalOf(row: VoucherRow, now: Instant): PricedVoucher['refused'] {
  if (row.disabled) return { code: 'voucher_disabled' };
  const valid = validAt({ from: row.validFrom, until: row.validUntil }, now);
  if (valid === 'early') return { code: 'voucher_early', detail: { from: row.validFrom ?? 0 } };
  if (valid === 'over') return { code: 'voucher_over', detail: { until: row.validUntil ?? 0 } };
  if (row.owner !== null && row.owner !== row.asker) return { code: 'voucher_of_another' };
  // A limit for each person means nothing where nobody knows who it is.
  return row.usesEach !== null && row.asker === null ? { code: 'voucher_needs_person' } : null;
}

/** The same in one step. */
export async function voucherForPricing(
  tx: Tx,
  business: Pick<Business, 'id'>,
  codes: readonly string[],
  { person, now }: { readonly person: number | null; readonly now: Instant },
): Promise<VouchersRead> {
  if (codes.length === 0) return { vouchers: [], wrong: 0 };
  return readVouchers(await tx.query(vouchersStatement(business, codes, person)), codes, now);
}
