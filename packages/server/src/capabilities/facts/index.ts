export { type AppendOutcome, appendFacts } from './append.ts';
export type { FactRow } from './fact-row.ts';
export { historyPage } from './history.ts';
export { type ImportedFacts, type Withdrawn, withdrawFacts } from './imported.ts';
export type { IncomingFact } from './incoming.ts';
export { type FactAnswer, MOST_FACTS_RECEIVED, receiveFacts } from './receive.ts';
export { sourceId } from './sources.ts';
export { declareCustomFact, vocabularyOf } from './vocabulary.ts';
