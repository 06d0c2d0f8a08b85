import { z } from 'zod';
import type { MemberClub } from './club.ts';
import { type Consent, consentPurposes } from '../consent/index.ts';
import type { Member } from './sessions.ts';
import type { WayUp } from './way-up.ts';

export const consentSchema = z.strictObject({
  purpose: z.enum(consentPurposes),
  given: z.boolean(),
  at: z.int().nullable().describe('When they last said so; null: never.'),
});

const wayUpSchema = z.strictObject({
  rungs: z.array(z.string()).describe('From the bottom up, in words for customers.'),
  at: z.int().nullable(),
  highest: z.int().nullable(),
  since: z.int(),
  steps: z.array(z.string()).describe('What leads one rung higher, a sentence each.'),
  more: z.boolean().describe('There is more to it that is not theirs to do.'),
  falls: z.int().nullable().describe('When they would fall, should nothing happen.'),
});

const walletSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  unit: z.enum(['points', 'money', 'coin']),
  available: z.int(),
  held: z.int().describe('Kept aside by an open purchase.'),
  pending: z.int(),
  vestsAt: z.int().nullable().describe('When the next of what is pending can be spent.'),
  debt: z.int(),
  worth: z
    .int()
    .nullable()
    .describe('What the available units take off at the till; null: they cannot be spent there.'),
  expiring: z.array(z.strictObject({ at: z.int(), units: z.int() })),
});

const levelSchema = z.strictObject({
  name: z.string(),
  brings: z.string().nullable().describe('What it brings, in the words of the business; null: it said none.'),
  next: z.strictObject({ name: z.string(), missing: z.int(), brings: z.string().nullable() }).nullable(),
  by: z.enum(['amount', 'orders', 'points', 'invoice']),
  falls: z.int().nullable(),
});

export const rewardsSchema = z
  .strictObject({
    rewards: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        about: z.string().nullable(),
        image: z.int().nullable().describe('The number of its picture.'),
        wallet: z.string(),
        least: z.int(),
        most: z.int(),
        step: z.int(),
        left: z.int().nullable().describe('How many are left; null: there is no end of them.'),
        missing: z.int().describe('How many units are still missing.'),
        why: z.string().nullable().describe('Why else they cannot have it now.'),
      }),
    ),
  })
  .meta({ id: 'PortalRewards' });

export const codesSchema = z
  .strictObject({
    member: z.strictObject({
      code: z.string().describe('Tells the till who they are, and proves it.'),
      until: z.int(),
    }),
    vouchers: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        code: z.string(),
        validUntil: z.int().nullable(),
        why: z.string().nullable().describe('Why it gives nothing now; null: it does.'),
      }),
    ),
    cards: z.array(
      z.strictObject({
        id: z.int(),
        code: z.string().nullable(),
        tail: z.string(),
        available: z.int(),
        validUntil: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'PortalCodes' });

export const invitationSchema = z
  .strictObject({
    code: z.string(),
    shown: z.string().describe('The code in groups.'),
    friends: z.int(),
    converted: z.int(),
    rewarded: z.array(z.strictObject({ wallet: z.string(), units: z.int() })),
  })
  .meta({ id: 'PortalInvitation' });

export const meSchema = z
  .strictObject({
    name: z.string().nullable(),
    mobile: z.string(),
    birthday: z.string().nullable(),
    way: wayUpSchema.nullable().describe('Null: there is no ladder in force.'),
    club: z.string().nullable().describe('What the club is called; null: there is none in force.'),
    wallets: z.array(walletSchema),
    level: levelSchema.nullable(),
    consents: z.array(consentSchema),
  })
  .meta({ id: 'PortalMe' });

/** One line of a member's history: what happened, and what is known of it. */
export const historySchema = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        id: z.int(),
        type: z.string(),
        at: z.int(),
        data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'PortalHistory' });

export function shownMe(
  { mobile }: Member,
  me: {
    readonly name: string | null;
    readonly birthday: string | null;
    readonly way: WayUp | null;
    readonly club: MemberClub;
    readonly consents: readonly Consent[];
  },
): z.infer<typeof meSchema> {
  const { way } = me;
  return {
    name: me.name,
    mobile,
    birthday: me.birthday,
    way: way === null ? null : { ...way, rungs: [...way.rungs], steps: [...way.steps] },
    club: me.club.name,
    wallets: me.club.wallets.map((one) => ({ ...one, expiring: [...one.expiring] })),
    level: me.club.level,
    consents: [...me.consents],
  };
}
