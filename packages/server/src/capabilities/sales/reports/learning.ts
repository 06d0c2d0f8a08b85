import {
  backTest,
  BANDS,
  chanceWithin,
  forecast,
  learnChances,
  type PastDeal,
  standingAt,
} from '@nardeban/core/sales';
import { addMonths, type Instant, MS_PER_DAY, startOfMonth, zoneOf } from '@nardeban/core/values';
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
import { pipelinesOf } from '../deals/pipelines.ts';
import { type Learnt, type MonthTold, shownChance } from './chances.ts';
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
    await database.withBusiness(business.id, (tx) => learnPipeline(tx, business, pipeline, now));
  }
}

/** Learns of one pipeline: what was decided, how good it would have been to say so, and what open deals are worth by it. */
export async function learnPipeline(
  tx: Tx,
  business: Business,
  pipeline: string,
  now: Instant,
): Promise<Learnt> {
  const deals = await pastDeals(tx, pipeline, now);
  const starts = monthStarts(business, now);
  const learnt: Learnt = {
    learntAt: now,
    model: learnChances(deals, now),
    test: backTest(deals, starts.slice(0, -1), now),
    months: monthsTold(deals, starts),
  };
  await tx.query(
    `INSERT INTO sales_models (business_id, pipeline, learnt_at, model, test, months)
     VALUES (this_business(), $1, $2, $3::jsonb, $4::jsonb, $5::jsonb)
     ON CONFLICT (business_id, pipeline) DO UPDATE SET learnt_at = excluded.learnt_at, model = excluded.model,
       test = excluded.test, months = excluded.months`,
    [
      pipeline,
      timestamptz(now),
      learnt.model === null ? null : JSON.stringify(learnt.model),
      JSON.stringify(learnt.test),
      JSON.stringify(learnt.months),
    ],
  );
  await tellChances(tx, pipeline, learnt, now);
  return learnt;
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

/** What would have been forecast at the beginning of each of these months by what was known then. */
function monthsTold(deals: readonly PastDeal[], starts: readonly Instant[]): readonly MonthTold[] {
  return starts.slice(0, -1).flatMap((from, index) => {
    const to = starts[index + 1] ?? from;
    const model = learnChances(deals, from);
    if (model === null) return [];
    const horizon = (to - from) / MS_PER_DAY;
    const standing = deals.flatMap((deal) => {
      const stood = standingAt(deal, from);
      return stood === null || deal.amount === null ? [] : [{ ...stood, deal, amount: deal.amount }];
    });
    const told = forecast(
      standing.map(({ step, days, amount }) => ({
        amount,
        chance: chanceWithin(model, step, days, horizon),
      })),
      model.decided,
    );
    const wonIn = (deal: PastDeal): boolean =>
      deal.won && deal.closedAt !== null && deal.closedAt >= from && deal.closedAt < to;
    const sum = (some: readonly { readonly amount: number | null }[]): number =>
      some.reduce((total, { amount }) => total + (amount ?? 0), 0);
    return [
      {
        from,
        to,
        ...told,
        came: sum(standing.filter(({ deal }) => wonIn(deal))),
        all: sum(deals.filter(wonIn)),
      },
    ];
  });
}
