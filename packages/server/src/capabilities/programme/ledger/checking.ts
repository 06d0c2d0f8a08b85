import type { Database } from '../../../platform/database/index.ts';

/** Something that is kept up and is not what the entries, holds and captures say. */
export interface LedgerDifference {
  readonly what:
    | 'lot_differs'
    | 'account_differs'
    | 'entry_of_nothing'
    | 'transaction_unbalanced'
    | 'transaction_differs'
    | 'hold_differs'
    | 'counter_differs'
    | 'counter_overdealt';
  /** What it is about: the number of a lot, an account or a transaction, or the key of a counter. */
  readonly subject: string;
  readonly told: string;
  readonly kept: string;
}

export interface LedgerCheck {
  /** How many entries were added up. */
  readonly entries: number;
  readonly differences: number;
  /** The first of them. */
  readonly examples: readonly LedgerDifference[];
}

const MOST_EXAMPLES = 100;

/** Each answers rows of {what, subject, told, kept}. All see the same moment, whoever writes meanwhile. */
const questions: readonly string[] = [
  // Every lot is what its entries come to.
  `SELECT 'lot_differs' AS what, l.lot_id::text AS subject,
     concat_ws(' ', e.units, 'expired', e.expired, 'written off', e.written_off, 'taken back', e.reversed, 'amount', e.amount) AS told,
     concat_ws(' ', l.remaining, 'expired', l.expired, 'written off', l.written_off, 'taken back', l.reversed, 'amount', l.amount) AS kept
   FROM club_lots l LEFT JOIN (
     SELECT e.lot_id, sum(e.units) AS units,
       -coalesce(sum(e.units) FILTER (WHERE e.against = 'expired'), 0) AS expired,
       coalesce(sum(e.units) FILTER (WHERE e.against = 'written-off'), 0) AS written_off,
       -coalesce(sum(e.units) FILTER (WHERE t.kind = 'take-back' AND e.against IN ('issued', 'sold', 'adjusted')), 0) AS reversed,
       sum(e.units) FILTER (WHERE t.transaction_id = o.transaction_id AND (o.amount > 0) = (e.units > 0)
                              AND (e.against = o.source)) AS amount
     FROM club_entries e
     JOIN club_transactions t ON t.business_id = e.business_id AND t.transaction_id = e.transaction_id
     JOIN club_lots o ON o.business_id = e.business_id AND o.lot_id = e.lot_id
     WHERE e.business_id = this_business() GROUP BY e.lot_id) e USING (lot_id)
   WHERE l.business_id = this_business() AND (l.remaining IS DISTINCT FROM e.units OR l.expired <> e.expired
     OR l.written_off <> e.written_off OR l.reversed <> e.reversed OR l.amount IS DISTINCT FROM e.amount)`,
  // Every account is what its entries come to, and what its lots come to.
  `SELECT 'account_differs' AS what, a.account_id::text AS subject,
     concat_ws(' ', coalesce(e.units, 0), 'by entries', coalesce(l.units, 0), 'by lots, owed', coalesce(l.owed, 0)) AS told,
     concat_ws(' ', a.balance, 'owed', a.debt) AS kept
   FROM club_accounts a
   LEFT JOIN (SELECT account_id, sum(units) AS units FROM club_entries WHERE business_id = this_business() GROUP BY 1) e USING (account_id)
   LEFT JOIN (SELECT account_id, sum(remaining) AS units, -coalesce(sum(remaining) FILTER (WHERE amount < 0), 0) AS owed
              FROM club_lots WHERE business_id = this_business() GROUP BY 1) l USING (account_id)
   WHERE a.business_id = this_business()
     AND (a.balance <> coalesce(e.units, 0) OR a.balance <> coalesce(l.units, 0) OR a.debt <> coalesce(l.owed, 0))`,
  // Every entry stands in a transaction, on a lot of its account, in the wallet of both.
  `SELECT 'entry_of_nothing' AS what, e.transaction_id || '.' || e.place AS subject,
     concat_ws(' ', 'account', e.account_id, 'lot', e.lot_id) AS told,
     concat_ws(' ', 'account', l.account_id, a.wallet, 'transaction', t.transaction_id, t.wallet) AS kept
   FROM club_entries e
   LEFT JOIN club_transactions t ON t.business_id = e.business_id AND t.transaction_id = e.transaction_id
   LEFT JOIN club_lots l ON l.business_id = e.business_id AND l.lot_id = e.lot_id
   LEFT JOIN club_accounts a ON a.business_id = e.business_id AND a.account_id = e.account_id
   WHERE e.business_id = this_business()
     AND (t.transaction_id IS NULL OR l.account_id IS DISTINCT FROM e.account_id OR a.wallet IS DISTINCT FROM t.wallet)`,
  // What moves between lots or holders sums to zero; what is posted sums to what was asked, on the side of the programme.
  `SELECT CASE WHEN s.moved <> 0 OR s.transferred <> 0 THEN 'transaction_unbalanced' ELSE 'transaction_differs' END AS what,
     t.transaction_id::text AS subject, concat_ws(' ', t.kind, s.posted, 'settled', s.moved, 'transferred', s.transferred) AS told,
     t.units::text AS kept
   FROM club_transactions t LEFT JOIN LATERAL (
     SELECT coalesce(sum(e.units) FILTER (WHERE e.against = 'settled'), 0) AS moved,
       coalesce(sum(e.units) FILTER (WHERE e.against = 'transferred'), 0) AS transferred,
       coalesce(sum(e.units) FILTER (WHERE CASE t.kind
         WHEN 'transfer' THEN e.against = 'transferred' AND e.units < 0
         WHEN 'expire' THEN e.against = 'expired' WHEN 'adjust' THEN e.against = 'adjusted'
         WHEN 'spend' THEN e.against = 'redeemed' WHEN 'give-back' THEN e.against = 'redeemed'
         ELSE e.against IN ('issued', 'sold', 'adjusted') END), 0) AS posted
     FROM club_entries e WHERE e.business_id = t.business_id AND e.transaction_id = t.transaction_id) s ON true
   WHERE t.business_id = this_business() AND (s.moved <> 0 OR s.transferred <> 0 OR s.posted <> t.units)`,
  // No more was given back than was spent.
  `SELECT 'transaction_differs' AS what, t.transaction_id::text AS subject, 'given back ' || sum(g.units) AS told, t.units::text AS kept
   FROM club_transactions t JOIN club_transactions g
     ON g.business_id = t.business_id AND g.reverses = t.transaction_id AND g.kind = 'give-back'
   WHERE t.business_id = this_business() GROUP BY t.transaction_id, t.units HAVING sum(g.units) > -t.units`,
  // What lots keep aside is what open holds say.
  `SELECT 'hold_differs' AS what, coalesce(l.lot_id, h.lot_id)::text AS subject, coalesce(h.units, 0)::text AS told,
     coalesce(l.held, 0)::text AS kept
   FROM (SELECT lot_id, held FROM club_lots WHERE business_id = this_business() AND held <> 0) l
   FULL JOIN (SELECT (p->>0)::bigint AS lot_id, sum((p->>2)::bigint) AS units
              FROM club_holds o, jsonb_array_elements(o.lots) AS g, jsonb_array_elements(g->'p') AS p
              WHERE o.business_id = this_business() AND o.state = 'open' GROUP BY 1) h USING (lot_id)
   WHERE coalesce(l.held, 0) <> coalesce(h.units, 0)`,
  // Counters are what holds keep aside, and what captures used less what was given back.
  `SELECT 'counter_differs' AS what, k || CASE WHEN p > 0 THEN ' of person ' || p ELSE '' END AS subject,
     concat_ws(' ', 'used', sum(told_used), 'held', sum(told_held)) AS told,
     concat_ws(' ', 'used', sum(used), 'held', sum(held)) AS kept
   FROM (
     SELECT c.key AS k, c.person_id AS p, 0::bigint AS told_used, 0::bigint AS told_held, c.used, c.held
     FROM club_counters c WHERE c.business_id = this_business()
     UNION ALL
     SELECT x.k, x.p, CASE WHEN h.state = 'captured' THEN x.n ELSE 0 END, CASE WHEN h.state = 'open' THEN x.n ELSE 0 END, 0, 0
     FROM club_holds h, jsonb_to_recordset(h.claims) AS x (k text COLLATE "C", p bigint, n bigint) WHERE h.business_id = this_business()
     UNION ALL
     SELECT x.k, x.p, -x.n, 0, 0, 0
     FROM club_uncounts u, jsonb_to_recordset(u.claims) AS x (k text COLLATE "C", p bigint, n bigint) WHERE u.business_id = this_business()) s
   GROUP BY k, p HAVING sum(told_used) <> sum(used) OR sum(told_held) <> sum(held)`,
  // The slots of a counter were dealt one limit, and no more than that.
  `SELECT 'counter_overdealt' AS what, c.key AS subject, max(c.dealt)::text AS told, sum(c.quota)::text AS kept
   FROM club_counters c WHERE c.business_id = this_business() AND c.person_id = 0 GROUP BY c.key
   HAVING count(DISTINCT c.dealt) > 1 OR sum(c.quota) > greatest(max(c.dealt), sum(c.used + c.held))`,
];

/**
 * Counts the ledger of a business anew (lots = entries = balances = counters) and tells every difference from what is
 * kept up. Writes nothing.
 */
export async function checkLedger(database: Database, businessId: number): Promise<LedgerCheck> {
  return database.withBusiness(
    businessId,
    async (tx) => {
      const examples: LedgerDifference[] = [];
      let differences = 0;
      for (const question of questions) {
        const { rows } = await tx.query<LedgerDifference & { all: number }>(
          `SELECT what, subject, told, kept, count(*) OVER () AS all FROM (${question}) AS q ORDER BY subject LIMIT ${MOST_EXAMPLES}`,
        );
        differences += rows[0]?.all ?? 0;
        examples.push(
          ...rows
            .slice(0, MOST_EXAMPLES - examples.length)
            .map(({ what, subject, told, kept }) => ({ what, subject, told, kept })),
        );
      }
      const { rows } = await tx.query<{ entries: number }>(
        'SELECT count(*) AS entries FROM club_entries WHERE business_id = this_business()',
      );
      return { entries: rows[0]?.entries ?? 0, differences, examples };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}
