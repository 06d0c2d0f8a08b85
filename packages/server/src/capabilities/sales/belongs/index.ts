export { answerSuggestion } from './answering.ts';
export { savePair } from './pairs.ts';
