import { costOf, WHOLE } from '@nardeban/core/programme';
import { type Day, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { everythingSaid, expectedIn } from './expectations.ts';

/** A campaign is told by its rules; a partner by the rewards that units were redeemed for. */
export const payingAspects = ['reason', 'rule', 'campaign', 'rung', 'level', 'partner'] as const;
export type PayingAspect = (typeof payingAspects)[number];

export interface PayingLine {
  readonly wallet: string;
  readonly name: string;
  readonly earned: number;
  readonly reversed: number;
  readonly redeemed: number;
  readonly givenBack: number;
  readonly entries: number;
  /** What the redeemed units that it gave have cost; minor units. */
  readonly cost: number;
  /** The partner's part: above 0 what we owe them for it, below 0 what they pay us; minor units. Null: not told by partner. */
  readonly owed: number | null;
}

type Moved = Omit<PayingLine, 'cost'>;

const MOST = 500;

/** What gave the units that were earned and redeemed in a time, and what the redeemed ones cost: the dearest first. */
export async function whoPays(
  tx: Tx,
  business: Pick<Business, 'zone'>,
  asked: { readonly aspect: PayingAspect; readonly from: Day; readonly before: Day },
): Promise<readonly PayingLine[]> {
  const rows = await (asked.aspect === 'partner' ? byPartner(tx, business, asked) : byCause(tx, asked));
  const said = await everythingSaid(tx);
  return rows
    .map((row) => {
      const { cost } = expectedIn(said, row.wallet, asked.before - 1);
      return { ...row, cost: costOf(row.redeemed - row.givenBack, cost, WHOLE) };
    })
    .sort((a, b) => b.cost - a.cost);
}

async function byCause(
  tx: Tx,
  { aspect, from, before }: { readonly aspect: PayingAspect; readonly from: Day; readonly before: Day },
): Promise<readonly Moved[]> {
  const { rows } = await tx.query<Moved>(
    `WITH campaigns AS (
       SELECT DISTINCT ON (rule ->> 'key') rule ->> 'key' AS rule, rule ->> 'campaign' AS campaign
       FROM club_versions v, jsonb_array_elements(v.definition -> 'rules') AS rule
       WHERE $1 = 'campaign' AND v.business_id = this_business() ORDER BY rule ->> 'key', v.version DESC)
     SELECT d.wallet, CASE WHEN $1 = 'campaign' THEN coalesce(c.campaign, '') ELSE d.name END AS name,
            coalesce(sum(units) FILTER (WHERE movement = 'earned'), 0)::bigint AS earned,
            coalesce(sum(units) FILTER (WHERE movement = 'reversed'), 0)::bigint AS reversed,
            coalesce(sum(units) FILTER (WHERE movement = 'spent'), 0)::bigint AS redeemed,
            coalesce(sum(units) FILTER (WHERE movement = 'givenBack'), 0)::bigint AS "givenBack",
            sum(entries)::bigint AS entries, NULL AS owed
     FROM club_book_causes d LEFT JOIN campaigns c ON c.rule = d.name
     WHERE d.business_id = this_business() AND d.aspect = CASE WHEN $1 = 'campaign' THEN 'rule' ELSE $1 END
       AND d.posted_day >= $2 AND d.posted_day < $3
     GROUP BY 1, 2 ORDER BY sum(units) DESC, 1, 2 LIMIT ${MOST}`,
    [aspect, from, before],
  );
  return rows;
}

/**
 * What was redeemed for the rewards of each partner, and for those of our own (no name), and what is owed for it: a redemption
 * and its cancellation say the same as the entries of the partner that they made, an order says it by those entries alone.
 */
async function byPartner(
  tx: Tx,
  { zone }: Pick<Business, 'zone'>,
  { from, before }: { readonly from: Day; readonly before: Day },
): Promise<readonly Moved[]> {
  const { rows } = await tx.query<Moved>(
    `SELECT wallet, coalesce((array_agg(partner ->> 'name' ORDER BY id DESC))[1], '') AS name,
            0::bigint AS earned, 0::bigint AS reversed,
            coalesce(sum(units) FILTER (WHERE sign = 1), 0)::bigint AS redeemed,
            coalesce(sum(units) FILTER (WHERE sign = -1), 0)::bigint AS "givenBack", count(*) AS entries,
            sum(sign * coalesce((partner ->> 'owed')::bigint, 0))::bigint AS owed
     FROM (
       SELECT redemption_id AS id, wallet, units, definition -> 'partner' AS partner, 1 AS sign FROM redemptions
       WHERE business_id = this_business() AND made_at >= $1 AND made_at < $2
       UNION ALL
       SELECT redemption_id, wallet, units, definition -> 'partner', -1 FROM redemptions
       WHERE business_id = this_business() AND state = 'cancelled' AND ended_at >= $1 AND ended_at < $2
       UNION ALL
       SELECT entry_id, wallet, units, jsonb_build_object('key', partner, 'name', name, 'owed', amount * way.sign), way.sign
       FROM partner_entries, LATERAL (SELECT CASE kind WHEN 'redeemed' THEN 1 ELSE -1 END AS sign) way
       WHERE business_id = this_business() AND order_number IS NOT NULL AND at >= $1 AND at < $2
     ) moved GROUP BY wallet, partner ->> 'key' ORDER BY sum(units) DESC, wallet, name LIMIT ${MOST}`,
    [from, before].map((day) => timestamptz(zoneOf(zone).startOf(day))),
  );
  return rows;
}
