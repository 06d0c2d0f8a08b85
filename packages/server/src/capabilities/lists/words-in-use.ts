import type { Tx } from '../../platform/database/index.ts';

export interface WordsInUse {
  readonly tags: string[];
  readonly traits: { readonly name: string; readonly values: string[] }[];
}

/** The newest so many people are asked; everybody would be a walk through the table. */
const ASKED = 3_000;
const MOST_WORDS = 200;
const MOST_VALUES = 30;
/** A trait with more values than this among those asked is no choice of few: its values are not offered. */
const FEW_VALUES = 60;

/** Tags and traits among the people met last, the commonest first. */
export async function wordsInUse(tx: Tx): Promise<WordsInUse> {
  const { rows } = await tx.query<{ tags: string[] | null; traits: [string, string, number][] | null }>({
    name: 'lists-words-in-use',
    text: `WITH newest AS MATERIALIZED (
             SELECT p.traits FROM people p WHERE p.business_id = this_business() ORDER BY p.person_id DESC LIMIT ${ASKED}),
           tags AS (
             SELECT tag, count(*) AS people FROM newest, LATERAL jsonb_array_elements_text(
               CASE WHEN jsonb_typeof(traits -> 'tags') = 'array' THEN traits -> 'tags' ELSE '[]' END) AS tag
             GROUP BY tag ORDER BY people DESC, tag LIMIT ${MOST_WORDS}),
           said AS (
             SELECT e.key AS name, left(e.value #>> '{}', 200) AS value, count(*)::int AS people
             FROM newest, LATERAL jsonb_each(traits) e WHERE jsonb_typeof(e.value) <> 'array'
             GROUP BY 1, 2 ORDER BY people DESC, 1, 2 LIMIT 5000)
           SELECT (SELECT json_agg(tag) FROM tags) AS tags,
                  (SELECT json_agg(json_build_array(name, value, people)) FROM said) AS traits`,
  });
  const values = new Map<string, string[]>();
  for (const [name, value] of rows[0]?.traits ?? []) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    tags: rows[0]?.tags ?? [],
    traits: [...values].slice(0, MOST_WORDS).map(([name, all]) => ({
      name,
      values: all.length > FEW_VALUES ? [] : all.slice(0, MOST_VALUES),
    })),
  };
}
