import type { Identifier, PersonId, PersonKind } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

export interface Newcomer {
  readonly kind: PersonKind;
  readonly name: string | null;
  readonly knownSince: Instant;
}

/** An identifier for a person; −n stands for the n-th newcomer. */
export interface NewIdentifier extends Identifier {
  readonly person: PersonId;
}

/**
 * One statement: numbers, people and identifiers. The identifiers go in by order of their key, so that two
 * transactions that want the same ones wait for each other in the same order.
 */
const store = `
  WITH ids AS MATERIALIZED (
    SELECT ord, nextval('person_ids') AS id FROM generate_series(1, cardinality($2::text[])) AS g (ord)
  ), arrived AS (
    INSERT INTO people (business_id, person_id, kind, name, known_since)
    SELECT $1, ids.id, n.kind, n.name, to_timestamp(n.since / 1000)
    FROM unnest($2::text[], $3::text[], $4::float8[]) WITH ORDINALITY AS n (kind, name, since, ord)
    JOIN ids ON ids.ord = n.ord
  ), held AS (
    INSERT INTO identifiers (business_id, kind, value, person_id)
    SELECT $1, l.kind, l.value, coalesce(ids.id, l.person)
    FROM unnest($5::text[], $6::text[], $7::bigint[]) AS l (kind, value, person)
    LEFT JOIN ids ON ids.ord = -l.person
    ORDER BY l.kind, l.value COLLATE "C"
    ON CONFLICT DO NOTHING
    RETURNING kind, value
  )
  SELECT (SELECT array_agg(id ORDER BY ord) FROM ids) AS ids,
         CASE WHEN (SELECT count(*) FROM held) < cardinality($5::text[])
           THEN (SELECT coalesce(json_agg(json_build_array(kind, value)), '[]') FROM held) END AS held`;

/**
 * Stores new people and new identifiers and answers the numbers of the new people in order; or null when another
 * transaction took one of the identifiers in the meantime: then nothing of this stays.
 */
export async function storeNewcomers(
  tx: Tx,
  business: Pick<Business, 'id'>,
  newcomers: readonly Newcomer[],
  learnt: readonly NewIdentifier[],
): Promise<readonly number[] | null> {
  if (newcomers.length === 0 && learnt.length === 0) return [];
  const { rows } = await tx.query<{ ids: number[] | null; held: [string, string][] | null }>({
    name: 'people-newcomers',
    text: store,
    values: [
      business.id,
      newcomers.map(({ kind }) => kind),
      newcomers.map(({ name }) => name),
      newcomers.map(({ knownSince }) => knownSince),
      learnt.map(({ kind }) => kind),
      learnt.map(({ value }) => value),
      learnt.map(({ person }) => person),
    ],
  });
  const ids = rows[0]?.ids ?? [];
  const held = rows[0]?.held ?? null;
  if (held === null) return ids;
  await tx.query(
    `DELETE FROM identifiers i USING unnest($2::text[], $3::text[]) AS h (kind, value)
     WHERE i.business_id = $1 AND i.kind = h.kind AND i.value = h.value`,
    [business.id, held.map(([kind]) => kind), held.map(([, value]) => value)],
  );
  await tx.query('DELETE FROM people WHERE business_id = $1 AND person_id = ANY($2::bigint[])', [
    business.id,
    ids,
  ]);
  return null;
}

/** A name for people who have none; a name that stands is not replaced. */
export async function fillNames(
  tx: Tx,
  business: Pick<Business, 'id'>,
  names: ReadonlyMap<PersonId, string>,
): Promise<void> {
  if (names.size === 0) return;
  await tx.query({
    name: 'people-fill-names',
    text: `UPDATE people p SET name = n.name FROM unnest($2::bigint[], $3::text[]) AS n (person, name)
           WHERE p.business_id = $1 AND p.person_id = n.person AND p.name IS NULL`,
    values: [business.id, [...names.keys()], [...names.values()]],
  });
}
