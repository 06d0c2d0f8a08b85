export { addStarters, listObjections } from './library.ts';
export { answerObjection, raiseObjection } from './raising.ts';
