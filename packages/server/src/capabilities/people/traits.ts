import { LONGEST_NAME } from '@nardeban/core/people';
import { displayText } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** The fact types from which a person's present traits are made. */
export const traitTypes: ReadonlySet<string> = new Set(['trait.changed', 'tag.added', 'tag.removed']);

/** The trait that is also the person's name. */
const NAME_TRAIT = 'name';

/**
 * The newest value of every trait and the tags that are on, from the stored facts alone, so that the order of their
 * arrival cannot matter. At one instant the larger value counts as the newer (by kind, then by value) and "on" as
 * newer than "off", as in core/criteria: the list must show what the ladder counted.
 */
const fold = `
  WITH said AS (
    SELECT DISTINCT ON (f.person_id, f.data ->> 'trait') f.person_id, f.data ->> 'trait' AS trait, f.data -> 'value' AS value
    FROM facts f
    WHERE f.business_id = $1 AND f.person_id = ANY($2::bigint[]) AND f.type = 'trait.changed'
      AND f.data -> 'value' IS NOT NULL
    ORDER BY f.person_id, f.data ->> 'trait', f.at DESC, jsonb_typeof(f.data -> 'value') DESC,
      CASE jsonb_typeof(f.data -> 'value') WHEN 'number' THEN (f.data ->> 'value')::numeric END DESC,
      f.data ->> 'value' COLLATE "C" DESC
  ), tags AS (
    SELECT DISTINCT ON (f.person_id, f.data ->> 'tag') f.person_id, f.data ->> 'tag' AS tag, f.type
    FROM facts f
    WHERE f.business_id = $1 AND f.person_id = ANY($2::bigint[]) AND f.type IN ('tag.added', 'tag.removed')
    ORDER BY f.person_id, f.data ->> 'tag', f.at DESC, f.type
  ), folded AS (
    SELECT person, coalesce((SELECT jsonb_object_agg(trait, value) FROM said WHERE person_id = person), '{}')
      || coalesce((SELECT jsonb_build_object('tags', jsonb_agg(tag ORDER BY tag COLLATE "C"))
                   FROM tags WHERE person_id = person AND type = 'tag.added' HAVING count(*) > 0), '{}') AS traits
    FROM unnest($2::bigint[]) AS person
  ), changed AS (
    UPDATE people p SET traits = folded.traits FROM folded
    WHERE p.business_id = $1 AND p.person_id = folded.person AND p.traits IS DISTINCT FROM folded.traits
  )
  SELECT DISTINCT ON (f.person_id) f.person_id AS id, p.name, f.data ->> 'value' AS told
  FROM facts f JOIN people p ON p.business_id = $1 AND p.person_id = f.person_id
  WHERE f.business_id = $1 AND f.person_id = ANY($2::bigint[]) AND f.type = 'trait.changed'
    AND f.data ->> 'trait' = '${NAME_TRAIT}' AND jsonb_typeof(f.data -> 'value') = 'string'
    AND btrim(f.data ->> 'value') <> ''
  ORDER BY f.person_id, f.at DESC, f.data ->> 'value' COLLATE "C" DESC`;

/** Makes the present traits of these people, and their names where a name was told as a trait, from their facts. */
export async function foldTraits(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
): Promise<void> {
  if (people.length === 0) return;
  const { rows } = await tx.query<{ id: number; name: string | null; told: string }>({
    name: 'people-fold-traits',
    text: fold,
    values: [business.id, [...new Set(people)]],
  });
  const renamed: { id: number; name: string }[] = [];
  for (const { id, name, told } of rows) {
    const shown = displayText(told).slice(0, LONGEST_NAME).toWellFormed();
    if (shown !== '' && shown !== name) renamed.push({ id, name: shown });
  }
  if (renamed.length === 0) return;
  await tx.query(
    `UPDATE people p SET name = n.name FROM unnest($2::bigint[], $3::text[]) AS n (id, name)
     WHERE p.business_id = $1 AND p.person_id = n.id`,
    [business.id, renamed.map(({ id }) => id), renamed.map(({ name }) => name)],
  );
}
