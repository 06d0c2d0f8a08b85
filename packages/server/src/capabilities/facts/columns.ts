import { baseVocabulary, type FactData } from '@nardeban/core/facts';

/** A fact's record as the table holds it: two fields that nearly every reader wants in columns, the rest together. */
export interface FactColumns {
  readonly amount: number | null;
  readonly ref: string | null;
  readonly data: FactData | null;
}

/** The fields of a record that have a column, by its type: `figure` the one in `amount`. */
export interface ColumnFields {
  readonly ref: string | undefined;
  readonly figure: string;
}

const AMOUNT = 'amount';

/**
 * The closed vocabulary decides, so that a stored fact reads the same whatever a business declares later. The column `amount`
 * holds money in every type that has it, and in a few that have none the number that the vocabulary calls their figure.
 */
const fields = new Map(
  Object.entries(baseVocabulary).map(([type, { ref, figure = AMOUNT }]) => [type, { ref, figure }]),
);
const DECLARED: ColumnFields = { ref: undefined, figure: AMOUNT };

export function columnFieldsOf(type: string): ColumnFields {
  return fields.get(type) ?? DECLARED;
}

/** The types whose column `amount` holds no money. */
export const FIGURED = [...fields].flatMap(([type, { figure }]) => (figure === AMOUNT ? [] : [type]));

/**
 * In the column `amount`: all of the record is in `data`, because something of it does not go into its column (a score of 4.5).
 * Whoever reads the columns alone has to read that too. Nothing that is told comes to so little.
 */
export const IN_RECORD = Number.MIN_SAFE_INTEGER;

export function columnsOf(type: string, data: FactData): FactColumns {
  const { ref: refField, figure } = columnFieldsOf(type);
  let amount: number | null = null;
  let ref: string | null = null;
  let rest: Record<string, string | number | boolean> | null = null;
  for (const field in data) {
    const value = data[field];
    if (value === undefined) continue;
    if (field === figure && typeof value === 'number' && isWhole(value)) amount = value;
    else if (field === figure && figure !== AMOUNT) return { amount: IN_RECORD, ref: null, data };
    else if (field === refField && typeof value === 'string') ref = value;
    else {
      rest ??= {};
      rest[field] = value;
    }
  }
  return { amount, ref, data: rest };
}

/** -0 is no whole number here: the column would give back 0. */
function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value !== IN_RECORD && !Object.is(value, -0);
}

/** The record as it was told. */
export function dataOf(type: string, { amount, ref, data }: FactColumns): FactData {
  if ((amount === null && ref === null) || amount === IN_RECORD) return data ?? {};
  const told: Record<string, string | number | boolean> = {};
  const { ref: field, figure } = columnFieldsOf(type);
  if (ref !== null && field !== undefined) told[field] = ref;
  if (amount !== null) told[figure] = amount;
  return Object.assign(told, data);
}
