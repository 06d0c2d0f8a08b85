export { balanceAsOf, balancesOf, balancesOfRing, balancesStatement, entriesOf } from './balances.ts';
export { type Counter, countersOf, countersOfRing } from './counters.ts';
export { checkLedger, type LedgerCheck, type LedgerDifference } from './checking.ts';
export {
  adjust,
  type Credit,
  earn,
  type Earning,
  earnStatement,
  giveBack,
  type GivingBack,
  prolong,
  takeBack,
  type TakingBack,
  transfer,
  uncount,
} from './posting.ts';
export {
  capture,
  captureClaimsStatement,
  captureStatement,
  type Capturing,
  hold,
  type Holding,
  holdStatement,
  release,
  releaseStatement,
  spend,
  type Spending,
  spendStatement,
} from './holds.ts';
export { type LedgerAnswer, readEarned, readHeld, readPosted, refusalOfLedger } from './answers.ts';
export { CLUB_SOURCE, settleBusiness, settleDue } from './settling.ts';
export { HOLDING_TOGETHER, POSTING_TOGETHER } from './together.ts';
export {
  type Balance,
  type CardAmount,
  type Cause,
  GIFT_CARD_WALLET,
  type Holder,
  type LedgerEntry,
  type Posted,
  type WalletUnits,
} from './types.ts';
