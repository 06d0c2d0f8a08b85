import type { Scalar } from '@nardeban/core/criteria';
import type { Tx } from '../../platform/database/index.ts';

/** What values are wanted of. */
export type SuggestionsAsked =
  | { readonly about: 'field'; readonly types: readonly string[]; readonly field: string }
  | { readonly about: 'trait'; readonly trait: string }
  | { readonly about: 'traits' | 'tags' };

/** So much of the newest history is looked at: it costs the same in a shop of a million as in one of a thousand. */
const FACTS_LOOKED_AT = 20_000;
const PEOPLE_LOOKED_AT = 5000;
const MOST_SUGGESTED = 50;

/** Values that occur, the commonest first; what nobody has had lately is not among them. */
export async function suggestionsFor(tx: Tx, asked: SuggestionsAsked): Promise<Scalar[]> {
  const { rows } = await (asked.about === 'field'
    ? tx.query<{ value: Scalar }>(
        `SELECT value FROM (
           SELECT coalesce(f.data -> $2, to_jsonb(CASE WHEN $2 = ANY($3) THEN f.ref END)) AS value
           FROM (SELECT type, data, ref FROM facts WHERE business_id = this_business() ORDER BY fact_id DESC LIMIT $4) f
           WHERE f.type = ANY($1)) seen
         WHERE value IS NOT NULL AND jsonb_typeof(value) IN ('string', 'number', 'boolean')
         GROUP BY value ORDER BY count(*) DESC, value LIMIT $5`,
        [asked.types, asked.field, REFS, FACTS_LOOKED_AT, MOST_SUGGESTED],
      )
    : tx.query<{ value: Scalar }>(
        `SELECT value FROM (SELECT traits FROM people WHERE business_id = this_business() AND merged_into IS NULL AND traits <> '{}'
           ORDER BY person_id DESC LIMIT $2) p, LATERAL (${VALUES[asked.about]}) told
         WHERE jsonb_typeof(value) IN ('string', 'number', 'boolean')
         GROUP BY value ORDER BY count(*) DESC, value LIMIT $3`,
        [asked.about === 'trait' ? asked.trait : '', PEOPLE_LOOKED_AT, MOST_SUGGESTED],
      ));
  return rows.map((row) => row.value);
}

/** The fields that stand in a column of their own. */
const REFS = ['order', 'deal', 'complaint'];

const VALUES = {
  trait: 'SELECT p.traits -> $1 AS value',
  traits:
    "SELECT to_jsonb(name) AS value FROM jsonb_object_keys(p.traits) name WHERE name NOT IN ('tags', 'name') AND $1 = ''",
  tags: "SELECT value FROM jsonb_array_elements(CASE jsonb_typeof(p.traits -> 'tags') WHEN 'array' THEN p.traits -> 'tags' ELSE '[]' END) value WHERE $1 = ''",
} as const;
