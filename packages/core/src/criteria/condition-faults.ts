import type { Refusal } from '../values/index.ts';
import type { FieldKind, Vocabulary } from '../facts/index.ts';
import type { Condition, FieldTest, Scalar } from './criteria.ts';

/** What is wrong with a condition that has the right shape, and in which part of it. */
export interface ConditionFault {
  readonly code: string;
  /** Path inside the condition; empty: the condition as a whole. */
  readonly part: string;
  readonly detail?: NonNullable<Refusal['detail']>;
}

/** A field whose values may be of any kind: a trait's value is what the business made it. */
type Kind = FieldKind | 'any';

/** The first thing that makes a condition meaningless with these words, if any. */
export function faultOfCondition(condition: Condition, words: Vocabulary): ConditionFault | undefined {
  if (condition.measure === 'tag') return undefined;
  if (condition.measure === 'trait') return faultOfComparison(condition, 'any', 'value');
  const types = typeof condition.of === 'string' ? [condition.of] : condition.of;
  const unknown = types.findIndex((type) => !Object.hasOwn(words, type));
  if (unknown !== -1) {
    const part = typeof condition.of === 'string' ? 'of' : `of[${unknown}]`;
    return { code: 'unknown_fact_type', part, detail: { type: types[unknown] ?? '' } };
  }
  return (
    faultOfWhere(condition.where ?? [], types, words) ??
    faultOfKept(condition, types) ??
    faultOfOpen(condition, types, words) ??
    faultOfMeasured(condition, types, words)
  );
}

type Selecting = Exclude<Condition, { measure: 'tag' } | { measure: 'trait' }>;

function faultOfWhere(
  tests: readonly FieldTest[],
  types: readonly string[],
  words: Vocabulary,
): ConditionFault | undefined {
  for (const [index, test] of tests.entries()) {
    const part = `where[${index}]`;
    const kind = kindOf(test.field, types, words);
    if (typeof kind !== 'string') return { ...kind, part: `${part}.field` };
    const fault = faultOfComparison(test, kind, test.field);
    if (fault) return { ...fault, part: fault.part === '' ? part : `${part}.${fault.part}` };
  }
  return undefined;
}

function faultOfKept(condition: Selecting, types: readonly string[]): ConditionFault | undefined {
  if (!('kept' in condition) || !condition.kept) return undefined;
  if (types.some((type) => type !== 'order.paid')) return { code: 'kept_only_paid_orders', part: 'kept' };
  if ('field' in condition && condition.field !== 'amount')
    return { code: 'kept_only_amount', part: 'field' };
  return undefined;
}

function faultOfOpen(
  condition: Selecting,
  types: readonly string[],
  words: Vocabulary,
): ConditionFault | undefined {
  if (!('open' in condition) || !condition.open) return undefined;
  const other = types.find((type) => words[type]?.closedBy === undefined);
  if (other !== undefined) return { code: 'open_only_matters', part: 'open', detail: { type: other } };
  const test = condition.where?.find(({ field }) =>
    types.some((type) => words[type]?.matterFields?.includes(field) !== true),
  );
  if (test !== undefined) return { code: 'open_without_where', part: 'where', detail: { field: test.field } };
  return undefined;
}

function faultOfMeasured(
  condition: Selecting,
  types: readonly string[],
  words: Vocabulary,
): ConditionFault | undefined {
  if (!('field' in condition)) return faultOfComparison(condition, 'count', condition.measure);
  const kind = kindOf(condition.field, types, words);
  if (typeof kind !== 'string') return { ...kind, part: 'field' };
  if (condition.measure === 'distinct') return faultOfComparison(condition, 'count', condition.measure);
  if (condition.measure === 'latest') return faultOfComparison(condition, kind, condition.field);
  if (kind !== 'number' && kind !== 'money') {
    return {
      code: 'field_not_a_number',
      part: 'field',
      detail: { field: condition.field, measure: condition.measure },
    };
  }
  return faultOfComparison(condition, kind, condition.field);
}

/** The kind of a field in every one of the types, or why it has none. */
function kindOf(
  field: string,
  types: readonly string[],
  words: Vocabulary,
): Kind | Omit<ConditionFault, 'part'> {
  let found: Kind | undefined;
  for (const type of types) {
    const fields = words[type]?.fields ?? {};
    const declared = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!declared) return { code: 'unknown_field', detail: { type, field } };
    const kind: Kind = type === 'trait.changed' && field === 'value' ? 'any' : declared.kind;
    if (found !== undefined && found !== kind) return { code: 'field_kinds_differ', detail: { field } };
    found = kind;
  }
  return found ?? 'any';
}

type Comparison = Pick<FieldTest, 'is' | 'oneOf' | 'not' | 'atLeast' | 'atMost'>;

/** `count`: a number of things or days, never a fraction, never below zero. */
function faultOfComparison(
  comparison: Comparison,
  kind: Kind | 'count',
  named: string,
): ConditionFault | undefined {
  const { is, oneOf, not, atLeast, atMost } = comparison;
  const ranged = atLeast !== undefined || atMost !== undefined;
  if (!ranged && is === undefined && oneOf === undefined && not === undefined) {
    return { code: 'comparison_missing', part: '', detail: { measured: named } };
  }
  if (
    (is !== undefined && (oneOf !== undefined || not !== undefined || ranged)) ||
    (oneOf !== undefined && ranged)
  ) {
    return { code: 'comparisons_mixed', part: '' };
  }
  if (ranged && (kind === 'text' || kind === 'flag' || kind === 'day')) {
    return {
      code: 'comparison_not_for_field',
      part: atLeast === undefined ? 'atMost' : 'atLeast',
      detail: { field: named },
    };
  }
  for (const [part, bound] of [
    ['atLeast', atLeast],
    ['atMost', atMost],
  ] as const) {
    const fault = bound === undefined ? undefined : faultOfNumber(bound, kind);
    if (fault) return { code: fault, part };
  }
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    return { code: 'range_inverted', part: 'atMost', detail: { atLeast, atMost } };
  }
  const asked: [string, Scalar][] = (oneOf ?? []).map((value, index) => [`oneOf[${index}]`, value]);
  if (is !== undefined) asked.push(['is', is]);
  if (not !== undefined) asked.push(['not', not]);
  for (const [part, value] of asked) {
    const fault = faultOfValue(value, kind);
    if (fault) return { code: fault, part, detail: { field: named } };
  }
  return undefined;
}

function faultOfNumber(value: number, kind: Kind | 'count'): string | undefined {
  if (kind === 'count' && (!Number.isSafeInteger(value) || value < 0)) return 'whole_number_expected';
  if (kind === 'money' && !Number.isSafeInteger(value)) return 'minor_units_expected';
  return undefined;
}

function faultOfValue(value: Scalar, kind: Kind | 'count'): string | undefined {
  switch (kind) {
    case 'any':
      return undefined;
    case 'text':
      return typeof value === 'string' ? undefined : 'text_expected';
    case 'day':
      return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)
        ? undefined
        : 'day_expected';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'flag_expected';
    default:
      return typeof value === 'number' ? faultOfNumber(value, kind) : 'number_expected';
  }
}
