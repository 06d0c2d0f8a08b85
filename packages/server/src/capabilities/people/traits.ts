import { LONGEST_NAME } from '@nardeban/core/people';
import { displayText } from '@nardeban/core/values';
import type { Statement, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** The fact types from which a person's present traits are made. */
export const traitTypes: ReadonlySet<string> = new Set(['trait.changed', 'tag.added', 'tag.removed']);

/** The trait that is also the person's name. */
export const NAME_TRAIT = 'name';

/**
 * The newest value of every trait and the tags that are on, from the stored facts alone, so that the order of their
 * arrival cannot matter. At one instant the larger value counts as the newer (by kind, then by value) and "on" as
 * newer than "off", as in core/criteria: the list must show what the ladder counted. The people are there: every row
 * meets the one it is for by its key, whatever the planner believes (holders.ts).
 */
const fold = `
  WITH told AS MATERIALIZED (
    SELECT one AS person, f.type, f.at, f.data ->> 'trait' AS trait, f.data -> 'value' AS value, f.data ->> 'tag' AS tag
    FROM unnest($2::bigint[]) AS one, LATERAL (
      SELECT o.type, o.at, o.data FROM facts o
      WHERE o.business_id = $1 AND o.person_id = one AND o.type IN ('trait.changed', 'tag.added', 'tag.removed') OFFSET 0) f
  ), said AS (
    SELECT DISTINCT ON (person, trait) person, trait, value
    FROM told WHERE type = 'trait.changed' AND value IS NOT NULL
    ORDER BY person, trait, at DESC, jsonb_typeof(value) DESC,
      CASE jsonb_typeof(value) WHEN 'number' THEN value::numeric END DESC, value #>> '{}' COLLATE "C" DESC
  ), tags AS (
    SELECT DISTINCT ON (person, tag) person, tag, type
    FROM told WHERE type <> 'trait.changed'
    ORDER BY person, tag, at DESC, type
  ), folded AS (
    SELECT person, jsonb_object_agg(trait, value) FILTER (WHERE trait IS NOT NULL) AS traits,
           jsonb_agg(tag ORDER BY tag COLLATE "C") FILTER (WHERE tag IS NOT NULL) AS tags
    FROM (SELECT person, trait, value, NULL AS tag FROM said
          UNION ALL
          SELECT person, NULL, NULL, tag FROM tags WHERE type = 'tag.added'
          UNION ALL
          SELECT one, NULL, NULL, NULL FROM unnest($2::bigint[]) AS one) present
    GROUP BY person
  ), changed AS (
    INSERT INTO people (business_id, person_id, traits, known_since)
    SELECT $1, person, coalesce(traits, '{}') ||
      CASE WHEN tags IS NULL THEN '{}' ELSE jsonb_build_object('tags', tags) END, now()
    FROM folded ORDER BY person
    ON CONFLICT (business_id, person_id) DO UPDATE SET traits = excluded.traits
    WHERE people.traits IS DISTINCT FROM excluded.traits
  )
  SELECT DISTINCT ON (t.person) t.person AS id, t.value #>> '{}' AS told
  FROM told t
  WHERE t.type = 'trait.changed' AND t.trait = '${NAME_TRAIT}' AND jsonb_typeof(t.value) = 'string'
    AND btrim(t.value #>> '{}') <> ''
  ORDER BY t.person, t.at DESC, t.value #>> '{}' COLLATE "C" DESC`;

/**
 * The same as a statement, to be sent after the facts were stored. It leaves names alone: whoever tells the trait of that
 * name calls foldTraits.
 */
export function foldingTraits(business: Pick<Business, 'id'>, people: readonly number[]): Statement {
  return { name: 'people-fold-traits', text: fold, values: [business.id, [...new Set(people)]] };
}

/** Makes the present traits of these people, and their names where a name was told as a trait, from their facts. */
export async function foldTraits(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
): Promise<void> {
  if (people.length === 0) return;
  const { rows } = await tx.query<{ id: number; told: string }>(foldingTraits(business, people));
  const renamed: { id: number; name: string }[] = [];
  for (const { id, told } of rows) {
    const shown = displayText(told).slice(0, LONGEST_NAME).toWellFormed();
    if (shown !== '') renamed.push({ id, name: shown });
  }
  if (renamed.length === 0) return;
  await tx.query(
    `INSERT INTO people (business_id, person_id, name, known_since)
     SELECT $1, n.id, n.name, now() FROM unnest($2::bigint[], $3::text[]) AS n (id, name) ORDER BY 2
     ON CONFLICT (business_id, person_id) DO UPDATE SET name = excluded.name
     WHERE people.name IS DISTINCT FROM excluded.name`,
    [business.id, renamed.map(({ id }) => id), renamed.map(({ name }) => name)],
  );
}
