export { type AppendOutcome, appendFacts, type FactRow } from './append.ts';
export { columnsOf, dataOf, type FactColumns, refField } from './columns.ts';
export { type FactTold, type HistoryPage, historyPage } from './history.ts';
export type { IncomingFact } from './incoming.ts';
export { type FactAnswer, MOST_FACTS_RECEIVED, receiveFacts } from './receive.ts';
export { DEFAULT_SOURCE, sourceId } from './sources.ts';
export { type CustomFact, declareCustomFact, vocabularyOf } from './vocabulary.ts';
