import type { Identifier, PersonKind } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import { int8Array, type Tx } from '../../platform/database/index.ts';

export type TraitValue = string | number | boolean | readonly string[];

export interface Person {
  /** The canonical person's number, also when a merged one's was asked for. */
  readonly id: number;
  readonly name: string | null;
  readonly kind: PersonKind;
  readonly identifiers: readonly Identifier[];
  /** The present traits; `tags` holds the tags that are on. */
  readonly traits: Readonly<Record<string, TraitValue>>;
  readonly knownSince: Instant;
  /** Everybody merged into this person. */
  readonly mergedFrom: readonly number[];
}

interface MemberRow {
  readonly id: number;
  readonly root: number;
  readonly name: string | null;
  readonly kind: PersonKind;
  readonly traits: Record<string, TraitValue>;
  readonly knownSince: Instant;
  readonly identifiers: Identifier[];
}

/**
 * One person with everybody merged into them, or null. Where the merged ones' traits differ the canonical person's
 * stands; of the others, that of the person the business has known longest. Tags are joined.
 */
export async function personById(tx: Tx, id: number): Promise<Person | null> {
  const { rows } = await tx.query<MemberRow>({
    name: 'people-one',
    text: `
      WITH root AS (
        SELECT coalesce(merged_into, person_id) AS id FROM people WHERE business_id = this_business() AND person_id = $1
      )
      SELECT p.person_id AS id, root.id AS root, p.name, p.kind, p.traits, p.known_since AS "knownSince",
             (SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'value', i.value) ORDER BY i.kind, i.value), '[]')
              FROM identifiers i WHERE i.business_id = p.business_id AND i.person_id = p.person_id) AS identifiers
      FROM people p, root
      WHERE p.business_id = this_business() AND (p.person_id = root.id OR p.merged_into = root.id)
      ORDER BY p.person_id <> root.id, p.known_since, p.person_id`,
    values: [id],
  });
  const [canonical, ...merged] = rows;
  if (canonical === undefined) return null;
  const tags = new Set(rows.flatMap(({ traits }) => (Array.isArray(traits['tags']) ? traits['tags'] : [])));
  const traits: Record<string, TraitValue> = {};
  for (const member of rows.toReversed()) Object.assign(traits, member.traits);
  if (tags.size > 0) traits['tags'] = [...tags].sort((a, b) => (a < b ? -1 : 1));
  return {
    id: canonical.root,
    name: rows.find(({ name }) => name !== null)?.name ?? null,
    kind: canonical.kind,
    identifiers: rows.flatMap(({ identifiers }) => identifiers),
    traits,
    knownSince: Math.min(...rows.map(({ knownSince }) => knownSince)),
    mergedFrom: merged.map(({ id: member }) => member),
  };
}

/** What people of these very numbers are called; null: by no name. Whoever is not there is left out. */
export async function namesOf(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<{ id: number; name: string | null }>(
    'SELECT person_id AS id, name FROM people WHERE business_id = this_business() AND person_id = ANY($1::bigint[])',
    [int8Array(ids)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
