export { changeDeal } from './changing.ts';
export { checkOwner, type Colleague, colleagues } from './colleagues.ts';
export { type Deal, dealById } from './deal.ts';
export { loseDeal, reopenDeal } from './losing.ts';
export { finishDeal, moveDeal, winDeal } from './moving.ts';
export { openDeal } from './opening.ts';
export { pipelineByKey } from './pipelines.ts';
export { noteReturned } from './returning.ts';
export { markStalled, markStalledOf } from './stalling.ts';
