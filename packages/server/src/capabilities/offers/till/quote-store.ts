import type { Priced } from '@nardeban/core/offers';
import { accept, type Instant, type Result } from '@nardeban/core/values';
import {
  type Database,
  forOneOrMany,
  type Rows,
  type Statement,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import {
  type Holding,
  HOLDING_TOGETHER,
  holdStatement,
  type LedgerAnswer,
  readHeld,
} from '../../programme/index.ts';
import { jsonOf, valueOf } from './as-it-is.ts';
import type { QuoteRequest } from './schemas.ts';

export type QuoteState = 'open' | 'committed' | 'released';

/** A quote as it was kept: what was asked, what it came to, and what keeps it. */
export interface Quote {
  readonly id: number;
  /** As they were found when it was asked; who they were merged into is seen at the commit. */
  readonly person: number | null;
  readonly number: string | null;
  readonly state: QuoteState;
  readonly asked: QuoteRequest;
  readonly priced: Priced;
  /** The version of the programme and the stamp of the offers it was priced under. */
  readonly restsOn: string;
  /** The version of the programme alone, for what is earned. */
  readonly version: number | null;
  readonly hold: number | null;
  /** What asks for a one-time code at the commit: `wallet:<key>`, `reward:<key>`. */
  readonly proofFor: readonly string[];
  /** Whether the person showed a code of their own, which proves who they are. */
  readonly isProven: boolean;
  readonly until: Instant;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

const columns = `quote_id AS id, person_id AS person, order_number AS number, state, asked, priced, rests_on AS "restsOn",
  programme_version AS version, hold_id AS hold, proof_for AS "proofFor", is_proven AS "isProven", until, made_by AS "madeBy", made_at AS "madeAt"`;

const locks = { none: '', wait: ' FOR UPDATE', skip: ' FOR UPDATE SKIP LOCKED' } as const;

/** A quote, kept from everybody else until the transaction ends unless `lock` is none; with `skip` no row while somebody has it. */
export function quoteStatement(id: number, lock: keyof typeof locks): Statement {
  return {
    name: `till-quote-${lock}`,
    text: `SELECT ${columns} FROM till_quotes WHERE business_id = this_business() AND quote_id = $1${locks[lock]}`,
    values: [id],
  };
}

/** The same for whoever shows the price again as it is: `quoteIn` reads the answer. */
export function shownQuoteStatement(id: number, lock: keyof typeof locks): Statement {
  return {
    name: `till-quote-shown-${lock}`,
    text: `SELECT ${columns.replace('priced,', 'priced::text AS priced,')}
           FROM till_quotes WHERE business_id = this_business() AND quote_id = $1${locks[lock]}`,
    values: [id],
    many: { types: ['bigint'] },
  };
}

/** By the answer of `shownQuoteStatement`. */
export function quoteIn(answer: Rows<object> | undefined): Quote | null {
  const [row] = (answer?.rows ?? []) as (Omit<Quote, 'priced'> & { readonly priced: string })[];
  return row === undefined ? null : { ...row, priced: valueOf(row.priced) as Priced };
}

export async function quoteById(tx: Tx, id: number): Promise<Quote | null> {
  const { rows }: Rows<Quote> = await tx.query<Quote>(quoteStatement(id, 'none'));
  return rows[0] ?? null;
}

/** The newest open quote that is to become the order of this number. */
export async function openQuoteOf(tx: Tx, number: string, now: Instant): Promise<Quote | null> {
  const { rows } = await tx.query<Quote>(
    `SELECT ${columns} FROM till_quotes
     WHERE business_id = this_business() AND order_number = $1 AND state = 'open' AND until > $2
     ORDER BY made_at DESC, quote_id DESC LIMIT 1`,
    [number, timestamptz(now)],
  );
  return rows[0] ?? null;
}

export type NewQuote = Omit<Quote, 'id' | 'state'>;

const kept = `business_id, person_id, order_number, asked, priced, rests_on, programme_version, proof_for, is_proven, until, made_by,
  made_at, hold_id`;
const given = '$1, $2, $3::json, $4::json, $5, $6, $7, $8, $9, $10, $11';
const GIVEN = [
  'bigint',
  'text',
  'json',
  'json',
  'text',
  'integer',
  'text[]',
  'boolean',
  'timestamptz',
  'text',
  'timestamptz',
];

function valuesOf(quote: Omit<NewQuote, 'hold'>, holding: Holding | null): unknown[] {
  return [
    quote.person,
    quote.number,
    JSON.stringify(quote.asked),
    jsonOf(quote.priced),
    quote.restsOn,
    quote.version,
    [...quote.proofFor],
    quote.isProven,
    timestamptz(quote.until),
    quote.madeBy,
    timestamptz(quote.madeAt),
    ...(holding === null ? [] : (holdStatement(holding).values ?? [])),
  ];
}

/** So many numbers are fetched at once; the sequence writes down where it is for fewer than that. */
const NUMBERS_AT_ONCE = 100;

interface Reserve {
  readonly unused: number[];
  /** More of them, on their way. */
  coming: Promise<void> | null;
}
const reserves = new WeakMap<Database, Reserve>();

/**
 * A number for a quote that is to be kept by `lastingQuoteStatement`, fetched ahead in a transaction of its own: a quote may be
 * lost when the machine goes down, and then its number must not be given to another. What is left when the program ends is
 * never given: numbers have gaps.
 */
export async function quoteNumber(database: Database): Promise<number> {
  const reserve = reserves.get(database) ?? { unused: [], coming: null };
  reserves.set(database, reserve);
  for (;;) {
    const id = reserve.unused.pop();
    if (id !== undefined) return id;
    reserve.coming ??= fetchNumbers(database, reserve).finally(() => {
      reserve.coming = null;
    });
    await reserve.coming;
  }
}

async function fetchNumbers(database: Database, { unused }: Reserve): Promise<void> {
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<{ id: number }>(
      `SELECT nextval('till_quotes_quote_id_seq') AS id FROM generate_series(1, ${NUMBERS_AT_ONCE})`,
    ),
  );
  unused.push(...rows.map(({ id }) => id).reverse());
}

/**
 * The same under a number that was drawn before, to be sent together with the end of the transaction. Where the ledger
 * refuses to keep something aside it fails with the code of a transaction that met another: nearly always another till has
 * just taken it, and whoever tries again prices what is left.
 */
export function lastingQuoteStatement(
  id: number,
  quote: Omit<NewQuote, 'hold'>,
  holding: Holding | null,
): Statement {
  const values = [...valuesOf(quote, holding), id];
  if (holding !== null && isPlain(holding)) return { ...LAST_PLAIN, values };
  const into = `INSERT INTO till_quotes (${kept}, quote_id) OVERRIDING SYSTEM VALUE`;
  const row = `this_business(), ${given}, ${holding === null ? 'NULL, $12' : 'club_held($12::jsonb), $13'}`;
  return {
    name: holding === null ? 'till-quote-last' : 'till-quote-last-held',
    text: `${into} VALUES (${row})`,
    values,
    many: {
      types: [...GIVEN, ...(holding === null ? [] : ['jsonb']), 'bigint'],
      text: `${into} SELECT ${row} FROM asked`,
    },
  };
}

/** Whether nothing but counters is kept aside, by somebody who is one with nobody. */
function isPlain({ alone, wallets, cards }: Holding): boolean {
  return alone === true && wallets.length === 0 && cards.length === 0;
}

const LAST_PLAIN = forOneOrMany(
  'till-quote-last-plain',
  [...GIVEN, 'jsonb', 'bigint'],
  `WITH asking AS MATERIALIZED (
    SELECT nextval('club_holds_hold_id_seq') AS hold, $12::jsonb AS holding, $1::bigint AS person_id, $2::text AS order_number,
      $3::json AS asked, $4::json AS priced, $5::text AS rests_on, $6::integer AS programme_version, $7::text[] AS proof_for,
      $8::boolean AS is_proven, $9::timestamptz AS until, $10::text AS made_by, $11::timestamptz AS made_at, $13::bigint AS id FROM asked
  ), ${HOLDING_TOGETHER}
  INSERT INTO till_quotes (${kept}, quote_id) OVERRIDING SYSTEM VALUE
  SELECT this_business(), a.person_id, a.order_number, a.asked, a.priced, a.rests_on, a.programme_version, a.proof_for, a.is_proven,
    a.until, a.made_by, a.made_at, CASE WHEN (SELECT h.fits FROM held h) THEN a.hold ELSE club_apart() END, a.id FROM asking a`,
);

/**
 * Keeps a quote with everything aside that it rests on (null: that is nothing), in one statement, and answers its number.
 * Refusals: those of the ledger's `hold`; then nothing was kept.
 */
export async function keepQuote(
  tx: Tx,
  quote: Omit<NewQuote, 'hold'>,
  holding: Holding | null,
): Promise<Result<{ readonly id: number; readonly hold: number | null }>> {
  const { rows } = await tx.query<LedgerAnswer & { readonly id: number | null }>({
    name: holding === null ? 'till-quote-keep' : 'till-quote-keep-held',
    text: `WITH held AS MATERIALIZED (
             SELECT ${holding === null ? `'{"value": {"hold": null}}'::jsonb` : 'club_hold($12::jsonb)'} AS answer
           ), kept AS (
             INSERT INTO till_quotes (${kept})
             SELECT this_business(), ${given}, (held.answer->'value'->>'hold')::bigint
             FROM held WHERE held.answer ? 'value' RETURNING quote_id
           )
           SELECT held.answer, (SELECT quote_id FROM kept) AS id FROM held`,
    values: valuesOf(quote, holding),
  });
  const held = readHeld({ rows, rowCount: rows.length });
  if (!held.ok) return held;
  const id = rows[0]?.id ?? null;
  if (id === null) throw new Error('A quote could not be kept');
  return accept({ id, hold: held.value.hold });
}

export function quoteStateStatement(id: number, state: QuoteState): Statement {
  return {
    name: 'till-quote-state',
    text: 'UPDATE till_quotes SET state = $2 WHERE business_id = this_business() AND quote_id = $1',
    values: [id, state],
  };
}

/** Quotes that came to nothing are of no use to anybody after this. */
export const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const AT_ONCE = 1_000;

/** Takes away the next of the quotes that ended a week ago without a purchase; answers whether there may be more. */
export async function pruneQuotes(tx: Tx, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM till_quotes WHERE business_id = this_business() AND quote_id IN (
       SELECT quote_id FROM till_quotes WHERE business_id = this_business() AND state <> 'committed' AND until < $1
       ORDER BY until LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`,
    [timestamptz(now - KEPT_MS)],
  );
  return rowCount === AT_ONCE;
}
