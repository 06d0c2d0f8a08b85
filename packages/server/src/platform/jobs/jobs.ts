import { EventEmitter } from 'node:events';
import {
  Logger,
  run,
  runMigrations,
  type RunnerOptions,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import type { Tx } from '../database/index.ts';
import type { Log } from '../log/index.ts';

/**
 * What a job is given: the number of its business and whatever was said when it was added. A job may be run twice
 * (its worker may be killed after the work and before the note of it), so each must be harmless to repeat.
 */
export type Task = (
  payload: Readonly<Record<string, unknown>> & { readonly business?: number },
  signal: AbortSignal,
) => Promise<void>;

export interface JobsOptions {
  readonly ownerUrl: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Lines of a crontab, in UTC. */
  readonly crontab: string;
  readonly log: Log;
}

export interface Jobs {
  /** Takes no more jobs, asks those under way to stop, and waits for them. */
  stop(): Promise<void>;
}

/** Makes the place where jobs wait, for a program that adds jobs and leaves the doing to others. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
}

/**
 * Adds a job in the caller's transaction; one with the same key that has not begun is replaced. It is taken at once, or
 * after so many seconds.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  key: string,
  afterSeconds = 0,
): Promise<void> {
  if (afterSeconds === 0) await tx.query('SELECT add_job($1, $2, $3)', [task, JSON.stringify(payload), key]);
  else
    await tx.query('SELECT add_job_in($1, $2, $3, $4)', [task, JSON.stringify(payload), key, afterSeconds]);
}

/** How many jobs at a time: long ones must not keep the clock waiting. */
const CONCURRENCY = 3;
const UNLOCK_EVERY_MS = 60_000;

export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { log } = options;
  const stopping = new AbortController();
  const pool = new pg.Pool({
    connectionString: options.ownerUrl,
    max: CONCURRENCY + 3,
    application_name: 'nardeban jobs',
  });
  const onBroken = (error: Error): void =>
    log.warn({ error }, 'A connection of the jobs broke; another takes its place');
  pool.on('error', onBroken);
  // One that breaks while it is used tells the client, not the pool.
  pool.on('connect', (client) => client.on('error', onBroken));
  const life = await LifeSign.begin(options.ownerUrl, log);
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => life.add(worker.workerId));
  events.on('pool:create', ({ workerPool }) => life.add(workerPool.id));

  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => task((payload ?? {}) as Parameters<Task>[0], stopping.signal),
    ]),
  );
  const runnerOptions: RunnerOptions = {
    pgPool: pool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    crontab: options.crontab,
    events,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') log.error({ meta }, message);
      else if (level === 'warning') log.warn(message);
      else log.debug(message);
    }),
  };
  const runner = await run(runnerOptions);
  const unlock = async (): Promise<void> => {
    const dead = await life.deadOwners();
    if (dead.length > 0) await pool.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  };
  const unlockSafely = (): void => {
    unlock().catch((error: unknown) => log.warn({ error }, 'Could not look for jobs whose worker is gone'));
  };
  unlockSafely();
  const timer = setInterval(unlockSafely, UNLOCK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await runner.stop();
      await life.end();
      await pool.end();
    },
  };
}

/**
 * Says which workers are alive: each holds an advisory lock under its name for as long as its program's connection
 * lives. Whoever locked a job and holds no such lock is gone, however it went, and its jobs can be taken again at once
 * instead of after hours.
 */
class LifeSign {
  private readonly client: pg.Client;
  private readonly log: Log;
  private readonly mine = new Set<string>();
  /** What was asked last on the one connection: it does one thing at a time. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(client: pg.Client, log: Log) {
    this.client = client;
    this.log = log;
  }

  static async begin(ownerUrl: string, log: Log): Promise<LifeSign> {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'nardeban life sign' });
    client.on('error', (error) => log.warn({ error }, 'The life sign of the jobs broke'));
    await client.connect();
    return new LifeSign(client, log);
  }

  add(workerId: string): void {
    if (this.mine.has(workerId)) return;
    this.mine.add(workerId);
    this.ask("SELECT pg_advisory_lock(hashtext('nardeban.worker'), hashtext($1))", [workerId]).catch(
      (error: unknown) => this.log.warn({ error }, 'A worker could not give its life sign'),
    );
  }

  private ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const answer = this.last.then(async () => (await this.client.query<Row>(text, [...values])).rows);
    this.last = answer.catch(() => {});
    return answer;
  }

  async deadOwners(): Promise<string[]> {
    const owners = await this.ask<{ locked_by: string }>(
      `SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
       UNION SELECT DISTINCT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL`,
    );
    const dead: string[] = [];
    for (const { locked_by: owner } of owners) {
      if (this.mine.has(owner)) continue;
      const [tried] = await this.ask<{ free: boolean }>(
        "SELECT pg_try_advisory_lock(hashtext('nardeban.worker'), hashtext($1)) AS free",
        [owner],
      );
      if (!tried?.free) continue;
      dead.push(owner);
      await this.ask("SELECT pg_advisory_unlock(hashtext('nardeban.worker'), hashtext($1))", [owner]);
    }
    return dead;
  }

  async end(): Promise<void> {
    await this.last;
    await this.client.end();
  }
}
