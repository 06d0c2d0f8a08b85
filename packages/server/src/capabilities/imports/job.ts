import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { runImport } from './run.ts';
import { runUndo } from './undo.ts';

interface Work {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Runs an import that was asked for over HTTP. The people it touches are climbed by the worker that listens for them.
 * Safe to be called again, for a job is delivered at least once.
 */
export async function runImportJob(
  { database, log }: Work,
  businessId: number,
  importId: number,
  signal?: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const result = await runImport(database, business, importId, {
    goesOn: true,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.ok) {
    // The program is being stopped, not the import: a job that failed is taken again by the next program.
    if (result.value.summary === null && signal?.aborted === true) throw new Error('To be gone on with');
    return;
  }
  const { code } = result.refusal;
  // The undo of another import comes to its end by itself: the job is tried again then.
  if (code === 'import_undo_running') throw new Error('An undo is under way');
  log.warn({ business: businessId, import: importId, code }, 'The import was refused');
}

/** Undoes an import that was asked to be undone over HTTP; the imports that begin again get jobs of their own. */
export async function runUndoJob(
  { database, log }: Work,
  businessId: number,
  importId: number,
  signal?: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const result = await runUndo(database, business, importId, {
    ...(signal === undefined ? {} : { signal }),
    onAgain: (tx, id) => addJob(tx, 'import', { business: businessId, import: id }, `import ${id}`),
  });
  if (!result.ok)
    log.warn({ business: businessId, import: importId, code: result.refusal.code }, 'The undo was refused');
  else if (result.value === null) throw new Error('To be gone on with');
}
