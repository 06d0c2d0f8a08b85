import { type Movement, natureOf } from '@nardeban/core/programme';
import { type Day, type Instant, startOfMonth, zoneOf } from '@nardeban/core/values';
import {
  float8Array,
  int4Array,
  int8Array,
  textArray,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { HolderKind, ProofLine } from './book-store.ts';
import { bucketOf, standing } from './standing-causes.ts';

/** What is older counts as of its first day: a boundary for each day goes along with the question. */
const YEARS_BACK = 20;
/** A clock that runs ahead is no reason to lose what it posted. */
const DAYS_AHEAD = 400;

/** The day on which the ledger was first posted to; null: it was not yet. */
export async function firstDayOf(tx: Tx, { zone }: Business): Promise<Day | null> {
  const { rows } = await tx.query<{ at: Instant | null }>(
    'SELECT min(posted_at) AS at FROM club_transactions WHERE business_id = this_business()',
  );
  const at = rows[0]?.at ?? null;
  return at === null ? null : zoneOf(zone).dayOf(at);
}

interface MovedRow {
  readonly posted: number;
  readonly happened: number;
  readonly earned: number;
  readonly holder: HolderKind;
  readonly wallet: string;
  readonly movement: keyof Movement | 'settled';
  readonly source: string;
  readonly reason: string;
  readonly order: boolean;
  readonly rule: string;
  readonly units: number;
  readonly owed: number;
  readonly entries: number;
}

interface PricedRow {
  readonly posted: number;
  readonly happened: number;
  readonly wallet: string;
  readonly reason: string;
  readonly price: number;
  readonly unpriced: number;
}

/**
 * Writes the days from one on anew from what the ledger posted; `before` is the first that is left alone, null: none is.
 * Whoever calls it holds the lock of the books.
 */
export async function writeDays(tx: Tx, business: Business, from: Day, before: Day | null): Promise<void> {
  const { calendar } = business;
  const zone = zoneOf(business.zone);
  const first = from - 366 * YEARS_BACK;
  const days = Array.from({ length: 366 * YEARS_BACK + DAYS_AHEAD }, (_, step) => zone.startOf(first + step));
  const dayOf = (bucket: number): Day => first + Math.max(bucket - 1, 0);
  const window = [
    timestamptz(zone.startOf(from)),
    before === null ? 'infinity' : timestamptz(zone.startOf(before)),
    float8Array(days),
  ];
  const { rows: moved } = await tx.query<MovedRow>(MOVED, window);
  const { rows: priced } = await tx.query<PricedRow>(PRICED, window);
  const lines = new Map<string, Line>();
  const causes = new Map<string, CauseLine>();
  for (const row of moved) {
    const nature = row.source === 'sold' ? 'paid' : natureOf(causeOf(row));
    const key = {
      posted: dayOf(row.posted),
      holder: row.holder,
      wallet: row.wallet,
      happened: dayOf(row.happened),
      cohort: startOfMonth(dayOf(row.earned), calendar),
      nature,
      movement: row.movement,
    };
    add(lines, key, { units: row.units, owed: row.owed, entries: row.entries });
    if (row.holder === 'card' || !isCaused(row.movement)) continue;
    const { posted, wallet, movement } = key;
    for (const [aspect, name] of [
      ['reason', row.reason],
      ['rule', row.rule],
    ] as const)
      if (name !== '')
        add(causes, { posted, wallet, aspect, name, movement }, { units: row.units, entries: row.entries });
  }
  for (const { posted, units, entries, ...row } of await standing(tx, business, window))
    add(causes, { posted: dayOf(posted), ...row }, { units, entries });
  for (const row of priced) {
    if (natureOf({ kind: row.reason, order: 'of a sale' }) !== 'sale') continue;
    const happened = dayOf(row.happened);
    const key = {
      posted: dayOf(row.posted),
      holder: 'person' as const,
      wallet: row.wallet,
      happened,
      cohort: startOfMonth(happened, calendar),
      nature: 'sale' as const,
      movement: 'earned' as const,
    };
    add(lines, key, { price: row.price, unpriced: row.unpriced });
  }
  await writeLines(tx, from, before, [...lines.values()]);
  await writeCauses(tx, from, before, [...causes.values()]);
}

/** By hand is by hand, whatever order it was about. */
function causeOf({ source, reason, order }: MovedRow) {
  return { kind: reason, order: order && source !== 'adjusted' ? 'of a sale' : null };
}

function isCaused(movement: MovedRow['movement']): boolean {
  return ['earned', 'reversed', 'spent', 'givenBack'].includes(movement);
}

type Key = Readonly<Record<string, string | number>>;
type Sums = Readonly<Record<string, number>>;
interface Summed {
  readonly key: Key;
  readonly sums: Record<string, number>;
}
type Line = Summed;
type CauseLine = Summed;

function add(lines: Map<string, Summed>, key: Key, more: Sums): void {
  const name = JSON.stringify(key);
  const line = lines.get(name) ?? { key, sums: {} };
  lines.set(name, line);
  for (const [sum, value] of Object.entries(more)) line.sums[sum] = (line.sums[sum] ?? 0) + value;
}

function texts(lines: readonly Summed[], name: string): Buffer {
  return textArray(lines.map(({ key }) => String(key[name])));
}
function dayArray(lines: readonly Summed[], name: string): Buffer {
  return int4Array(lines.map(({ key }) => Number(key[name])));
}
function sumArray(lines: readonly Summed[], name: string): Buffer {
  return int8Array(lines.map(({ sums }) => sums[name] ?? 0));
}

async function writeLines(tx: Tx, from: Day, before: Day | null, lines: readonly Line[]): Promise<void> {
  await tx.query(
    `DELETE FROM club_book_days WHERE business_id = this_business() AND posted_day >= $1 AND ($2::int IS NULL OR posted_day < $2)`,
    [from, before],
  );
  const there = lines.filter(({ sums }) => (sums['entries'] ?? 0) > 0);
  await tx.query(
    `INSERT INTO club_book_days (business_id, posted_day, holder, wallet, event_day, cohort, nature, movement, units, owed,
       entries, price, unpriced)
     SELECT this_business(), p, h, w, e, c, n, m, u, o, k, r, x
     FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[], $8::bigint[], $9::bigint[],
                 $10::bigint[], $11::bigint[], $12::bigint[]) AS line (p, h, w, e, c, n, m, u, o, k, r, x)`,
    [
      dayArray(there, 'posted'),
      texts(there, 'holder'),
      texts(there, 'wallet'),
      dayArray(there, 'happened'),
      dayArray(there, 'cohort'),
      texts(there, 'nature'),
      texts(there, 'movement'),
      sumArray(there, 'units'),
      sumArray(there, 'owed'),
      sumArray(there, 'entries'),
      sumArray(there, 'price'),
      sumArray(there, 'unpriced'),
    ],
  );
}

async function writeCauses(
  tx: Tx,
  from: Day,
  before: Day | null,
  lines: readonly CauseLine[],
): Promise<void> {
  await tx.query(
    `DELETE FROM club_book_causes WHERE business_id = this_business() AND posted_day >= $1
       AND ($2::int IS NULL OR posted_day < $2)`,
    [from, before],
  );
  await tx.query(
    `INSERT INTO club_book_causes (business_id, posted_day, wallet, aspect, name, movement, units, entries)
     SELECT this_business(), p, w, a, left(n, 200), m, sum(u), sum(k)
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
       AS line (p, w, a, n, m, u, k) GROUP BY p, w, a, left(n, 200), m`,
    [
      dayArray(lines, 'posted'),
      texts(lines, 'wallet'),
      texts(lines, 'aspect'),
      texts(lines, 'name'),
      texts(lines, 'movement'),
      sumArray(lines, 'units'),
      sumArray(lines, 'entries'),
    ],
  );
}

/**
 * What was posted in a window, added up; what was transferred or is owed is of the lot it came from. From each transaction it
 * goes on by keys: `OFFSET 0` keeps the planner, which knows little of tables that grow this fast, from another order.
 */
const MOVED = `
  SELECT ${bucketOf('x.posted_at')} AS posted, ${bucketOf('x.at')} AS happened, ${bucketOf('o.at')} AS earned,
         CASE WHEN a.card_id > 0 THEN 'card' ELSE 'person' END AS holder, x.wallet,
         CASE WHEN e.against IN ('issued', 'sold') THEN CASE WHEN e.units > 0 THEN 'earned' ELSE 'reversed' END
              WHEN e.against = 'redeemed' THEN CASE WHEN e.units < 0 THEN 'spent' ELSE 'givenBack' END
              WHEN e.against = 'written-off' THEN 'writtenOff' ELSE e.against END AS movement,
         o.source, coalesce(c.cause ->> 'kind', '') AS reason, (c.cause ->> 'order') IS NOT NULL AS "order",
         coalesce(c.cause ->> 'rule', '') AS rule,
         sum(CASE WHEN e.against = 'expired' THEN -e.units
                  WHEN e.against IN ('issued', 'sold', 'redeemed') THEN abs(e.units) ELSE e.units END)::bigint AS units,
         sum(CASE WHEN l.amount < 0 THEN -e.units ELSE 0 END)::bigint AS owed, count(*) AS entries
  FROM club_transactions x, LATERAL (
    SELECT o.account_id, o.lot_id, o.units, o.against FROM club_entries o
    WHERE o.business_id = this_business() AND o.transaction_id = x.transaction_id OFFSET 0) e, LATERAL (
    SELECT o.card_id FROM club_accounts o
    WHERE o.business_id = this_business() AND o.account_id = e.account_id OFFSET 0) a, LATERAL (
    SELECT o.lot_id, o.amount, o.source FROM club_lots o
    WHERE o.business_id = this_business() AND o.lot_id = e.lot_id OFFSET 0) l, LATERAL (
    SELECT o.at, o.source, o.transaction_id FROM club_lots o
    WHERE o.business_id = this_business()
      AND o.lot_id = CASE WHEN l.amount < 0 OR l.source = 'transferred' THEN club_origin(l.lot_id) ELSE l.lot_id END
    OFFSET 0) o, LATERAL (
    SELECT g.cause FROM club_transactions g
    WHERE g.business_id = this_business() AND g.transaction_id = o.transaction_id OFFSET 0) c
  WHERE x.business_id = this_business() AND x.posted_at >= $1 AND x.posted_at < $2
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;

/**
 * What was paid in the sales that earned something, each order once for a wallet: as its payment was told of, near the time
 * it earned. An order may earn before anybody told of it; then it has no price.
 */
const PRICED = `
  SELECT ${bucketOf('s.posted_at')} AS posted, ${bucketOf('s.at')} AS happened, s.wallet, s.reason,
         coalesce(sum(s.price), 0)::bigint AS price, count(*) FILTER (WHERE s.price IS NULL) AS unpriced
  FROM (
    SELECT x.posted_at, x.at, x.wallet, x.cause ->> 'kind' AS reason, (
      SELECT sum(f.amount) FROM facts f
      WHERE f.business_id = x.business_id AND f.person_id = a.person_id AND f.type = 'order.paid'
        AND f.at BETWEEN x.at - interval '2 days' AND x.at + interval '2 days'
        AND coalesce(f.ref, f.data ->> 'number') = x.cause ->> 'order') AS price
    FROM (
      SELECT DISTINCT ON (t.wallet, t.cause ->> 'order') t.* FROM club_transactions t
      WHERE t.business_id = this_business() AND t.posted_at >= $1 AND t.posted_at < $2 AND t.kind = 'earn'
        AND t.cause ->> 'order' IS NOT NULL
      ORDER BY t.wallet, t.cause ->> 'order', t.transaction_id) x, LATERAL (
      SELECT o.account_id FROM club_entries o
      WHERE o.business_id = this_business() AND o.transaction_id = x.transaction_id AND o.place = 0 OFFSET 0) e, LATERAL (
      SELECT o.person_id FROM club_accounts o
      WHERE o.business_id = this_business() AND o.account_id = e.account_id AND o.card_id = 0 OFFSET 0) a) s
  GROUP BY 1, 2, 3, 4`;

/**
 * What each wallet comes to by the books before a day and by what the ledger posted from then on, beside its open lots: in
 * one statement, so that a till that posts meanwhile is in both or in neither.
 */
export async function prove(tx: Tx, business: Business, from: Day): Promise<readonly ProofLine[]> {
  const { rows } = await tx.query<Omit<ProofLine, 'difference'>>(
    `WITH told AS (
       SELECT holder, wallet, CASE WHEN movement IN ('reversed', 'spent', 'expired') THEN -units ELSE units END AS units
       FROM club_book_days WHERE business_id = this_business() AND posted_day < $1
       UNION ALL
       SELECT CASE WHEN a.card_id > 0 THEN 'card' ELSE 'person' END, x.wallet, e.units FROM club_transactions x, LATERAL (
         SELECT o.account_id, o.units FROM club_entries o
         WHERE o.business_id = this_business() AND o.transaction_id = x.transaction_id OFFSET 0) e, LATERAL (
         SELECT o.card_id FROM club_accounts o
         WHERE o.business_id = this_business() AND o.account_id = e.account_id OFFSET 0) a
       WHERE x.business_id = this_business() AND x.posted_at >= $2
     ), closing AS (
       SELECT holder, wallet, sum(units)::bigint AS closing FROM told GROUP BY 1, 2
     ), lots AS (
       SELECT CASE WHEN a.card_id > 0 THEN 'card' ELSE 'person' END AS holder, a.wallet,
              coalesce(sum(l.remaining) FILTER (WHERE l.amount > 0), 0)::bigint AS "left",
              coalesce(-sum(l.remaining) FILTER (WHERE l.amount < 0), 0)::bigint AS debts
       FROM club_lots l, LATERAL (
         SELECT o.card_id, o.wallet FROM club_accounts o
         WHERE o.business_id = this_business() AND o.account_id = l.account_id OFFSET 0) a
       WHERE l.business_id = this_business() AND l.is_open GROUP BY 1, 2)
     SELECT holder, wallet, coalesce(closing, 0) AS closing, coalesce("left", 0) AS "left", coalesce(debts, 0) AS debts
     FROM closing FULL JOIN lots USING (holder, wallet) ORDER BY holder DESC, wallet`,
    [from, timestamptz(zoneOf(business.zone).startOf(from))],
  );
  return rows.map((row) => ({ ...row, difference: row.closing - (row.left - row.debts) }));
}
