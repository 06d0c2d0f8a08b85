export { chainLadder } from './accounting/chain-ladder.ts';
export type { ChainLadder, LadderCohort } from './accounting/chain-ladder.ts';
export { forecastHorizons, forecastUnits } from './accounting/forecast.ts';
export type { ForecastLine, OpenLots } from './accounting/forecast.ts';
export { giftCardAge, giftCardAges, giftCardsByAge } from './accounting/gift-cards.ts';
export type { CardsOfAge, CardsOfDay, GiftCardAge } from './accounting/gift-cards.ts';
export { imbalance, journalAccounts, voucherKinds, vouchersOf } from './accounting/journal.ts';
export type { JournalAccount, JournalLine, JournalVoucher, VoucherKind } from './accounting/journal.ts';
export { costOf, stockLiability } from './accounting/liability.ts';
export type { CohortLiability, OpenCohort } from './accounting/liability.ts';
export { measureCohort, measureMonth } from './accounting/money.ts';
export type {
  CohortMoney,
  CohortState,
  DeferralTerms,
  Expectation,
  MoneyRoll,
  MonthAsked,
  MonthMoney,
} from './accounting/money.ts';
export { natureOf, natures } from './accounting/nature.ts';
export type { Nature } from './accounting/nature.ts';
export { shareOf, toMillionths, WHOLE } from './accounting/rates.ts';
export type { Millionths, UnitPrice } from './accounting/rates.ts';
export { expectedFrom, periodRevenue, recognisedToDate, trueUp } from './accounting/recognition.ts';
export type { Redemption } from './accounting/recognition.ts';
export {
  addMovements,
  changeOf,
  movementNames,
  NO_MOVEMENT,
  proofOf,
  rollForward,
} from './accounting/roll-forward.ts';
export type { Movement, RollForward } from './accounting/roll-forward.ts';
export { afterReturns, poolDeferrals, splitMethods, splitSale } from './accounting/split.ts';
export type { Deferral, SaleWithPoints, SplitMethod } from './accounting/split.ts';
export { estimateRedemption, LEAST_COHORTS, remainingAt } from './accounting/survival.ts';
export type { CohortAge, RedemptionEstimate, RemainingAtAge, Within } from './accounting/survival.ts';
export { basketLineSchema, basketSchema, lineGross, MOST_LINES } from './basket.ts';
export type { Basket, BasketLine } from './basket.ts';
export { BYTES_OF_CHANCE, drawCode } from './codes/draw.ts';
export {
  entropyBits,
  FLOOR_BITS,
  GIFT_CARD_PAYLOAD,
  guessBits,
  LONGEST_VOUCHER_PAYLOAD,
  payloadFor,
} from './codes/entropy.ts';
export { readCode, readWord } from './codes/read.ts';
export type { TypedCode } from './codes/read.ts';
export { sayCode, showCode } from './codes/show.ts';
export {
  after,
  CARD_STATES,
  REDEMPTION_STATES,
  validAt,
  VOUCHER_STATES,
  voucherState,
} from './codes/states.ts';
export type { CardEvent, CardState, RedemptionState, Validity, VoucherState } from './codes/states.ts';
export { programmeSchema } from './definition.ts';
export type { Programme } from './definition.ts';
export { claimSchema, earnedSchema, notEarnedSchema, reasonSchema } from './earned.ts';
export type { Claim, Earned, PricingReason } from './earned.ts';
export { countersAsked, countersOf, takenOf } from './earning/counters.ts';
export type { CounterUse } from './earning/allowance.ts';
export { earningsOf } from './earning/earnings.ts';
export type { EarningAsk, Earnings } from './earning/earnings.ts';
export { gainOf } from './earning/gains.ts';
export { isHeldOut } from './earning/held-out.ts';
export { lasting } from './earning/instants.ts';
export { earningKey } from './earning/keys.ts';
export type { EarningOccasion } from './earning/keys.ts';
export { isChosen } from './earning/lines.ts';
export type { EarningLine } from './earning/lines.ts';
export { gainsDue, inForceAt, nextAnniversary, ordersDue } from './earning/occasions.ts';
export type {
  GainDue,
  InForceSince,
  OccasionsAsk,
  OrderDue,
  StepUp,
  TracedFact,
} from './earning/occasions.ts';
export { standingAt } from './earning/standing-at.ts';
export type { StoodOn } from './earning/standing-at.ts';
export { claimsGivenBack, unitsToTakeBack } from './earning/undoing.ts';
export { choosingSchema, hoursSchema } from './earning/rule.ts';
export type { Budget, EarningRule, Gives, Where } from './earning/rule.ts';
export type { Level } from './levels/definition.ts';
export { ledgerModel } from './ledger/index.ts';
export type { Book, Deed, Lot } from './ledger/index.ts';
export { LEVEL_FACTS, levelTimeline } from './levels/timeline.ts';
export type { LevelTimeline } from './levels/timeline.ts';
export { addressKey, readAddress, sameAddress } from './referral/address.ts';
export type { Address } from './referral/address.ts';
export { REFERRAL_PAYLOAD } from './referral/code.ts';
export { withinLimits } from './referral/limits.ts';
export type { Allowed, LimitReached, ReferrerSoFar } from './referral/limits.ts';
export { ringsIn } from './referral/rings.ts';
export type { ReferralEdge } from './referral/rings.ts';
export { fraudSigns, SIGN_WEIGHTS } from './referral/signs.ts';
export type { Evidence, Party, Sign, Suspicion } from './referral/signs.ts';
export { outstandingOf, referralStanding, referralSteps, takeAllBack } from './referral/steps.ts';
export type {
  FriendSeen,
  Posting,
  ReferralSoFar,
  ReferralStanding,
  Side,
  StepDue,
  StepsAnswer,
  StepTaken,
} from './referral/steps.ts';
export { REVIEW_FROM, referralFaults, referralTermsSchema, SIGN_KINDS } from './referral/terms.ts';
export type {
  ReferralFault,
  ReferralLimits,
  ReferralMilestone,
  ReferralReview,
  ReferralReward,
  ReferralStep,
  ReferralTerms,
  SignKind,
} from './referral/terms.ts';
export { worthOfGraph } from './referral/worth.ts';
export type { FriendWorth, LevelOfWorth, WorthOfPerson } from './referral/worth.ts';
export { programmeFaults } from './faults.ts';
export type { ProgrammeContext } from './faults/context.ts';
export { clubPresets } from './presets/index.ts';
export { goalProgress } from './simulate/goals.ts';
export type { ClubFigures, GoalProgress } from './simulate/goals.ts';
export { Simulation } from './simulate/simulation.ts';
export type { SimulationResult } from './simulate/simulation.ts';
export { divide, shareOfPieces } from './shares.ts';
export { clubKey, expirySchema, spendingSchema, unitsFor, walletSchema, worthOf } from './wallet.ts';
export type { Expiry, Spending, Wallet } from './wallet.ts';
export {
  rewardForSchema,
  rewardGivesSchema,
  rewardPriceSchema,
  rewardSchema,
  rewardWhatSchema,
} from './rewards/definition.ts';
export type { Reward, RewardFor, RewardGives, RewardPrice, RewardWhat } from './rewards/definition.ts';
export { claimsOfReward, givesFor, unitsOf } from './rewards/price.ts';
export { NEW_NAMES } from './new-names.ts';
