import type { Instant, Refusal } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

export type JobKind = 'tagging' | 'untagging' | 'export' | 'duplicates';
export type JobState = 'waiting' | 'running' | 'stopped' | 'done' | 'failed' | 'expired';

/** `changed`: what was asked for had become something else; `part_lost`: what was written was no longer there. */
export type Restarted = 'changed' | 'part_lost';

/** Something done to many people in the background. */
export interface PeopleJob {
  readonly id: number;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly stopAsked: boolean;
  readonly place: unknown;
  readonly looked: number;
  readonly done: number;
  readonly total: number | null;
  readonly undoneBy: number | null;
  readonly filePath: string | null;
  readonly fileBytes: number | null;
  readonly expiresAt: Instant | null;
  readonly refusal: Refusal | null;
  /** Why it had to begin anew when it was to go on. */
  readonly restarted: Restarted | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

const COLUMNS = `job_id AS id, kind, state, asked, stop_asked AS "stopAsked", place, looked, done, total,
  undone_by AS "undoneBy", file_path AS "filePath", file_bytes AS "fileBytes", expires_at AS "expiresAt", refusal, restarted,
  made_by AS "madeBy", made_at AS "madeAt", changed_at AS "changedAt"`;

export interface NewJob {
  readonly kind: JobKind;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly total: number | null;
  readonly by: string;
  readonly at: Instant;
  readonly filePath?: string;
  readonly expiresAt?: Instant;
}

/** Writes it down and has it begun, in one transaction. */
export async function addPeopleJob(tx: Tx, business: Business, job: NewJob): Promise<PeopleJob> {
  const { rows } = await tx.query<PeopleJob>(
    `INSERT INTO people_jobs (business_id, kind, state, asked, total, made_by, made_at, file_path, expires_at)
     VALUES (this_business(), $1, 'waiting', $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
    [
      job.kind,
      JSON.stringify(job.asked),
      job.total,
      job.by,
      timestamptz(job.at),
      job.filePath ?? null,
      job.expiresAt === undefined ? null : timestamptz(job.expiresAt),
    ],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('A job was not written down');
  await wake(tx, business, made.id);
  return made;
}

async function wake(tx: Tx, business: Business, id: number): Promise<void> {
  await addJob(tx, 'people', { business: business.id, job: id }, `people ${id}`);
}

export async function peopleJob(tx: Tx, id: number): Promise<PeopleJob | null> {
  const { rows } = await tx.query<PeopleJob>(
    `SELECT ${COLUMNS} FROM people_jobs WHERE business_id = this_business() AND job_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** The newest first; `before` is the last of the page before. */
export async function peopleJobs(tx: Tx, most: number, before: number | null): Promise<PeopleJob[]> {
  const { rows } = await tx.query<PeopleJob>(
    `SELECT ${COLUMNS} FROM people_jobs WHERE business_id = this_business() AND ($1::bigint IS NULL OR job_id < $1)
     ORDER BY business_id DESC, job_id DESC LIMIT $2`,
    [before, most],
  );
  return rows;
}

/** Takes the job for the caller's transaction, so that two never do the same stretch; null: it is over, or to stop. */
export async function takeJob(tx: Tx, id: number): Promise<PeopleJob | null> {
  const { rows } = await tx.query<PeopleJob>(
    `UPDATE people_jobs SET state = CASE WHEN stop_asked THEN 'stopped' ELSE 'running' END, changed_at = now()
     WHERE business_id = this_business() AND job_id = $1 AND state IN ('waiting', 'running') RETURNING ${COLUMNS}`,
    [id],
  );
  return rows[0]?.state === 'running' ? rows[0] : null;
}

export interface Reached {
  readonly place: unknown;
  readonly looked: number;
  readonly done: number;
  /** There is no further: the job is done. */
  readonly end: boolean;
  readonly bytes?: number;
}

/** Says how far the job is, in the transaction that did it. */
export async function reach(tx: Tx, id: number, { place, looked, done, end, bytes }: Reached): Promise<void> {
  await tx.query(
    `UPDATE people_jobs SET place = $2, looked = $3, done = $4, state = CASE WHEN $5 THEN 'done' ELSE state END,
       file_bytes = coalesce($6, file_bytes), changed_at = now()
     WHERE business_id = this_business() AND job_id = $1`,
    [id, JSON.stringify(place), looked, done, end, bytes ?? null],
  );
}

/** Begins anew and says why, to be seen beside the job. */
export async function restartJob(tx: Tx, id: number, because: Restarted): Promise<void> {
  await tx.query(
    `UPDATE people_jobs SET place = NULL, looked = 0, done = 0, restarted = $2, changed_at = now()
     WHERE business_id = this_business() AND job_id = $1`,
    [id, because],
  );
}

export async function failJob(tx: Tx, id: number, refusal: Refusal): Promise<void> {
  await tx.query(
    `UPDATE people_jobs SET state = 'failed', refusal = $2, changed_at = now()
     WHERE business_id = this_business() AND job_id = $1`,
    [id, JSON.stringify(refusal)],
  );
}

/** Whether there was anything to stop; one that has not begun is stopped at once, one under way after its stretch. */
export async function askJobStop(tx: Tx, id: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE people_jobs SET stop_asked = true, state = CASE WHEN state = 'waiting' THEN 'stopped' ELSE state END, changed_at = now()
     WHERE business_id = this_business() AND job_id = $1 AND state IN ('waiting', 'running')`,
    [id],
  );
  return rowCount === 1;
}

/** Goes on where it was stopped. */
export async function resumeJob(tx: Tx, business: Business, id: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE people_jobs SET stop_asked = false, state = 'waiting', refusal = NULL, changed_at = now()
     WHERE business_id = this_business() AND job_id = $1 AND state IN ('stopped', 'failed')`,
    [id],
  );
  if (rowCount === 1) await wake(tx, business, id);
  return rowCount === 1;
}
