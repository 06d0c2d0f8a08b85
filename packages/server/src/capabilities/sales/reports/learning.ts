import { BANDS } from '@nardeban/core/sales';
import { addMonths, type Instant, startOfMonth, zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import {
  type Database,
  float8Array,
  int4Array,
  textArray,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { inThread } from '../../../platform/threads/index.ts';
import { pipelinesOf } from '../deals/pipelines.ts';
import { type Learnt, shownChance } from './chances.ts';
import { learntFrom, type PastAsked } from './learnt-from.ts';
import { pastDeals } from './past.ts';

/** Chances are tried at the beginnings of so many months past. */
const MONTHS_TRIED = 12;
/** Later than any deal stays on a step. */
const FOR_EVER = 100_000;

/** Learns anew wherever there are deals. Called every night. */
export async function learnSales(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const businesses = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_deals()');
    return rows.map(({ id }) => id);
  });
  for (const id of businesses) {
    if (signal?.aborted === true) return;
    const business = await businessById(database, id);
    if (business !== null) await learnBusiness(database, business, clock.now(), signal);
  }
}

/** Learns of every pipeline of a business, and tells its open deals their chances. */
export async function learnBusiness(
  database: Database,
  business: Business,
  now: Instant,
  signal?: AbortSignal,
): Promise<void> {
  const pipelines = await database.withBusiness(business.id, async (tx) => {
    const all = await pipelinesOf(tx);
    return all.map(({ key }) => key);
  });
  for (const pipeline of pipelines) {
    if (signal?.aborted === true) return;
    await learnPipeline(database, business, pipeline, now, signal);
  }
}

/** Learns of one pipeline: what was decided, how good it would have been to say so, and what open deals are worth by it. */
async function learnPipeline(
  database: Database,
  business: Business,
  pipeline: string,
  now: Instant,
  signal: AbortSignal | undefined,
): Promise<void> {
  const deals = await database.withBusiness(business.id, (tx) => pastDeals(tx, pipeline, now), {
    readOnly: true,
  });
  const learnt = await learn({ deals, starts: monthStarts(business, now), now }, signal);
  await database.withBusiness(business.id, async (tx) => {
    await keep(tx, pipeline, learnt);
    await tellChances(tx, pipeline, learnt, now);
  });
}

/** Few deals are learnt from before a thread would have begun. */
const FEW_DEALS = 500;
const THREAD_MEMORY_MB = 256;
const THREAD = new URL('./learning-thread.ts', import.meta.url);

/** Learning from many deals takes seconds, in which the program goes on answering. */
async function learn(asked: PastAsked, signal: AbortSignal | undefined): Promise<Learnt> {
  if (asked.deals.length <= FEW_DEALS) return learntFrom(asked);
  return inThread(THREAD, asked, { memoryMb: THREAD_MEMORY_MB, signal });
}

async function keep(tx: Tx, pipeline: string, { learntAt, model, test, months }: Learnt): Promise<void> {
  await tx.query(
    `INSERT INTO sales_models (business_id, pipeline, learnt_at, model, test, months)
     VALUES (this_business(), $1, $2, $3::jsonb, $4::jsonb, $5::jsonb)
     ON CONFLICT (business_id, pipeline) DO UPDATE SET learnt_at = excluded.learnt_at, model = excluded.model,
       test = excluded.test, months = excluded.months`,
    [
      pipeline,
      timestamptz(learntAt),
      model === null ? null : JSON.stringify(model),
      JSON.stringify(test),
      JSON.stringify(months),
    ],
  );
}

/** Tells every open deal of a pipeline its chance; who changes a deal meanwhile notices nothing. */
async function tellChances(tx: Tx, pipeline: string, learnt: Learnt, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ step: string }>(
    `SELECT DISTINCT step FROM deals WHERE business_id = this_business() AND pipeline = $1 AND state = 'open'`,
    [pipeline],
  );
  const cells = rows.flatMap(({ step }) =>
    BANDS.map((days, band) => ({
      step,
      from: days,
      to: BANDS[band + 1] ?? FOR_EVER,
      chance: shownChance(learnt, step, days)?.chance ?? null,
    })),
  );
  await tx.query(
    `UPDATE deals d SET chance = c.chance
     FROM unnest($2::text[], $3::int[], $4::int[], $5::float8[]) AS c (step, low, high, chance)
     WHERE d.business_id = this_business() AND d.pipeline = $1 AND d.state = 'open' AND d.step = c.step
       AND $6::timestamptz - d.step_since >= make_interval(days => c.low)
       AND ($6::timestamptz - d.step_since < make_interval(days => c.high))
       AND d.chance IS DISTINCT FROM c.chance::real`,
    [
      pipeline,
      textArray(cells.map(({ step }) => step)),
      int4Array(cells.map(({ from }) => from)),
      int4Array(cells.map(({ to }) => to)),
      float8Array(cells.map(({ chance }) => chance)),
      timestamptz(now),
    ],
  );
}

/** The beginnings of the last months and of this one, in the calendar of the business. */
function monthStarts(business: Business, now: Instant): readonly Instant[] {
  const zone = zoneOf(business.zone);
  const first = startOfMonth(zone.dayOf(now), business.calendar);
  return Array.from({ length: MONTHS_TRIED + 1 }, (_, index) =>
    zone.startOf(addMonths(first, index - MONTHS_TRIED, business.calendar)),
  );
}
