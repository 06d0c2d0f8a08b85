import { costOf, WHOLE } from '@nardeban/core/programme';
import type { Day } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { everythingSaid, expectedIn } from './expectations.ts';

/** A campaign is told by its rules. */
export const payingAspects = ['reason', 'rule', 'campaign', 'rung', 'level'] as const;
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
}

const MOST = 500;

/** What gave the units that were earned and redeemed in a time, and what the redeemed ones cost: the dearest first. */
export async function whoPays(
  tx: Tx,
  asked: { readonly aspect: PayingAspect; readonly from: Day; readonly before: Day },
): Promise<readonly PayingLine[]> {
  const { aspect, from, before } = asked;
  const { rows } = await tx.query<Omit<PayingLine, 'cost'>>(
    `WITH campaigns AS (
       SELECT DISTINCT ON (rule ->> 'key') rule ->> 'key' AS rule, rule ->> 'campaign' AS campaign
       FROM club_versions v, jsonb_array_elements(v.definition -> 'rules') AS rule
       WHERE $1 = 'campaign' AND v.business_id = this_business() ORDER BY rule ->> 'key', v.version DESC)
     SELECT d.wallet, CASE WHEN $1 = 'campaign' THEN coalesce(c.campaign, '') ELSE d.name END AS name,
            coalesce(sum(units) FILTER (WHERE movement = 'earned'), 0)::bigint AS earned,
            coalesce(sum(units) FILTER (WHERE movement = 'reversed'), 0)::bigint AS reversed,
            coalesce(sum(units) FILTER (WHERE movement = 'spent'), 0)::bigint AS redeemed,
            coalesce(sum(units) FILTER (WHERE movement = 'givenBack'), 0)::bigint AS "givenBack",
            sum(entries)::bigint AS entries
     FROM club_book_causes d LEFT JOIN campaigns c ON c.rule = d.name
     WHERE d.business_id = this_business() AND d.aspect = CASE WHEN $1 = 'campaign' THEN 'rule' ELSE $1 END
       AND d.posted_day >= $2 AND d.posted_day < $3
     GROUP BY 1, 2 ORDER BY sum(units) DESC, 1, 2 LIMIT ${MOST}`,
    [aspect, from, before],
  );
  const said = await everythingSaid(tx);
  return rows
    .map((row) => {
      const { cost } = expectedIn(said, row.wallet, asked.before - 1);
      return { ...row, cost: costOf(row.redeemed - row.givenBack, cost, WHOLE) };
    })
    .sort((a, b) => b.cost - a.cost);
}
