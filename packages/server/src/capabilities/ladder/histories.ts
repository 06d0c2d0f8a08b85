import type { Fact, FactData, History } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import { int8Array } from '../../platform/database/index.ts';
import { readBinaryCopy, type Rows, type Statement, type Tx } from '../../platform/database/index.ts';
import { type ColumnFields, columnFieldsOf, dataOf, type FactColumns, IN_RECORD } from '../facts/index.ts';
import type { Reading } from './reading.ts';

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
 * The next people by their numbers, at most `most`, after the person `after`; those merged into another come with that
 * one. Calls `onPerson` for each with their history: in order of number first those of whom nothing has to be read but what
 * the index holds, one at a time; then those of whom records are read, whose histories are kept until then; then those who
 * are several. Answers the last number looked at, or null when there was nobody.
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
 * into one of these people, and for records that did not come with their facts. Whoever was merged into another is passed over.
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
  const all = [...told, ...theirs];
  const records = await readRecords(
    tx,
    all.flatMap((row) => (isBare(row, reading) ? [row.fact_id] : [])),
  );
  const facts = Map.groupBy(all, (row) => row.person_id);
  for (const row of alone) {
    const merged = joined.get(row.person_id) ?? [];
    const history = [row, ...merged].flatMap(({ person_id }) =>
      (facts.get(person_id) ?? []).flatMap((fact) => {
        const { fact_id: id, type, at, amount, ref } = fact;
        const rest = isBare(fact, reading) ? records.get(id) : (fact.data ?? null);
        // Taken back since it was read: that asks for a climb of its own.
        if (rest === undefined) return [];
        const data = dataOf(type, { amount, ref, data: rest });
        return [reading.ids ? { id, type, at, data } : { type, at, data }];
      }),
    );
    if (merged.length > 0) history.sort((a, b) => a.at - b.at);
    const knownSince = Math.min(row.known_since, ...merged.map((member) => member.known_since));
    onPerson({ personId: row.person_id, history: { knownSince, facts: history } });
  }
}

interface MemberRow extends PersonRow {
  readonly merged_into: number;
}

/** A fact as its columns tell it, with its record where whoever asked has asked for that too. */
interface FactRow extends Pick<FactColumns, 'amount' | 'ref'> {
  readonly person_id: number;
  readonly fact_id: number;
  readonly type: string;
  readonly at: Instant;
  readonly data?: FactData | null;
}

/** Whether a fact came without a record that is read. */
function isBare({ type, amount, data }: FactRow, { detailed }: Reading): boolean {
  if (amount === IN_RECORD) return data === undefined || data === null;
  return data === undefined && detailed.has(type);
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

/** As `readFacts` reads them, by a statement with values: what the index holds and no more. */
function factsStatement(personIds: readonly number[], reading: Reading): Statement {
  return {
    name: 'facts_of_people',
    text: `SELECT f.person_id, f.fact_id, f.type, f.at, f.amount, f.ref FROM facts f
           WHERE f.business_id = this_business() AND f.person_id = ANY($1::bigint[]) AND f.type = ANY($2::text[])
           ORDER BY f.person_id, f.at`,
    values: [int8Array(personIds), reading.types],
  };
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

  // Facts come in order of person; the people in between have none. Whoever has one of which the record is read comes last.
  let next = 0;
  let history = new Gathering();
  const waiting: { readonly row: PersonRow; readonly history: Gathering }[] = [];
  const finishBefore = (personId: number): void => {
    for (let row = others[next]; row !== undefined && row.person_id < personId; row = others[++next]) {
      if (history.bare.length > 0) waiting.push({ row, history });
      else
        onPerson({ personId: row.person_id, history: { knownSince: row.known_since, facts: history.facts } });
      history = new Gathering();
    }
  };
  await turn;
  if (others.length > 0) {
    await readFacts(tx, which, reading, (personId, fact, bare) => {
      finishBefore(personId);
      if (others[next]?.person_id === personId) history.add(fact, bare);
    });
    finishBefore(Number.POSITIVE_INFINITY);
  }
  const records = await readRecords(
    tx,
    waiting.flatMap((one) => one.history.bare.map(({ id }) => id)),
  );
  for (const { row, history: theirs } of waiting) {
    const facts = theirs.whole(records);
    onPerson({ personId: row.person_id, history: { knownSince: row.known_since, facts } });
  }

  for (const row of alone) {
    const members = joined.get(row.person_id);
    if (members === undefined) continue;
    const together = new Gathering();
    const ids = [row.person_id, ...members.map((member) => member.person_id)];
    const these = `f.person_id = ANY('{${ids.join(',')}}'::bigint[])`;
    await readFacts(tx, these, reading, (_personId, fact, bare) => together.add(fact, bare));
    const facts = together.whole(
      await readRecords(
        tx,
        together.bare.map(({ id }) => id),
      ),
    );
    facts.sort((a, b) => a.at - b.at);
    const knownSince = Math.min(row.known_since, ...members.map((member) => member.known_since));
    onPerson({ personId: row.person_id, history: { knownSince, facts } });
  }
}

/** The facts of somebody while they are read, and which of them still want their record. */
class Gathering {
  readonly facts: Fact[] = [];
  readonly bare: { readonly id: number; readonly place: number }[] = [];

  /** `bare`: the number of the fact, where its record is read as well. */
  add(fact: Fact, bare: number | null): void {
    if (bare !== null) this.bare.push({ id: bare, place: this.facts.length });
    this.facts.push(fact);
  }

  /** All of them with their records. What has been taken back since it was read is left out: it asks for a climb of its own. */
  whole(records: ReadonlyMap<number, FactData>): Fact[] {
    if (this.bare.length === 0) return this.facts;
    const gone = new Set<number>();
    for (const { id, place } of this.bare) {
      const [fact, record] = [this.facts[place], records.get(id)];
      if (fact === undefined || record === undefined) gone.add(place);
      else this.facts[place] = { ...fact, data: { ...fact.data, ...record } };
    }
    return gone.size === 0 ? this.facts : this.facts.filter((_, place) => !gone.has(place));
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
  onFact: (personId: number, fact: Fact, bare: number | null) => void,
): Promise<void> {
  const cases = reading.types.map((type, index) => `WHEN ${literal(type)} THEN ${index}`).join(' ');
  const detailed = reading.types.map((type) => reading.detailed.has(type));
  const fields = reading.types.map(columnFieldsOf);
  // What the index holds and no more: a column of the table in this list would make every fact be read from the table.
  const columns = `f.person_id, (CASE f.type ${cases} END)::int2, f.at, f.amount, f.ref, f.fact_id`;
  const stream = tx.copyOut(
    `COPY (SELECT ${columns} FROM facts f
       WHERE f.business_id = this_business() AND ${which} AND f.type IN (${reading.types.map(literal).join(', ')})
       ORDER BY f.person_id, f.at) TO STDOUT (FORMAT binary)`,
  );
  await readBinaryCopy(stream, (row) => {
    const index = row.int2(1);
    const { ref, figure } = fields[index] as ColumnFields;
    const amount = row.isNull(3) ? null : row.int8(3);
    const data: Record<string, FactData[string]> = {};
    if (amount !== null && amount !== IN_RECORD) data[figure] = amount;
    if (ref !== undefined && !row.isNull(4)) data[ref] = row.text(4);
    const [type, at] = [reading.types[index] as string, row.instant(2)];
    const bare = detailed[index] === true || amount === IN_RECORD ? row.int8(5) : null;
    onFact(row.int8(0), reading.ids ? { id: row.int8(5), type, at, data } : { type, at, data }, bare);
  });
}

/** So many records are asked for at a time: a list of numbers is planned each time it is sent. */
const RECORDS_AT_A_TIME = 5_000;

/** The records of facts by their numbers, beside what the index holds of them. */
async function readRecords(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, FactData>> {
  const records = new Map<number, FactData>();
  for (let from = 0; from < ids.length; from += RECORDS_AT_A_TIME) {
    const some = ids.slice(from, from + RECORDS_AT_A_TIME);
    const { rows } = await tx.query<{ id: number; data: FactData | null }>(
      `SELECT fact_id AS id, data FROM facts WHERE business_id = this_business() AND fact_id = ANY($1::bigint[])`,
      [int8Array(some)],
    );
    for (const { id, data } of rows) records.set(id, data ?? {});
  }
  return records;
}

/** COPY takes no parameters. Types come from checked definitions, and are quoted all the same. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
