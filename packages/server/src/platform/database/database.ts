import { Pool } from 'pg';
import { assertApplicationRole, assertServer } from './assertions.ts';
import { failureOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import { refuseUnreachable } from './connection.ts';
import { SET_BUSINESS, transactionOn, type Tx } from './transaction.ts';
import { valueTypes } from './types.ts';

export interface TransactionOptions {
  /** Default: the server's, which is 'read committed'. */
  readonly isolation?: 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /**
   * For the few statements that are asked hundreds of times a second, all of them named and each with its rows to be found
   * by a key: the server plans each once for a connection, whatever its values, and never as a walk through a whole table,
   * which is what it would choose, and keep, while a business has few rows.
   */
  readonly plannedOnce?: boolean;
  /**
   * For whoever works for all the requests at once and would otherwise wait behind each of them for a connection: a few
   * connections are kept that no request is given.
   */
  readonly reserved?: boolean;
}

const RESERVED = 2;

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
  const settings = {
    connectionString: appUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'nardeban',
    // Zones are the business's affair; a session in UTC writes instants in one form only.
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: valueTypes,
  };
  const pool = new Pool({ ...settings, max: options.max ?? 10 });
  // None is opened before it is asked for.
  const reserve = new Pool({ ...settings, max: RESERVED });
  // A connection that breaks while idle is replaced at the next use; unheard, its error would end the program.
  pool.on('error', () => {});
  reserve.on('error', () => {});
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
      const setting = `${SET_BUSINESS}${businessId}`;
      const { plannedOnce, reserved } = transactionOptions ?? {};
      const beginning = [begin(transactionOptions), setting, ...(plannedOnce === true ? PLANNED_ONCE : [])];
      return inTransaction(reserved === true ? reserve : pool, beginning, work);
    },
    withoutBusiness: (work, transactionOptions) => inTransaction(pool, [begin(transactionOptions)], work),
    async close() {
      await Promise.all([pool.end(), reserve.end()]);
    },
  };
}

const PLANNED_ONCE = ['SET LOCAL plan_cache_mode = force_generic_plan', 'SET LOCAL enable_seqscan = off'];

function begin({ isolation, readOnly }: TransactionOptions = {}): string {
  const level = isolation === undefined ? '' : ` ISOLATION LEVEL ${isolation.toUpperCase()}`;
  return `BEGIN${level}${readOnly === true ? ' READ ONLY' : ''}`;
}

/** More ask at once than there are connections, and for longer than anybody waits: that is nobody's fault, and passes. */
function refuseWaiting(error: unknown): never {
  const { code, message } = failureOf(error);
  // The driver gives it no code.
  if (!code && message.startsWith('timeout exceeded')) throw new Refused('try_again', {}, undefined, error);
  throw error;
}

async function inTransaction<T>(
  pool: Pool,
  beginning: readonly string[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch(refuseWaiting);
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
