import { cpuUsage } from 'node:process';
import {
  type Band,
  bandNames,
  type FittedPlain,
  type ForecastOfModel,
  presenceWalk,
} from '@nardeban/core/insight';
import { zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, readBinaryCopy, type Tx, whileAlone } from '../../platform/database/index.ts';
import { type Business, businessById } from '../../platform/tenancy/index.ts';
import { ThreadDied } from '../../platform/threads/index.ts';
import { writeAnswers } from './answering.ts';
import { type Basis, DAYS_PER_UNIT, fitTo, THREAD } from './fitting.ts';
import { Gathered } from './gathered.ts';
import { moneySettings } from './money/settings-store.ts';
import type { Outcome } from './outcome.ts';
import { pruneRuns, sweepRun } from './pruning.ts';
import { type Question, questionNames, walksOf } from './questions.ts';
import { readBuyers } from './reading.ts';
import type { RunPart } from './run-part.ts';
import { RUN_PARTS } from './run-parts.ts';
import { beginRun, endRun, reachIn, runById, type RunPhase, turnOverTo } from './run-store.ts';
import { BandsBefore } from './scores.ts';
import { discountPerUnit, insightSettings } from './settings.ts';
import { tellBands } from './telling.ts';

export interface RunProgress {
  readonly phase: RunPhase;
  readonly looked: number;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: RunProgress) => void;
  /** The file of the thread that foretells. */
  readonly thread?: URL;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Does a run, or goes on with it: reads everybody's orders once, fits, scores, writes beside what is read, turns that over
 * in one transaction, then tells of changed bands and takes away what is old. Safe to be called again, for a job is
 * delivered at least once: one that was interrupted before the turn begins anew, one after it tells on from where it was.
 * One runs in a business at a time. Throws when it was interrupted, so that it is delivered again.
 */
export async function runInsight(
  parts: Parts,
  businessId: number,
  id: number,
  options: RunOptions = {},
): Promise<void> {
  const { database } = parts;
  const isAborted = (): boolean => options.signal?.aborted === true;
  const isDone = await whileAlone(
    database,
    businessId,
    'nardeban.insight run',
    async () => {
      const business = await businessById(database, businessId);
      const run = await database.withBusiness(businessId, (tx) => runById(tx, id));
      if (business === null || run === null) return;
      if (run.state === 'waiting' || run.state === 'running') await compute(parts, business, id, options);
      const done = await database.withBusiness(businessId, (tx) => runById(tx, id));
      if (done?.state === 'done' && done.toldThrough !== null)
        await tellBands(database, business, done, options.signal);
      await pruneRuns(database, businessId, options.signal);
    },
    options,
  );
  if (!isDone) throw new Error(INTERRUPTED);
  if (!isAborted()) return;
  const left = await database.withBusiness(businessId, (tx) => runById(tx, id));
  if (left?.state === 'running' || (left?.toldThrough ?? null) !== null) throw new Error(INTERRUPTED);
}

const INTERRUPTED = 'Interrupted; it goes on with the next start';

async function compute(
  { database, clock }: Parts,
  business: Business,
  id: number,
  options: RunOptions,
): Promise<void> {
  const began = cpuUsage();
  const asOf = zoneOf(business.zone).dayOf(clock.now()) - 1;
  await sweepRun(database, business.id, id);
  const begun = await database.withBusiness(business.id, async (tx) =>
    (await beginRun(tx, id, asOf, clock.now())) === null
      ? null
      : {
          settings: await insightSettings(tx),
          money: await moneySettings(tx),
          before: await bandsBefore(tx),
          ordersWithoutPerson: await ordersWithoutPerson(tx),
        },
  );
  if (begun === null) return;
  const { settings, money, before, ordersWithoutPerson: unknown } = begun;
  const watch = new Watch({ database, clock }, business.id, id, options);
  try {
    const extra = await Promise.all(RUN_PARTS.map((begin) => begin({ database, business, run: id, asOf })));
    const walks = walksOf(business, asOf, 0);
    const gathered = new Gathered(asOf, settings.horizon);
    const presence = presenceWalk({ asOf, calendar: business.calendar });
    const everyWalk = [...Object.values(walks), presence];
    const oddities = await database.withBusiness(
      business.id,
      (tx) =>
        readBuyers(
          tx,
          business,
          asOf,
          (personId, buyer) => {
            gathered.take(personId, buyer);
            for (const walk of everyWalk) walk.take(buyer);
            for (const part of extra) part.take(buyer);
          },
          () => watch.reached('reading'),
        ),
      { readOnly: true },
    );
    watch.begin('fitting', null);
    const basis = await fitTo(
      gathered,
      { horizon: settings.horizon, discount: discountPerUnit(settings, DAYS_PER_UNIT) },
      { ...oddities, ordersWithoutPerson: unknown },
      { signal: watch.signal, thread: options.thread ?? THREAD },
    );
    watch.begin('writing', gathered.size);
    const totals = await writeAnswers(
      database,
      business.id,
      id,
      { gathered, walks, presence, basis, settings, margin: money.marginRate, before },
      (people) => watch.reached('writing', people),
    );
    watch.check();
    const { user, system } = cpuUsage(began);
    const outcome: Outcome = {
      ...totals,
      ...outcomeOf(gathered, basis),
      settings: {
        horizon: settings.horizon,
        discount: settings.discount,
        margin: money.marginRate,
        marginFrom: money.stated ? 'stated' : 'assumed',
      },
      seconds: (user + system) / 1e6,
    };
    await keep({ database, clock }, business, id, { walks, basis, extra, outcome });
  } catch (error) {
    if (error instanceof Stopped) {
      await sweepRun(database, business.id, id);
      await database.withBusiness(business.id, (tx) => endRun(tx, id, 'stopped', clock.now()));
    } else if (error instanceof ThreadDied) {
      // Told as it is; whoever asks again, or the next night, begins anew. Thrown on for the log of the operator.
      await sweepRun(database, business.id, id);
      await database.withBusiness(business.id, (tx) => endRun(tx, id, 'failed', clock.now()));
      throw error;
    } else if (!(error instanceof Interrupted)) throw error;
  } finally {
    await watch.end();
  }
}

async function keep(
  { database, clock }: Parts,
  business: Business,
  id: number,
  {
    walks,
    basis,
    extra,
    outcome,
  }: {
    readonly walks: ReturnType<typeof walksOf>;
    readonly basis: Basis;
    readonly extra: readonly RunPart[];
    readonly outcome: Outcome;
  },
): Promise<void> {
  await database.withBusiness(business.id, async (tx) => {
    for (const question of questionNames) await writeResult(tx, id, question, walks[question].result());
    if (basis.foretold !== null) {
      for (const fitted of basis.foretold.fitted) await writeModel(tx, id, 'today', fitted, null);
      for (const fitted of basis.foretold.trial.models)
        await writeModel(tx, id, 'cut', fitted, fitted.holdout);
    }
    for (const part of extra) await part.keep(tx);
    if (!(await turnOverTo(tx, id, outcome, clock.now()))) throw new Stopped();
  });
}

async function writeResult(tx: Tx, run: number, question: Question, result: unknown): Promise<void> {
  await tx.query(
    'INSERT INTO insight_results (business_id, run_id, question, result) VALUES (this_business(), $1, $2, $3)',
    [run, question, JSON.stringify(result)],
  );
}

async function writeModel(
  tx: Tx,
  run: number,
  fittedTo: 'today' | 'cut',
  { model, standardErrors, logLikelihood, gain, verdict }: FittedPlain,
  holdout: ForecastOfModel['holdout'],
): Promise<void> {
  await tx.query(
    `INSERT INTO insight_models (business_id, run_id, fitted_to, name, days_per_unit, parameters, standard_errors,
       log_likelihood, gain, verdict, holdout) VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      run,
      fittedTo,
      model.name,
      DAYS_PER_UNIT,
      JSON.stringify(model.parameters),
      JSON.stringify(standardErrors),
      logLikelihood,
      gain,
      verdict,
      holdout === null ? null : JSON.stringify(holdout),
    ],
  );
}

function outcomeOf(
  gathered: Gathered,
  { missing, notices, foretold }: Basis,
): Pick<
  Outcome,
  'buyers' | 'repeaters' | 'revenue' | 'firstDay' | 'lastDay' | 'missing' | 'notices' | 'chosen'
> {
  const { size, spent, firstDay, lastDay } = gathered;
  const today = gathered.today();
  let repeaters = 0;
  for (let cell = 0; cell < today.size; cell++)
    if ((today.x[cell] as number) > 0) repeaters += today.people[cell] as number;
  let revenue = 0;
  for (let place = 0; place < size; place++) revenue += spent[place] as number;
  return {
    buyers: size,
    repeaters,
    revenue,
    firstDay: size === 0 ? null : firstDay,
    lastDay: size === 0 ? null : lastDay,
    missing: missing.map((one) => ({ ...one })),
    notices: [...notices],
    chosen: foretold === null ? null : chosenOf(foretold),
  };
}

function chosenOf({ cut, trial, fitted, spend }: NonNullable<Basis['foretold']>): Outcome['chosen'] {
  return {
    cut,
    best: trial.best,
    rulesBest: trial.best === 'days_since_last_order' || trial.best === 'orders_so_far',
    counts: trial.counts,
    leavingFound: fitted.some(({ verdict }) => verdict === 'leaving_found'),
    baselines: trial.baselines.map((one) => ({ ...one })),
    risk: trial.risk.points.map((one) => ({ ...one })),
    spend:
      spend === null
        ? null
        : {
            p: spend.p,
            q: spend.q,
            gamma: spend.gamma,
            standardErrors: { ...spend.standardErrors },
            logLikelihood: spend.logLikelihood,
            spenders: spend.spenders,
            correlation: spend.correlation,
          },
  };
}

async function bandsBefore(tx: Tx): Promise<BandsBefore> {
  const { rows } = await tx.query<{ run: number | null; people: number }>(
    `SELECT r.run_id AS run, (r.outcome ->> 'buyers')::int AS people FROM insight_runs r
     WHERE r.business_id = this_business() AND r.state = 'done' ORDER BY r.run_id DESC LIMIT 1`,
  );
  const run = rows[0]?.run ?? null;
  if (run === null) return new BandsBefore(new Float64Array(0), new Uint8Array(0));
  const people = new Float64Array(rows[0]?.people ?? 0);
  const bands = new Uint8Array(people.length);
  let size = 0;
  const stream = tx.copyOut(
    `COPY (SELECT person_id, band FROM person_scores WHERE business_id = this_business() AND run_id = ${run}
       AND band IS NOT NULL ORDER BY person_id) TO STDOUT (FORMAT binary)`,
  );
  await readBinaryCopy(stream, (row) => {
    if (size === people.length) return;
    people[size] = row.int8(0);
    bands[size] = bandNames.indexOf(row.text(1) as Band);
    size++;
  });
  return new BandsBefore(people.subarray(0, size), bands.subarray(0, size));
}

async function ordersWithoutPerson(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ orders: number }>(
    `SELECT count(*) AS orders FROM facts
     WHERE business_id = this_business() AND person_id IS NULL AND type = 'order.paid'`,
  );
  return rows[0]?.orders ?? 0;
}

/** Somebody asked for the run to be stopped. */
class Stopped extends Error {}
/** The program is to end; the run is begun anew by the next. */
class Interrupted extends Error {}

const LOOK_EVERY_MS = 500;

/** Tells every half second how far the run is, and hears whether it is to stop; whoever works asks `reached`. */
class Watch {
  readonly #parts: Parts;
  readonly #businessId: number;
  readonly #id: number;
  readonly #options: RunOptions;
  readonly #timer: NodeJS.Timeout;
  #phase: RunPhase = 'reading';
  #looked = 0;
  #total: number | null = null;
  readonly #ending = new AbortController();
  readonly #onInterrupt = (): void => this.#ending.abort(new Interrupted());
  #telling: Promise<void> = Promise.resolve();
  #isTelling = false;

  constructor(parts: Parts, businessId: number, id: number, options: RunOptions) {
    this.#parts = parts;
    this.#businessId = businessId;
    this.#id = id;
    this.#options = options;
    this.#timer = setInterval(() => this.#tell(), LOOK_EVERY_MS);
    if (options.signal?.aborted === true) this.#onInterrupt();
    options.signal?.addEventListener('abort', this.#onInterrupt, { once: true });
  }

  /** Aborted as soon as the run is to end, with the error that `check` throws. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  begin(phase: RunPhase, total: number | null): void {
    this.#phase = phase;
    this.#looked = 0;
    this.#total = total;
    this.check();
  }

  reached(phase: RunPhase, people = this.#looked + 1): void {
    this.#phase = phase;
    this.#looked = people;
    this.check();
  }

  check(): void {
    this.#ending.signal.throwIfAborted();
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#options.signal?.removeEventListener('abort', this.#onInterrupt);
    await this.#telling;
  }

  #tell(): void {
    const { database, clock } = this.#parts;
    this.#options.onProgress?.({ phase: this.#phase, looked: this.#looked });
    if (this.#isTelling) return;
    this.#isTelling = true;
    const reached = { phase: this.#phase, looked: this.#looked, total: this.#total, at: clock.now() };
    this.#telling = database
      .withBusiness(this.#businessId, (tx) => reachIn(tx, this.#id, reached))
      .then(
        (answer) => {
          if (answer === 'stop') this.#ending.abort(new Stopped());
          return undefined;
        },
        // The next look tries again; the work itself would fail of what is broken.
        () => {},
      )
      .finally(() => {
        this.#isTelling = false;
      });
  }
}
