import type { FactData } from '@nardeban/core/facts';
import type { Business } from '../../platform/tenancy/index.ts';
import { CLIMB_CHANNEL, foldTraits, traitTypes } from '../people/index.ts';
import {
  float8Array,
  int4Array,
  int8Array,
  type Rows,
  type Statement,
  textArray,
  type Tx,
} from '../../platform/database/index.ts';
import { failureOf } from '../../platform/failure.ts';
import { columnsOf, type FactColumns } from './columns.ts';
import type { FactRow } from './fact-row.ts';
import { feedOfTold } from './feed.ts';
import type { ImportedFacts } from './imported.ts';
import { isSameFact, readStored, type StoredFact } from './stored.ts';

/**
 * `unchanged`: this source has told this fact before. `differs`: it has told another one under the same key, which
 * stays as it is.
 */
export type AppendOutcome = 'stored' | 'unchanged' | 'differs';

export interface Appended {
  readonly outcome: AppendOutcome;
  /** The number of the fact that now stands under the key. */
  readonly factId: number;
}

/** How many rows go into one statement: enough that the round trip does not count, few enough for flat memory. */
const ROWS_AT_ONCE = 2_500;

/** Writes the facts down as `told`; `importId` is the number of the import they are of. */
function storing(importId: string, onlyNew: boolean): string {
  return `told AS (
    INSERT INTO facts (business_id, person_id, conflict_id, type, at, source_id, key, amount, ref, data, import_id)
    SELECT $1, t.person_id, t.conflict_id, t.type, to_timestamp(t.at / 1000), t.source_id, t.key, t.amount, t.ref,
           t.data::jsonb, ${importId}
    FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::float8[], $6::integer[], $7::text[], $8::bigint[],
                $9::text[], $10::text[])
      AS t (person_id, conflict_id, type, at, source_id, key, amount, ref, data)
    ${onlyNew ? '' : 'ON CONFLICT (business_id, source_id, key) DO NOTHING'}
    RETURNING fact_id, person_id, at, source_id, key
  )`;
}

/** What `told` says of its people: known since then at the latest, and to be climbed. */
const TOUCHING = `touched AS MATERIALIZED (
    SELECT t.person_id, p.root, p.known_since, t.first
    FROM (SELECT person_id, min(at) AS first FROM told WHERE person_id IS NOT NULL GROUP BY person_id) t, LATERAL (
      SELECT coalesce(o.merged_into, o.person_id) AS root, o.known_since FROM people o
      WHERE o.business_id = $1 AND o.person_id = t.person_id LIMIT 1) p
  ), earlier AS (
    INSERT INTO people (business_id, person_id, known_since)
    SELECT $1, person_id, first FROM touched WHERE known_since > first ORDER BY person_id
    ON CONFLICT (business_id, person_id) DO UPDATE SET known_since = excluded.known_since
    WHERE people.known_since > excluded.known_since
  ), queued AS (
    INSERT INTO climb_queue (business_id, person_id)
    SELECT DISTINCT $1::integer, root FROM touched ORDER BY root
    ON CONFLICT DO NOTHING
  )`;

/**
 * One statement stores the facts, lowers the instant since when their people are known, asks for their climbs (of
 * whom they were merged into) and calls the worker: all of it or nothing, in one round trip. The people are there:
 * every row meets the one it is for by its key, whatever the planner believes (people/holders.ts).
 *
 * They stay there: an undo of an import that would take one of them off waits for this transaction and finds the fact.
 * Where it was first, `there` is false. An import's people need no such hold: nothing is undone while one runs.
 */
const append = (onlyNew: boolean): string => `
  WITH ${storing('$12::bigint', onlyNew)}, held AS MATERIALIZED (
    SELECT o.person_id FROM (SELECT DISTINCT one FROM unnest($2::bigint[]) AS one WHERE $12::bigint IS NULL ORDER BY one) t,
      LATERAL (SELECT p.person_id FROM people p WHERE p.business_id = $1 AND p.person_id = t.one LIMIT 1 FOR KEY SHARE) o
  ), ${TOUCHING}, ${feedOfTold('$12::bigint IS NULL')}
  SELECT (SELECT count(*)::integer FROM told) AS stored,
         $12::bigint IS NOT NULL
           OR (SELECT count(DISTINCT one) FROM unnest($2::bigint[]) AS one) = (SELECT count(*) FROM held) AS there,
         CASE WHEN $11::boolean OR (SELECT count(*) FROM told) < cardinality($7::text[])
           THEN (SELECT coalesce(json_agg(json_build_array(source_id, key, fact_id)), '[]') FROM told) END AS told,
         CASE WHEN $12::bigint IS NOT NULL THEN (SELECT min(fact_id) FROM told) END AS first,
         CASE WHEN $12::bigint IS NOT NULL THEN (SELECT max(fact_id) FROM told) END AS last,
         CASE WHEN EXISTS (SELECT FROM touched) THEN pg_notify('${CLIMB_CHANNEL}', $1::integer::text) END`;

const appendAndCall = append(false);
const appendNew = append(true);

/** The same for people whom the transaction holds already; it calls nobody, and nobody asks what became of the facts. */
const APPEND_OF_HELD = `
  WITH ${storing('NULL::bigint', false)}, ${TOUCHING}, ${feedOfTold()}
  SELECT WHERE false`;

/**
 * Stores facts, any number of them, in the caller's transaction; answers what became of each, in order. A key told
 * before is compared with what is stored, also within one call, where the first wins. Traits and tags are folded into
 * their people, and the people of what was stored are queued to be climbed. `imported` hears of an import's facts what
 * undoing it needs.
 */
export async function appendFacts(
  tx: Tx,
  business: Pick<Business, 'id'>,
  rows: readonly FactRow[],
  imported: ImportedFacts | null = null,
): Promise<AppendOutcome[]> {
  const outcomes: AppendOutcome[] = [];
  let next = partOf(rows.slice(0, ROWS_AT_ONCE));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = next;
    const appending = appendPart(tx, business, part, false, imported);
    // A failure is met below; until then it must not count as unheard.
    appending.catch(() => {});
    // The values of the next are made while the server writes these.
    next = partOf(rows.slice(from + ROWS_AT_ONCE, from + 2 * ROWS_AT_ONCE));
    const appended = await appending;
    for (let index = 0; index < part.rows.length; index += 1)
      outcomes.push(appended?.[index]?.outcome ?? 'stored');
  }
  return outcomes;
}

/** The same for few facts, with the number of each. */
export async function appendNumbered(
  tx: Tx,
  business: Pick<Business, 'id'>,
  rows: readonly FactRow[],
): Promise<Appended[]> {
  return (await appendPart(tx, business, partOf(rows), true)) ?? [];
}

/** The same for few facts as a statement to be sent together with others; `read` is to be given its answer. */
export function appendingFacts(
  business: Pick<Business, 'id'>,
  rows: readonly FactRow[],
): { readonly statement: Statement; read(tx: Tx, answer: Rows<object>): Promise<AppendOutcome[]> } {
  const part = partOf(rows);
  return {
    statement: partStatement(business, part, { numbered: false, imported: null }),
    async read(tx, answer) {
      const appended = await readPart(tx, business, part, answer as Rows<AppendAnswer>, null);
      return rows.map((_, index) => appended?.[index]?.outcome ?? 'stored');
    },
  };
}

/**
 * Few facts that fold no trait, of people whom the transaction holds already, as a statement that answers nothing: of one under
 * a key that was told before, the first stays. Whoever commits calls the climber afterwards (`callClimber`): transactions that
 * notify are committed one after the other.
 */
export function appendOfHeldStatement(business: Pick<Business, 'id'>, rows: readonly FactRow[]): Statement {
  return {
    name: 'facts-append-of-held',
    text: APPEND_OF_HELD,
    values: [business.id, ...partOf(rows).values],
    many: 'lists',
  };
}

/** What whoever stores the facts has read of their people. */
export interface PeopleRead {
  /** Those among them who were merged into another, with whom they are now. */
  readonly roots: ReadonlyMap<number, number>;
  /** Those of whom a fact tells from before the business knew them. */
  readonly early: readonly number[];
}

/**
 * The same as a statement for few facts, to be sent together with what comes before and after it. It looks up nothing
 * about people, so it must be told what was read of them; it folds no traits, and calls no climber: that is for after the
 * commit. `appendedBy` reads its answer. With `allNew` it fails with a reason of OVERTAKEN where one of the keys was told
 * before: to look whether there is such a one takes a tenth of the time.
 */
export function appendStatement(
  business: Pick<Business, 'id'>,
  rows: readonly FactRow[],
  { roots, early }: PeopleRead,
  { allNew }: { readonly allNew: boolean } = { allNew: false },
): Statement {
  const columns = rows.map(({ type, data }) => columnsOf(type, data));
  const values: unknown[] = [business.id, ...literals(rows, columns)];
  const placed = (value: unknown): string => `$${values.push(value)}`;
  return {
    name: `facts-append-read${roots.size > 0 ? '-merged' : ''}${early.length > 0 ? '-early' : ''}${allNew ? '-new' : ''}`,
    text: appendRead(
      roots.size > 0 ? [placed(int8Array([...roots.keys()])), placed(int8Array([...roots.values()]))] : null,
      early.length > 0 ? placed(int8Array(early)) : null,
      allNew,
    ),
    values,
  };
}

/**
 * Nearly always nobody is merged and nobody was known too late: then there is nothing in the statement about either, which
 * would cost a tenth of it. Where all are new they are numbered in their order, so that the numbers alone are the answer.
 */
const appendRead = (
  merged: readonly [from: string, into: string] | null,
  early: string | null,
  allNew: boolean,
): string => `
  WITH told AS (
    INSERT INTO facts (business_id, person_id, conflict_id, type, at, source_id, key, amount, ref, data)
    SELECT $1, t.person_id, t.conflict_id, t.type, to_timestamp(t.at / 1000), t.source_id, t.key, t.amount, t.ref,
           t.data::jsonb
    FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::float8[], $6::integer[], $7::text[], $8::bigint[],
                $9::text[], $10::text[])
      AS t (person_id, conflict_id, type, at, source_id, key, amount, ref, data)
    ${allNew ? '' : 'ON CONFLICT (business_id, source_id, key) DO NOTHING'}
    RETURNING fact_id, person_id, at${allNew ? '' : ', source_id, key'}
  ), ${
    early === null
      ? ''
      : `earlier AS (
    INSERT INTO people (business_id, person_id, known_since)
    SELECT $1, person_id, min(at) FROM told WHERE person_id = ANY(${early}::bigint[]) GROUP BY person_id ORDER BY person_id
    ON CONFLICT (business_id, person_id) DO UPDATE SET known_since = excluded.known_since
    WHERE people.known_since > excluded.known_since
  ), `
  }queued AS (
    INSERT INTO climb_queue (business_id, person_id)
    ${
      merged === null
        ? 'SELECT $1::integer, person_id FROM told'
        : `SELECT $1::integer, coalesce(r.root, person_id)
    FROM told LEFT JOIN unnest(${merged[0]}::bigint[], ${merged[1]}::bigint[]) AS r (person_id, root) USING (person_id)`
    }
    WHERE person_id IS NOT NULL ORDER BY 2
    ON CONFLICT DO NOTHING
  ), ${feedOfTold()}
  SELECT ${allNew ? 'json_agg(fact_id) AS numbers' : 'json_agg(json_build_array(source_id, key, fact_id)) AS told'} FROM told`;

/** What became of each row by the answer of `appendStatement`; reads what stood under the keys that were told before. */
export async function appendedBy(
  answer: Rows<AppendedRow>,
  rows: readonly FactRow[],
  read: (repeated: readonly FactRow[]) => Promise<ReadonlyMap<string, StoredFact>>,
): Promise<Appended[]> {
  const [{ numbers = null, told = null } = {}] = answer.rows;
  if (numbers !== null) return numbers.map((factId) => ({ outcome: 'stored', factId }));
  const fresh = new Map((told ?? []).map(([source, key, id]) => [`${source} ${key}`, id]));
  const repeated = fresh.size < rows.length ? rows.filter(isRepeated(fresh)) : [];
  const known = repeated.length === 0 ? new Map<string, StoredFact>() : await read(repeated);
  const columns = rows.map(({ type, data }) => columnsOf(type, data));
  return outcomesOf(rows, columns, { fresh, known, imported: null });
}

export interface AppendedRow {
  readonly told?: readonly [sourceId: number, key: string, factId: number][] | null;
  /** Where all had to be new: their numbers in their order. */
  readonly numbers?: readonly number[] | null;
}

interface Part {
  readonly rows: readonly FactRow[];
  readonly columns: readonly FactColumns[];
  readonly values: readonly Buffer[];
}

function partOf(rows: readonly FactRow[]): Part {
  const columns = rows.map(({ type, data }) => columnsOf(type, data));
  return { rows, columns, values: literals(rows, columns) };
}

/** Null when every row was stored and nobody asked for the numbers. */
async function appendPart(
  tx: Tx,
  business: Pick<Business, 'id'>,
  part: Part,
  numbered: boolean,
  imported: ImportedFacts | null = null,
): Promise<Appended[] | null> {
  if (part.rows.length === 0) return [];
  const answer =
    (imported?.isAllNew === true ? await appendIfNew(tx, business, part, imported) : null) ??
    (await tx.query<AppendAnswer>(partStatement(business, part, { numbered, imported })));
  return readPart(tx, business, part, answer, imported);
}

/**
 * Stores them as if none had been told before: to look for each key takes a tenth of the time. Null: one of them was, and
 * nothing is stored.
 */
async function appendIfNew(
  tx: Tx,
  business: Pick<Business, 'id'>,
  part: Part,
  imported: ImportedFacts,
): Promise<Rows<AppendAnswer> | null> {
  try {
    const [, answer] = await tx.queryAll<[object, AppendAnswer, object]>([
      { text: 'SAVEPOINT before_facts' },
      partStatement(business, part, { numbered: false, imported, onlyNew: true }),
      { text: 'RELEASE SAVEPOINT before_facts' },
    ]);
    return answer;
  } catch (error) {
    if (failureOf(error).code !== TOLD_BEFORE) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT before_facts');
    return null;
  }
}

/** The server's code for a key that is there already. */
const TOLD_BEFORE = '23505';

function partStatement(
  business: Pick<Business, 'id'>,
  { values }: Part,
  {
    numbered,
    imported,
    onlyNew = false,
  }: {
    readonly numbered: boolean;
    readonly imported: ImportedFacts | null;
    readonly onlyNew?: boolean;
  },
): Statement {
  return {
    ...(onlyNew
      ? { name: 'facts-append-new', text: appendNew }
      : { name: 'facts-append', text: appendAndCall }),
    values: [business.id, ...values, numbered, imported?.importId ?? null],
  };
}

async function readPart(
  tx: Tx,
  business: Pick<Business, 'id'>,
  { rows, columns }: Part,
  { rows: answers }: Rows<AppendAnswer>,
  imported: ImportedFacts | null,
): Promise<Appended[] | null> {
  if (answers[0]?.there === false) throw new PersonGone();
  const stored = answers[0]?.stored ?? 0;
  const told = answers[0]?.told ?? null;
  const { first = null, last = null } = answers[0] ?? {};
  if (imported !== null && first !== null && last !== null) imported.stored(first, last);
  if (stored > 0) {
    const changed = rows.filter(({ type, personId }) => personId !== null && traitTypes.has(type));
    await foldTraits(
      tx,
      business,
      changed.map(({ personId }) => personId ?? 0),
    );
  }
  if (told === null) return null;
  const fresh = new Map(told.map(([sourceId, key, factId]) => [`${sourceId} ${key}`, factId]));
  const known =
    stored < rows.length ? await readStored(tx, business, rows.filter(isRepeated(fresh))) : new Map();
  return outcomesOf(rows, columns, { fresh, known, imported });
}

/**
 * Somebody a fact was told of was taken off in this very moment. It carries the code of a transaction that met another, so
 * that whoever tries those again does so, and then finds that the person is unknown.
 */
class PersonGone extends Error {
  readonly code = '40001';
}

interface AppendAnswer {
  readonly stored: number;
  readonly there: boolean;
  readonly told: [number, string, number][] | null;
  readonly first: number | null;
  readonly last: number | null;
}

function literals(rows: readonly FactRow[], columns: readonly FactColumns[]): Buffer[] {
  return [
    int8Array(rows.map(({ personId }) => personId)),
    int8Array(rows.map(({ conflictId }) => conflictId)),
    textArray(rows.map(({ type }) => type)),
    float8Array(rows.map(({ at }) => at)),
    int4Array(rows.map(({ sourceId }) => sourceId)),
    textArray(rows.map(({ key }) => key)),
    int8Array(columns.map(({ amount }) => amount)),
    textArray(columns.map(({ ref }) => ref)),
    textArray(columns.map(({ data }) => (data === null ? null : jsonOf(data)))),
  ];
}

/** JSON escapes half a surrogate pair instead of dropping it, and the server refuses the escape. */
function jsonOf(data: FactData): string {
  const json = JSON.stringify(data);
  return json.includes('\\ud')
    ? JSON.stringify(data, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))
    : json;
}

/** Is this row not the one that was stored under its key: told before, or a second time in this call? */
function isRepeated(fresh: ReadonlyMap<string, number>): (row: FactRow) => boolean {
  const seen = new Set<string>();
  return ({ sourceId, key }) => {
    const name = `${sourceId} ${key}`;
    if (fresh.has(name) && !seen.has(name)) {
      seen.add(name);
      return false;
    }
    return true;
  };
}

function outcomesOf(
  rows: readonly FactRow[],
  columns: readonly FactColumns[],
  found: {
    readonly fresh: ReadonlyMap<string, number>;
    readonly known: ReadonlyMap<string, StoredFact>;
    readonly imported: ImportedFacts | null;
  },
): Appended[] {
  const { fresh, known, imported } = found;
  const repeated = isRepeated(fresh);
  return rows.map((row, index): Appended => {
    const name = `${row.sourceId} ${row.key}`;
    if (!repeated(row)) return { outcome: 'stored', factId: fresh.get(name) ?? 0 };
    const stored = known.get(name);
    const record = columns[index];
    if (stored === undefined || record === undefined)
      throw new Error(`A fact was neither stored nor found: ${row.key}`);
    imported?.repeated(row, stored.importId);
    return { outcome: isSameFact(row, record, stored) ? 'unchanged' : 'differs', factId: stored.factId };
  });
}
