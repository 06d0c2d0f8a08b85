export {
  type AppendOutcome,
  appendFacts,
  appendingFacts,
  appendOfHeldStatement,
  appendStatement,
} from './append.ts';
export {
  type ColumnFields,
  columnFieldsOf,
  dataOf,
  type FactColumns,
  FIGURED,
  IN_RECORD,
} from './columns.ts';
export type { FactRow } from './fact-row.ts';
export { type FactOfFeed, factsOfFeed, feedOfMoved, type Moved, newsAmong } from './feed.ts';
export { historyPage } from './history.ts';
export { type ImportedFacts, type Withdrawn, withdrawFacts } from './imported.ts';
export type { IncomingFact } from './incoming.ts';
export { type FactAnswer, MOST_FACTS_RECEIVED, receiveFacts } from './receive.ts';
export { sourceId } from './sources.ts';
export { STAFF_SOURCE, tellAsStaff } from './staff.ts';
export { declaredTraitsOf } from './declared-traits.ts';
export { declareCustomFact, vocabularyOf } from './vocabulary.ts';
