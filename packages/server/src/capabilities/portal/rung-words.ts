import type { Words } from '@nardeban/core/ladder';

/**
 * What customers are told the rungs of the shipped ladders are called, where the business has said nothing else. What staff
 * call them (a suspect, a lead) says what they are to the business; this says what the business is glad of.
 */
export const rungWords: Readonly<Record<string, Words>> = {
  suspect: { fa: 'آشنای تازه', en: 'New face' },
  lead: { fa: 'همراه کنجکاو', en: 'Curious companion' },
  prospect: { fa: 'مهمان همیشگی', en: 'Regular guest' },
  customer: { fa: 'خریدار خوب ما', en: 'Valued customer' },
  'first-time-customer': { fa: 'خریدار خوب ما', en: 'Valued customer' },
  client: { fa: 'همراه وفادار', en: 'Loyal companion' },
  'repeat-customer': { fa: 'همراه وفادار', en: 'Loyal companion' },
  advocate: { fa: 'یار ما', en: 'Friend of the house' },
};
