import type { PersonKind } from '@nardeban/core/people';
import { placesOf } from '@nardeban/core/ladder';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { publishedVersion, type Version } from '../ladder/index.ts';
import type { TraitValue } from '../people/index.ts';
import type { Columns } from './columns.ts';

/** A person as a row of the list; what was not asked for is not there. */
export interface PersonRow {
  readonly id: number;
  readonly name: string | null;
  readonly kind: PersonKind;
  readonly known: Instant;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly external: string | null;
  readonly tags: readonly string[];
  readonly traits: Readonly<Record<string, TraitValue>>;
  readonly places: Readonly<Record<string, { readonly key: string; readonly since: Instant }>>;
  /** Of the last 500 facts: an order before those is not looked for. */
  readonly lastOrder: { readonly at: Instant; readonly amount: number | null } | null;
  /** Paid orders and their sum, of the last 500 facts. */
  readonly orders: { readonly count: number; readonly spent: number } | null;
}

export interface ReadyColumns extends Columns {
  readonly versions: readonly Version[];
}

/** Refusal: `ladder_unknown`. */
export async function readyColumns(
  tx: Tx,
  business: Business,
  columns: Columns,
): Promise<Result<ReadyColumns>> {
  const versions: Version[] = [];
  for (const ladder of columns.ladders) {
    const version = await publishedVersion(tx, business, ladder);
    if (version === null) return refuse('ladder_unknown', 'columns', { ladder });
    versions.push(version);
  }
  return accept({ ...columns, versions });
}

interface Read {
  readonly id: number;
  readonly root: number;
  readonly name: string | null;
  readonly kind: PersonKind;
  readonly known: Instant;
  readonly traits: Record<string, TraitValue>;
  readonly identifiers: readonly (readonly [kind: string, value: string])[];
}

const FACTS_LOOKED_AT = 500;

/**
 * What is shown of these people, in their order. The row of a person and of everybody merged into them make one, as on
 * the person's own page: their own values first, then those of whom the business has known longest.
 */
export async function rowsOf(tx: Tx, people: readonly number[], columns: ReadyColumns): Promise<PersonRow[]> {
  if (people.length === 0) return [];
  const { rows } = await tx.query<Read>({
    name: 'lists-rows',
    text: `WITH asked AS MATERIALIZED (SELECT one FROM unnest($1::bigint[]) AS one), members AS MATERIALIZED (
             SELECT p.* FROM asked, LATERAL (
               SELECT o.person_id, o.person_id AS root, o.name, o.kind, o.known_since, o.traits FROM people o
               WHERE o.business_id = this_business() AND o.person_id = one LIMIT 1) p
             UNION ALL
             SELECT p.* FROM asked, LATERAL (
               SELECT o.person_id, o.merged_into, o.name, o.kind, o.known_since, o.traits FROM people o
               WHERE o.business_id = this_business() AND o.merged_into = one OFFSET 0) p)
           SELECT m.person_id AS id, m.root, m.name, m.kind, m.known_since AS known, m.traits, (
             SELECT coalesce(json_agg(json_build_array(i.kind, i.value) ORDER BY i.learnt_at, i.value), '[]')
             FROM identifiers i WHERE i.business_id = this_business() AND i.person_id = m.person_id) AS identifiers
           FROM members m ORDER BY m.root, m.person_id <> m.root, m.known_since, m.person_id`,
    values: [people],
  });
  const groups = Map.groupBy(rows, ({ root }) => root);
  const standings = await standingsOf(tx, people, columns.versions);
  const orders = columns.asked.some((column) => ['lastOrder', 'orders', 'spent'].includes(column))
    ? await ordersOf(
        tx,
        [...groups].map(([root, members]) => [root, members.map(({ id }) => id)]),
      )
    : null;
  return people.flatMap((id) => {
    const members = groups.get(id);
    const [own] = members ?? [];
    if (members === undefined || own === undefined) return [];
    const identifier = (kind: string): string | null =>
      members.flatMap(({ identifiers }) => identifiers).find(([one]) => one === kind)?.[1] ?? null;
    const traits: Record<string, TraitValue> = {};
    for (const member of members.toReversed()) Object.assign(traits, member.traits);
    const tags = new Set(
      members.flatMap((member) => (Array.isArray(member.traits['tags']) ? member.traits['tags'] : [])),
    );
    return [
      {
        id,
        name: members.find(({ name }) => name !== null)?.name ?? null,
        kind: own.kind,
        known: Math.min(...members.map(({ known }) => known)),
        mobile: identifier('mobile'),
        email: identifier('email'),
        external: identifier('external'),
        tags: [...tags].sort((a, b) => (a < b ? -1 : 1)),
        traits: Object.fromEntries(
          columns.traits.flatMap((trait) => (traits[trait] === undefined ? [] : [[trait, traits[trait]]])),
        ),
        places: standings.get(id) ?? {},
        lastOrder: orders?.get(id)?.last ?? null,
        orders:
          orders === null ? null : { count: orders.get(id)?.count ?? 0, spent: orders.get(id)?.spent ?? 0 },
      },
    ];
  });
}

async function standingsOf(
  tx: Tx,
  people: readonly number[],
  versions: readonly Version[],
): Promise<Map<number, Record<string, { key: string; since: Instant }>>> {
  const standings = new Map<number, Record<string, { key: string; since: Instant }>>();
  for (const version of versions) {
    const places = placesOf(version.definition);
    const { rows } = await tx.query<{ id: number; rung: number; since: Instant }>({
      name: 'lists-standings',
      text: `SELECT s.person_id AS id, s.rung, s.since FROM unnest($3::bigint[]) AS one, LATERAL (
               SELECT o.person_id, o.rung, o.since FROM standings o WHERE o.business_id = this_business()
                 AND o.ladder_id = $1 AND o.version = $2 AND o.person_id = one LIMIT 1) s`,
      values: [version.ladderId, version.version, people],
    });
    for (const { id, rung, since } of rows) {
      const key = places[rung]?.key;
      if (key !== undefined) standings.set(id, { ...standings.get(id), [version.key]: { key, since } });
    }
  }
  return standings;
}

interface OrdersRead {
  readonly last: { readonly at: Instant; readonly amount: number | null } | null;
  readonly count: number;
  readonly spent: number;
}

async function ordersOf(
  tx: Tx,
  groups: readonly (readonly [root: number, members: readonly number[]])[],
): Promise<Map<number, OrdersRead>> {
  const { rows } = await tx.query<{
    root: number;
    at: Instant | null;
    amount: number | null;
    count: number;
    spent: number | null;
  }>({
    name: 'lists-orders',
    text: `SELECT w.root, max(f.at) AS at, (array_agg(f.amount ORDER BY f.at DESC) FILTER (WHERE f.at IS NOT NULL))[1] AS amount,
             count(f.at)::int AS count, sum(f.amount)::int8 AS spent
           FROM unnest($1::bigint[], $2::bigint[]) AS w (root, member) LEFT JOIN LATERAL (
             SELECT n.at, n.amount FROM (
               SELECT o.at, o.type, o.amount FROM facts o WHERE o.business_id = this_business() AND o.person_id = w.member
               ORDER BY o.at DESC LIMIT ${FACTS_LOOKED_AT}) n WHERE n.type = 'order.paid') f ON true
           GROUP BY w.root`,
    values: [
      groups.flatMap(([root, members]) => members.map(() => root)),
      groups.flatMap(([, members]) => members),
    ],
  });
  return new Map(
    rows.map(({ root, at, amount, count, spent }) => [
      root,
      { last: at === null ? null : { at, amount }, count, spent: spent ?? 0 },
    ]),
  );
}
