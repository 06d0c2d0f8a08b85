export { type Appreciated, appreciationsOf } from './appreciating.ts';
export { giveAward } from './awards.ts';
export { countBases } from './counting-base.ts';
export {
  countOwnDiscount,
  type GuardSays,
  judgeOwnDiscounts,
  type LineToJudge,
  uncountOwnDiscount,
} from './judging.ts';
export { makeOffer, mayBeBrought, openOf, setOfferState } from './offer-store.ts';
export { changeOfferSettings, offerSettings } from './settings-store.ts';
export { commitQuote } from './till/committing.ts';
export { forgetQuotes } from './till/forgetting.ts';
export { type MemberCode, memberCodeOf, personOfMemberCode } from './till/member-code.ts';
export { listOrders, type Order, orderByNumber, type OrderLine, returnsOf } from './till/order-store.ts';
export { makeQuote } from './till/quoting.ts';
export { returnOrder } from './till/returning.ts';
export { sourcesOf } from './till/telling.ts';
