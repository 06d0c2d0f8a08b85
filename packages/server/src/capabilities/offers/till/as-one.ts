import type { Instant } from '@nardeban/core/values';
import type { Rows, Statement } from '../../../platform/database/index.ts';

/** A statement that only reads; `instants` are the columns of its rows that are timestamptz. */
export interface Part {
  readonly statement: Statement;
  readonly instants?: readonly string[];
}

const known = new Map<string, string>();

/**
 * Several statements that only read, as one, which answers one row; `rowsOfParts` reads it. A part that is null is not asked.
 * Of statements that find a few rows by their keys most of the time goes into what each costs whatever it finds, on both sides
 * of the line. What several of them ask is read once, as `common`, and goes by its name in the others. The texts of the parts
 * are those that went by this name the first time; none has a `$` that is no parameter.
 */
export function asOne(of: string, parts: readonly (Part | null)[], common?: Statement): Statement {
  const missing = parts.flatMap((part, place) => (part === null ? [place] : []));
  const name = missing.length === 0 ? of : `${of}-without-${missing.join('-')}`;
  const statements = parts.flatMap((part) => (part === null ? [] : [part.statement]));
  const all = common === undefined ? statements : [common, ...statements];
  let text = known.get(name);
  if (text === undefined) {
    text = textOf(all, common);
    known.set(name, text);
  }
  const types = all.flatMap(({ many }) => (many === undefined || many === 'lists' ? [] : many.types));
  const values = all.flatMap((one) => one.values ?? []);
  // Where every value says its type, it can go over once for several.
  return { name, text, values, ...(types.length === values.length ? { many: { types } } : {}) };
}

function textOf(all: readonly Statement[], common: Statement | undefined): string {
  let before = 0;
  const texts = all.map(({ text, values = [] }) => {
    const from = before;
    before += values.length;
    return text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${from + Number(number)}`);
  });
  const first = common === undefined ? '' : `WITH ${common.name} AS MATERIALIZED (${texts.shift()})\n`;
  const columns = texts.map(
    (text, place) => `(SELECT coalesce(json_agg(q), '[]') FROM (${text}) q) AS p${place}`,
  );
  return `${first}SELECT ${columns.join(',\n')}`;
}

/** The rows of each part by the answer of `asOne`: numbers and instants as the driver reads them; none of what was not asked. */
export function rowsOfParts(
  parts: readonly (Part | null)[],
  answer: Rows<object> | undefined,
): Rows<object>[] {
  const [row] = (answer?.rows ?? []) as Record<string, Record<string, unknown>[]>[];
  let column = 0;
  return parts.map((part, place) => {
    if (part === null) return { rows: [], rowCount: 0 };
    const { instants = [] } = part;
    const rows = row?.[`p${column++}`];
    if (rows === undefined) throw new Error(`Nothing was read of part ${place}`);
    for (const one of rows) {
      for (const name of instants) one[name] = instantOf(one[name]);
      for (const value of Object.values(one))
        if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isFinite(value))
          throw new RangeError(`int8 beyond what a number holds exactly: ${value}`);
    }
    return { rows, rowCount: rows.length };
  });
}

/** What is finer than a millisecond is cut off. */
function instantOf(text: unknown): Instant | null {
  if (typeof text !== 'string') return null;
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  return Date.parse(text);
}
