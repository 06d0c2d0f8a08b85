export {
  answerAgreement,
  changePaper,
  DEFAULT_PAPER,
  draftAgreement,
  placeOrder,
  salesPaper,
  sendAgreement,
  takePayment,
} from './agreements/index.ts';
export {
  changeForm,
  draftForm,
  forgetCaptures,
  makeLeadsOfBatch,
  makeLink,
  makeMailbox,
  receiveMail,
  takeSample,
} from './capture/index.ts';
export {
  changeDeal,
  type Colleague,
  colleagues,
  type Deal,
  dealById,
  finishDeal,
  loseDeal,
  markStalled,
  markStalledOf,
  moveDeal,
  openDeal,
  reopenDeal,
  winDeal,
} from './deals/index.ts';
export { answerSuggestion, savePair } from './belongs/index.ts';
export { endPromise, lookAtPromises, tellTalk, whomOf } from './memory/index.ts';
export {
  cancelFollowUps,
  changeWorkingHours,
  finishFollowUp,
  noticeMissed,
  type PlanFollowUp,
  planFollowUp,
  saveCadence,
  shiftAllClocks,
  startCadence,
  tendCadences,
  workingCalendarOf,
} from './follow-ups/index.ts';
export {
  acceptLead,
  captureLead,
  captureLeads,
  chooseSellers,
  lookAtLeads,
  refuseLead,
  runQualificationTrial,
} from './leads/index.ts';
export { learnBusiness, learnSales } from './reports/index.ts';
export { addStarters, answerObjection, listObjections, raiseObjection } from './objections/index.ts';
export {
  bringFriend,
  lookForRecommendations,
  mayAsk,
  noteAsk,
  saveAskRule,
} from './recommendations/index.ts';
export { askTestimonial, giveTestimonial, moderateTestimonial } from './testimonials/index.ts';
