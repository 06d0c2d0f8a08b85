import { stat } from 'node:fs/promises';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type DeedBy, recordDeed } from '../../platform/audit/index.ts';
import { type Database, retrying, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { withdrawFacts } from '../facts/index.ts';
import { forgetIdentifiers, forgetNames, settleConflicts, settleWithdrawn } from '../people/index.ts';
import {
  importById,
  type ImportRecord,
  importsSaidToRun,
  importsThatMet,
  setUndo,
  startOver,
  type UndoProgress,
} from './records.ts';
import { isAtWork, lockImports, takeTurn } from './turns.ts';

/** Numbers looked at in one transaction: half a second's work at most. */
const FACTS_AT_A_TIME = 10_000;
const IDENTIFIERS_AT_A_TIME = 10_000;
const PEOPLE_AT_A_TIME = 20_000;
const PATIENCE_MS = 10_000;

/**
 * Says, in the caller's transaction, that an import is to be undone; from now on no other import begins in this
 * business. Saying it again goes on with what was begun. Refusals: `import_unknown`, `import_not_begun`,
 * `import_already_undone`, `import_not_traced` (made before undoing was possible), `import_running` (stop it first),
 * `import_other_running`.
 */
export async function beginUndo(
  tx: Tx,
  business: Pick<Business, 'id'>,
  importId: number,
  asked: { readonly by: DeedBy; readonly at: Instant },
): Promise<Result<ImportRecord>> {
  await lockImports(tx);
  const record = await importById(tx, importId);
  if (record === null) return refuse('import_unknown', 'id', { id: importId });
  if (record.state === 'undoing') return accept(record);
  if (record.state === 'undone') return refuse('import_already_undone');
  if (record.state === 'proposed') return refuse('import_not_begun');
  if (!record.isTraced) return refuse('import_not_traced');
  if (record.state === 'running' && (await isAtWork(tx, business, importId))) return refuse('import_running');
  for (const other of await importsSaidToRun(tx)) {
    if (other.id !== importId && (await isAtWork(tx, business, other.id)))
      return refuse('import_other_running', undefined, { import: other.id, file: other.fileName });
  }
  const undo: UndoProgress = {
    by: asked.by.name,
    askedAt: asked.at,
    phase: 'facts',
    place: (record.progress.facts?.first ?? 1) - 1,
    identifier: null,
    facts: 0,
    people: 0,
    identifiers: 0,
    again: [],
    lost: [],
  };
  await setUndo(tx, importId, undo);
  await recordDeed(tx, {
    by: asked.by,
    deed: 'import.undone',
    about: { kind: 'import', id: importId },
    detail: { file: record.fileName },
  });
  return accept({ ...record, state: 'undoing', undo });
}

export interface UndoOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (undo: UndoProgress) => void;
  /** Called, in the last transaction, for each import that has to be read once more. */
  readonly onAgain?: (tx: Tx, importId: number) => Promise<void>;
}

/**
 * Undoes an import that `beginUndo` was asked for: withdraws its facts, forgets what it alone told of people, settles
 * the conflicts it left, and lets the imports that had found its facts told already begin again. Every batch is one
 * transaction that also writes down its place, so a stop or a kill loses nothing and the next call goes on. Answers
 * null when it was stopped. Refusals: `import_unknown`, `import_running`, `import_not_undoing`.
 */
export async function runUndo(
  database: Database,
  business: Business,
  importId: number,
  options: UndoOptions = {},
): Promise<Result<UndoProgress | null>> {
  const client = await database.pool.connect();
  const onError = (): void => {};
  client.on('error', onError);
  try {
    if (!(await takeTurn(client, business, importId, PATIENCE_MS))) return refuse('import_running');
    const record = await database.withBusiness(business.id, (tx) => importById(tx, importId));
    if (record === null) return refuse('import_unknown', 'id', { id: importId });
    if (record.undo === null) return refuse('import_not_undoing');
    let undo = record.undo;
    while (undo.phase !== 'done') {
      if (options.signal?.aborted === true) return accept(null);
      const before = undo;
      undo = await retrying(() =>
        database.withBusiness(business.id, async (tx) => {
          const next = await step(tx, business, record, before, options);
          await setUndo(tx, importId, next);
          return next;
        }),
      );
      options.onProgress?.(undo);
    }
    return accept(undo);
  } finally {
    client.removeListener('error', onError);
    client.release(true);
  }
}

function step(
  tx: Tx,
  business: Business,
  record: ImportRecord,
  undo: UndoProgress,
  options: UndoOptions,
): Promise<UndoProgress> {
  switch (undo.phase) {
    case 'facts':
      return takeFacts(tx, business, record, undo);
    case 'identifiers':
      return takeIdentifiers(tx, business, record, undo);
    default:
      return takeNames(tx, business, record, undo, options);
  }
}

async function takeFacts(
  tx: Tx,
  business: Business,
  { id: importId, progress }: ImportRecord,
  undo: UndoProgress,
): Promise<UndoProgress> {
  const through = progress.facts?.last ?? 0;
  const { reached, facts, people } = await withdrawFacts(tx, {
    importId,
    after: undo.place,
    through,
    most: FACTS_AT_A_TIME,
    by: undo.by,
  });
  await settleWithdrawn(tx, business, people, importId);
  const sofar = { ...undo, facts: undo.facts + facts };
  return reached === null || reached >= through
    ? { ...sofar, phase: 'identifiers', place: 0 }
    : { ...sofar, place: reached };
}

async function takeIdentifiers(
  tx: Tx,
  business: Business,
  { id: importId }: ImportRecord,
  undo: UndoProgress,
): Promise<UndoProgress> {
  const forgotten = await forgetIdentifiers(
    tx,
    business,
    { importId, by: undo.by },
    undo.identifier,
    IDENTIFIERS_AT_A_TIME,
  );
  const sofar = {
    ...undo,
    people: undo.people + forgotten.people,
    identifiers: undo.identifiers + forgotten.identifiers,
    identifier: forgotten.reached,
  };
  return forgotten.reached === null ? { ...sofar, phase: 'names', place: 0 } : sofar;
}

async function takeNames(
  tx: Tx,
  business: Business,
  { id: importId }: ImportRecord,
  undo: UndoProgress,
  options: UndoOptions,
): Promise<UndoProgress> {
  const reached = await forgetNames(tx, business, importId, undo.place, PEOPLE_AT_A_TIME);
  if (reached !== null) return { ...undo, place: reached };
  await settleConflicts(tx, business, { importId, by: undo.by });
  const again: number[] = [];
  const lost: number[] = [];
  for (const other of await importsThatMet(tx, importId)) {
    if (!(await isThere(other.filePath))) {
      lost.push(other.id);
      continue;
    }
    again.push(other.id);
    // One that had not come to its end begins again when somebody goes on with it.
    const isWhole = other.state === 'done';
    await startOver(tx, other);
    if (isWhole) await options.onAgain?.(tx, other.id);
  }
  return { ...undo, phase: 'done', again, lost };
}

async function isThere(path: string | null): Promise<boolean> {
  if (path === null) return false;
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true;
}

export interface UndoPreview {
  /** Imports that told some of the same: they are read once more, so what they told stays. */
  readonly again: readonly { readonly id: number; readonly fileName: string }[];
  /** Those of them whose file is no longer there: what both told goes. */
  readonly lost: readonly { readonly id: number; readonly fileName: string }[];
}

/** What an undo of this import would have to do with others. */
export async function previewUndo(tx: Tx, importId: number): Promise<UndoPreview> {
  const again: { id: number; fileName: string }[] = [];
  const lost: { id: number; fileName: string }[] = [];
  for (const { id, fileName, filePath } of await importsThatMet(tx, importId))
    ((await isThere(filePath)) ? again : lost).push({ id, fileName });
  return { again, lost };
}
