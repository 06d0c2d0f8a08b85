import type { VoucherKind } from '@nardeban/core/programme';
import { type Day, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { nextMonth } from './months.ts';

/** What was owed to a partner over a month, in minor units: above 0 we owe them, below 0 they owe us. */
export interface PartnerMonth {
  readonly partner: string;
  readonly name: string;
  readonly opening: number;
  /** What redemptions added, cancellations took off again, and payments settled. */
  readonly redeemed: number;
  readonly cancelled: number;
  readonly settled: number;
  readonly closing: number;
  readonly amounts: Readonly<Partial<Record<VoucherKind, number>>>;
}

/**
 * Every partner with whom something was owed or moved in a month, by name. Entries are written as they happen and never
 * changed, so a month that is over stays as it was.
 */
export async function partnersInMonth(
  tx: Tx,
  { zone, calendar }: Pick<Business, 'zone' | 'calendar'>,
  month: Day,
): Promise<readonly PartnerMonth[]> {
  const [from, before] = [month, nextMonth(month, calendar)].map((day) =>
    timestamptz(zoneOf(zone).startOf(day)),
  );
  const { rows } = await tx.query<Omit<PartnerMonth, 'closing' | 'amounts'>>(
    `SELECT * FROM (
       SELECT partner, (array_agg(name ORDER BY entry_id DESC))[1] AS name,
         coalesce(sum(amount) FILTER (WHERE at < $1), 0)::int8 AS opening,
         coalesce(sum(amount) FILTER (WHERE at >= $1 AND kind = 'redeemed'), 0)::int8 AS redeemed,
         coalesce(sum(amount) FILTER (WHERE at >= $1 AND kind = 'cancelled'), 0)::int8 AS cancelled,
         coalesce(sum(amount) FILTER (WHERE at >= $1 AND kind = 'settled'), 0)::int8 AS settled,
         bool_or(at >= $1) AS moved
       FROM partner_entries WHERE business_id = this_business() AND at < $2 GROUP BY partner
     ) p WHERE opening <> 0 OR moved ORDER BY name, partner LIMIT 1000`,
    [from, before],
  );
  return rows.map(({ partner, name, opening, redeemed, cancelled, settled }) => ({
    partner,
    name,
    opening,
    redeemed,
    cancelled,
    settled,
    closing: opening + redeemed + cancelled + settled,
    amounts: {
      'partner-redeemed': redeemed,
      'partner-cancelled': cancelled,
      'partner-settled': settled,
    },
  }));
}
