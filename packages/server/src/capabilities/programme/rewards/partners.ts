import type { Reward } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import {
  int8Array,
  type Statement,
  textArray,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import type { Author } from '../codes/batches.ts';

/** What is owed between a partner and us. Minor units; above 0 we owe them, below 0 they owe us. */
export interface PartnerOwed {
  readonly partner: string;
  readonly name: string;
  readonly owed: number;
  /** What redemptions of the asked time have added, and what cancelling them took off again. */
  readonly redeemed: number;
  readonly cancelled: number;
  readonly settled: number;
}

export interface PartnerEntry {
  readonly id: number;
  readonly kind: 'redeemed' | 'cancelled' | 'settled';
  readonly amount: number;
  readonly redemption: number | null;
  /** The order in whose basket it was taken. */
  readonly order: string | null;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

/** Writes down what one redemption adds to what is owed, or a cancellation takes off again. */
export async function owe(
  tx: Tx,
  partner: Reward['partner'],
  asked: { readonly kind: 'redeemed' | 'cancelled'; readonly redemption: number },
  { by, now }: Author,
): Promise<void> {
  if (partner === undefined || partner.owed === 0) return;
  await tx.query(
    `INSERT INTO partner_entries (business_id, partner, name, kind, amount, redemption_id, by_name, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      partner.key,
      partner.name,
      asked.kind,
      asked.kind === 'redeemed' ? partner.owed : -partner.owed,
      asked.redemption,
      by,
      timestamptz(now),
    ],
  );
}

/** What was spent on a reward in a basket. */
interface RewardInBasket {
  readonly reward: string;
  readonly wallet: string;
  readonly units: number;
}

/** What rewards of partners add to what is owed that an order takes, as they are now; once an order. */
export function owingStatement(
  { number, rewards }: { readonly number: string; readonly rewards: readonly RewardInBasket[] },
  { by, now }: Author,
): Statement {
  return {
    name: 'club-partners-owed',
    text: `INSERT INTO partner_entries (business_id, partner, name, kind, amount, order_number, reward, wallet, units, by_name, at)
           SELECT this_business(), r.partner ->> 'key', r.partner ->> 'name', 'redeemed', (r.partner ->> 'owed')::int8, $1,
                  t.reward, t.wallet, t.units, $5, $6
           FROM unnest($2::text[], $3::text[], $4::bigint[]) AS t (reward, wallet, units), LATERAL (
             SELECT o.definition -> 'partner' AS partner FROM rewards o
             WHERE o.business_id = this_business() AND o.key = t.reward OFFSET 0) r
           WHERE (r.partner ->> 'owed')::int8 <> 0 ON CONFLICT DO NOTHING`,
    values: [
      number,
      textArray(rewards.map(({ reward }) => reward)),
      textArray(rewards.map(({ wallet }) => wallet)),
      int8Array(rewards.map(({ units }) => units)),
      by,
      timestamptz(now),
    ],
  };
}

/** Takes off again what these rewards of an order had added. */
export async function oweNoMore(
  tx: Tx,
  { number, rewards }: { readonly number: string; readonly rewards: readonly string[] },
  { by, now }: Author,
): Promise<void> {
  if (rewards.length === 0) return;
  await tx.query(
    `INSERT INTO partner_entries (business_id, partner, name, kind, amount, order_number, reward, wallet, units, by_name, at)
     SELECT business_id, partner, name, 'cancelled', -amount, order_number, reward, wallet, units, $3, $4 FROM partner_entries
     WHERE business_id = this_business() AND order_number = $1 AND reward = ANY($2::text[]) AND kind = 'redeemed'
     ON CONFLICT DO NOTHING`,
    [number, textArray(rewards), by, timestamptz(now)],
  );
}

/** A payment: above 0 what we paid them, below 0 what they paid us. Answers what is owed afterwards. */
export async function settlePartner(
  tx: Tx,
  asked: { readonly partner: string; readonly amount: number; readonly note: string },
  { by, now }: Author,
): Promise<PartnerOwed | null> {
  const { rowCount } = await tx.query(
    `INSERT INTO partner_entries (business_id, partner, name, kind, amount, note, by_name, at)
     SELECT this_business(), $1, p.name, 'settled', -$2::int8, $3, $4, $5 FROM (
       SELECT name FROM partner_entries WHERE business_id = this_business() AND partner = $1
       ORDER BY entry_id DESC LIMIT 1) p`,
    [asked.partner, asked.amount, asked.note, by, timestamptz(now)],
  );
  if (rowCount === 0) return null;
  const [owed] = await partnersOwed(tx, { partner: asked.partner });
  return owed ?? null;
}

/** Every partner there is, by key: what is owed now, and what of it came about in a time. */
export async function partnersOwed(
  tx: Tx,
  asked: {
    readonly partner?: string | undefined;
    readonly from?: Instant | undefined;
    readonly until?: Instant | undefined;
  },
): Promise<readonly PartnerOwed[]> {
  const within = 'at >= $2 AND at < $3';
  const { rows } = await tx.query<PartnerOwed>(
    `SELECT partner, (array_agg(name ORDER BY entry_id DESC))[1] AS name, sum(amount)::int8 AS owed,
       coalesce(sum(amount) FILTER (WHERE kind = 'redeemed' AND ${within}), 0)::int8 AS redeemed,
       coalesce(sum(amount) FILTER (WHERE kind = 'cancelled' AND ${within}), 0)::int8 AS cancelled,
       coalesce(sum(amount) FILTER (WHERE kind = 'settled' AND ${within}), 0)::int8 AS settled
     FROM partner_entries WHERE business_id = this_business() AND ($1::text IS NULL OR partner = $1)
     GROUP BY partner ORDER BY partner LIMIT 1000`,
    [
      asked.partner ?? null,
      asked.from === undefined ? '-infinity' : timestamptz(asked.from),
      asked.until === undefined ? 'infinity' : timestamptz(asked.until),
    ],
  );
  return rows;
}

/** The newest first. */
export async function partnerEntries(
  tx: Tx,
  asked: { readonly partner: string; readonly after?: number | undefined; readonly limit: number },
): Promise<{ readonly entries: readonly PartnerEntry[]; readonly next: number | null }> {
  const { rows } = await tx.query<PartnerEntry>(
    `SELECT entry_id AS id, kind, amount, redemption_id AS redemption, order_number AS order, note, by_name AS by, at FROM partner_entries
     WHERE business_id = this_business() AND partner = $1 AND ($2::bigint IS NULL OR entry_id < $2)
     ORDER BY entry_id DESC LIMIT $3`,
    [asked.partner, asked.after ?? null, asked.limit + 1],
  );
  const entries = rows.slice(0, asked.limit);
  return { entries, next: rows.length > asked.limit ? (entries.at(-1)?.id ?? null) : null };
}
