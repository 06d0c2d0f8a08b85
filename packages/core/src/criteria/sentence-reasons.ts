import type { Because, Gap, GapStep, Measured } from './answer.ts';
import { meets } from './comparison.ts';
import type { Condition, Scalar } from './criteria.ts';
import { sayCriteria } from './sentence.ts';
import { grammarOf, type Grammar, type Reading, type Speech } from './sentence-grammar.ts';

/** One line of the reasons: what was asked, whether it holds, what was measured, and which facts made that. */
export interface SpokenReason {
  readonly text: string;
  readonly holds: boolean;
  /** Null for groups. */
  readonly measuredText: string | null;
  /** Numbers of the newest facts behind the value, and how many there are in all. */
  readonly facts: readonly number[];
  readonly factCount: number;
  /** What the line is made of, when it is a group. */
  readonly parts: readonly SpokenReason[];
}

/** The reasons as a tree of lines, in the order of the criteria. A group of one is told as its part. */
export function sayBecause(because: Because, speech: Speech): SpokenReason {
  const { tongue } = grammarOf(speech);
  if (because.kind === 'condition') {
    const { condition, holds, measured, facts, factCount } = because;
    const measuredText = sayMeasured(condition, measured, speech);
    return { text: sayCriteria(condition, speech), holds, measuredText, facts, factCount, parts: [] };
  }
  if (because.kind === 'not') {
    const { holds, part } = because;
    if (part.kind === 'condition') {
      return { ...sayBecause(part, speech), text: sayCriteria({ not: part.condition }, speech), holds };
    }
    return group(tongue.notOf, holds, [sayBecause(part, speech)]);
  }
  const [only] = because.parts;
  if (because.parts.length === 1 && only) return sayBecause(only, speech);
  const parts = because.parts.map((part) => sayBecause(part, speech));
  return group(because.kind === 'all' ? tongue.allOf : tongue.anyOf, because.holds, parts);
}

function group(text: string, holds: boolean, parts: readonly SpokenReason[]): SpokenReason {
  return { text, holds, measuredText: null, facts: [], factCount: 0, parts };
}

/** What was measured for a condition: «۳ خرید پرداخت‌شده», "12 days ago", "1,250,000 toman". */
export function sayMeasured(condition: Condition, measured: Measured, speech: Speech): string {
  const grammar = grammarOf(speech);
  const { tongue } = grammar;
  if (condition.measure === 'tag') return measured === true ? tongue.present : tongue.absent;
  if (measured === null)
    return condition.measure === 'trait' || condition.measure === 'latest' ? tongue.unknown : tongue.none;
  if (condition.measure === 'trait') return grammar.value(measured, grammar.traitField(condition.trait));
  if (typeof measured === 'number') {
    if (condition.measure === 'count') return countOf(measured, grammar.noun(condition, 'plain'), grammar);
    if (condition.measure === 'distinct')
      return countOf(measured, tongue.values(grammar.label(condition, condition.field)), grammar);
    if (condition.measure === 'daysSinceFirst' || condition.measure === 'daysSinceLast')
      return tongue.daysAgo(measured);
  }
  return grammar.value(
    measured,
    'field' in condition ? grammar.field(condition, condition.field) : undefined,
  );
}

function countOf(
  count: number,
  noun: { readonly one: string; readonly many: string },
  grammar: Grammar,
): string {
  if (count === 0) return grammar.tongue.none;
  return grammar.tongue.amountOf(grammar.tongue.number(count), noun, count === 1);
}

/**
 * What would make the criteria true, one line a step: «یک خرید پرداخت‌شدهٔ دیگر تا پیش از ۱۲ آذر ۱۴۰۵», "1 more paid
 * order before 12 Azar 1405". The deadline stands with what is counted or summed, because that is what slides out.
 */
export function sayGap(gap: Gap, speech: Speech): string[] {
  const grammar = grammarOf(speech);
  return gap.steps.map((step) => {
    const said = sayStep(step, grammar);
    const counted = step.kind === 'facts' || step.kind === 'amount' || step.kind === 'distinct';
    return counted && gap.before !== null ? grammar.tongue.before(said, grammar.day(gap.before)) : said;
  });
}

function sayStep(step: GapStep, grammar: Grammar): string {
  const { tongue } = grammar;
  if (step.kind === 'wait') return tongue.waitUntil(grammar.day(step.until));
  const { condition } = step;
  if (condition.measure === 'tag') {
    const tag = tongue.quote(condition.tag);
    return step.kind === 'value' && step.value === false ? tongue.tagRemoved(tag) : tongue.tagAdded(tag);
  }
  if (condition.measure === 'trait') {
    const asked = step.kind === 'value' && !meets(condition, step.value) ? { is: step.value } : condition;
    return tongue.becomes(
      grammar.trait(condition.trait),
      grammar.asked(asked, grammar.traitField(condition.trait)),
    );
  }
  const noun = grammar.noun(condition, 'plain');
  const tests = grammar.tests(condition);
  if (step.kind === 'facts' || !('field' in condition)) {
    return tongue.moreFacts(step.kind === 'facts' ? step.more : 1, noun, tests);
  }
  const field = grammar.field(condition, condition.field);
  const label = grammar.label(condition, condition.field);
  if (step.kind === 'distinct')
    return tongue.moreDistinct(step.more, tongue.values(label), tongue.selected(noun.many, tests));
  if (step.kind === 'value') {
    return tongue.oneWith(noun, [
      ...tests,
      tongue.withValue(label, grammar.asked(wantedOf(condition, step.value), field)),
    ]);
  }
  const amount = grammar.amount(step.more, field);
  return field?.kind === 'money'
    ? tongue.moreMoney(amount, noun, label, tests)
    : tongue.moreOf(amount, label, noun, tests);
}

/**
 * What the field of the one fact has to be: what the condition asks, where it asks it of a single fact; an average asks
 * it of all together, and under a "not" the condition is what must fail: then this very value.
 */
function wantedOf(condition: Reading, value: Scalar): Parameters<Grammar['asked']>[0] {
  return condition.measure === 'average' || !meets(condition, value) ? { is: value } : condition;
}
