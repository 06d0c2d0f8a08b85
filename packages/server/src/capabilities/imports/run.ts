import type { DeclaredTraits } from '@nardeban/core/facts';
import { type ImportSummary, summaryOf, type Tally } from '@nardeban/core/imports';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type pg from 'pg';
import { type Database, retrying, takeStatistics } from '../../platform/database/index.ts';
import { Refused } from '../../platform/refused.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { declaredTraitsOf, sourceId } from '../facts/index.ts';
import { type Batch, batchesOf } from './batches.ts';
import { FactTrace } from './fact-trace.ts';
import { Pace } from './pace.ts';
import { isUndoUnderWay, lockImports, takeTurn } from './turns.ts';
import { PersonTally } from './person-tally.ts';
import {
  importById,
  type ImportProgress,
  type ImportRecord,
  lookOf,
  setProgress,
  setState,
} from './records.ts';
import { countRefusals, fillCells, keepRefusals, linesWithoutCells } from './refusals.ts';
import { type Staged, Staging } from './staging.ts';
import { checkFor } from './planning.ts';
import { openTable, type Table } from './table.ts';
import { meetPeople, type Writing, writeBatch } from './writing.ts';

export interface RunOptions {
  /** Asks to stop after the batch under way; what is written stays, and a later run goes on. */
  readonly signal?: AbortSignal;
  /** Whoever stops it by the signal goes on by itself later: then it is not written down as stopped. */
  readonly goesOn?: boolean;
  /** How long to wait for another process to let go of the import; ten seconds unless told. */
  readonly patienceMs?: number;
  /** At most once a second, and at the end of each phase. */
  onProgress?(progress: ImportProgress): void;
  /** The file has been read and nothing is written yet. `net` is in minor units, null where only grouping would tell. */
  onRead?(read: Staged): void;
}

export interface RunOutcome {
  /** Null: it was stopped before its end. */
  readonly summary: ImportSummary | null;
}

/**
 * Runs an import, or goes on with one that was stopped or killed: reads the file into a temporary table, then writes
 * it batch by batch. A batch is one transaction together with the count of batches, and batches come out the same each
 * time, so nothing is written twice. Refusals: `import_not_found`, `import_running` (by another process),
 * `import_undo_running` (of any import: what is told again must not be taken for known), `import_already_undone`,
 * `import_file_missing`, `import_file_changed`, those of `checkMapping` and those of reading the file; but for the
 * first four they are also written down as the end of the import.
 */
export async function runImport(
  database: Database,
  business: Business,
  importId: number,
  options: RunOptions = {},
): Promise<Result<RunOutcome>> {
  const client = await database.pool.connect();
  const onError = (): void => {};
  client.on('error', onError);
  try {
    if (!(await takeTurn(client, business, importId, options.patienceMs ?? PATIENCE_MS)))
      return refuse('import_running', undefined, { import: importId });
    const record = await database.withBusiness(business.id, (tx) => importById(tx, importId));
    if (record === null) return refuse('import_not_found');
    if (record.state === 'done') return accept({ summary: record.summary });
    if (record.state === 'undone' || record.state === 'undoing') return refuse('import_already_undone');
    const begun = await database.withBusiness(business.id, async (tx) => {
      await lockImports(tx);
      // Asked before anybody had begun.
      if (record.stopAsked) {
        await setState(tx, importId, 'stopped');
        return null;
      }
      if (await isUndoUnderWay(tx)) return false;
      await setState(tx, importId, 'running');
      return true;
    });
    if (begun === null) return accept({ summary: null });
    if (!begun) return refuse('import_undo_running');
    const run = new ImportRun(database, business, record, options);
    try {
      return accept(await run.through(client));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      await database.withBusiness(business.id, (tx) => setState(tx, importId, 'failed', { refusal }));
      return { ok: false, refusal };
    }
  } finally {
    client.removeListener('error', onError);
    // With the connection go its temporary table and its lock.
    client.release(true);
  }
}

const PATIENCE_MS = 10_000;

class ImportRun {
  readonly #database: Database;
  readonly #business: Business;
  readonly #record: ImportRecord;
  readonly #options: RunOptions;
  readonly #stop = new AbortController();
  readonly #pace = new Pace();
  #progress: ImportProgress;
  #statistics: Promise<void> = Promise.resolve();
  /** As they stood when this run began: a file is read and written by the same. */
  #declared: DeclaredTraits | undefined;

  constructor(database: Database, business: Business, record: ImportRecord, options: RunOptions) {
    this.#database = database;
    this.#business = business;
    this.#record = record;
    this.#options = options;
    this.#progress = record.progress;
  }

  async through(client: pg.PoolClient): Promise<RunOutcome> {
    const table = await this.#table();
    const staging = await Staging.on(client);
    const staged = await this.#read(staging, table);
    if (this.#stopped()) return this.#stopHere();
    this.#options.onRead?.(staged);
    const people = await this.#write(staging, staged);
    if (people === null) return this.#stopHere();
    await this.#completeRefusals(table);
    const summary = await this.#database.withBusiness(this.#business.id, async (tx) => {
      const tally: Tally = { ...this.#progress.tally, refused: await countRefusals(tx, this.#record.id) };
      const sum = summaryOf(tally, { lines: staged.lines, people: people.count }, this.#business.currency);
      await setState(tx, this.#record.id, 'done', { summary: sum });
      return sum;
    });
    return { summary };
  }

  async #table(): Promise<Table> {
    const { id, filePath, fileIsOurs, sha256, mapping } = this.#record;
    if (filePath === null) throw new Refused('import_file_missing');
    // Nobody but this program writes where uploads are kept.
    const look = fileIsOurs
      ? await this.#database.withBusiness(this.#business.id, (tx) => lookOf(tx, id))
      : null;
    const table = await openTable(filePath, look?.scan);
    if (table.sha256 !== sha256) throw new Refused('import_file_changed', undefined, 'file');
    const checked = checkFor(this.#business, mapping, table.headers);
    if (!checked.ok) throw new Refused(checked.refusal.code, checked.refusal.detail, checked.refusal.field);
    return table;
  }

  async #read(staging: Staging, table: Table): Promise<Staged> {
    this.#pace.begin('reading');
    const { id, mapping, madeAt } = this.#record;
    return staging.fill(table, mapping, this.#business, {
      now: madeAt,
      traits: await this.#traits(),
      signal: AbortSignal.any([
        this.#stop.signal,
        ...(this.#options.signal === undefined ? [] : [this.#options.signal]),
      ]),
      onProgress: (rows, share) =>
        this.#tell(rows, share > 0 ? Math.round(rows / share) : table.rowsEstimated),
      onRefused: (rows) => this.#database.withBusiness(this.#business.id, (tx) => keepRefusals(tx, id, rows)),
    });
  }

  async #traits(): Promise<DeclaredTraits> {
    this.#declared ??= await this.#database.withBusiness(this.#business.id, declaredTraitsOf);
    return this.#declared;
  }

  /** Writes the batches; while the server is busy with one, the next is made. Null: it was stopped. */
  async #write(staging: Staging, staged: Staged): Promise<PersonTally | null> {
    const writing: Writing = {
      business: this.#business,
      importId: this.#record.id,
      mapping: this.#record.mapping,
      sourceId: await this.#database.withBusiness(this.#business.id, (tx) =>
        sourceId(tx, this.#business, this.#record.mapping.source),
      ),
      now: this.#record.madeAt,
      traits: await this.#traits(),
      people: new PersonTally(),
      trace: new FactTrace(this.#record.id, this.#record.progress),
      told: new Set(),
    };
    const done = this.#progress.batches;
    const total = staged.lines;
    let rows = 0;
    this.#pace.begin('writing');
    let underWay: Promise<void> = Promise.resolve();
    try {
      for await (const batch of batchesOf(staging.groups(), this.#record.mapping)) {
        await underWay;
        if (this.#stopped()) return null;
        rows += batch.rows;
        if (batch.number < done) {
          underWay = this.#database.withBusiness(this.#business.id, (tx) => meetPeople(tx, writing, batch));
          if (batch.number + 1 === done) this.#pace.begin('writing', rows);
        } else underWay = this.#commit(writing, batch, rows, total);
        // A failure is met at the next turn; until then it must not count as unheard.
        underWay.catch(() => {});
      }
      await underWay;
      await this.#statistics;
    } catch (error) {
      await Promise.allSettled([underWay, this.#statistics]);
      throw error;
    }
    return this.#stopped() && rows < total - staged.refused ? null : writing.people;
  }

  async #commit(writing: Writing, batch: Batch, rows: number, total: number): Promise<void> {
    const before = this.#progress;
    const { progress, stop } = await retrying(() =>
      this.#database.withBusiness(this.#business.id, async (tx) => {
        // Not waited for: what a crash takes of batches it takes with their count, and is read once more. The end is.
        await tx.query('SET LOCAL synchronous_commit = off');
        const tally = await writeBatch(tx, writing, batch, before.tally);
        const now: ImportProgress = {
          ...before,
          ...this.#pace.at(rows, total),
          batches: batch.number + 1,
          tally,
          ...writing.trace.sofar(),
        };
        return { progress: now, stop: await setProgress(tx, this.#record.id, now) };
      }),
    );
    this.#progress = progress;
    // Taken while the next batch is written; after those of the batch before.
    await this.#statistics;
    this.#statistics = takeStatistics(this.#database);
    this.#statistics.catch(() => {});
    if (stop) this.#stop.abort();
    if (this.#pace.isDue() || rows === total) this.#options.onProgress?.(progress);
  }

  /** Tells and writes down how far reading is, once a second. */
  async #tell(rows: number, total: number): Promise<void> {
    if (!this.#pace.isDue()) return;
    this.#progress = { ...this.#progress, ...this.#pace.at(rows, total) };
    this.#options.onProgress?.(this.#progress);
    const stop = await this.#database.withBusiness(this.#business.id, (tx) =>
      setProgress(tx, this.#record.id, this.#progress),
    );
    if (stop) this.#stop.abort();
  }

  #stopped(): boolean {
    return this.#stop.signal.aborted || this.#options.signal?.aborted === true;
  }

  async #stopHere(): Promise<RunOutcome> {
    if (this.#options.goesOn === true && !this.#stop.signal.aborted) return { summary: null };
    await this.#database.withBusiness(this.#business.id, (tx) => setState(tx, this.#record.id, 'stopped'));
    return { summary: null };
  }

  /** Rows that were refused with their whole order have left their cells in the file: they are fetched from there. */
  async #completeRefusals(table: Table): Promise<void> {
    const inBusiness = <T>(work: Parameters<Database['withBusiness']>[1]): Promise<T> =>
      this.#database.withBusiness(this.#business.id, work) as Promise<T>;
    let wanted: number[] = await inBusiness((tx) =>
      linesWithoutCells(tx, this.#record.id, 0, LINES_AT_A_TIME),
    );
    if (wanted.length === 0) return;
    let lines = new Set(wanted);
    for await (const batch of table.rows()) {
      const found = batch.filter(({ line }) => lines.has(line));
      if (found.length > 0) await inBusiness((tx) => fillCells(tx, this.#record.id, found));
      const last = wanted.at(-1) ?? 0;
      if ((batch.at(-1)?.line ?? 0) < last) continue;
      wanted = await inBusiness((tx) => linesWithoutCells(tx, this.#record.id, 0, LINES_AT_A_TIME));
      if (wanted.length === 0) return;
      lines = new Set(wanted);
      const more = batch.filter(({ line }) => lines.has(line));
      if (more.length > 0) await inBusiness((tx) => fillCells(tx, this.#record.id, more));
    }
  }
}

const LINES_AT_A_TIME = 50_000;
