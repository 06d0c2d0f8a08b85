import { baseVocabulary, type FactData } from '@nardeban/core/facts';

/** A fact's record as the table holds it: two fields that nearly every reader wants in columns, the rest together. */
export interface FactColumns {
  readonly amount: number | null;
  readonly ref: string | null;
  readonly data: FactData | null;
}

interface Split {
  /** Is `amount` money, which the column holds? */
  readonly amount: boolean;
  /** The field that the column `ref` holds. */
  readonly ref: string | undefined;
}

/** The closed vocabulary decides, so that a stored fact reads the same whatever a business declares later. */
const splits = new Map<string, Split>(
  Object.entries(baseVocabulary).map(([type, { fields, ref }]) => [
    type,
    { amount: fields['amount']?.kind === 'money', ref },
  ]),
);
const whole: Split = { amount: false, ref: undefined };

/** The field of this type that stands in the column `ref`, if one does. */
export function refField(type: string): string | undefined {
  return splits.get(type)?.ref;
}

export function columnsOf(type: string, data: FactData): FactColumns {
  const split = splits.get(type) ?? whole;
  let amount: number | null = null;
  let ref: string | null = null;
  let rest: Record<string, string | number | boolean> | null = null;
  for (const field in data) {
    const value = data[field];
    if (value === undefined) continue;
    if (split.amount && field === 'amount' && typeof value === 'number' && Number.isSafeInteger(value)) {
      amount = value;
    } else if (field === split.ref && typeof value === 'string') ref = value;
    else {
      rest ??= {};
      rest[field] = value;
    }
  }
  return { amount, ref, data: rest };
}

/** The record as it was told. */
export function dataOf(type: string, { amount, ref, data }: FactColumns): FactData {
  if (amount === null && ref === null) return data ?? {};
  const told: Record<string, string | number | boolean> = {};
  const field = splits.get(type)?.ref;
  if (ref !== null && field !== undefined) told[field] = ref;
  if (amount !== null) told['amount'] = amount;
  return Object.assign(told, data);
}
