import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { runExport } from './exporting.ts';
import { peopleJob } from './job-store.ts';
import { searchDuplicates } from './searching-duplicates.ts';
import { runTagging } from './tagging.ts';

/**
 * Does what was asked to be done with many people, or goes on with it. Safe to be called again, for a job is delivered at
 * least once; throws when it was interrupted, so that it is delivered again.
 */
export async function runPeopleJob(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  businessId: number,
  id: number,
  signal?: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const job = await database.withBusiness(businessId, (tx) => peopleJob(tx, id));
  if (job === null) return;
  if (job.kind === 'export') await runExport(database, clock, business, id, signal);
  else if (job.kind === 'duplicates') await searchDuplicates(database, business, id, signal);
  else await runTagging(database, clock, business, id, signal);
  if (signal?.aborted !== true) return;
  const left = await database.withBusiness(businessId, (tx) => peopleJob(tx, id));
  if (left?.state === 'running') throw new Error('Interrupted; it goes on with the next start');
}
