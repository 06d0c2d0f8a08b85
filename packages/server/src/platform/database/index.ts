export { whileAlone } from './alone.ts';
export {
  boolArray,
  float8Array,
  GrowingArray,
  int2Array,
  int4Array,
  int8Array,
  textArray,
} from './array-values.ts';
export { type BinaryRow, readBinaryCopy } from './binary-copy.ts';
export { type Database, openDatabase } from './database.ts';
export { forOneOrMany } from './many.ts';
export { migrate, type Migrated } from './migrate.ts';
export { OVERTAKEN, retrying } from './retrying.ts';
export { type Errand, sharedTransactions } from './shared.ts';
export type { Many, Rows, Statement } from './statement.ts';
export type { Tx } from './transaction.ts';
export { timestamptz } from './types.ts';
export { takeStatistics } from './statistics.ts';
