import { placesOf } from '@nardeban/core/ladder';
import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { publishedVersion, type Version } from '../ladder/index.ts';
import type { Piece } from './filter.ts';

export const orderSchema = z
  .strictObject({
    by: z.enum(['name', 'known', 'rung']),
    ladder: z.string().min(1).max(63).optional().describe('For `rung` and `since`: on which ladder.'),
    descending: z.boolean().optional(),
  })
  .meta({ id: 'PeopleOrder' });
export type OrderAsked = z.infer<typeof orderSchema>;

/** Where in an order somebody stands: the key they are ordered by, as the server writes it, and their number. */
export interface Place {
  readonly key: string | null;
  readonly id: number;
  /** The place itself belongs to what follows it. */
  readonly inclusive?: boolean;
}

/** `number` is the order of jobs: everybody once, whatever changes about them meanwhile. */
export interface Order {
  readonly by: OrderAsked['by'] | 'number';
  readonly descending: boolean;
  /** The version whose standings are ordered by. */
  readonly version: Version | null;
}

export const BY_NUMBER: Order = { by: 'number', descending: false, version: null };

/** Refusals: `order_needs_ladder`, `ladder_unknown`. Without a wish, whom the business met last comes first. */
export async function readyOrder(
  tx: Tx,
  business: Business,
  asked: OrderAsked | undefined,
): Promise<Result<Order>> {
  if (asked === undefined) return accept({ by: 'known', descending: true, version: null });
  const { by, ladder, descending = by !== 'name' } = asked;
  if (by === 'name' || by === 'known') return accept({ by, descending, version: null });
  if (ladder === undefined) return refuse('order_needs_ladder', 'order.ladder');
  const version = await publishedVersion(tx, business, ladder);
  if (version === null || placesOf(version.definition).length === 0)
    return refuse('ladder_unknown', 'order.ladder', { ladder });
  return accept({ by, descending, version });
}

const keyTypes: Readonly<Record<Order['by'], string>> = {
  name: 'text COLLATE "fa-x-icu"',
  known: 'timestamptz',
  rung: 'text COLLATE "C"',
  number: 'bigint',
};

const keyShapes: Readonly<Record<Order['by'], RegExp>> = {
  name: /^[^\0]{0,300}$/su,
  known: /^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]{8,15}\+00$/,
  rung: /^[0-9]{2} [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]{8,15}\+00$/,
  number: /^[0-9]{1,15}$/,
};

/** A place as it is told to whoever asks, to be given back for the page beside it. */
export function writePlace({ key, id, inclusive }: Place): string {
  return Buffer.from(JSON.stringify([key, id, ...(inclusive === true ? [1] : [])])).toString('base64url');
}

/** Refusal: `page_unreadable`, also for a place in another order. */
export function readPlace(text: string, order: Order, field: string): Result<Place> {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return refuse('page_unreadable', field);
  }
  if (!Array.isArray(read)) return refuse('page_unreadable', field);
  const [key, id, inclusive] = read as unknown[];
  if (!Number.isSafeInteger(id) || (id as number) < 0) return refuse('page_unreadable', field);
  const keyed = key === null ? order.by === 'name' : typeof key === 'string' && keyShapes[order.by].test(key);
  if (!keyed) return refuse('page_unreadable', field);
  return accept({
    key: key as string | null,
    id: id as number,
    ...(inclusive === 1 ? { inclusive: true } : {}),
  });
}

/** Rung and instant as one text, which sorts as they do: the server writes instants in one form only. */
const rungKey = (of: string): string => `lpad(${of}.rung::text, 2, '0') || ' ' || ${of}.since::text`;

/** The key a row is ordered by, of `p`, a row of people. */
export function keyOf(order: Order): Piece {
  if (order.by === 'rung')
    return {
      sql: `(SELECT ${rungKey('k')} FROM standings k WHERE k.business_id = this_business() AND k.ladder_id = ?::int
              AND k.version = ?::int AND k.person_id = p.person_id)`,
      values: [order.version?.ladderId, order.version?.version],
    };
  return { sql: { name: 'p.name', known: 'p.known_since', number: 'p.person_id' }[order.by], values: [] };
}

/**
 * After (or before) a place: a comparison of key and number together, which an index answers by starting there. Who has
 * no name comes after everybody who has; `rest` says that the walk is among those.
 */
export function beyond(
  order: Order,
  place: Place | null,
  down: boolean,
  key: string,
  id: string,
): Piece | null {
  if (place === null) return null;
  const sign = `${down ? '<' : '>'}${place.inclusive === true ? '=' : ''}`;
  if (place.key === null) return { sql: `${id} ${sign} ?::bigint`, values: [place.id] };
  return {
    sql: `(${key}, ${id}) ${sign} (?::${keyTypes[order.by]}, ?::bigint)`,
    values: [place.key, place.id],
  };
}

/** How keys are compared: the alphabet of names is Persian's. */
export function sortedKey(order: Order, key: string): string {
  if (order.by === 'rung') return `${key} COLLATE "C"`;
  return order.by === 'name' ? `${key} COLLATE "fa-x-icu"` : key;
}

/**
 * The next people in the order, with their keys; read by an index from the place on, never more than `most`. People
 * merged into others are met and passed over by whoever walks. `rung`: of an order by rung, those on this one alone.
 */
export function walkFrom(
  order: Order,
  place: Place | null,
  down: boolean,
  most: number,
  nameless: boolean,
  rung: number | null,
): Piece {
  const way = down ? 'DESC' : 'ASC';
  const rest = (start: Piece | null): Piece => start ?? { sql: 'true', values: [] };
  const row = 'p.person_id, p.merged_into, p.traits, p.known_since';
  if (order.by === 'name' || order.by === 'known' || order.by === 'number') {
    const column = keyOf(order).sql;
    const key = sortedKey(order, column);
    const start = rest(beyond(order, place, down, key, 'p.person_id'));
    const named = order.by !== 'name' ? '' : nameless ? 'AND p.name IS NULL' : 'AND p.name IS NOT NULL';
    const sorted = order.by === 'number' ? `p.person_id ${way}` : `${key} ${way}, p.person_id ${way}`;
    return {
      sql: `SELECT ${column} AS key, ${row} FROM people p
            WHERE p.business_id = this_business() ${named} AND ${start.sql} ORDER BY ${sorted} LIMIT ?::int`,
      values: [...start.values, most],
    };
  }
  const start = rest(beyondOnRung(place, down));
  const one = rung === null ? { sql: 'true', values: [] } : { sql: 's.rung = ?::smallint', values: [rung] };
  const sorted = `s.rung ${way}, s.since ${way}, s.person_id ${way}`;
  return {
    sql: `SELECT ${rungKey('s')} AS key, ${row} FROM (
            SELECT s.rung, s.since, s.person_id FROM standings s
            WHERE s.business_id = this_business() AND s.ladder_id = ?::int AND s.version = ?::int AND ${one.sql} AND ${start.sql}
            ORDER BY ${sorted} LIMIT ?::int) s, LATERAL (
            SELECT o.person_id, o.merged_into, o.traits, o.known_since FROM people o
            WHERE o.business_id = this_business() AND o.person_id = s.person_id LIMIT 1) p
          ORDER BY ${sorted}`,
    values: [order.version?.ladderId, order.version?.version, ...one.values, ...start.values, most],
  };
}

function beyondOnRung(place: Place | null, down: boolean): Piece | null {
  if (place?.key === null || place?.key === undefined) return null;
  const [rung, ...since] = place.key.split(' ');
  return {
    sql: `(s.rung, s.since, s.person_id) ${down ? '<' : '>'}${place.inclusive === true ? '=' : ''} (?::smallint, ?::timestamptz, ?::bigint)`,
    values: [rung, since.join(' '), place.id],
  };
}
