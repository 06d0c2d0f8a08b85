import type { Tx } from '../../../platform/database/index.ts';

/** Held to the end of the transaction by whoever writes the books of the business. */
export async function lockBooks(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban.club books'), this_business())");
}
