import type { Identifier, PersonId, PersonKind } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import { float8Array, int8Array, textArray } from '../../platform/database/index.ts';
import type { Statement, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { CLIMB_CHANNEL } from './climbs.ts';

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
 * Newcomers stand on the ladder from the first moment, also those of whom no fact is told: they are queued here. The
 * identifiers go in by order of their key, so that two transactions that want the same ones wait for each other in
 * the same order.
 */
const store = (onConflict: string, call: string): string => `
  WITH arrived AS (
    INSERT INTO people (business_id, person_id, kind, name, known_since, made_by_import, named_by_import)
    SELECT $1, n.id, n.kind, n.name, to_timestamp(n.since / 1000), $9::bigint,
           CASE WHEN n.name IS NOT NULL THEN $9::bigint END
    FROM unnest($2::bigint[], $3::text[], $4::text[], $5::float8[]) AS n (id, kind, name, since)
  ), queued AS (
    INSERT INTO climb_queue (business_id, person_id) SELECT $1, id FROM unnest($2::bigint[]) AS id
  ), held AS (
    INSERT INTO identifiers (business_id, kind, value, person_id, only_imports)
    SELECT $1, l.kind, l.value, l.person, CASE WHEN $9::bigint IS NOT NULL THEN ARRAY[$9::bigint] END
    FROM unnest($6::text[], $7::text[], $8::bigint[]) AS l (kind, value, person)
    ORDER BY l.kind, l.value COLLATE "C"
    ${onConflict}
    RETURNING kind, value
  )
  SELECT CASE WHEN (SELECT count(*) FROM held) < cardinality($6::text[])
           THEN (SELECT coalesce(json_agg(json_build_array(kind, value)), '[]') FROM held) END AS held${call}`;

const CALL = `, CASE WHEN cardinality($2::bigint[]) > 0 THEN pg_notify('${CLIMB_CHANNEL}', $1::integer::text) END`;

/**
 * Stores new people and new identifiers and answers the numbers of the new people in order; or null when another
 * transaction took one of the identifiers in the meantime: then nothing of this stays. `importId` is the import that
 * tells of them, if one does.
 */
export async function storeNewcomers(
  tx: Tx,
  business: Pick<Business, 'id'>,
  newcomers: readonly Newcomer[],
  learnt: readonly NewIdentifier[],
  importId: number | null = null,
): Promise<readonly number[] | null> {
  if (newcomers.length === 0 && learnt.length === 0) return [];
  const ids = await newNumbers(tx, newcomers.length);
  const { rows } = await tx.query<{ held: [string, string][] | null }>({
    name: 'people-newcomers',
    text: store('ON CONFLICT DO NOTHING', CALL),
    values: valuesOf(business, { ids, newcomers, learnt, importId }),
  });
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

/**
 * The same as a statement, to be sent together with what comes after it. When another transaction took one of the
 * identifiers in the meantime it fails with a reason of OVERTAKEN, and the whole transaction has to be tried again.
 * `ids` are unused numbers, one for each newcomer. No climber is called: that is for after the commit.
 */
export function newcomersStatement(
  business: Pick<Business, 'id'>,
  arrived: Omit<Arrived, 'importId'>,
): Statement {
  return {
    name: 'people-newcomers-or-fail',
    text: store('', ''),
    values: valuesOf(business, { ...arrived, importId: null }),
  };
}

interface Arrived {
  readonly ids: readonly number[];
  readonly newcomers: readonly Newcomer[];
  readonly learnt: readonly NewIdentifier[];
  readonly importId: number | null;
}

function valuesOf(
  business: Pick<Business, 'id'>,
  { ids, newcomers, learnt, importId }: Arrived,
): readonly unknown[] {
  return [
    business.id,
    int8Array(ids),
    textArray(newcomers.map(({ kind }) => kind)),
    newcomers.map(({ name }) => name),
    float8Array(newcomers.map(({ knownSince }) => knownSince)),
    textArray(learnt.map(({ kind }) => kind)),
    textArray(learnt.map(({ value }) => value)),
    int8Array(learnt.map(({ person }) => (person < 0 ? (ids[-person - 1] ?? person) : person))),
    importId,
  ];
}

async function newNumbers(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await tx.query<{ ids: number[] }>(numbersStatement(count));
  return rows[0]?.ids ?? [];
}

/** Answers one row with `ids`: numbers that no other person has or will have. */
export function numbersStatement(count: number): Statement {
  return {
    name: 'people-numbers',
    text: `SELECT array_agg(nextval('person_ids')) AS ids FROM generate_series(1, $1)`,
    values: [count],
  };
}

/**
 * A name for people who have none; a name that stands is not replaced. The people are there: every row meets the one it
 * is for by its key, whatever the planner believes (holders.ts).
 */
export async function fillNames(
  tx: Tx,
  business: Pick<Business, 'id'>,
  names: ReadonlyMap<PersonId, string>,
  importId: number | null = null,
): Promise<void> {
  if (names.size === 0) return;
  await tx.query({
    name: 'people-fill-names',
    text: `INSERT INTO people (business_id, person_id, name, known_since, named_by_import)
           SELECT $1, n.person, n.name, now(), $4::bigint FROM unnest($2::bigint[], $3::text[]) AS n (person, name) ORDER BY 2
           ON CONFLICT (business_id, person_id) DO UPDATE SET name = excluded.name, named_by_import = excluded.named_by_import
           WHERE people.name IS NULL`,
    values: [business.id, [...names.keys()], [...names.values()], importId],
  });
}
