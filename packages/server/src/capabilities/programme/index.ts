export {
  askCode,
  checkCode,
  type CodeAsked,
  type CodeParts,
  type CodeProof,
  type CodePurpose,
  type CodeSent,
  type CodeTold,
  forgetSpentCodes,
  useCode,
} from './one-time-codes/index.ts';
export {
  adjust,
  balanceAsOf,
  type Balance,
  balancesOf,
  balancesOfRing,
  balancesStatement,
  capture,
  captureClaimsStatement,
  captureStatement,
  type Capturing,
  type CardAmount,
  type Cause,
  checkLedger,
  CLUB_SOURCE,
  type Counter,
  countersOf,
  countersOfRing,
  type Credit,
  earn,
  type Earning,
  earnStatement,
  entriesOf,
  GIFT_CARD_WALLET,
  giveBack,
  type GivingBack,
  hold,
  type Holder,
  type Holding,
  HOLDING_TOGETHER,
  holdStatement,
  type LedgerAnswer,
  type LedgerCheck,
  type LedgerDifference,
  type LedgerEntry,
  type Posted,
  POSTING_TOGETHER,
  prolong,
  readEarned,
  readHeld,
  readPosted,
  refusalOfLedger,
  release,
  releaseStatement,
  settleBusiness,
  settleDue,
  spend,
  type Spending,
  spendStatement,
  takeBack,
  type TakingBack,
  transfer,
  uncount,
  type WalletUnits,
} from './ledger/index.ts';
export {
  type Guesser,
  guesserOf,
  guessLockStatement,
  noteWrongCodes,
  readGuessLock,
} from './codes/guesses.ts';
export { drawBatch, wordBatch } from './codes/batches.ts';
export { makeCodes } from './codes/making.ts';
export {
  type PricedVoucher,
  readVouchers,
  voucherForPricing,
  type VouchersRead,
  vouchersStatement,
} from './codes/pricing.ts';
export { giveVoucher, vouchersOf } from './codes/vouchers.ts';
export {
  type CardTold,
  freezeCard,
  type GiftCard,
  issueCard,
  recodeCard,
  topUpCard,
  transferCard,
} from './gift-cards/cards.ts';
export { cardById, cardsOf } from './gift-cards/listing.ts';
export {
  cardsForPricing,
  type CardsRead,
  cardsStatement,
  type PricedCard,
  readCards,
} from './gift-cards/pricing.ts';
export {
  cardsMadeFor,
  cardsSoldBy,
  cardsThatTake,
  refundCard,
  type Refunded,
} from './gift-cards/refunding.ts';
export { balancesAsOf } from './accounting/as-of.ts';
export { closeMonth } from './accounting/closing.ts';
export { rollBusiness, rollDue } from './accounting/rolling.ts';
export { makeEstimate, sayTerms } from './accounting/truing-up.ts';
export { claimReferral } from './referral/claiming.ts';
export { friendsChanged, settleReferrals } from './referral/due.ts';
export { kinOf } from './referral/kin.ts';
export { holderOfCode, personalLink } from './referral/links.ts';
export { referralOf } from './referral/person.ts';
export { noteTraces } from './referral/traces.ts';
export {
  insertVersion,
  programmeInForce,
  programmeNumberStatement,
  programmeVersion,
  programmeVersions,
  type ProgrammeVersion,
} from './studio/programme-store.ts';
export { evaluateDue } from './studio/daily.ts';
export { runSimulation } from './studio/simulating.ts';
export { earnBusiness, earnDue, type Earnt } from './earning/earning.ts';
export {
  changeReward,
  draftReward,
  type KeptReward,
  listRewards,
  rewardByKey,
} from './rewards/catalogue.ts';
export { rewardImage } from './rewards/images.ts';
export { type RewardOnOffer, rewardsOnOffer } from './rewards/on-offer.ts';
export {
  type PricedReward,
  readRewards,
  type RewardAsked,
  rewardsForPricing,
  rewardsStatement,
} from './rewards/pricing.ts';
export { type Redeemed, redeemReward } from './rewards/redeeming.ts';
export { oweNoMore, owingStatement } from './rewards/partners.ts';
export { restingOn } from './rewards/resting.ts';
export { cancelRedemption, type Redemption, redemptionsOf } from './rewards/redemptions.ts';
