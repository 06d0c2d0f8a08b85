import type { Condition, Criteria } from '../../criteria/index.ts';

/** Conditions that several presets ask for, so that the same idea has the same rule everywhere. */

/** Everything a person does of their own accord; an advertisement they were shown is not among it. */
export const CONTACT = [
  'person.registered',
  'page.viewed',
  'product.viewed',
  'visit.made',
  'lead.captured',
  'newsletter.subscribed',
  'content.downloaded',
  'cart.updated',
  'price.asked',
  'demo.asked',
  'message.received',
  'order.placed',
  'order.paid',
];

/** Somebody who is weighing a purchase now: one clear step towards it, or coming back to look. */
export const recentInterest: Criteria = {
  any: [
    {
      measure: 'count',
      of: ['cart.updated', 'price.asked', 'demo.asked', 'order.placed', 'deal.opened'],
      within: { days: 90 },
      atLeast: 1,
    },
    { measure: 'count', of: 'product.viewed', within: { days: 90 }, atLeast: 3 },
    { measure: 'count', of: 'visit.made', within: { days: 90 }, atLeast: 2 },
  ],
};

export const everContacted: Condition = { measure: 'count', of: CONTACT, atLeast: 1 };

/** At least so many orders that were paid for and not given back. */
export function keptOrders(atLeast: number, months?: number): Condition {
  return {
    measure: 'count',
    of: 'order.paid',
    kept: true,
    ...(months === undefined ? {} : { within: { months } }),
    atLeast,
  };
}

/** Says that they would recommend us: the question is the one every survey of ours keys as `recommend`, from 0 to 10. */
export const wouldRecommend: Condition = {
  measure: 'latest',
  of: 'survey.answered',
  where: [{ field: 'question', is: 'recommend' }],
  field: 'score',
  atLeast: 9,
};

export function praised(months: number): Criteria {
  return {
    any: [
      {
        measure: 'count',
        of: 'referral.converted',
        open: true,
        within: { months: Math.max(months, 24) },
        atLeast: 1,
      },
      wouldRecommend,
      {
        measure: 'count',
        of: 'review.written',
        where: [{ field: 'score', atLeast: 4 }],
        within: { months },
        atLeast: 1,
      },
    ],
  };
}
