import type { Result } from '@nardeban/core/values';
import { type Database, retrying, type Tx } from '../../platform/database/index.ts';

/** Does a deed as it would be done, and then undoes all of it: what would come of it, by the very same way. */
export async function rolledBack<T>(
  database: Database,
  business: number,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  class Undone extends Error {}
  return retrying(async () => {
    let result: Result<T> | undefined;
    try {
      await database.withBusiness(business, async (tx) => {
        result = await work(tx);
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
    if (result === undefined) throw new Error('What would come of it was not found out');
    return result;
  });
}
