import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { runImport } from './run.ts';

/**
 * Runs an import that was asked for over HTTP. The people it touches are climbed by the worker that listens for them.
 * Safe to be called again, for a job is delivered at least once.
 */
export async function runImportJob(
  { database, log }: { readonly database: Database; readonly clock: Clock; readonly log: Log },
  businessId: number,
  importId: number,
  signal?: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const result = await runImport(database, business, importId, signal === undefined ? {} : { signal });
  if (!result.ok)
    log.warn({ business: businessId, import: importId, code: result.refusal.code }, 'The import was refused');
}
