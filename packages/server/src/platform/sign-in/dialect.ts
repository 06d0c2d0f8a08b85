import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Database } from '../database/index.ts';

/**
 * Kysely over the application's own pool, for the sign-in library: each statement stands alone, and instants come as
 * `Date`, which is what that library expects, while everywhere else they are numbers.
 */
export function signInDialect(database: Database): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, rowCount } = await database.pool.query<Row & object>({
        text: query.sql,
        values: [...query.parameters],
        types: pg.types,
      });
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('Nothing of the sign-in is long enough to be streamed');
    },
  };
  const nothing = async (): Promise<void> => {};
  const never = async (): Promise<never> => {
    throw new Error('The sign-in keeps to single statements');
  };
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: never,
    commitTransaction: never,
    rollbackTransaction: never,
    releaseConnection: nothing,
    destroy: nothing,
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
