export { adviseOffer } from './advice.ts';
export {
  appreciationOf,
  appreciationPartSchema,
  appreciationSchema,
  factsAppreciationReads,
} from './appreciation.ts';
export type {
  Appreciation,
  AppreciationOfPart,
  AppreciationPart,
  AppreciationRule,
  RungPlace,
} from './appreciation.ts';
export { bestOfYear, yearAt, yearOf } from './awards.ts';
export type { Award, Nominee } from './awards.ts';
export { baseBears, baseStability } from './base.ts';
export type { BaseStability } from './base.ts';
export { boundsOfGuard, boundsOfOffer, boundsOfReward, boundsOfVoucher } from './counters.ts';
export type { Bound } from './counters.ts';
export { DEFAULT_APPRECIATION, newAppreciationPart } from './default-appreciation.ts';
export { changeOf } from './edited.ts';
export type { PriceChange } from './edited.ts';
export { whyNotNow } from './eligible.ts';
export { DEFAULT_GUARD, guardSchema } from './guard-settings.ts';
export type { Guard } from './guard-settings.ts';
export { daysSinceGiven, discountHabit, HABIT_TYPES, shareOfDaysOnOffer, teachesToWait } from './habits.ts';
export type { DiscountHabit, OfferRuns } from './habits.ts';
export { type JudgedLine, judgeDiscounts, type Judgement } from './judge.ts';
export {
  discountOf,
  discountSchema,
  giveSchema,
  offerSchema,
  onSchema,
  perkOf,
  perkSchema,
} from './offer.ts';
export type { Discount, Give, Limits, Offer, OfferFor, On, Perk, Stacking, When } from './offer.ts';
export { priceBasket } from './price.ts';
export {
  claimSchema,
  decisionSchema,
  earnedSchema,
  giftCardUsedSchema,
  paymentSchema,
  pricedClaimSchema,
  pricedLineSchema,
  pricedSchema,
  proposalSchema,
  reasonSchema,
  spentSchema,
} from './priced.ts';
export type {
  Claim,
  ClaimPart,
  Decision,
  Earned,
  Payment,
  Priced,
  PricedClaim,
  PricedLine,
  PricingReason,
  Proposal,
  Spent,
} from './priced.ts';
export type {
  Buyer,
  Costs,
  CounterNow,
  GiftCardAtHand,
  OfferAtHand,
  PricingInput,
  RewardAtHand,
  VoucherAtHand,
  WalletAtHand,
} from './pricing-input.ts';
export { proposeInstead } from './propose.ts';
export { countersPricingReads, factsPricingReads, factsRulesRead } from './reads.ts';
export { reasonSentences, sayReason } from './reason-sentences.ts';
export type { ReasonKind } from './reason-sentences.ts';
export { returnPlanSchema } from './return-plan.ts';
export type { ReturnPlan } from './return-plan.ts';
export { planCancel, planReturn } from './returns.ts';
export type { OrderPriced } from './returns.ts';
export { suitingOf } from './suiting.ts';
export type { Suiting } from './suiting.ts';
export { mostOpenCost, type OfferLeft } from './open-cost.ts';
