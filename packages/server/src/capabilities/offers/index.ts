export { type Appreciated, appreciationsOf } from './appreciating.ts';
export { countBases } from './counting-base.ts';
export { offerSettings } from './settings-store.ts';
export { forgetQuotes } from './till/forgetting.ts';
export { type MemberCode, memberCodeOf, personOfMemberCode } from './till/member-code.ts';
export { listOrders, type Order, orderByNumber, type OrderLine, returnsOf } from './till/order-store.ts';
