export { lookAtPromises } from './due.ts';
export { endPromise, makePromise } from './promises.ts';
export { tellTalk } from './talks.ts';
export { type Whom, whomOf } from './whom.ts';
