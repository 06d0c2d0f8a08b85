import {
  checkTrait,
  type FieldDeclaration,
  type FieldKind,
  NO_TRAITS,
  type TraitDeclaration,
} from '@nardeban/core/facts';
import type { Tx } from '../../platform/database/index.ts';

/**
 * What stands in the business's data under a name somebody declares. So many of the newest are looked at: it costs the
 * same in a shop of a million as in one of a thousand, and the answer says whether that was everything.
 */
const FACTS_LOOKED_AT = 50_000;
const PEOPLE_LOOKED_AT = 50_000;
const MOST_VALUES = 5_000;
const MOST_EXAMPLES = 5;
/** A trait with more values than this is no choice of few. */
const FEW_VALUES = 12;
const MOST_UNDECLARED = 50;

type Told = string | number | boolean;

/** How much was looked at, and whether that was all there is. */
export interface Looked {
  readonly looked: number;
  readonly all: boolean;
}

/** How often facts of the business's own were told, by name. */
export async function customFactsTold(
  tx: Tx,
): Promise<Looked & { readonly told: ReadonlyMap<string, number> }> {
  const { rows } = await tx.query<{ looked: number; told: [string, number][] | null }>({
    name: 'facts-custom-told',
    text: `WITH newest AS MATERIALIZED (
             SELECT type FROM facts WHERE business_id = this_business() ORDER BY fact_id DESC LIMIT ${FACTS_LOOKED_AT})
           SELECT (SELECT count(*)::int FROM newest) AS looked,
                  (SELECT json_agg(json_build_array(substr(type, 8), times)) FROM (
                     SELECT type, count(*)::int AS times FROM newest WHERE type LIKE 'custom.%' GROUP BY type) t) AS told`,
  });
  const looked = rows[0]?.looked ?? 0;
  return { looked, all: looked < FACTS_LOOKED_AT, told: new Map(rows[0]?.told ?? []) };
}

export interface TraitInUse {
  readonly trait: string;
  /** How many people have a value. */
  readonly people: number;
  /** What all the values could be declared as. */
  readonly kind: FieldKind;
  /** The values, the commonest first, where they are few. */
  readonly values: readonly string[];
}

/** The traits people have, the commonest first. */
export async function traitsInUse(tx: Tx): Promise<Looked & { readonly traits: readonly TraitInUse[] }> {
  const { rows } = await tx.query<{ looked: number; said: [string, Told, number][] | null }>({
    name: 'facts-traits-in-use',
    text: `WITH newest AS MATERIALIZED (
             SELECT traits FROM people WHERE business_id = this_business() AND merged_into IS NULL
             ORDER BY person_id DESC LIMIT ${PEOPLE_LOOKED_AT}),
           said AS (
             SELECT e.key AS trait, e.value, count(*)::int AS people FROM newest, LATERAL jsonb_each(traits) e
             WHERE jsonb_typeof(e.value) IN ('string', 'number', 'boolean') AND e.key <> 'name'
             GROUP BY 1, 2 ORDER BY people DESC, 1, 2 LIMIT ${MOST_VALUES})
           SELECT (SELECT count(*)::int FROM newest) AS looked,
                  (SELECT json_agg(json_build_array(trait, value, people)) FROM said) AS said`,
  });
  const byTrait = Map.groupBy(rows[0]?.said ?? [], ([trait]) => trait);
  const traits = [...byTrait].map(([trait, said]) => {
    const values = said.map(([, value]) => value);
    return {
      trait,
      people: said.reduce((sum, [, , people]) => sum + people, 0),
      kind: kindOf(values),
      values: values.length > FEW_VALUES ? [] : values.map(String),
    };
  });
  const looked = rows[0]?.looked ?? 0;
  return {
    looked,
    all: looked < PEOPLE_LOOKED_AT,
    traits: traits.toSorted((one, other) => other.people - one.people),
  };
}

/** The narrowest kind that all of these values are of. */
function kindOf(values: readonly Told[]): FieldKind {
  const kinds = ['flag', 'number', 'day'] as const;
  const fitting = kinds.find((kind) =>
    values.every(
      (value) => checkTrait('x', value, { ...NO_TRAITS, named: { x: { kind, fa: '', en: '' } } }).ok,
    ),
  );
  return fitting ?? 'text';
}

/** Traits in use that were not declared, for whoever thinks of declaring them. */
export function undeclared(
  traits: readonly TraitInUse[],
  declared: Readonly<Record<string, unknown>>,
): TraitInUse[] {
  return traits.filter(({ trait }) => !Object.hasOwn(declared, trait)).slice(0, MOST_UNDECLARED);
}

/** Stored values that a declaration would not take; they stay as they are all the same. */
export interface Fit extends Looked {
  /** How many people, or facts, have a value. */
  readonly having: number;
  readonly misfits: number;
  readonly examples: readonly {
    readonly field: string;
    readonly value: Told;
    readonly times: number;
    /** Somebody who has it. */
    readonly person: number | null;
  }[];
}

interface ValueRow {
  readonly field: string;
  readonly value: Told;
  readonly times: number;
  readonly person: number | null;
}

/** How the present values of a trait fit what it is about to be declared as. */
export async function fitOfTrait(tx: Tx, trait: string, declaration: TraitDeclaration): Promise<Fit> {
  const { rows } = await tx.query<{ looked: number; rows: ValueRow[] | null }>(
    `WITH newest AS MATERIALIZED (
       SELECT person_id, traits -> $1 AS value FROM people WHERE business_id = this_business() AND merged_into IS NULL
       ORDER BY person_id DESC LIMIT ${PEOPLE_LOOKED_AT}),
     said AS (
       SELECT $1 AS field, value, count(*)::int AS times, max(person_id) AS person FROM newest
       WHERE jsonb_typeof(value) IN ('string', 'number', 'boolean')
       GROUP BY value ORDER BY times DESC, value LIMIT ${MOST_VALUES})
     SELECT (SELECT count(*)::int FROM newest) AS looked, (SELECT json_agg(said) FROM said) AS rows`,
    [trait],
  );
  const looked = rows[0]?.looked ?? 0;
  const said = rows[0]?.rows ?? [];
  const isFit = ({ value }: ValueRow) =>
    checkTrait(trait, value, { only: false, named: { [trait]: declaration } }).ok;
  return fitOf(said, isFit, { looked, all: looked < PEOPLE_LOOKED_AT && said.length < MOST_VALUES });
}

/** How the stored records of a fact of the business's own fit the choices its fields are about to have. */
export async function fitOfFact(
  tx: Tx,
  name: string,
  fields: Readonly<Record<string, FieldDeclaration>>,
): Promise<Fit> {
  const chosen = Object.entries(fields).flatMap(([field, { choices }]) =>
    choices === undefined ? [] : [[field, new Set<unknown>(choices)] as const],
  );
  const { rows } = await tx.query<{ looked: number; having: number; rows: ValueRow[] | null }>(
    `WITH newest AS MATERIALIZED (
       SELECT type, person_id, data FROM facts WHERE business_id = this_business()
       ORDER BY fact_id DESC LIMIT ${FACTS_LOOKED_AT}),
     said AS (
       SELECT field, data -> field AS value, count(*)::int AS times, max(person_id) AS person
       FROM newest, unnest($2::text[]) AS field
       WHERE type = $1 AND data -> field IS NOT NULL
       GROUP BY 1, 2 ORDER BY times DESC, 1, 2 LIMIT ${MOST_VALUES})
     SELECT (SELECT count(*)::int FROM newest) AS looked, (SELECT count(*)::int FROM newest WHERE type = $1) AS having,
            (SELECT json_agg(said) FROM said) AS rows`,
    [`custom.${name}`, chosen.map(([field]) => field)],
  );
  const looked = rows[0]?.looked ?? 0;
  const said = rows[0]?.rows ?? [];
  const choices = new Map(chosen);
  const isFit = ({ field, value }: ValueRow) => choices.get(field)?.has(value) ?? true;
  return {
    ...fitOf(said, isFit, { looked, all: looked < FACTS_LOOKED_AT && said.length < MOST_VALUES }),
    having: rows[0]?.having ?? 0,
  };
}

function fitOf(said: readonly ValueRow[], isFit: (row: ValueRow) => boolean, looked: Looked): Fit {
  const total = (rows: readonly ValueRow[]) => rows.reduce((sum, { times }) => sum + times, 0);
  const misfits = said.filter((row) => !isFit(row));
  return {
    ...looked,
    having: total(said),
    misfits: total(misfits),
    examples: misfits
      .slice(0, MOST_EXAMPLES)
      .map(({ field, value, times, person }) => ({ field, value, times, person })),
  };
}
