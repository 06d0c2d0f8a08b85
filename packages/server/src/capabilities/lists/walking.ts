import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { MOST_IN_SET, type Piece, type ReadyFilter } from './filter.ts';
import { holdingNow } from './holding.ts';
import { beyond, keyOf, type Order, type Place, sortedKey, walkFrom } from './orders.ts';
import { statementOf } from './statement.ts';

export interface Met {
  readonly id: number;
  readonly key: string | null;
}

export interface Walk {
  /** Who fits, in the order of the list, whichever way was walked. */
  readonly people: readonly Met[];
  /** People looked at, and how many of them fit. */
  readonly looked: number;
  readonly fitting: number;
  /** Where to go on in the direction walked; null: there is nobody further. */
  readonly further: Place | null;
  /** How many fit in all, when that came out by the way. */
  readonly all: number | null;
}

export interface WalkAsked {
  readonly filter: ReadyFilter;
  readonly order: Order;
  readonly place: Place | null;
  /** Towards the beginning of the list. */
  readonly back?: boolean;
  readonly limit: number;
  readonly now: Instant;
  /** At most so many people are looked at, and no further stretch is begun after so many milliseconds. */
  readonly budget?: { readonly people: number; readonly ms: number };
}

const BUDGET = { people: 24_000, ms: 40 };
/** Histories cost more than rows. */
const BUDGET_OF_CRITERIA = { people: 4_000, ms: 300 };
const FIRST_STRETCH = 400;
const LONGEST_STRETCH = 6_000;
const HISTORIES_AT_ONCE = 400;

interface Stretch {
  readonly fitting: readonly Met[];
  readonly looked: number;
  readonly last: Place | null;
  readonly end: boolean;
  readonly all: number | null;
}

/**
 * The people who fit a filter, from a place in an order on, `limit` of them at most. The work of one call is bounded: it
 * may find fewer, or nobody, and then says where to go on. A filter that few people can meet is answered from those few;
 * every other walks along the index of the order and looks at each.
 */
export async function walkPeople(tx: Tx, business: Business, asked: WalkAsked): Promise<Walk> {
  const { filter, order, limit, now } = asked;
  const back = asked.back === true;
  const { criteria } = filter;
  const budget = asked.budget ?? (criteria === null ? BUDGET : BUDGET_OF_CRITERIA);
  const set = await smallestSet(tx, filter);
  const began = performance.now();
  const found: Met[] = [];
  let looked = 0;
  let place = asked.place;
  let end = false;
  let all: number | null = null;
  let most = filter.conditions.length === 0 && criteria === null ? limit + 20 : FIRST_STRETCH;
  while (found.length <= limit) {
    if (criteria !== null) most = HISTORIES_AT_ONCE;
    const stretch =
      set === null
        ? await walkStretch(tx, filter, order, place, back, most)
        : await setStretch(tx, filter, order, place, back, criteria === null ? limit + 1 : most, set);
    looked += stretch.looked;
    if (looked === stretch.looked) all = stretch.all;
    if (criteria === null) found.push(...stretch.fitting);
    else {
      const holding = await holdingNow(
        tx,
        business,
        criteria,
        stretch.fitting.map(({ id }) => id),
        now,
      );
      found.push(...stretch.fitting.filter(({ id }) => holding.has(id)));
    }
    place = stretch.last ?? place;
    end = stretch.end;
    if (end || looked >= budget.people || performance.now() - began >= budget.ms) break;
    most = Math.min(most * 4, LONGEST_STRETCH);
  }
  const people = found.slice(0, limit);
  const cut = found.length > limit;
  const lastShown = people.at(-1);
  const further =
    cut && lastShown !== undefined ? { key: lastShown.key, id: lastShown.id } : end ? null : place;
  if (criteria !== null) all = end && asked.place === null && !cut ? found.length : null;
  return { people: back ? people.reverse() : people, looked, fitting: found.length, further, all };
}

/** A set of the filter that is small enough to be taken whole; null when each of them is too large. */
async function smallestSet(tx: Tx, filter: ReadyFilter): Promise<readonly number[] | null> {
  for (const set of filter.sets) {
    const { text, values } = statementOf([
      'SELECT array_agg(DISTINCT person_id) AS people FROM (',
      set,
      ') AS the_set',
    ]);
    const { rows } = await tx.query<{ people: number[] | null }>(text, values);
    const people = rows[0]?.people ?? [];
    if (people.length <= MOST_IN_SET || filter.whole === true) return people;
  }
  return null;
}

function allOf(pieces: readonly (Piece | null)[]): (Piece | string)[] {
  return pieces.flatMap((piece) => (piece === null ? [] : [' AND ', piece]));
}

/** The next people of the order, of whom those who fit come back; `all` is told when the walk was through everybody. */
async function walkStretch(
  tx: Tx,
  filter: ReadyFilter,
  order: Order,
  place: Place | null,
  back: boolean,
  most: number,
): Promise<Stretch> {
  const down = order.descending !== back;
  const stretch = async (from: Place | null, nameless: boolean): Promise<Stretch> => {
    const { text, values } = statementOf([
      'WITH walked AS MATERIALIZED (SELECT row_number() OVER () AS n, s.* FROM (',
      walkFrom(order, from, down, most, nameless, rungWalked(filter, order)),
      ') s) SELECT p.person_id AS id, p.key::text AS key, p.n, p.fits FROM (SELECT p.n, p.key, p.person_id, p.merged_into IS NULL',
      ...allOf(filter.conditions),
      ' AS fits FROM walked p OFFSET 0) p WHERE p.fits OR p.n = (SELECT max(n) FROM walked) ORDER BY p.n',
    ]);
    const { rows } = await tx.query<Met & { n: number; fits: boolean }>(text, values);
    const last = rows.at(-1);
    const looked = last?.n ?? 0;
    return {
      fitting: rows.filter(({ fits }) => fits).map(({ id, key }) => ({ id, key })),
      looked,
      last: last === undefined ? null : { key: last.key, id: last.id },
      end: looked < most,
      all: null,
    };
  };
  if (order.by !== 'name') return stretch(place, false);
  // Two walks, one after the other: who has a name, and at the end of the list who has none.
  const nameless = place === null ? back : place.key === null;
  const first = await stretch(place, nameless);
  if (!first.end) return first;
  if (nameless !== back) return first;
  const second = await stretch(null, !nameless);
  return {
    fitting: [...first.fitting, ...second.fitting],
    looked: first.looked + second.looked,
    last: second.last ?? first.last,
    end: second.end,
    all: null,
  };
}

/** The one rung a filter asks for on the very ladder that is ordered by: the walk need not leave it. */
function rungWalked({ counted }: ReadyFilter, { by, version }: Order): number | null {
  if (by !== 'rung' || counted === null || counted.version.ladderId !== version?.ladderId) return null;
  const [only, more] = counted.places;
  return only === undefined || more !== undefined ? null : only;
}

/** The next people of a small set, put in order. */
async function setStretch(
  tx: Tx,
  filter: ReadyFilter,
  order: Order,
  place: Place | null,
  back: boolean,
  most: number,
  set: readonly number[],
): Promise<Stretch> {
  const down = order.descending !== back;
  const way = down ? 'DESC' : 'ASC';
  const key = sortedKey(order, 'f.key');
  const { text, values } = statementOf([
    {
      sql: `WITH fitting AS MATERIALIZED (
        SELECT p.person_id, `,
      values: [],
    },
    keyOf(order),
    {
      sql: ` AS key FROM unnest(?::bigint[]) AS one, LATERAL (
          SELECT o.* FROM people o WHERE o.business_id = this_business() AND o.person_id = one LIMIT 1) p
        WHERE p.merged_into IS NULL`,
      values: [set],
    },
    ...allOf(filter.conditions),
    `) SELECT f.person_id AS id, f.key::text AS key, (SELECT count(*)::int FROM fitting) AS "all" FROM fitting f WHERE `,
    order.by === 'name' ? 'true' : 'f.key IS NOT NULL',
    ...allOf([beyondInSet(order, place, back, down)]),
    {
      sql: ` ORDER BY (f.key IS NULL) ${back ? 'DESC' : 'ASC'}, ${key} ${way}, f.person_id ${way} LIMIT ?::int`,
      values: [most],
    },
  ]);
  const { rows } = await tx.query<Met & { all: number }>(text, values);
  const last = rows.at(-1);
  return {
    fitting: rows.map(({ id, key: one }) => ({ id, key: one })),
    looked: rows.length,
    last: last === undefined ? null : { key: last.key, id: last.id },
    end: rows.length < most,
    all: place === null ? (last?.all ?? 0) : null,
  };
}

/** The same comparison as of a walk, over the nameless as well. */
function beyondInSet(order: Order, place: Place | null, back: boolean, down: boolean): Piece | null {
  const start = beyond(order, place, down, sortedKey(order, 'f.key'), 'f.person_id');
  if (start === null || order.by !== 'name' || place === null) return start;
  if (place.key === null)
    return {
      sql: back ? `(f.key IS NOT NULL OR ${start.sql})` : `(f.key IS NULL AND ${start.sql})`,
      values: start.values,
    };
  return back ? start : { sql: `(f.key IS NULL OR ${start.sql})`, values: start.values };
}
