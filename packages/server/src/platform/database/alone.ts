import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database.ts';

/** How long to wait for somebody else who does the same work before looking again. */
const LOOK_AGAIN_MS = 200;

/**
 * Does work that one may do at a time in a business, after whoever is at it; not at all once it is aborted. The lock is
 * held by a transaction that does nothing else, and so is gone with the program: whoever comes next finds how far it had
 * come. `name` is what the lock is known by. Answers whether it was done.
 */
export async function whileAlone(
  database: Database,
  businessId: number,
  name: string,
  work: () => Promise<void>,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<boolean> {
  while (!options.signal?.aborted) {
    const isDone = await database.withBusiness(businessId, async (tx) => {
      const { rows } = await tx.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_xact_lock(hashtext($1), this_business()) AS taken',
        [name],
      );
      if (rows[0]?.taken !== true) return false;
      await work();
      return true;
    });
    if (isDone) return true;
    await pause(LOOK_AGAIN_MS);
  }
  return false;
}
