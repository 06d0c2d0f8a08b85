import { z } from 'zod';
import { type Criteria, criteriaSchema } from '../../criteria/index.ts';
import { LONGEST_TEMPLATE } from './template.ts';

const days = z.int().min(1).max(3650);
const key = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const words = z.strictObject({
  fa: z.string().trim().min(1).max(LONGEST_TEMPLATE),
  en: z.string().trim().min(1).max(LONGEST_TEMPLATE),
});

export const askChannels = ['in-person', 'call', 'sms', 'messenger', 'email'] as const;
export type AskChannel = (typeof askChannels)[number];

/** What to say, in one of the ways in which it is said. */
export const askTemplateSchema = z.strictObject({
  key,
  name: z.strictObject({ fa: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) }),
  channel: z.enum(askChannels),
  text: words,
});
export type AskTemplate = z.infer<typeof askTemplateSchema>;

/** When a business asks its customers to recommend it, and with which words. */
export const askRuleSchema = z.strictObject({
  /** What tells that somebody is content. */
  happy: criteriaSchema,
  /** Whoever was asked is not asked again within so many days, and who said "later" not within so many. */
  againDays: days,
  laterDays: days,
  templates: z.array(askTemplateSchema).min(1).max(20),
});
export type AskRule = z.infer<typeof askRuleSchema>;

const ASKED = 'recommendation.asked';

/** Says that they would recommend us: the question is the one every survey of ours keys as `recommend`, from 0 to 10. */
const score = {
  measure: 'latest' as const,
  of: 'survey.answered',
  where: [{ field: 'question', is: 'recommend' }],
  field: 'score',
};

const openComplaint: Criteria = { measure: 'count', of: 'complaint.opened', open: true, atLeast: 1 };
const refused: Criteria = {
  measure: 'count',
  of: ASKED,
  where: [{ field: 'answer', is: 'no' }],
  atLeast: 1,
};
const wouldNot: Criteria = { ...score, atMost: 6 };

function askedLately(again: number, later: number): Criteria {
  return {
    any: [
      { measure: 'count', of: ASKED, within: { days: Math.min(later, again) }, atLeast: 1 },
      {
        all: [
          { measure: 'count', of: ASKED, within: { days: again }, atLeast: 1 },
          { not: { measure: 'latest', of: ASKED, field: 'answer', is: 'later' } },
        ],
      },
    ],
  };
}

/** Why somebody is not asked though they are content, in the order in which it is told. */
export const askGuards = ['complaint', 'refused', 'unhappy', 'lately'] as const;
export type AskGuard = (typeof askGuards)[number];

/** What forbids asking, whoever asks and however content they are. */
export function guardsOf(rule: AskRule): Readonly<Record<AskGuard, Criteria>> {
  return {
    complaint: openComplaint,
    refused,
    unhappy: wouldNot,
    lately: askedLately(rule.againDays, rule.laterDays),
  };
}

/** The whole rule as one criteria: content, and nothing that forbids it. */
export function askCriteria(rule: AskRule): Criteria {
  const guards = guardsOf(rule);
  return { all: [rule.happy, ...askGuards.map((guard) => ({ not: guards[guard] }))] };
}

/** A shop's rule to begin with: after a good score, a good review, a repeated purchase or a settled complaint. */
export const defaultAskRule: AskRule = {
  happy: {
    any: [
      { ...score, atLeast: 9 },
      { measure: 'latest', of: 'review.written', field: 'score', atLeast: 4 },
      { measure: 'count', of: 'order.paid', kept: true, within: { months: 12 }, atLeast: 2 },
      {
        all: [
          { measure: 'daysSinceLast', of: 'complaint.closed', atLeast: 7 },
          { measure: 'daysSinceLast', of: 'complaint.closed', atMost: 90 },
        ],
      },
    ],
  },
  againDays: 180,
  laterDays: 14,
  templates: [
    {
      key: 'in-person',
      name: { fa: 'حضوری', en: 'In person' },
      channel: 'in-person',
      text: {
        fa: '{name}، خوشحالم که راضی هستید. اگر دوستی یا همکاری دارید که به کارش می‌آید، اسم و شماره‌اش را بدهید تا با معرفی شما با او صحبت کنم.',
        en: '{name}, I am glad you are content. If a friend or colleague could use this too, give me their name and number and I will speak with them, with your regards.',
      },
    },
    {
      key: 'call',
      name: { fa: 'پای تلفن', en: 'On the telephone' },
      channel: 'call',
      text: {
        fa: 'سلام {name}، از {business} تماس می‌گیرم. از خریدتان راضی بودید؟ … اگر به کسی معرفی‌مان کنید لطف بزرگی است؛ شمارهٔ یک نفر را بدهید، خودم با احترام تماس می‌گیرم.',
        en: 'Hello {name}, this is {business}. Are you content with what you bought? … It would be a great kindness to recommend us; give me one number and I will call politely myself.',
      },
    },
    {
      key: 'message',
      name: { fa: 'پیام', en: 'Message' },
      channel: 'messenger',
      text: {
        fa: 'سلام {name}. ممنون که {business} را انتخاب کردید. اگر راضی بودید، این را برای یک دوست بفرستید: {link}',
        en: 'Hello {name}. Thank you for choosing {business}. If you are content, pass this on to a friend: {link}',
      },
    },
    {
      key: 'testimonial',
      name: { fa: 'خواهش نوشتن چند جمله', en: 'Asking for a few lines' },
      channel: 'sms',
      text: {
        fa: '{name}، چند جمله از تجربه‌تان با {business} بنویسید؛ کمک بزرگی به ماست: {page}',
        en: '{name}, please write a few lines about {business}; it helps us a great deal: {page}',
      },
    },
  ],
};
