export { answerSuggestion } from './answering.ts';
export { ownedBy } from './owned.ts';
export { savePair } from './pairs.ts';
