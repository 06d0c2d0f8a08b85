import { Pool } from 'pg';
import { assertApplicationRole, assertServer } from './assertions.ts';
import { refuseUnreachable } from './connection.ts';
import { transactionOn, type Tx } from './transaction.ts';
import { valueTypes } from './types.ts';

export interface TransactionOptions {
  /** Default: the server's, which is 'read committed'. */
  readonly isolation?: 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
}

/** The application's way to the data: every transaction names the business it is for, and can reach no other. */
export interface Database {
  /**
   * One transaction that sees and writes the rows of this business alone: committed when `work` succeeds, rolled back
   * when it throws. `businessId` is the number in the table `businesses`.
   */
  withBusiness<T>(businessId: number, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** One transaction for the few tables and functions that stand outside every business; it sees no business's rows. */
  withoutBusiness<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The pool itself, for libraries that want one. A query on it belongs to no business. */
  readonly pool: Pool;
  /** Waits for the transactions under way, then closes the connections. */
  close(): Promise<void>;
}

/**
 * Connects as the application's role and makes sure that the server, the database and the role can be relied on; throws
 * Refused when not (assertions.ts). `max` is the number of connections at most.
 */
export async function openDatabase(appUrl: string, options: { max?: number } = {}): Promise<Database> {
  const pool = new Pool({
    connectionString: appUrl,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'nardeban',
    // Zones are the business's affair; a session in UTC writes instants in one form only.
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: valueTypes,
  });
  // A connection that breaks while idle is replaced at the next use; unheard, its error would end the program.
  pool.on('error', () => {});
  try {
    const client = await pool.connect().catch(refuseUnreachable);
    try {
      await assertServer(client);
      await assertApplicationRole(client);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    pool,
    withBusiness(businessId, work, transactionOptions) {
      // The number is written into the statement, which saves a round trip, so it must be nothing but a number.
      if (!Number.isSafeInteger(businessId) || businessId < 1) {
        throw new TypeError(`not the number of a business: ${businessId}`);
      }
      const setting = `SET LOCAL nardeban.business = ${businessId}`;
      return inTransaction(pool, [begin(transactionOptions), setting], work);
    },
    withoutBusiness: (work, transactionOptions) => inTransaction(pool, [begin(transactionOptions)], work),
    close: () => pool.end(),
  };
}

function begin({ isolation, readOnly }: TransactionOptions = {}): string {
  const level = isolation === undefined ? '' : ` ISOLATION LEVEL ${isolation.toUpperCase()}`;
  return `BEGIN${level}${readOnly === true ? ' READ ONLY' : ''}`;
}

async function inTransaction<T>(
  pool: Pool,
  beginning: readonly string[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const tx = transactionOn(client, beginning);
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (error) {
    broken ??= await tx.rollback();
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}
