export { type BinaryRow, readBinaryCopy } from './binary-copy.ts';
export { type Database, openDatabase } from './database.ts';
export { migrate, type Migrated } from './migrate.ts';
export { OVERTAKEN, retrying } from './retrying.ts';
export type { Rows, Statement, Tx } from './transaction.ts';
export { timestamptz } from './types.ts';
