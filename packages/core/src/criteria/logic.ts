import type { Condition, Criteria, Scalar } from './criteria.ts';

/**
 * What can be told of criteria without any history. Every "yes" here is certain; a "no" only means that it could not
 * be shown. That is what a check of a ladder needs: it refuses what is surely a mistake and nothing else.
 */

/** How many comparisons may be made before "could not be shown" is the answer: nested groups multiply. */
export interface Patience {
  left: number;
}

export function freshPatience(): Patience {
  return { left: 20_000 };
}

/** Do two criteria ask for the same, however they are spelt? Order and repetition inside `all` and `any` do not matter. */
export function sameCriteria(one: Criteria, other: Criteria): boolean {
  return spelling(one) === spelling(other);
}

/** Does every history that meets `one` surely meet `other`? */
export function implies(one: Criteria, other: Criteria, patience: Patience = freshPatience()): boolean {
  if (patience.left-- <= 0) return false;
  if (sameCriteria(one, other)) return true;
  if ('all' in other) return other.all.every((part) => implies(one, part, patience));
  if ('any' in one) return one.any.every((part) => implies(part, other, patience));
  if ('any' in other && other.any.some((part) => implies(one, part, patience))) return true;
  if ('all' in one) return one.all.some((part) => implies(part, other, patience));
  if ('not' in other) return excludes(one, other.not, patience);
  if ('not' in one || 'any' in other) return false;
  return conditionImplies(one, other);
}

/** Is there surely no history that meets both? */
export function excludes(one: Criteria, other: Criteria, patience: Patience = freshPatience()): boolean {
  if (patience.left-- <= 0) return false;
  if ('any' in one) return one.any.every((part) => excludes(part, other, patience));
  if ('any' in other) return other.any.every((part) => excludes(one, part, patience));
  if ('not' in one && implies(other, one.not, patience)) return true;
  if ('not' in other && implies(one, other.not, patience)) return true;
  if ('all' in one) return one.all.some((part) => excludes(part, other, patience));
  if ('all' in other) return other.all.some((part) => excludes(one, part, patience));
  if ('not' in one || 'not' in other) return false;
  return conditionsExclude(one, other);
}

function conditionImplies(one: Condition, other: Condition): boolean {
  if (yardstick(one) !== yardstick(other)) return false;
  const mine = acceptedBy(one);
  const theirs = acceptedBy(other);
  const reach = compareReach(one, other);
  if (reach === 'same') {
    if (theirs.values) return mine.values?.every((value) => theirs.values?.includes(value)) ?? false;
    if (mine.values) return mine.values.every((value) => inRange(value, theirs));
    return mine.low >= theirs.low && mine.high <= theirs.high;
  }
  if (!growsWithReach(one)) return false;
  // A wider window holds at least as many, a narrower one at most as many.
  if (reach === 'narrower') return theirs.high === Infinity && mine.low >= theirs.low;
  if (reach === 'wider') return theirs.low === -Infinity && mine.high <= theirs.high;
  return false;
}

function conditionsExclude(one: Condition, other: Condition): boolean {
  if (yardstick(one) !== yardstick(other)) return false;
  const mine = acceptedBy(one);
  const theirs = acceptedBy(other);
  const reach = compareReach(one, other);
  if (reach === 'same') {
    if (mine.values && theirs.values) return !mine.values.some((value) => theirs.values?.includes(value));
    if (mine.values) return !mine.values.some((value) => inRange(value, theirs));
    if (theirs.values) return !theirs.values.some((value) => inRange(value, mine));
    return mine.low > theirs.high || theirs.low > mine.high;
  }
  if (!growsWithReach(one)) return false;
  if (reach === 'narrower') return mine.low > theirs.high;
  if (reach === 'wider') return theirs.low > mine.high;
  return false;
}

/** What a condition accepts of what it measures: listed values, or a range. */
interface Accepted {
  readonly values: readonly Scalar[] | undefined;
  readonly low: number;
  readonly high: number;
}

function acceptedBy(condition: Condition): Accepted {
  if (condition.measure === 'tag') return { values: undefined, low: -Infinity, high: Infinity };
  const values =
    'is' in condition && condition.is !== undefined
      ? [condition.is]
      : 'oneOf' in condition
        ? condition.oneOf
        : undefined;
  return { values, low: condition.atLeast ?? -Infinity, high: condition.atMost ?? Infinity };
}

function inRange(value: Scalar, range: Accepted): boolean {
  if (range.low === -Infinity && range.high === Infinity) return true;
  return typeof value === 'number' && value >= range.low && value <= range.high;
}

function growsWithReach(condition: Condition): boolean {
  return condition.measure === 'count' || condition.measure === 'distinct';
}

/** Where the window of the first stands beside that of the second; days and months are not compared. */
function compareReach(one: Condition, other: Condition): 'same' | 'narrower' | 'wider' | undefined {
  const mine = reachOf(one);
  const theirs = reachOf(other);
  if (mine.unit === theirs.unit) {
    if (mine.length === theirs.length) return 'same';
    return mine.length < theirs.length ? 'narrower' : 'wider';
  }
  if (theirs.unit === 'ever') return 'narrower';
  if (mine.unit === 'ever') return 'wider';
  return undefined;
}

function reachOf(condition: Condition): {
  readonly unit: 'ever' | 'days' | 'months';
  readonly length: number;
} {
  const within = 'within' in condition ? condition.within : undefined;
  if (!within) return { unit: 'ever', length: 0 };
  if ('days' in within) return { unit: 'days', length: within.days };
  return { unit: 'months', length: 'months' in within ? within.months : within.years * 12 };
}

/** What is measured, without how far back and what is asked of it. */
function yardstick(condition: Condition): string {
  return ordered({
    ...plain(condition),
    within: undefined,
    atLeast: undefined,
    atMost: undefined,
    is: undefined,
    oneOf: undefined,
  });
}

/** Criteria never change, so neither does their spelling. */
const spellings = new WeakMap<Criteria, string>();

/** A text that is equal for criteria that say the same. */
function spelling(criteria: Criteria): string {
  let spelt = spellings.get(criteria);
  if (spelt === undefined) {
    spelt = spell(criteria);
    spellings.set(criteria, spelt);
  }
  return spelt;
}

function spell(criteria: Criteria): string {
  if ('all' in criteria) return together('all', criteria.all);
  if ('any' in criteria) return together('any', criteria.any);
  if ('not' in criteria) {
    return 'not' in criteria.not ? spelling(criteria.not.not) : `not(${spelling(criteria.not)})`;
  }
  return ordered(plain(criteria));
}

function together(kind: 'all' | 'any', parts: readonly Criteria[]): string {
  const spelt = [...new Set(parts.flatMap((part) => inside(kind, part)).map(spelling))].sort();
  return spelt.length === 1 ? (spelt[0] ?? '') : `${kind}(${spelt.join(',')})`;
}

function inside(kind: 'all' | 'any', part: Criteria): readonly Criteria[] {
  if (kind === 'all' && 'all' in part) return part.all.flatMap((one) => inside(kind, one));
  if (kind === 'any' && 'any' in part) return part.any.flatMap((one) => inside(kind, one));
  return [part];
}

function plain(condition: Condition): Record<string, unknown> {
  const { unit, length } = reachOf(condition);
  const spelt: Record<string, unknown> = {
    ...condition,
    within: unit === 'ever' ? undefined : `${length} ${unit}`,
  };
  if ('of' in condition) {
    spelt['of'] = [...new Set(typeof condition.of === 'string' ? [condition.of] : condition.of)].sort();
    spelt['where'] = condition.where
      ?.map((test) => ordered({ ...test, oneOf: sortedScalars(test.oneOf) }))
      .sort();
  }
  if ('oneOf' in condition) spelt['oneOf'] = sortedScalars(condition.oneOf);
  return spelt;
}

function sortedScalars(values: readonly Scalar[] | undefined): string[] | undefined {
  return values && [...new Set(values.map((value) => JSON.stringify(value)))].sort();
}

function ordered(record: Record<string, unknown>): string {
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort();
  return JSON.stringify(keys.map((key) => [key, record[key]]));
}
