import {
  type CardsOfAge,
  type ForecastLine,
  forecastUnits,
  giftCardsByAge,
  type RedemptionEstimate,
} from '@nardeban/core/programme';
import { addMonths, type Instant, startOfMonth, zoneOf } from '@nardeban/core/values';
import { float8Array, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { GIFT_CARD_WALLET } from '../ledger/types.ts';

/** Older than this is old. */
const OLDEST_DAYS = 731;
const OLDEST_MONTHS = 240;

/** What is owed on gift cards by the age of what is on them, as of now. */
export async function cardsByAge(tx: Tx, business: Business, now: Instant): Promise<readonly CardsOfAge[]> {
  const zone = zoneOf(business.zone);
  const today = zone.dayOf(now);
  const first = today - OLDEST_DAYS;
  const days = Array.from({ length: OLDEST_DAYS + 1 }, (_, step) => zone.startOf(first + step));
  const { rows } = await tx.query<{ bucket: number; cards: number; balance: number }>(
    `SELECT width_bucket(date_part('epoch', l.at) * 1000, $2::float8[]) AS bucket, count(DISTINCT l.account_id) AS cards, sum(l.remaining)::bigint AS balance
     FROM club_lots l, LATERAL (
       SELECT o.account_id, o.card_id, o.wallet FROM club_accounts o
       WHERE o.business_id = this_business() AND o.account_id = l.account_id OFFSET 0) a
     WHERE l.business_id = this_business() AND l.is_open AND l.amount > 0 AND a.card_id > 0 AND a.wallet = $1 GROUP BY 1`,
    [GIFT_CARD_WALLET, float8Array(days)],
  );
  return giftCardsByAge(
    rows.map(({ bucket, cards, balance }) => ({ issued: first + bucket - 1, cards, balance })),
    today,
  );
}

/** What of a wallet's open units will expire and be redeemed within 30, 90 and 365 days. */
export async function forecastOf(
  tx: Tx,
  business: Business,
  wallet: string,
  estimate: RedemptionEstimate,
  now: Instant,
): Promise<readonly ForecastLine[]> {
  const zone = zoneOf(business.zone);
  const today = zone.dayOf(now);
  const thisMonth = startOfMonth(today, business.calendar);
  const months = Array.from({ length: OLDEST_MONTHS }, (_, step) =>
    zone.startOf(addMonths(thisMonth, step - OLDEST_MONTHS + 1, business.calendar)),
  );
  // A lot ends at the start of a day, so that there are as many instants of ending as days.
  const { rows } = await tx.query<{ bucket: number; expires: Instant | null; open: number }>(
    `SELECT width_bucket(date_part('epoch', l.at) * 1000, $2::float8[]) AS bucket, l.expires_at AS expires, sum(l.remaining)::bigint AS open
     FROM club_lots l, LATERAL (
       SELECT o.account_id, o.card_id, o.wallet FROM club_accounts o
       WHERE o.business_id = this_business() AND o.account_id = l.account_id OFFSET 0) a
     WHERE l.business_id = this_business() AND l.is_open AND l.amount > 0 AND a.card_id = 0 AND a.wallet = $1
     GROUP BY 1, 2`,
    [wallet, float8Array(months)],
  );
  return forecastUnits(
    rows.map(({ bucket, expires, open }) => ({
      open,
      age: OLDEST_MONTHS - Math.max(bucket, 1),
      expires: expires === null ? null : zone.dayOf(expires),
    })),
    estimate,
    today,
  );
}

export interface Debtor {
  readonly person: number;
  readonly wallet: string;
  readonly units: number;
  readonly since: Instant;
  readonly account: number;
}

/** A page of what members owe, the accounts in the order of their numbers. */
export async function debtors(
  tx: Tx,
  asked: { readonly after: number | undefined; readonly limit: number },
): Promise<{ readonly debtors: readonly Debtor[]; readonly next: number | null }> {
  const { rows } = await tx.query<Debtor>(
    `SELECT a.person_id AS person, a.wallet, a.debt AS units, a.account_id AS account,
            (SELECT min(l.at) FROM club_lots l WHERE l.business_id = a.business_id AND l.account_id = a.account_id
               AND l.is_open AND l.amount < 0) AS since
     FROM club_accounts a
     WHERE a.business_id = this_business() AND a.debt > 0 AND a.card_id = 0 AND ($1::bigint IS NULL OR a.account_id > $1)
     ORDER BY a.account_id LIMIT $2`,
    [asked.after ?? null, asked.limit + 1],
  );
  const shown = rows.slice(0, asked.limit);
  return { debtors: shown, next: rows.length > asked.limit ? (shown.at(-1)?.account ?? null) : null };
}

/** What is pending (earned and not vested) in each wallet of persons, as of an instant. */
export async function pendingUnits(tx: Tx, now: Instant): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ wallet: string; units: number }>(
    `SELECT a.wallet, sum(l.remaining)::bigint AS units
     FROM club_lots l, LATERAL (
       SELECT o.account_id, o.card_id, o.wallet FROM club_accounts o
       WHERE o.business_id = this_business() AND o.account_id = l.account_id OFFSET 0) a
     WHERE l.business_id = this_business() AND l.is_open AND l.amount > 0 AND a.card_id = 0 AND l.available_from > $1
     GROUP BY 1`,
    [timestamptz(now)],
  );
  return new Map(rows.map(({ wallet, units }) => [wallet, units]));
}
