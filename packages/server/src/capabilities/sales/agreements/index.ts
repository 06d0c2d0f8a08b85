export { answerAgreement } from './answering.ts';
export { draftAgreement } from './drafting.ts';
export { placeOrder, takePayment } from './ordering.ts';
export { changePaper, DEFAULT_PAPER, salesPaper } from './paper.ts';
export { sendAgreement } from './sending.ts';
export { quotationBeingWritten } from './store.ts';
