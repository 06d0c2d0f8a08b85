import {
  baseVocabulary,
  type ArrivingFact,
  type FactDeclaration,
  type FieldKind,
  type Vocabulary,
} from '../facts/index.ts';
import { dayFrom, toLatinDigits, zoneOf, type BusinessCalendar, type Instant } from '../values/index.ts';

/**
 * Stories told as tables, so that a test of the ladder reads like what happened to people:
 *
 *     date             | person | fact           | amount | order | rung
 *     1404/01/05       | سارا   | order.paid     | 500000 | a1    | first-time-customer
 *     1404/01/20 09:30 |        | order.paid     | 300000 |       | repeat-customer
 *     1404/02/01       |        | order.returned | 500000 | a1    | first-time-customer
 *     1405/03/01       |        |                |        |       | lead
 *
 * `date` is in the calendar of the business, at noon where no time is given; an empty date or person repeats the one
 * above. A row without a fact only looks. Every other column is a field of the fact's record, except those whose
 * expectations are asked for (`rung`); an empty cell or `_` means that it does not matter. Lines starting with `#` and
 * lines of dashes are passed over. A required `order`, `complaint` or `deal` that is left empty is given a name of its
 * own. A table that cannot be read throws, with the line: it is a mistake in the test.
 */
export interface Story {
  readonly facts: readonly StoryFact[];
  readonly expectations: readonly Expectation[];
}

export interface StoryFact extends ArrivingFact {
  readonly person: string;
}

/** What is to be true of a person right after the row's fact. */
export interface Expectation {
  readonly line: number;
  readonly person: string;
  readonly at: Instant;
  /** Which column said so. */
  readonly column: string;
  readonly expected: string;
}

export interface StoryOptions extends BusinessCalendar {
  readonly vocabulary?: Vocabulary;
  /** Columns that are expectations and not fields. */
  readonly expects?: readonly string[];
}

export function readStory(text: string, options: StoryOptions): Story {
  const [header, ...rows] = rowsOf(text);
  if (!header) throw new Error('The story is empty');
  for (const name of ['date', 'person', 'fact']) {
    if (!header.cells.includes(name))
      throw new Error(`Line ${header.line}: the story has no column "${name}"`);
  }
  const expects = options.expects ?? ['rung'];
  const facts: StoryFact[] = [];
  const expectations: Expectation[] = [];
  let at: Instant | undefined;
  let person = '';
  for (const { line, cells } of rows) {
    if (cells.length !== header.cells.length) {
      throw new Error(`Line ${line}: ${cells.length} cells under ${header.cells.length} columns`);
    }
    const row = new Map(header.cells.map((name, index) => [name, cells[index] ?? '']));
    const date = row.get('date') ?? '';
    if (date !== '') at = readInstant(date, options, line);
    person = row.get('person') || person;
    if (at === undefined || person === '') throw new Error(`Line ${line}: whose, and when?`);
    const type = row.get('fact') ?? '';
    if (type !== '')
      facts.push(readFact({ type, at, person, line, row, expects }, options.vocabulary ?? baseVocabulary));
    for (const column of expects) {
      const expected = row.get(column) ?? '';
      if (expected !== '' && expected !== '_') expectations.push({ line, person, at, column, expected });
    }
  }
  return { facts, expectations };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let barred: boolean | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const written = raw.trim();
    if (written === '' || written.startsWith('#') || /^[-|\s]+$/.test(written)) continue;
    // A row may begin with an empty cell; only where the header stands between bars do all rows.
    barred ??= written.startsWith('|');
    const bare = barred ? written.replace(/^\|/, '').replace(/\|$/, '') : written;
    rows.push({ line: index + 1, cells: bare.split('|').map((cell) => cell.trim()) });
  }
  return rows;
}

interface ToldFact {
  readonly type: string;
  readonly at: Instant;
  readonly person: string;
  readonly line: number;
  readonly row: ReadonlyMap<string, string>;
  readonly expects: readonly string[];
}

function readFact(told: ToldFact, words: Vocabulary): StoryFact {
  const { type, at, person, line } = told;
  const declaration = Object.hasOwn(words, type) ? words[type] : undefined;
  if (!declaration) throw new Error(`Line ${line}: no fact is called "${type}"`);
  const data: Record<string, string | number | boolean> = {};
  for (const [name, cell] of told.row) {
    if (['date', 'person', 'fact', ...told.expects].includes(name) || cell === '' || cell === '_') continue;
    const field = declaration.fields[name];
    if (!field) throw new Error(`Line ${line}: ${type} has no "${name}"`);
    data[name] = readValue(cell, field.kind, line);
  }
  nameTheUnnamed(declaration, data, line);
  return { type, at, data, person, source: 'story', key: `line-${line}` };
}

function nameTheUnnamed(
  declaration: FactDeclaration,
  data: Record<string, string | number | boolean>,
  line: number,
): void {
  const { ref } = declaration;
  if (ref !== undefined && declaration.fields[ref]?.required && data[ref] === undefined)
    data[ref] = `${ref}-${line}`;
}

function readValue(cell: string, kind: FieldKind, line: number): string | number | boolean {
  if (kind === 'text' || kind === 'day') return cell;
  if (kind === 'flag') {
    if (cell !== 'yes' && cell !== 'no') throw new Error(`Line ${line}: "${cell}" is neither yes nor no`);
    return cell === 'yes';
  }
  const value = Number(toLatinDigits(cell).replace(/[,٬_]/g, ''));
  if (!Number.isFinite(value)) throw new Error(`Line ${line}: "${cell}" is no number`);
  return value;
}

function readInstant(written: string, { zone, calendar }: BusinessCalendar, line: number): Instant {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(toLatinDigits(written));
  const day = parts && dayFrom(calendar, Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!parts || day === null)
    throw new Error(`Line ${line}: there is no "${written}" in the ${calendar} calendar`);
  const minutes = parts[4] === undefined ? 12 * 60 : Number(parts[4]) * 60 + Number(parts[5]);
  return zoneOf(zone).at(day, minutes * 60_000);
}
