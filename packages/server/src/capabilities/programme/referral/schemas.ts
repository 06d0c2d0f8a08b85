import { referralTermsSchema, showCode, SIGN_KINDS } from '@nardeban/core/programme';
import { z } from 'zod';
import { named } from '../../../platform/http/index.ts';
import type { FriendInTree, ReferralTree, ReferrerWorth } from './graph.ts';
import type { ReferralShown } from './listing.ts';
import type { ReferralOfPerson } from './person.ts';

named(referralTermsSchema, 'ReferralTerms');

export const referralStates = [
  'open',
  'joined',
  'paying',
  'paid',
  'taken-back',
  'lapsed',
  'review',
  'refused',
] as const;
const stateSchema = z.enum(referralStates);
const sideSchema = z.enum(['referrer', 'friend']);
const personSchema = z.strictObject({ id: z.int(), name: z.string().nullable() });
const unitsSchema = z.strictObject({ wallet: z.string(), units: z.int() });

const text = (most: number) => z.string().trim().min(1).max(most);

export const claimSchema = z.strictObject({
  code: z
    .string()
    .min(1)
    .max(400)
    .describe('The personal code, as it was typed, scanned or brought by a link.'),
  friend: z
    .union([
      z.strictObject({ id: z.int().min(1) }),
      z.strictObject({
        mobile: text(60).optional(),
        email: text(254).optional(),
        external: text(254).optional(),
        name: text(300).optional(),
      }),
    ])
    .describe('Who was brought: somebody known, or whoever is meant; they are entered if nobody knows them.'),
  channel: text(80).optional(),
  seenWith: z
    .strictObject({
      device: text(300).optional(),
      card: text(300)
        .regex(/[^0-9\s-]/)
        .optional()
        .describe('The hash of a card, as a payment gateway tells it; a number is refused.'),
      network: text(100).optional(),
      address: text(300).optional(),
    })
    .optional()
    .describe(
      'What the friend was seen with; compared with what the referrer and their other friends were seen with.',
    ),
});

const signSchema = z.strictObject({
  kind: z.enum(SIGN_KINDS),
  score: z.int().describe('Of 100.'),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const referralSchema = z
  .strictObject({
    id: z.int(),
    state: stateSchema,
    referrer: personSchema,
    friend: personSchema,
    channel: z.string().nullable(),
    version: z.int().describe('Of the programme, whose terms were promised.'),
    claimedAt: z.int(),
    claimedBy: z.string(),
    joinedAt: z.int().nullable(),
    convertedAt: z.int().nullable().describe('When the first purchase had outlived its return window.'),
    revenue: z
      .int()
      .describe('What the friend has bought since, net of what came back; as of the last look.'),
    score: z.int().describe('What speaks against it, of 100.'),
    signs: z.array(signSchema),
    cleared: z.array(z.string()).describe('Signs that somebody let pass.'),
    decided: z.strictObject({ at: z.int(), by: z.string(), reason: z.string() }).nullable(),
    paid: z.array(unitsSchema.extend({ side: sideSchema })).describe('What was paid and not taken back.'),
    postings: z.array(
      z.strictObject({
        step: z.string(),
        side: sideSchema,
        round: z.int(),
        wallet: z.string(),
        units: z.int(),
        kind: z.enum(['paid', 'taken', 'withheld']),
        person: z.int(),
        at: z.int(),
      }),
    ),
    lookAt: z.int().describe('When it is looked at next, should nothing happen before.'),
    revision: z.int(),
  })
  .meta({ id: 'Referral' });

export function shownReferral({
  postings,
  signs,
  cleared,
  paid,
  ...rest
}: ReferralShown): z.infer<typeof referralSchema> {
  return {
    ...rest,
    signs: signs.map(({ detail, ...sign }) => ({ ...sign, detail: { ...detail } })),
    cleared: [...cleared],
    paid: [...paid],
    postings: postings.map(({ step, side, round, wallet, units, kind, person, at }) => ({
      step,
      side,
      round,
      wallet,
      units,
      kind,
      person,
      at,
    })),
  };
}

export const referralsSchema = z.strictObject({
  referrals: z.array(referralSchema),
  wallets: z
    .array(
      z.strictObject({
        key: z.string(),
        name: z.strictObject({ fa: z.string(), en: z.string() }),
        unit: z.enum(['points', 'money', 'coin']),
      }),
    )
    .describe('Of the programme in force: what the wallets are called.'),
  next: z.int().nullable(),
});

export const decisionSchema = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  revision: z.int().min(1).describe('Of the referral as it was seen.'),
});

export const personReferralSchema = z
  .strictObject({
    person: z.int(),
    on: z.boolean().describe('The club gives something for bringing friends.'),
    mayRefer: z.boolean(),
    code: z.string().nullable().describe('As it is shown and read out. Null: none was issued yet.'),
    link: z.string().nullable(),
    qr: z.string().nullable().describe('What a QR code of it holds.'),
    issuedAt: z.int().nullable(),
    friends: z.int(),
    joined: z.int(),
    converted: z.int(),
    inReview: z.int(),
    rewarded: z
      .strictObject({
        friends: z.int(),
        friendsThisMonth: z.int(),
        units: z.array(z.strictObject({ wallet: z.string(), units: z.int(), thisMonth: z.int() })),
      })
      .describe('What they were rewarded with and still have, ever and this month: what the limits count.'),
    terms: referralTermsSchema.nullable(),
  })
  .meta({ id: 'PersonReferral' });

/** `base`: where the program is reached from outside, without a slash at the end. */
export function shownPerson(
  { link, terms, rewarded, ...rest }: ReferralOfPerson,
  base: string,
  slug: string,
): z.infer<typeof personReferralSchema> {
  const { limits: _, ...counts } = rest;
  const address = link === null ? null : joinAddress(base, slug, link.code);
  return {
    ...counts,
    on: terms !== null,
    code: link === null ? null : showCode(link.code),
    link: address,
    qr: address,
    issuedAt: link?.madeAt ?? null,
    rewarded: { ...rewarded, units: [...rewarded.units] },
    terms,
  };
}

/** Where a friend joins by a code: the customer's own pages, which hand it on when somebody has signed in. */
function joinAddress(base: string, slug: string, code: string): string {
  return `${base}/p/${slug}?ref=${code}`;
}

const worthSchema = {
  friends: z.int(),
  converted: z.int(),
  revenue: z.int(),
  margin: z.int().describe('By the rate of the business.'),
};
const marginSchema = z.strictObject({
  rate: z.number(),
  stated: z.boolean().describe('False: nobody has said it; the usual one is assumed.'),
});

export const graphSchema = z.strictObject({
  referrers: z.array(
    z.strictObject({
      person: personSchema,
      as: z.int().describe('The number under which they brought these friends.'),
      joined: z.int(),
      inReview: z.int(),
      ...worthSchema,
    }),
  ),
  margin: marginSchema,
  next: z.string().nullable(),
});

export function shownReferrer({ id, name, ...rest }: ReferrerWorth) {
  return { person: { id, name }, ...rest };
}

export const treeSchema = z.strictObject({
  person: z.int(),
  broughtBy: personSchema.nullable(),
  ...worthSchema,
  levels: z.array(z.strictObject({ level: z.int(), ...worthSchema })),
  people: z.array(
    z.strictObject({
      person: personSchema,
      referrer: z.int(),
      referral: z.int(),
      level: z.int(),
      state: stateSchema,
      revenue: z.int(),
      margin: z.int(),
    }),
  ),
  cut: z.boolean().describe('There are more than are shown, and what they were worth is not in it.'),
  margin: z.int(),
  marginBy: marginSchema,
});

export function shownTree({ worth, friends, isCut, broughtBy }: ReferralTree) {
  return {
    ...worth,
    levels: [...worth.levels],
    broughtBy,
    people: friends.map(({ id, name, ...rest }: FriendInTree) => ({ person: { id, name }, ...rest })),
    cut: isCut,
  };
}
