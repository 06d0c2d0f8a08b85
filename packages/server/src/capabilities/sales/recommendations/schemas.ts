import { askGuards, askRuleSchema, type SignSeen } from '@nardeban/core/sales';
import { z } from 'zod';
import { dayText, named } from '../../../platform/http/index.ts';
import { becauseSchema } from '../../ladder/index.ts';
import type { MayAsk } from './asking.ts';
import type { Ask } from './asks.ts';
import type { FriendListed, FriendWithFacts, ReferrerListed } from './friends.ts';
import type { Ready } from './ready.ts';

named(askRuleSchema, 'AskRule');

const count = z.int().min(0);
const instant = z.number();
const note = z.string().trim().max(500);
const channel = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .describe('How it was asked or said: in-person, call, sms, messenger, email …');
const answer = z.enum(['yes', 'later', 'no']);

export const settingsSchema = z
  .strictObject({
    on: z.boolean().describe('False: nobody is looked for yet, and the rule is the one to begin with.'),
    rule: askRuleSchema,
    revision: z.int().describe('0 before it was saved first.'),
    changedBy: z.string().nullable(),
    changedAt: instant.nullable(),
    ready: count.describe('How many may be asked now; no more than 1,001 are counted.'),
    looking: z.boolean().describe('Everybody is being looked at by a rule that was changed.'),
  })
  .meta({ id: 'RecommendationSettings' });

export const settingsChangeSchema = z.strictObject({
  rule: askRuleSchema,
  revision: z.int().min(0),
});

const signSchema: z.ZodType<SignSeen> = z
  .strictObject({
    sign: z.enum(['score', 'review', 'orders', 'settled', 'brought', 'willing']),
    points: z.int(),
    at: instant,
    value: z.number().nullable().describe('The score, the number of orders …'),
  })
  .meta({ id: 'ContentSign' });

export const mayAskSchema: z.ZodType<MayAsk> = z
  .strictObject({
    person: z.int(),
    may: z.boolean(),
    against: z.enum([...askGuards, 'not-content']).nullable(),
    strength: z.int().describe('Points by which whoever is likeliest to say yes is asked first.'),
    at: instant.nullable(),
    signs: z.array(signSchema),
    content: becauseSchema.describe('What shows that they are content.'),
    guards: z
      .array(z.strictObject({ guard: z.enum(askGuards), forbids: z.boolean(), because: becauseSchema }))
      .describe('What forbids asking, each with whether it does.'),
  })
  .meta({ id: 'MayAsk' });

export const readySchema: z.ZodType<Ready> = z
  .strictObject({
    person: z.int(),
    name: z.string().nullable(),
    mobile: z.string().nullable(),
    strength: z.int(),
    signs: z.array(signSchema),
    content: becauseSchema,
  })
  .meta({ id: 'ReadyToBeAsked' });

export const askSchema: z.ZodType<Ask> = z
  .strictObject({
    id: z.int(),
    person: z.int(),
    name: z.string().nullable(),
    deal: z.int().nullable(),
    channel: z.string(),
    template: z.string().nullable(),
    answer: answer.nullable().describe('Null: they have not said yet.'),
    until: z.string().nullable().describe('Of "later": the day on which to come back.'),
    note: z.string(),
    by: z.string(),
    askedAt: instant,
    answeredAt: instant.nullable(),
    followUp: z.int().nullable(),
    revision: z.int(),
  })
  .meta({ id: 'RecommendationAsk' });

export const newAskSchema = z.strictObject({
  person: z.int().min(1),
  deal: z.int().min(1).optional(),
  channel,
  template: z.string().max(63).optional(),
  answer: answer.optional(),
  until: dayText.optional(),
  note: note.optional(),
  anyway: z
    .boolean()
    .optional()
    .describe(
      'Though nothing shows that they are content, or they were asked lately. Never overrules a complaint or a no.',
    ),
});

export const answerSchema = z.strictObject({
  answer,
  until: dayText.optional(),
  note: note.optional(),
  revision: z.int().min(1),
});

const friend = {
  id: z.int(),
  person: z.int(),
  name: z.string().nullable(),
  referrer: z.int(),
  referrerName: z.string().nullable(),
  deal: z.int().nullable().describe('In which they were named.'),
  lead: z.int().nullable(),
  inClub: z.boolean().describe('The club keeps count of it too.'),
  channel: z.string(),
  note: z.string(),
  by: z.string(),
  at: instant,
  orders: count,
  revenue: z.int().describe('Minor units: what they have paid for since, net of what came back.'),
};
export const friendSchema: z.ZodType<FriendListed> = z.strictObject(friend).meta({ id: 'BroughtFriend' });
export const friendFactsSchema: z.ZodType<FriendWithFacts> = z
  .strictObject({
    ...friend,
    facts: z.array(
      z.strictObject({
        id: z.int().nullable(),
        type: z.enum(['order.paid', 'order.returned']),
        at: instant,
        order: z.string().nullable(),
        counts: z.int().describe('Minor units, below 0 for what came back; together the revenue.'),
      }),
    ),
  })
  .meta({ id: 'BroughtFriendFacts' });

const sums = { friends: count, buyers: count, orders: count, revenue: z.int() };
export const referrerSchema: z.ZodType<ReferrerListed> = z
  .strictObject({ person: z.int(), name: z.string().nullable(), ...sums })
  .meta({ id: 'Recommender' });
export const totalSchema = z.strictObject({ referrers: count, ...sums });

export const newFriendSchema = z.strictObject({
  referrer: z.int().min(1),
  name: z.string().trim().min(1).max(200),
  mobile: z.string().trim().max(40).optional(),
  email: z.string().trim().max(200).optional(),
  ask: z.int().min(1).optional(),
  deal: z.int().min(1).optional(),
  channel: channel.optional(),
  note: note.optional(),
  call: z.boolean().optional().describe('A seller is to call them soon. Left out: yes.'),
});
