import type { Condition, Criteria } from './criteria.ts';
import { grammarOf, type Grammar, type Speech } from './sentence-grammar.ts';

export type { Speech } from './sentence-grammar.ts';

/**
 * The sentence a person reads for criteria, in their language: «دست‌کم ۲ خرید پرداخت‌شده در ۱۲ ماه گذشته»,
 * "at least 2 paid orders in the last 12 months". Groups inside groups stand in brackets.
 */
export function sayCriteria(criteria: Criteria, speech: Speech): string {
  return say(criteria, grammarOf(speech), false);
}

/** Facts by what is asked of their records, without how many: «بازدید صفحه با …», "page views with …". */
export function sayFacts(
  facts: Pick<Extract<Condition, { measure: 'count' }>, 'of' | 'where'>,
  speech: Speech,
): string {
  return grammarOf(speech).selection({ measure: 'count', ...facts });
}

/** `inside`: whether other parts stand beside it, so that brackets are needed. */
function say(criteria: Criteria, grammar: Grammar, inside: boolean): string {
  const { tongue } = grammar;
  if ('all' in criteria || 'any' in criteria) {
    const parts = 'all' in criteria ? criteria.all : criteria.any;
    const [only] = parts;
    if (parts.length === 1 && only) return say(only, grammar, inside);
    const said = parts.map((part) => say(part, grammar, true));
    const joined = 'all' in criteria ? tongue.together(said) : tongue.either(said);
    return inside ? tongue.group(joined) : joined;
  }
  if ('not' in criteria) {
    if ('not' in criteria.not) return say(criteria.not.not, grammar, inside);
    const shorter = 'measure' in criteria.not ? sayOpposite(criteria.not, grammar) : undefined;
    if (shorter !== undefined) return shorter;
    const failing = tongue.fails(say(criteria.not, grammar, false));
    return inside ? tongue.group(failing) : failing;
  }
  return sayCondition(criteria, grammar);
}

function sayCondition(condition: Condition, grammar: Grammar): string {
  const { tongue } = grammar;
  if (condition.measure === 'tag') return tongue.tagged(tongue.quote(condition.tag));
  if (condition.measure === 'trait') {
    return tongue.figureIs(
      grammar.trait(condition.trait),
      grammar.asked(condition, grammar.traitField(condition.trait)),
    );
  }
  const noun = grammar.noun(condition);
  const tests = grammar.tests(condition);
  const within = 'within' in condition && condition.within ? tongue.within(condition.within) : '';
  switch (condition.measure) {
    case 'count': {
      if (condition.atMost === 0) return tongue.noneOf(noun, tests, within);
      const { text, one } = grammar.howMany(condition);
      return tongue.counted(text, noun, one, tests, within);
    }
    case 'distinct': {
      const { text, one } = grammar.howMany(condition);
      return tongue.distinct(
        text,
        tongue.values(grammar.label(condition, condition.field)),
        one,
        grammar.selection(condition),
        within,
      );
    }
    case 'daysSinceFirst':
    case 'daysSinceLast': {
      const occasion = tongue.occasion(
        condition.measure === 'daysSinceFirst' ? 'first' : 'last',
        noun,
        tests,
      );
      if (condition.atMost === 0) return tongue.agoToday(occasion);
      const { low, high, one } = grammar.bounds(condition);
      return tongue.ago(occasion, { low, high }, one);
    }
    default:
      return tongue.figureIs(
        grammar.figure(condition),
        grammar.asked(condition, grammar.field(condition, condition.field)),
      );
  }
}

/** A shorter way to say that a condition does not hold; only where it means the same when nothing was measured. */
function sayOpposite(condition: Condition, grammar: Grammar): string | undefined {
  const { tongue } = grammar;
  if (condition.measure === 'tag') return tongue.untagged(tongue.quote(condition.tag));
  if (condition.measure === 'count' || condition.measure === 'distinct') {
    if (condition.atLeast !== undefined && condition.atMost !== undefined) return undefined;
    if (condition.atLeast === 0) return undefined;
    const { atLeast, atMost, ...measured } = condition;
    if (atLeast !== undefined) return sayCondition({ ...measured, atMost: Math.ceil(atLeast) - 1 }, grammar);
    if (atMost !== undefined) return sayCondition({ ...measured, atLeast: Math.floor(atMost) + 1 }, grammar);
    return undefined;
  }
  if (condition.measure !== 'trait' && condition.measure !== 'latest') return undefined;
  if (condition.is === undefined && condition.oneOf === undefined) return undefined;
  if (condition.measure === 'trait') {
    return tongue.figureIsNot(
      grammar.trait(condition.trait),
      grammar.asked(condition, grammar.traitField(condition.trait)),
    );
  }
  return tongue.figureIsNot(
    grammar.figure(condition),
    grammar.asked(condition, grammar.field(condition, condition.field)),
  );
}
