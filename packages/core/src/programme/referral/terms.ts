import { z } from 'zod';
import { criteriaSchema } from '../../criteria/index.ts';
import { clubKey } from '../wallet.ts';

/** What may speak against a referral; `signs.ts` says how each is seen. */
export const SIGN_KINDS = [
  'own-contact',
  'same-device',
  'same-card',
  'same-address',
  'same-network',
  'similar-email',
  'similar-name',
  'burst',
  'same-day-chain',
  'ring',
  'one-person',
  'claimed-twice',
  'not-new',
] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

export const referralRewardSchema = z.strictObject({
  wallet: clubKey,
  /** Whole units of the wallet; of a money wallet, minor units. */
  units: z.int().min(1).max(1e12),
});
export type ReferralReward = z.infer<typeof referralRewardSchema>;

const rewards = z.array(referralRewardSchema).max(10);

/** What the friend has to do for a step to be paid. */
export const referralMilestoneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('joined') }),
  /** So many purchases that were kept until their return window was over. */
  z.strictObject({ kind: z.literal('purchase'), number: z.int().min(1).max(20) }),
  /** Has come up to this rung of this ladder, or above it, since the referral. */
  z.strictObject({
    kind: z.literal('rung'),
    ladder: z.string().min(1).max(80),
    rung: z.string().min(1).max(80),
  }),
]);
export type ReferralMilestone = z.infer<typeof referralMilestoneSchema>;

export const referralStepSchema = z.strictObject({
  key: clubKey,
  when: referralMilestoneSchema,
  referrer: rewards,
  friend: rewards,
});
export type ReferralStep = z.infer<typeof referralStepSchema>;

const perWallet = z.array(referralRewardSchema).max(10);

/**
 * How far one referrer is rewarded. They hang on the person, whatever link a friend came by, and what is taken back does
 * not count against them. Months are those of the business's calendar, by the day of payment.
 */
export const referralLimitsSchema = z.strictObject({
  /** For how many friends, ever and in a month. */
  friends: z.int().min(1).max(1e6).optional(),
  friendsPerMonth: z.int().min(1).max(1e6).optional(),
  /** Up to how many units of a wallet, ever and in a month: a reward is cut to what is left. */
  units: perWallet.optional(),
  unitsPerMonth: perWallet.optional(),
});
export type ReferralLimits = z.infer<typeof referralLimitsSchema>;

export const referralReviewSchema = z.strictObject({
  /** Signs that add up to this, of 100, wait for somebody to look. */
  from: z.int().min(1).max(100).optional(),
  /** How much a sign weighs, of 100; 0: it is not looked for. Absent: `SIGN_WEIGHTS`. */
  weights: z.partialRecord(z.enum(SIGN_KINDS), z.int().min(0).max(100)).optional(),
  /** Signs for which a friend is refused at once, without anybody looking. */
  refuse: z.array(z.enum(SIGN_KINDS)).max(SIGN_KINDS.length).optional(),
  /** More friends than this within an hour, or within a week, are a burst. */
  perHour: z.int().min(1).max(10_000).optional(),
  perWeek: z.int().min(1).max(100_000).optional(),
});
export type ReferralReview = z.infer<typeof referralReviewSchema>;

/**
 * What the club gives for bringing a friend, to both sides, step by step as the friend climbs. A friend keeps the terms
 * under which they came, whatever is published later.
 */
export const referralTermsSchema = z.strictObject({
  /** Who may refer. Absent: everybody. */
  mayRefer: criteriaSchema.optional(),
  /** A purchase counts once so many whole days after it are over; 0: at once. */
  returnWindow: z.int().min(0).max(365),
  /** What the friend does later than so many whole days after the referral counts for nothing. Absent: no end. */
  within: z.int().min(1).max(3650).optional(),
  /** The least that is left of a purchase, in minor units, for it to count. Absent: anything above nothing. */
  leastPurchase: z.int().min(1).max(1e15).optional(),
  steps: z.array(referralStepSchema).min(1).max(12),
  limits: referralLimitsSchema.optional(),
  /**
   * When everything the friend bought came back: `everything` takes back all that was paid for them; `purchases` leaves
   * what was paid for joining or for a rung.
   */
  takeBack: z.enum(['everything', 'purchases']).optional(),
  /** What comes back later than so many whole days after a payment leaves it. Absent: it is never too late. */
  finalAfter: z.int().min(0).max(3650).optional(),
  review: referralReviewSchema.optional(),
});
export type ReferralTerms = z.infer<typeof referralTermsSchema>;

/** Signs that add up to this wait for somebody to look, where the terms do not say. */
export const REVIEW_FROM = 50;

/** Something in the terms that cannot be: where, and the code of the sentence about it. */
export interface ReferralFault {
  readonly path: readonly (string | number)[];
  readonly code:
    | 'referral_step_twice'
    | 'referral_step_empty'
    | 'referral_wallet_unknown'
    | 'referral_wallet_twice';
  readonly detail: Readonly<Record<string, string>>;
}

/**
 * What a schema cannot see: two steps of one key, a step that gives nobody anything, a reward in a wallet the programme
 * does not have, a side that is given the same wallet twice in a step.
 */
export function referralFaults(terms: ReferralTerms, wallets: readonly string[]): ReferralFault[] {
  const faults: ReferralFault[] = [];
  const keys = new Set<string>();
  for (const [index, step] of terms.steps.entries()) {
    const path = ['steps', index] as const;
    if (keys.has(step.key))
      faults.push({ path: [...path, 'key'], code: 'referral_step_twice', detail: { step: step.key } });
    keys.add(step.key);
    if (step.referrer.length + step.friend.length === 0)
      faults.push({ path, code: 'referral_step_empty', detail: { step: step.key } });
    for (const side of ['referrer', 'friend'] as const)
      faults.push(...walletFaults(step[side], wallets, [...path, side]));
  }
  for (const name of ['units', 'unitsPerMonth'] as const)
    faults.push(...walletFaults(terms.limits?.[name] ?? [], wallets, ['limits', name]));
  return faults;
}

function walletFaults(
  list: readonly ReferralReward[],
  wallets: readonly string[],
  path: readonly (string | number)[],
): ReferralFault[] {
  const seen = new Set<string>();
  return list.flatMap(({ wallet }, index): ReferralFault[] => {
    const at = [...path, index, 'wallet'];
    const twice = seen.has(wallet);
    seen.add(wallet);
    if (!wallets.includes(wallet)) return [{ path: at, code: 'referral_wallet_unknown', detail: { wallet } }];
    return twice ? [{ path: at, code: 'referral_wallet_twice', detail: { wallet } }] : [];
  });
}
