import { type BackTest, baseChance, chanceOf, type ChanceModel, chanceWithin } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/** What was forecast at the beginning of a month, and what came of it. Amounts in minor units. */
export interface MonthTold {
  readonly from: Instant;
  readonly to: Instant;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Of the deals that were open at its beginning. */
  readonly came: number;
  /** With those that were opened in the month itself. */
  readonly all: number;
}

/** What a business knows of one of its pipelines. */
export interface Learnt {
  readonly learntAt: Instant;
  readonly model: ChanceModel | null;
  readonly test: BackTest;
  readonly months: readonly MonthTold[];
}

/** What was learnt of a pipeline last; null: nothing was yet. */
export async function learntOf(tx: Tx, pipeline: string): Promise<Learnt | null> {
  const { rows } = await tx.query<Learnt>(
    `SELECT learnt_at AS "learntAt", model, test, months FROM sales_models
     WHERE business_id = this_business() AND pipeline = $1`,
    [pipeline],
  );
  return rows[0] ?? null;
}

/** Whether deals are told apart by what was learnt, or all are given the share of all. */
export function tellsApart(learnt: Pick<Learnt, 'model' | 'test'>): boolean {
  return learnt.model !== null && learnt.test.verdict === 'better';
}

/** The chance of a deal as it is shown and reckoned with; null: nobody can tell. */
export function shownChance(
  learnt: Learnt | null,
  step: string,
  days: number,
): ReturnType<typeof chanceOf> | null {
  if (learnt?.model == null) return null;
  return tellsApart(learnt) ? chanceOf(learnt.model, step, days) : baseChance(learnt.model);
}

/** The chance that a deal is won within so many days, by the same measure. */
export function shownWithin(
  model: ChanceModel,
  apart: boolean,
  step: string,
  days: number,
  horizon: number,
): number {
  const soon = chanceWithin(model, step, days, horizon);
  if (apart) return soon;
  const { chance } = chanceOf(model, step, days);
  return chance === 0 ? 0 : (soon / chance) * model.base;
}

/** Tells a deal its chance on the step it comes onto now; the night tells it again. */
export async function tellChance(tx: Tx, deal: number, step: string): Promise<void> {
  const { rows } = await tx.query<Learnt>(
    `SELECT m.learnt_at AS "learntAt", m.model, m.test, m.months FROM deals d
     JOIN sales_models m ON m.business_id = d.business_id AND m.pipeline = d.pipeline
     WHERE d.business_id = this_business() AND d.deal_id = $1`,
    [deal],
  );
  const [learnt] = rows;
  if (learnt === undefined) return;
  const chance = shownChance(learnt, step, 0)?.chance ?? null;
  await tx.query('UPDATE deals SET chance = $2 WHERE business_id = this_business() AND deal_id = $1', [
    deal,
    chance,
  ]);
}
