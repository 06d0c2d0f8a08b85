import type { Fact, FactData, History } from '@nardeban/core/facts';
import { baseVocabulary } from '@nardeban/core/facts';
import { factFieldsRead, factTypesRead, type Definition } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import { int8Array } from '../../platform/database/index.ts';
import {
  type BinaryRow,
  readBinaryCopy,
  type Rows,
  type Statement,
  type Tx,
} from '../../platform/database/index.ts';

/** What a reader fetches: the fact types and fields that the definitions read, and no others. */
export interface Reading {
  readonly types: readonly string[];
  /** The field that `ref` stands for, per type. */
  readonly refs: readonly (string | undefined)[];
  /** Types of which a field beyond the two in columns is read. */
  readonly detailed: ReadonlySet<string>;
  readonly ids: boolean;
}

export function readingFor(
  definitions: readonly Definition[],
  options: { readonly ids?: boolean; readonly also?: readonly string[] } = {},
): Reading {
  const types = [...new Set([...definitions.flatMap(factTypesRead), ...(options.also ?? [])])].sort();
  const fields = new Set(definitions.flatMap(factFieldsRead));
  const refs = types.map((type) => baseVocabulary[type]?.ref);
  const detailed = new Set(
    types.filter((type, index) => {
      const declared = baseVocabulary[type];
      if (declared === undefined) return true;
      return Object.keys(declared.fields).some(
        (field) => fields.has(field) && field !== 'amount' && field !== refs[index],
      );
    }),
  );
  return { types, refs, detailed, ids: options.ids ?? false };
}

/** A person as the climb sees them: all stored persons that are one, by the number of the one they are. */
export interface KnownPerson {
  readonly personId: number;
  readonly history: History;
}

interface PersonRow {
  readonly person_id: number;
  readonly merged_into: number | null;
  readonly known_since: Instant;
}

/** For whoever reads the next people while these are still being told. */
export interface Ahead {
  /** Told the last number looked at as soon as it is known, or null when there is nobody. */
  readonly onLast: (last: number | null) => void;
  /** Nobody is told before it is over; what can be read until then is. */
  readonly turn: Promise<unknown>;
}

/**
 * The next people in order of number, at most `most`, after the person `after`; those merged into another come with that
 * one. Calls `onPerson` for each with their history, one at a time: only one history is in memory. Answers the last
 * number looked at, or null when there was nobody.
 */
export async function readPeopleAfter(
  tx: Tx,
  after: number,
  most: number,
  reading: Reading,
  onPerson: (person: KnownPerson) => void,
  ahead?: Ahead,
): Promise<number | null> {
  const rows: PersonRow[] = [];
  const stream = tx.copyOut(
    `COPY (SELECT person_id, merged_into, known_since FROM people
       WHERE business_id = this_business() AND person_id > ${after} ORDER BY person_id LIMIT ${most}) TO STDOUT (FORMAT binary)`,
  );
  await readBinaryCopy(stream, (row) => {
    const merged_into = row.isNull(1) ? null : row.int8(1);
    rows.push({ person_id: row.int8(0), merged_into, known_since: row.instant(2) });
  });
  const last = rows.at(-1);
  ahead?.onLast(last?.person_id ?? null);
  if (!last) return null;
  await readHistories(
    tx,
    rows,
    `f.person_id > ${after} AND f.person_id <= ${last.person_id}`,
    reading,
    onPerson,
    ahead?.turn,
  );
  return last.person_id;
}

/** These people, whatever their order; a number that was merged into another is passed over. */
export async function readPeople(
  tx: Tx,
  personIds: readonly number[],
  reading: Reading,
  onPerson: (person: KnownPerson) => void,
): Promise<void> {
  if (personIds.length <= FEW) return readFew(tx, personIds, reading, onPerson);
  const { rows } = await tx.query<PersonRow>(peopleStatement(personIds));
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const some = rows.slice(from, from + AT_A_TIME);
    const ids = some.map((row) => row.person_id);
    await readHistories(tx, some, `f.person_id = ANY('{${ids.join(',')}}'::bigint[])`, reading, onPerson);
  }
}

/**
 * Of more people at once the records of their facts fill the memory; and of two thousand the planner, who does not know how
 * many facts a business has, went through all of its facts and sorted what was left.
 */
const AT_A_TIME = 500;

/** Up to so many are read by statements that the server has planned before; more are worth a COPY. */
const FEW = 200;

async function readFew(
  tx: Tx,
  personIds: readonly number[],
  reading: Reading,
  onPerson: (person: KnownPerson) => void,
): Promise<void> {
  await readPeopleFrom(
    tx,
    await tx.queryAll<object[]>(peopleStatements(personIds, reading)),
    reading,
    onPerson,
  );
}

/** What `readPeople` asks of few people, to be sent together with others; `readPeopleFrom` reads the answers. */
export function peopleStatements(personIds: readonly number[], reading: Reading): Statement[] {
  return [peopleStatement(personIds), membersStatement(personIds), factsStatement(personIds, reading)];
}

/**
 * By the answers of `peopleStatements`, in their order and with the same reading; asks again only for those who were merged
 * into one of these people. Whoever was merged into another is passed over.
 */
export async function readPeopleFrom(
  tx: Tx,
  answers: readonly Rows<object>[],
  reading: Reading,
  onPerson: (person: KnownPerson) => void,
): Promise<void> {
  const people = (answers[0]?.rows ?? []) as PersonRow[];
  const members = (answers[1]?.rows ?? []) as MemberRow[];
  const apart = new Set(members.map((row) => row.person_id));
  // Whoever was asked for beside the one they were merged into is read with that one, and once.
  const told = ((answers[2]?.rows ?? []) as FactRow[]).filter((row) => !apart.has(row.person_id));
  const alone = people.filter((row) => row.merged_into === null);
  const joined = Map.groupBy(members, (row) => row.merged_into);
  const theirs =
    members.length === 0
      ? []
      : (
          await tx.query<FactRow>(
            factsStatement(
              members.map((row) => row.person_id),
              reading,
            ),
          )
        ).rows;
  const facts = Map.groupBy([...told, ...theirs], (row) => row.person_id);
  for (const row of alone) {
    const merged = joined.get(row.person_id) ?? [];
    const history = [row, ...merged].flatMap(({ person_id }) =>
      (facts.get(person_id) ?? []).map((fact) => factOfRow(fact, reading)),
    );
    if (merged.length > 0) history.sort((a, b) => a.at - b.at);
    const knownSince = Math.min(row.known_since, ...merged.map((member) => member.known_since));
    onPerson({ personId: row.person_id, history: { knownSince, facts: history } });
  }
}

interface MemberRow extends PersonRow {
  readonly merged_into: number;
}

interface FactRow {
  readonly person_id: number;
  readonly fact_id: number;
  readonly type: string;
  readonly at: Instant;
  readonly amount: number | null;
  readonly ref: string | null;
  readonly data: FactData | null;
}

function peopleStatement(personIds: readonly number[]): Statement {
  return {
    name: 'people_by_number',
    text: `SELECT person_id, merged_into, known_since FROM people
           WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) ORDER BY person_id`,
    values: [int8Array(personIds)],
  };
}

function membersStatement(roots: readonly number[]): Statement {
  return {
    name: 'people_merged_into',
    text: `SELECT person_id, merged_into, known_since FROM people
           WHERE business_id = this_business() AND merged_into = ANY($1::bigint[])`,
    values: [int8Array(roots)],
  };
}

/**
 * As readFacts reads them, by a statement with values. Facts whose record is read come by a branch of their own, so that
 * the others need only the index. A look-up of each record by number would be as quick, but the server keeps the plan of
 * a statement it has planned before: one made while the business had no facts yet looked through all of them for each,
 * and a person with 100,000 took hours.
 */
function factsStatement(personIds: readonly number[], reading: Reading): Statement {
  const branch = (data: string, types: string): string =>
    `SELECT f.person_id, f.fact_id, f.type, f.at, f.amount, f.ref, ${data} AS data FROM facts f
     WHERE f.business_id = this_business() AND f.person_id = ANY($1::bigint[]) AND f.type = ANY(${types}::text[])`;
  const inOrder = 'ORDER BY person_id, at';
  const plain = reading.types.filter((type) => !reading.detailed.has(type));
  return reading.detailed.size === 0
    ? {
        name: 'facts_of_people',
        text: `${branch('NULL::jsonb', '$2')} ${inOrder}`,
        values: [int8Array(personIds), plain],
      }
    : {
        name: 'facts_and_records_of_people',
        text: `${branch('NULL::jsonb', '$2')} UNION ALL ${branch('f.data', '$3')} ${inOrder}`,
        values: [int8Array(personIds), plain, [...reading.detailed]],
      };
}

function factOfRow({ fact_id, type, at, amount, ref, data: rest }: FactRow, reading: Reading): Fact {
  const field = reading.refs[reading.types.indexOf(type)];
  const data: Record<string, string | number | boolean> = { ...rest };
  if (amount !== null) data['amount'] = amount;
  if (field !== undefined && ref !== null) data[field] = ref;
  return reading.ids ? { id: fact_id, type, at, data } : { type, at, data };
}

async function readHistories(
  tx: Tx,
  rows: readonly PersonRow[],
  which: string,
  reading: Reading,
  onPerson: (person: KnownPerson) => void,
  turn?: Promise<unknown>,
): Promise<void> {
  const alone = rows.filter((row) => row.merged_into === null);
  const joined = await membersOf(tx, alone);
  const others = alone.filter((row) => !joined.has(row.person_id));

  // Facts come in order of person; the people in between have none.
  let next = 0;
  let facts: Fact[] = [];
  const finishBefore = (personId: number): void => {
    for (let row = others[next]; row !== undefined && row.person_id < personId; row = others[++next]) {
      onPerson({ personId: row.person_id, history: { knownSince: row.known_since, facts } });
      facts = [];
    }
  };
  if (others.length > 0) {
    const records = await readRecords(tx, which, reading);
    await turn;
    await readFacts(tx, which, reading, records, (personId, fact) => {
      finishBefore(personId);
      if (others[next]?.person_id === personId) facts.push(fact);
    });
    finishBefore(Number.POSITIVE_INFINITY);
  }

  await turn;
  for (const row of alone) {
    const members = joined.get(row.person_id);
    if (members === undefined) continue;
    const together: Fact[] = [];
    const ids = [row.person_id, ...members.map((member) => member.person_id)];
    const these = `f.person_id = ANY('{${ids.join(',')}}'::bigint[])`;
    const records = await readRecords(tx, these, reading);
    await readFacts(tx, these, reading, records, (_personId, fact) => together.push(fact));
    together.sort((a, b) => a.at - b.at);
    const knownSince = Math.min(row.known_since, ...members.map((member) => member.known_since));
    onPerson({ personId: row.person_id, history: { knownSince, facts: together } });
  }
}

async function membersOf(tx: Tx, people: readonly PersonRow[]): Promise<Map<number, PersonRow[]>> {
  const { rows } = await tx.query<MemberRow>(membersStatement(people.map((row) => row.person_id)));
  return Map.groupBy(rows, (row) => row.merged_into);
}

async function readFacts(
  tx: Tx,
  which: string,
  reading: Reading,
  records: ReadonlyMap<number, Fields>,
  onFact: (personId: number, fact: Fact) => void,
): Promise<void> {
  const cases = reading.types.map((type, index) => `WHEN ${literal(type)} THEN ${index}`).join(' ');
  const detailed = reading.types.map((type) => reading.detailed.has(type));
  // What the index holds and no more: a column of the table in this list would make every fact be read from the table.
  const columns = `f.person_id, (CASE f.type ${cases} END)::int2, f.at, f.amount, f.ref, f.fact_id`;
  const stream = tx.copyOut(
    `COPY (SELECT ${columns} FROM facts f
       WHERE f.business_id = this_business() AND ${which} AND f.type IN (${reading.types.map(literal).join(', ')})
       ORDER BY f.person_id, f.at) TO STDOUT (FORMAT binary)`,
  );
  await readBinaryCopy(stream, (row) => {
    const data = detailed[row.int2(1)] === true ? records.get(row.int8(5)) : {};
    // Told since the records were read: it is as if it were told after the facts as well.
    if (data !== undefined) onFact(row.int8(0), factOf(row, reading, data));
  });
}

type Fields = Record<string, FactData[string]>;

/**
 * The records of which more than the index holds is read, by the numbers of their facts. Fetched by these in order, all at
 * once: looked up one by one as the facts were read, they cost the server more than half of that reading.
 */
async function readRecords(tx: Tx, which: string, reading: Reading): Promise<ReadonlyMap<number, Fields>> {
  const records = new Map<number, Fields>();
  if (reading.detailed.size === 0) return records;
  const stream = tx.copyOut(
    `COPY (SELECT fact_id, data::text FROM facts WHERE business_id = this_business() AND fact_id = ANY(ARRAY(
       SELECT f.fact_id FROM facts f
       WHERE f.business_id = this_business() AND ${which} AND f.type IN (${[...reading.detailed].map(literal).join(', ')})
     ))) TO STDOUT (FORMAT binary)`,
  );
  await readBinaryCopy(stream, (row) =>
    records.set(row.int8(0), row.isNull(1) ? {} : (JSON.parse(row.text(1)) as Fields)),
  );
  return records;
}

function factOf(row: BinaryRow, reading: Reading, data: Fields): Fact {
  const index = row.int2(1);
  const type = reading.types[index] as string;
  const ref = reading.refs[index];
  if (!row.isNull(3)) data['amount'] = row.int8(3);
  if (ref !== undefined && !row.isNull(4)) data[ref] = row.text(4);
  const at = row.instant(2);
  return reading.ids ? { id: row.int8(5), type, at, data } : { type, at, data };
}

/** COPY takes no parameters. Types come from checked definitions, and are quoted all the same. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
