import { rewardSchema } from '@nardeban/core/programme';
import { z } from 'zod';
import { named } from '../../../platform/http/index.ts';

named(rewardSchema, 'Reward');

const state = z.enum(['draft', 'active', 'archived']);
const instant = z.int().min(0).max(8_640_000_000_000_000);

export const keptRewardSchema = z
  .strictObject({
    id: z.int(),
    key: z.string(),
    definition: rewardSchema,
    state,
    offer: z
      .strictObject({ state, until: z.int().nullable() })
      .nullable()
      .describe(
        'How the offer stands that its code brings: while it is not active, or over, nobody can have the reward. Null: it brings none.',
      ),
    left: z.int().nullable().describe('How many of the stock are left; null: there is no end of them.'),
    images: z.array(z.int()).describe('Numbers of its pictures, in the order in which they were added.'),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
    changedBy: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: 'KeptReward' });

export const rewardChangeSchema = z.strictObject({
  definition: rewardSchema,
  state,
  revision: z.int().min(1),
});

export const redemptionSchema = z
  .strictObject({
    id: z.int(),
    reward: z.string(),
    name: z.strictObject({ fa: z.string(), en: z.string() }),
    person: z.int(),
    state: z.enum(['open', 'handed', 'cancelled']),
    wallet: z.string(),
    units: z.int(),
    proven: z.boolean().describe('Whether they proved who they were.'),
    endsAt: z.number().nullable(),
    by: z.string(),
    at: z.number(),
    endedBy: z.string().nullable(),
    endedAt: z.number().nullable(),
    reason: z.string(),
  })
  .meta({ id: 'Redemption' });

export const redeemSchema = z.strictObject({
  person: z.int().min(1),
  units: z
    .int()
    .min(1)
    .max(1e12)
    .optional()
    .describe(
      'How many to spend, where the reward lets the customer choose; the least where it is left out.',
    ),
  proof: z
    .strictObject({
      code: z.string().min(1).max(40),
      challenge: z
        .string()
        .max(100)
        .optional()
        .describe('As it was told when the code was asked for; left out for one the customer shows.'),
    })
    .optional()
    .describe('The one-time code that the customer was sent or shows.'),
});

export const redeemedSchema = z
  .strictObject({
    id: z.int(),
    person: z.int(),
    wallet: z.string(),
    units: z.int(),
    code: z.string().describe('To have it handed over, or to be typed at the till.'),
    endsAt: z.number().nullable(),
  })
  .meta({ id: 'Redeemed' });

export const partnerSchema = z
  .strictObject({
    partner: z.string(),
    name: z.string(),
    owed: z.int().describe('Minor units. Above 0 we owe them, below 0 they owe us.'),
    redeemed: z.int(),
    cancelled: z.int(),
    settled: z.int(),
  })
  .meta({ id: 'PartnerOwed' });

export const partnerEntrySchema = z.strictObject({
  id: z.int(),
  kind: z.enum(['redeemed', 'cancelled', 'settled']),
  amount: z.int(),
  redemption: z.int().nullable(),
  order: z.string().nullable().describe('The order in whose basket it was taken.'),
  note: z.string(),
  by: z.string(),
  at: z.number(),
});

export const period = {
  from: z.coerce.number().pipe(instant).optional(),
  until: z.coerce.number().pipe(instant).optional(),
};
export const rewardState = state;
