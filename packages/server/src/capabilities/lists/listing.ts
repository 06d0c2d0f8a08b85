import { accept, type Instant, type Result } from '@nardeban/core/values';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { searchPeople } from '../people/index.ts';
import { columnsOf } from './columns.ts';
import { everybody, type People, peopleOn } from './counting.ts';
import { type PeopleFilter, type ReadyFilter, readyFilter } from './filter.ts';
import { type OrderAsked, type Place, readPlace, readyOrder, writePlace } from './orders.ts';
import { type PersonRow, readyColumns, rowsOf } from './rows.ts';
import { type Walk, walkPeople } from './walking.ts';

export interface ListAsked {
  readonly filter?: PeopleFilter | undefined;
  /** A name, a number: the best hits, at most a hundred, those of them who fit the filter, in order of likeness. */
  readonly search?: string | undefined;
  readonly order?: OrderAsked | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

export interface PeoplePage {
  readonly people: readonly PersonRow[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly looked: number;
  readonly count: People | null;
}

export const MOST_ROWS = 200;
const MOST_HITS = 100;
/** From so many people looked at, their share says something about all. */
const ENOUGH_TO_ESTIMATE = 300;

/** A page of the list of people. Refusals: those of the filter, the order and the columns, and `page_unreadable`. */
export async function listPeople(
  database: Database,
  business: Business,
  asked: ListAsked,
  now: Instant,
): Promise<Result<PeoplePage>> {
  const search = asked.search?.trim() ?? '';
  const hits = search === '' ? null : await searchPeople(database, business, search, MOST_HITS);
  return database.withBusiness(
    business.id,
    async (tx) => {
      const columns = await readyColumns(tx, business, columnsOf(asked.columns ?? []));
      if (!columns.ok) return columns;
      const filter = await readyFilter(tx, business, asked.filter ?? {});
      if (!filter.ok) return filter;
      if (hits !== null) {
        const fitting = await whoFit(
          tx,
          business,
          hits.map(({ id }) => id),
          filter.value,
          now,
        );
        const people = await rowsOf(tx, fitting, columns.value);
        const count: People = { people: people.length, how: hits.length < MOST_HITS ? 'exact' : 'at_least' };
        return accept({ people, next: null, previous: null, looked: hits.length, count });
      }
      const order = await readyOrder(tx, business, asked.order);
      if (!order.ok) return order;
      const back = asked.before !== undefined;
      const given = asked.before ?? asked.after;
      const read = given === undefined ? null : readPlace(given, order.value, back ? 'before' : 'after');
      if (read !== null && !read.ok) return read;
      const place = read === null ? null : read.value;
      const limit = Math.min(Math.max(asked.limit ?? 50, 1), MOST_ROWS);
      const walk = await walkPeople(tx, business, {
        filter: filter.value,
        order: order.value,
        place,
        back,
        limit,
        now,
      });
      const people = await rowsOf(
        tx,
        walk.people.map(({ id }) => id),
        columns.value,
      );
      const count = given === undefined ? await countOf(tx, business, filter.value, walk) : null;
      return accept({ people, ...neighbours(walk, place, back), looked: walk.looked, count });
    },
    { readOnly: true },
  );
}

function neighbours(
  walk: Walk,
  place: Place | null,
  back: boolean,
): { readonly next: string | null; readonly previous: string | null } {
  const edge = back ? walk.people.at(-1) : walk.people[0];
  // Where nobody was found, what was come from lies on the other side of the place itself.
  const behind =
    place === null
      ? null
      : writePlace(edge === undefined ? { ...place, inclusive: true } : { key: edge.key, id: edge.id });
  const further = walk.further === null ? null : writePlace(walk.further);
  return back ? { next: behind, previous: further } : { next: further, previous: behind };
}

async function countOf(tx: Tx, business: Business, filter: ReadyFilter, walk: Walk): Promise<People | null> {
  if (walk.all !== null) return { people: walk.all, how: 'exact' };
  if (walk.further === null) return { people: walk.people.length, how: 'exact' };
  if (filter.counted !== null) return peopleOn(tx, filter.counted.version, filter.counted.places);
  const all = await everybody(tx, business);
  if (all === null || (filter.conditions.length === 0 && filter.criteria === null)) return all;
  if (walk.looked < ENOUGH_TO_ESTIMATE) return null;
  return { people: Math.round((all.people * walk.fitting) / walk.looked), how: 'estimate' };
}

async function whoFit(
  tx: Tx,
  business: Business,
  people: readonly number[],
  filter: ReadyFilter,
  now: Instant,
): Promise<number[]> {
  if (people.length === 0 || (filter.conditions.length === 0 && filter.criteria === null)) return [...people];
  const picked = {
    ...filter,
    conditions: [...filter.conditions, { sql: 'p.person_id = ANY(?::bigint[])', values: [people] }],
    sets: [{ sql: 'SELECT unnest(?::bigint[]) AS person_id', values: [people] }],
    whole: true as const,
  };
  const order = { by: 'number', descending: false, version: null } as const;
  const walk = await walkPeople(tx, business, {
    filter: picked,
    order,
    place: null,
    limit: people.length,
    now,
  });
  const fit = new Set(walk.people.map(({ id }) => id));
  return people.filter((id) => fit.has(id));
}
