import type { Instant } from '@nardeban/core/values';
import { type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Balance, Holder, LedgerEntry } from './types.ts';

/**
 * The accounts of a holder as `own`: of a person, those of everybody they are one with. $1 is the person, $2 the card. Each is
 * looked up by its key, whatever the planner believes of tables that have just begun to fill.
 */
const OWN = ownOf(`unnest(CASE WHEN $2 = 0 THEN club_people($1) ELSE '{0}'::bigint[] END) AS one`, '$2');

function ownOf(people: string, card: string): string {
  return `own AS MATERIALIZED (
  SELECT a.* FROM ${people}, LATERAL (
    SELECT o.* FROM club_accounts o
    WHERE o.business_id = this_business() AND o.person_id = one AND o.card_id = ${card} OFFSET 0) a)`;
}

function numbersOf({ kind, id }: Holder): [person: number, card: number] {
  return kind === 'person' ? [id, 0] : [0, id];
}

/** How many instants of expiry are told of one wallet; what comes later is not told apart. */
const MOST_EXPIRING = 100;

/**
 * What a holder has at this instant, a row for each wallet they ever had anything in, by its key; with `wallets`, of
 * those alone. What has expired counts as gone, whether its expiry was posted yet or not.
 */
export async function balancesOf(
  tx: Tx,
  holder: Holder,
  asked: { readonly now: Instant; readonly wallets?: readonly string[] },
): Promise<Balance[]> {
  return (await tx.query<Balance>(balancesStatement(holder, asked))).rows;
}

/** The same as a statement to be sent together with others: its rows are the balances. */
export function balancesStatement(
  holder: Holder,
  { now, wallets }: { readonly now: Instant; readonly wallets?: readonly string[] },
): Statement {
  return {
    name: 'club-balances',
    text: balancesText(OWN, '$3', '$4'),
    values: [...numbersOf(holder), timestamptz(now), wallets ?? null],
  };
}

/** The same of the people that the statement it becomes part of has read as `ring`. */
export function balancesOfRing({ now }: { readonly now: Instant }): Statement {
  return {
    name: 'club-balances-of-ring',
    text: balancesText(
      ownOf('(SELECT r.person_id AS one FROM ring r) AS ring_of', '0'),
      '$1',
      'NULL::text[]',
    ),
    values: [timestamptz(now)],
    many: { types: ['timestamptz'] },
  };
}

function balancesText(own: string, now: string, wallets: string): string {
  // Lots are summed by their expiry first, and then by wallet: they are read and sorted once.
  return `WITH ${own}, parts AS (
      SELECT o.wallet, l.expires_at,
        sum(l.remaining - l.held) FILTER (WHERE l.amount > 0 AND l.available_from <= ${now} AND coalesce(l.expires_at > ${now}, true)) AS free,
        sum(l.held) AS held,
        sum(l.remaining - l.held) FILTER (WHERE l.amount > 0 AND l.available_from > ${now}) AS pending,
        -sum(l.remaining) FILTER (WHERE l.amount < 0) AS debt,
        min(l.available_from) FILTER (WHERE l.amount > 0 AND l.available_from > ${now}) AS vests,
        sum(l.remaining) FILTER (WHERE l.amount > 0 AND l.expires_at > ${now}) AS expiring
      FROM own o LEFT JOIN LATERAL (
        SELECT x.remaining, x.held, x.amount, x.available_from, x.expires_at FROM club_lots x
        WHERE x.business_id = this_business() AND x.account_id = o.account_id AND x.is_open
          AND (x.expires_at IS NULL OR x.expires_at > ${now} OR x.held > 0) OFFSET 0) l ON true
      WHERE ${wallets}::text[] IS NULL OR o.wallet = ANY(${wallets})
      GROUP BY o.wallet, l.expires_at
    )
    SELECT wallet, greatest(0, coalesce(sum(free), 0) - coalesce(sum(debt), 0))::int8 AS available,
      coalesce(sum(held), 0)::int8 AS held, coalesce(sum(pending), 0)::int8 AS pending, coalesce(sum(debt), 0)::int8 AS debt,
      min(vests) AS "vestsAt",
      coalesce(to_json((array_agg(json_build_object('at', (extract(epoch FROM expires_at) * 1000)::int8, 'units', expiring::int8)
        ORDER BY expires_at) FILTER (WHERE expiring IS NOT NULL))[1:${MOST_EXPIRING}]), '[]') AS expiring
    FROM parts GROUP BY wallet ORDER BY wallet`;
}

/**
 * What was posted for a holder, the newest first; `before` is the last transaction of the page before. A move between two
 * people who are one by now shows as nothing.
 */
export async function entriesOf(
  tx: Tx,
  holder: Holder,
  page: {
    readonly before?: number | undefined;
    readonly limit: number;
    readonly wallet?: string | undefined;
  },
): Promise<LedgerEntry[]> {
  const { rows } = await tx.query<LedgerEntry>({
    name: 'club-entries',
    text: `WITH ${OWN}, page AS MATERIALIZED (
      SELECT e.transaction_id, sum(e.units)::int8 AS units, min(e.lot_id) FILTER (WHERE e.units > 0) AS lot
      FROM own o JOIN club_entries e ON e.business_id = o.business_id AND e.account_id = o.account_id
      WHERE ($3::int8 IS NULL OR e.transaction_id < $3) AND ($5::text IS NULL OR o.wallet = $5)
      GROUP BY e.transaction_id ORDER BY e.transaction_id DESC LIMIT $4
    )
    SELECT t.transaction_id AS transaction, t.kind, t.wallet, p.units, t.at, t.posted_at AS "postedAt",
      l.available_from AS "availableFrom", l.expires_at AS "expiresAt", t.reverses, t.cause
    FROM page p JOIN club_transactions t ON t.business_id = this_business() AND t.transaction_id = p.transaction_id
    LEFT JOIN club_lots l ON l.business_id = this_business() AND l.lot_id = p.lot AND p.units > 0
    ORDER BY t.transaction_id DESC`,
    values: [...numbersOf(holder), page.before ?? null, page.limit, page.wallet ?? null],
  });
  return rows;
}

/**
 * The balance (pending and held included, debts taken off) after everything that had happened by `at` and was written by
 * `posted`; what is not given does not bound. Counted from the entries.
 */
export async function balanceAsOf(
  tx: Tx,
  holder: Holder,
  wallet: string,
  { at, posted }: { readonly at?: Instant; readonly posted?: Instant },
): Promise<number> {
  const { rows } = await tx.query<{ units: number }>({
    name: 'club-as-of',
    text: `WITH ${OWN}
      SELECT coalesce(sum(e.units), 0)::int8 AS units
      FROM own o JOIN club_entries e ON e.business_id = o.business_id AND e.account_id = o.account_id
      JOIN club_transactions t ON t.business_id = e.business_id AND t.transaction_id = e.transaction_id
      WHERE o.wallet = $3 AND ($4::timestamptz IS NULL OR t.at <= $4) AND ($5::timestamptz IS NULL OR t.posted_at <= $5)`,
    values: [
      ...numbersOf(holder),
      wallet,
      at === undefined ? null : timestamptz(at),
      posted === undefined ? null : timestamptz(posted),
    ],
  });
  return rows[0]?.units ?? 0;
}
