import { baseVocabulary, type FactData } from '@nardeban/core/facts';

/** A fact's record as the table holds it: two fields that nearly every reader wants in columns, the rest together. */
export interface FactColumns {
  readonly amount: number | null;
  readonly ref: string | null;
  readonly data: FactData | null;
}

/**
 * The field that the column `ref` holds, per type. The closed vocabulary decides, so that a stored fact reads the same
 * whatever a business declares later. `amount` is money in every type that has it.
 */
const refs = new Map(Object.entries(baseVocabulary).map(([type, { ref }]) => [type, ref]));

export function columnsOf(type: string, data: FactData): FactColumns {
  const refField = refs.get(type);
  let amount: number | null = null;
  let ref: string | null = null;
  let rest: Record<string, string | number | boolean> | null = null;
  for (const field in data) {
    const value = data[field];
    if (value === undefined) continue;
    if (field === 'amount' && typeof value === 'number' && Number.isSafeInteger(value)) amount = value;
    else if (field === refField && typeof value === 'string') ref = value;
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
  const field = refs.get(type);
  if (ref !== null && field !== undefined) told[field] = ref;
  if (amount !== null) told['amount'] = amount;
  return Object.assign(told, data);
}
