import type { Instant } from '../values/index.ts';
import type { GapStep } from './answer.ts';
import { meets } from './comparison.ts';
import type { Condition, Scalar } from './criteria.ts';

/** What a word to the person would be about. */
export type Reason = 'buy' | 'visit' | 'recommend' | 'review' | 'answer' | 'talk';

/** Something a member of staff can do now about one step of a gap. */
export type NextDeed =
  /** Write down by hand that it has happened; `data` is what its record must say to count. */
  | { readonly kind: 'record'; readonly type: string; readonly data: Readonly<Record<string, Scalar>> }
  | { readonly kind: 'tag'; readonly tag: string; readonly on: boolean }
  | { readonly kind: 'trait'; readonly trait: string; readonly value: Scalar }
  /** Call or write to them. */
  | { readonly kind: 'reach'; readonly about: Reason }
  /** Write down what was agreed, for whoever comes next. */
  | { readonly kind: 'follow-up' }
  /** Nothing to do before this instant. */
  | { readonly kind: 'wait'; readonly until: Instant };

/** What the person does themselves and can be asked for. */
const ASKED_FOR: Readonly<Record<string, Reason>> = {
  'cart.updated': 'buy',
  'content.downloaded': 'talk',
  'deal.opened': 'talk',
  'deal.won': 'buy',
  'demo.asked': 'talk',
  'lead.captured': 'talk',
  'message.received': 'talk',
  'newsletter.subscribed': 'talk',
  'order.paid': 'buy',
  'order.placed': 'buy',
  'page.viewed': 'visit',
  'person.registered': 'talk',
  'points.earned': 'buy',
  'points.spent': 'buy',
  'price.asked': 'talk',
  'product.bought': 'buy',
  'product.viewed': 'visit',
  'referral.converted': 'recommend',
  'referral.made': 'recommend',
  'review.written': 'review',
  'survey.answered': 'answer',
  'visit.made': 'visit',
  'wish.stated': 'talk',
};

/** What staff do: reaching out is itself the deed, or it needs no word to the person. */
const OWN_DEEDS: ReadonlySet<string> = new Set(['contact.attempted', 'followup.agreed']);

/** Told by a machine that saw it, or with something else that has a form of its own; nobody writes it down by hand. */
const NOT_BY_HAND: ReadonlySet<string> = new Set([
  'ad.viewed',
  'consent.given',
  'consent.withdrawn',
  'note.written',
  'page.viewed',
  'points.earned',
  'points.spent',
  'product.viewed',
  'relation.ended',
  'relation.stated',
  'rung.pinned',
  'rung.unpinned',
  'tag.added',
  'tag.removed',
  'trait.changed',
]);

/**
 * What can be done about a step of a gap, the nearest first. Of a condition over several fact types the first stands for
 * all, as in the step itself.
 */
export function deedsFor(step: GapStep): readonly NextDeed[] {
  if (step.kind === 'wait') return [{ kind: 'wait', until: step.until }, { kind: 'follow-up' }];
  const { condition } = step;
  if (condition.measure === 'tag')
    return [{ kind: 'tag', tag: condition.tag, on: step.kind === 'value' && step.value === true }];
  if (condition.measure === 'trait')
    return step.kind === 'value' ? [{ kind: 'trait', trait: condition.trait, value: step.value }] : [];

  const type = typeof condition.of === 'string' ? condition.of : (condition.of[0] ?? '');
  const deeds: NextDeed[] = [];
  const about = ASKED_FOR[type] ?? (type.startsWith('custom.') || OWN_DEEDS.has(type) ? 'talk' : undefined);
  if (about !== undefined) deeds.push({ kind: 'reach', about });
  if (!NOT_BY_HAND.has(type)) deeds.push({ kind: 'record', type, data: dataOf(condition, step) });
  if (about !== undefined && !OWN_DEEDS.has(type)) deeds.push({ kind: 'follow-up' });
  return deeds;
}

/** What the record must say: the fields the condition tests for, and the value of the one it measures. */
function dataOf(
  condition: Exclude<Condition, { measure: 'tag' } | { measure: 'trait' }>,
  step: Exclude<GapStep, { kind: 'wait' }>,
): Record<string, Scalar> {
  const data: Record<string, Scalar> = {};
  for (const test of condition.where ?? []) {
    const wanted = [test.is, ...(test.oneOf ?? []), test.atLeast, test.atMost].find(
      (one) => one !== undefined && meets(test, one),
    );
    if (wanted !== undefined) data[test.field] ??= wanted;
  }
  // What is missing in all is no amount of one order: whoever records it says what it was.
  if (step.kind === 'value' && 'field' in condition && condition.measure === 'latest')
    data[condition.field] = step.value;
  return data;
}
