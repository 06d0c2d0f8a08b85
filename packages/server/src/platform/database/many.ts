import { joinedArrays, textArray } from './array-values.ts';
import { prepareValue } from './pipeline.ts';
import type { Many, Rows, Statement } from './statement.ts';

/** Statements of several who ask, as few as they can be, and what of the answers is whose. */
export interface Merged {
  readonly statements: readonly Statement[];
  /** The answers to the statements of one who asked, in the order of theirs. */
  answersOf(place: number, answers: readonly Rows<object>[]): Rows<object>[];
}

/** One or several statements of one name, and whose each of them is. */
interface Group {
  readonly statements: Statement[];
  /** For each of them: who asks, and which of theirs it is. */
  readonly whose: { readonly place: number; readonly at: number }[];
}

/**
 * What several ask at once, statements of one name as one. Most of what a statement costs that finds a few rows by their keys
 * is not its rows, on both sides of the line. Statements keep the order in which they are first asked.
 */
export function merged(asked: readonly (readonly Statement[])[]): Merged {
  const groups: Group[] = [];
  const named = new Map<string, Group>();
  for (const [place, statements] of asked.entries()) {
    for (const [at, statement] of statements.entries()) {
      const { name, many } = statement;
      const known = name === undefined || many === undefined ? undefined : named.get(name);
      const group = known ?? { statements: [], whose: [] };
      group.statements.push(statement);
      group.whose.push({ place, at });
      if (known !== undefined) continue;
      groups.push(group);
      if (name !== undefined && many !== undefined) named.set(name, group);
    }
  }
  return {
    statements: groups.map(({ statements }) => asOneOf(statements)),
    answersOf(place, answers) {
      const theirs: Rows<object>[] = [];
      for (const [number, { statements, whose }] of groups.entries()) {
        const { rows, rowCount } = answers[number] ?? { rows: [], rowCount: 0 };
        const isApart = statements.length > 1 && typesOf(statements[0]).length > 0;
        for (const [turn, { place: who, at }] of whose.entries()) {
          if (who !== place) continue;
          const own = isApart ? (rows as Turned[]).filter((row) => row.asked_turn === turn + 1) : rows;
          theirs[at] = { rows: own, rowCount: isApart ? own.length : rowCount };
        }
      }
      return theirs;
    },
  };
}

/** A statement whose text for many (`Many`) serves one as well: every value in it says its type. */
export function forOneOrMany(name: string, types: readonly string[], text: string): Statement {
  return { name, text: text.replace('FROM asked', ''), many: { types, text } };
}

interface Turned {
  readonly asked_turn: number;
}

const texts = new Map<string, string>();

function asOneOf(statements: readonly Statement[]): Statement {
  const [first] = statements;
  if (first?.many === undefined || first.name === undefined || statements.length === 1)
    return first as Statement;
  if (first.many === 'lists') return { ...first, values: listsOf(statements) };
  const types = typesOf(first);
  if (types.length === 0) return first;
  const name = `${first.name}-many`;
  let text = texts.get(name);
  if (text === undefined) {
    text = textFor(first.text, first.many);
    texts.set(name, text);
  }
  const values = types.map((_, place) => textArray(statements.map((one) => wordOf(one.values?.[place]))));
  return { name, text, values };
}

function typesOf(statement: Statement | undefined): readonly string[] {
  const { many } = statement ?? {};
  return many === undefined || many === 'lists' ? [] : many.types;
}

function listsOf(statements: readonly Statement[]): unknown[] {
  return (statements[0]?.values ?? []).map((value, place) =>
    Buffer.isBuffer(value) ? joinedArrays(statements.map((one) => one.values?.[place] as Buffer)) : value,
  );
}

/**
 * A value of each is a column of the table of all that is asked; its name is one that no statement uses. `OFFSET 0` keeps each
 * asked by its own keys: joined, a plan that is made once for a connection would go through a whole table for ever.
 */
function textFor(text: string, { types, text: forAll }: Many): string {
  const table = `unnest(${types.map((_, place) => `$${place + 1}::text[]`).join(', ')})
    WITH ORDINALITY AS asked_of (${types.map((_, place) => `asked_${place + 1}`).join(', ')}, asked_turn)`;
  const each = (of: string): string =>
    of.replaceAll(
      /\$(\d+)/g,
      (_, number: string) => `asked_of.asked_${number}::${types[Number(number) - 1] ?? ''}`,
    );
  return forAll === undefined
    ? `SELECT asked_of.asked_turn, asked_for.* FROM ${table},
       LATERAL (SELECT * FROM (${each(text)}) AS asked_in OFFSET 0) AS asked_for`
    : each(forAll).replace('FROM asked', () => `FROM ${table}`);
}

/** A value as the server reads it from text. */
function wordOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return String(prepareValue(value));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('A value of a statement that goes over for several has no text');
}
