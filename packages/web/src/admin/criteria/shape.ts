import type { Condition, Criteria, FieldTest, Scalar } from '@nardeban/core/criteria';
import type { FieldDeclaration, FieldKind, Vocabulary } from '@nardeban/core/facts';

/** Criteria as the form holds them: a node that holds or must not hold, and what it is inside. */

export type Measure = Condition['measure'];
type Group = Extract<Criteria, { all: readonly Criteria[] } | { any: readonly Criteria[] }>;
export type Selecting = Exclude<Condition, { measure: 'tag' } | { measure: 'trait' }>;

/** Criteria that say nothing yet: whoever edits them begins with an empty list of conditions. */
export function emptyCriteria(): Criteria {
  return { all: [] };
}

/** Nothing is asked: an empty list, however it is wrapped. */
export function asksNothing(criteria: Criteria): boolean {
  if ('all' in criteria) return criteria.all.every(asksNothing);
  if ('any' in criteria) return criteria.any.every(asksNothing);
  return 'not' in criteria ? asksNothing(criteria.not) : false;
}

export function isGroup(criteria: Criteria): criteria is Group {
  return 'all' in criteria || 'any' in criteria;
}

/** What stands inside any number of "not", whether it must hold, and the path to it. */
export function inside(criteria: Criteria): {
  readonly inner: Group | Condition;
  readonly negated: boolean;
  readonly path: string;
} {
  if (!('not' in criteria)) return { inner: criteria, negated: false, path: '' };
  const deeper = inside(criteria.not);
  return {
    inner: deeper.inner,
    negated: !deeper.negated,
    path: deeper.path === '' ? 'not' : `not.${deeper.path}`,
  };
}

export function wrapped(inner: Group | Condition, negated: boolean): Criteria {
  return negated ? { not: inner } : inner;
}

/** The commonest question of a shop: how many orders were paid. */
export function newCondition(): Condition {
  return { measure: 'count', of: 'order.paid', atLeast: 1 };
}

export const MEASURES: readonly Measure[] = [
  'count',
  'sum',
  'average',
  'max',
  'min',
  'distinct',
  'daysSinceLast',
  'daysSinceFirst',
  'latest',
  'trait',
  'tag',
];

export function typesIn(condition: Selecting): readonly string[] {
  return typeof condition.of === 'string' ? (condition.of === '' ? [] : [condition.of]) : condition.of;
}

/** One type stands alone and several as a list, as people would write them. */
export function withTypes(condition: Selecting, types: readonly string[]): Selecting {
  const [only = ''] = types;
  return tidied({ ...closed(condition), of: types.length < 2 ? only : [...types] });
}

/** The fields that every one of the types has, of one kind. */
export function fieldsOf(
  types: readonly string[],
  vocabulary: Vocabulary,
): readonly (readonly [string, FieldDeclaration])[] {
  const [first, ...others] = types.map((type) =>
    Object.hasOwn(vocabulary, type) ? (vocabulary[type]?.fields ?? {}) : {},
  );
  if (first === undefined) return [];
  return Object.entries(first).filter(([name, { kind }]) =>
    others.every((fields) => Object.hasOwn(fields, name) && fields[name]?.kind === kind),
  );
}

/** A trait's value is what the business made it, so that it may be asked for in any way. */
export type AnyKind = FieldKind | 'any';

export function kindOf(types: readonly string[], field: string, vocabulary: Vocabulary): AnyKind | undefined {
  if (field === 'value' && types.includes('trait.changed')) return 'any';
  return fieldsOf(types, vocabulary).find(([name]) => name === field)?.[1].kind;
}

/** The only values a field may have, where every one of the types has the same. */
export function choicesOf(
  types: readonly string[],
  field: string,
  vocabulary: Vocabulary,
): readonly string[] | undefined {
  const [first, ...others] = types.map((type) => vocabulary[type]?.fields[field]?.choices);
  const isSame = others.every((choices) => choices?.join('\n') === first?.join('\n'));
  return isSame ? first : undefined;
}

/** Another measure of the same facts: what fits both is kept, the rest is asked anew. */
export function withMeasure(condition: Condition, measure: Measure, vocabulary: Vocabulary): Condition {
  if (measure === condition.measure) return condition;
  if (measure === 'trait') return { measure, trait: '', is: '' };
  if (measure === 'tag') return { measure, tag: '' };
  const from = condition.measure === 'trait' || condition.measure === 'tag' ? null : condition;
  const selection = {
    of: from === null ? 'order.paid' : from.of,
    ...(from?.where === undefined ? {} : { where: from.where }),
  };
  const range = comparedAs(from, measure);
  if (measure === 'daysSinceFirst' || measure === 'daysSinceLast') return { measure, ...selection, ...range };
  const within =
    from !== null && 'within' in from && from.within !== undefined ? { within: from.within } : {};
  const kept = from !== null && 'kept' in from && from.kept ? { kept: true as const } : {};
  if (measure === 'count') return tidied({ measure, ...selection, ...within, ...kept, ...range });
  const types = typesIn({ measure: 'count', of: selection.of });
  const field = fieldFor(measure, types, from !== null && 'field' in from ? from.field : '', vocabulary);
  if (measure === 'latest')
    return { measure, ...selection, field, ...comparisonFor(kindOf(types, field, vocabulary)) };
  if (measure === 'sum') return tidied({ measure, ...selection, ...within, ...kept, field, ...range });
  return { measure, ...selection, ...within, field, ...range };
}

/** Bounds stay as they are only where they count the same kind of thing. */
function comparedAs(from: Selecting | null, measure: Measure): { atLeast?: number; atMost?: number } {
  if (from !== null && unitOf(from.measure) === unitOf(measure)) {
    return {
      ...(from.atLeast === undefined ? {} : { atLeast: from.atLeast }),
      ...(from.atMost === undefined ? {} : { atMost: from.atMost }),
    };
  }
  if (unitOf(measure) === 'days') return { atMost: 90 };
  return unitOf(measure) === 'things' ? { atLeast: 1 } : {};
}

function unitOf(measure: Measure): 'things' | 'days' | 'field' {
  if (measure === 'count' || measure === 'distinct') return 'things';
  return measure === 'daysSinceFirst' || measure === 'daysSinceLast' ? 'days' : 'field';
}

function fieldFor(
  measure: Measure,
  types: readonly string[],
  present: string,
  vocabulary: Vocabulary,
): string {
  const fields = fieldsOf(types, vocabulary).filter(
    ([, { kind }]) => measure === 'distinct' || measure === 'latest' || kind === 'money' || kind === 'number',
  );
  if (fields.some(([name]) => name === present)) return present;
  const best = measure === 'distinct' ? fields.find(([, { kind }]) => kind === 'text') : fields[0];
  return (best ?? fields[0])?.[0] ?? '';
}

/** `kept` has a meaning only for paid orders, counted or summed by their amount. */
export function mayBeKept(
  condition: Condition,
): condition is Extract<Condition, { measure: 'count' | 'sum' }> {
  if (condition.measure !== 'count' && condition.measure !== 'sum') return false;
  if (typesIn(condition).some((type) => type !== 'order.paid')) return false;
  return condition.measure === 'count' || condition.field === 'amount';
}

/** `open` has a meaning only where everything counted can end, and narrowed by nothing but what the end says as well. */
export function mayBeOpen(
  condition: Condition,
  vocabulary: Vocabulary,
): condition is Extract<Condition, { measure: 'count' }> {
  return (
    condition.measure === 'count' &&
    typesIn(condition).every(
      (type) =>
        vocabulary[type]?.closedBy !== undefined &&
        (condition.where ?? []).every(
          ({ field }) => vocabulary[type]?.matterFields?.includes(field) === true,
        ),
    )
  );
}

function tidied<One extends Selecting>(condition: One): One {
  if (!('kept' in condition) || condition.kept === undefined || mayBeKept(condition)) return condition;
  const { kept: _kept, ...rest } = condition;
  return rest as One;
}

/** The ways to compare, as the form names them. */
export type Way = 'atLeast' | 'atMost' | 'between' | 'exactly' | 'is' | 'oneOf' | 'not';

export interface Comparison {
  readonly is?: Scalar | undefined;
  readonly oneOf?: readonly Scalar[] | undefined;
  readonly not?: Scalar | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

const RANGES: readonly Way[] = ['atLeast', 'atMost', 'between', 'exactly'];

/** What may be asked of a value of a kind; `test`: of a field by which facts are chosen, which may also be excluded. */
export function waysFor(kind: AnyKind | undefined, where: 'range' | 'choice' | 'test'): readonly Way[] {
  if (where === 'range') return RANGES;
  const not: readonly Way[] = where === 'test' ? ['not'] : [];
  if (kind === 'flag') return ['is'];
  if (kind === 'text' || kind === 'day') return ['is', 'oneOf', ...not];
  if (kind === 'number' || kind === 'money') return ['atLeast', 'atMost', 'between', 'is', 'oneOf', ...not];
  return ['is', 'oneOf', ...not, 'atLeast', 'atMost', 'between'];
}

export function wayOf(comparison: Comparison, ways: readonly Way[]): Way {
  const { is, oneOf, not, atLeast, atMost } = comparison;
  if (oneOf !== undefined) return 'oneOf';
  if (is !== undefined) return 'is';
  if (atLeast !== undefined && atMost !== undefined)
    return atLeast === atMost && ways.includes('exactly') ? 'exactly' : 'between';
  if (atLeast !== undefined) return 'atLeast';
  if (atMost !== undefined) return 'atMost';
  if (not !== undefined) return 'not';
  return ways[0] ?? 'is';
}

/** The same value compared another way, as far as it can be taken over. */
export function comparedBy(comparison: Comparison, way: Way, kind: AnyKind | undefined): Comparison {
  const { is, oneOf, not, atLeast, atMost } = comparison;
  const scalar = is ?? oneOf?.[0] ?? not ?? atLeast ?? atMost;
  const bound = atLeast ?? atMost ?? (typeof scalar === 'number' ? scalar : undefined);
  switch (way) {
    case 'atLeast':
      return { atLeast: bound };
    case 'atMost':
      return { atMost: atMost ?? bound };
    case 'between':
      return { atLeast: bound, atMost: atMost ?? bound };
    case 'exactly':
      return { atLeast: bound, atMost: bound };
    case 'oneOf':
      return { oneOf: oneOf ?? (scalar === undefined || scalar === '' ? [] : [scalar]) };
    case 'not':
      return { not: scalar ?? blank(kind) };
    case 'is':
      return { is: scalar ?? blank(kind) };
  }
}

/** What a comparison of a field begins with. */
export function comparisonFor(kind: AnyKind | undefined): { is?: Scalar } {
  if (kind === 'number' || kind === 'money') return {};
  return { is: kind === 'flag' ? true : '' };
}

function blank(kind: AnyKind | undefined): Scalar | undefined {
  if (kind === 'number' || kind === 'money') return undefined;
  return kind === 'flag' ? true : '';
}

/** The condition with another comparison; what is undefined is left out, as the schema wants it. */
export function withComparison<One extends object>(one: One, comparison: Comparison): One {
  const rest = Object.fromEntries(
    Object.entries(one).filter(([part]) => !['is', 'oneOf', 'not', 'atLeast', 'atMost'].includes(part)),
  );
  const asked = Object.fromEntries(Object.entries(comparison).filter(([, value]) => value !== undefined));
  return { ...rest, ...asked } as One;
}

/** Tests that exclude a value and ask something else besides, as two: the form asks one thing a line. */
export function apart(where: readonly FieldTest[]): readonly FieldTest[] {
  return where.flatMap((test) => {
    const { not, ...rest } = test;
    const asksMore =
      rest.is !== undefined ||
      rest.oneOf !== undefined ||
      rest.atLeast !== undefined ||
      rest.atMost !== undefined;
    return not === undefined || !asksMore ? [test] : [rest, { field: test.field, not }];
  });
}

/** Without `open`: it goes with no test of the record and not with every type. */
function closed(condition: Selecting): Selecting {
  if (!('open' in condition)) return condition;
  const { open: _open, ...rest } = condition;
  return rest;
}

export function withTests(condition: Selecting, tests: readonly FieldTest[]): Selecting {
  const { where: _where, ...rest } = tests.length > 0 ? closed(condition) : condition;
  return tests.length === 0 ? rest : { ...rest, where: [...tests] };
}
