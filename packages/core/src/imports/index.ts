export { columnSamples, type ColumnSamples } from './column-samples.ts';
export { type Exact, EXACT_PER_MINOR, toMinor } from './exact.ts';
export { type Field, FIELD_NAMES, FIELDS, isField, type PlainField } from './fields.ts';
export { headerUnit, type HeaderUnit } from './header-units.ts';
export {
  checkMapping,
  type Mapping,
  mappingSchema,
  type PartialMapping,
  partialMappingSchema,
  readPartialMapping,
  uniqueHeaders,
  withStated,
} from './mapping.ts';
export { type FactDraft, lineFacts, orderFact } from './order-facts.ts';
export {
  hasReturnPrefix,
  type ImportedLine,
  type ImportedOrder,
  ordersOf,
  type OrdersOfRows,
  type RefusedRow,
} from './order.ts';
export { guessCustoms, guessMoney, type Proposal, proposeMapping, type Question } from './propose.ts';
export type { RecognisedColumn, Why } from './recognise.ts';
export { personFacts, type Told, traitFacts } from './person-facts.ts';
export { orderNumberReader, rowReader, type RowReader } from './rows.ts';
export { contentOf, rowFrom, type StagedRow } from './staged.ts';
export { type OrderStatus, statusOf } from './status.ts';
export { headerKey } from './synonyms.ts';
export { Counting, EMPTY_TALLY, type ImportSummary, summaryOf, type Tally } from './tally.ts';
