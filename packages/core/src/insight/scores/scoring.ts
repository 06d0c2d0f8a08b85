import type { BuyingModel } from '../model.ts';
import { residualOrders } from '../residual.ts';
import { foretellerAhead, type OrdersForetold } from './orders-ahead.ts';
import { riskAt, type RiskCurve } from './risk-curve.ts';
import { quietBy, type Trial } from './trial.ts';

/** The two times that everybody is foretold for, in days. */
export const SHORT_DAYS = 90;
export const YEAR_DAYS = 365;

/** Everything that is the same for people with the same orders on the same days; instants aside, all in days. */
export interface CellScore {
  /** The chance of no order in the horizon, by what told it best in the past and put right by it; and in a year. */
  readonly quiet: number;
  readonly quietYear: number;
  readonly short: OrdersForetold;
  readonly year: OrdersForetold;
  /** Orders still to come, each worth less the later it comes. */
  readonly residual: number;
  /** Orders in a year if they went on as they did until their last one. */
  readonly paceYear: number;
}

export interface ScoringBy {
  readonly trial: Pick<Trial, 'best' | 'counts' | 'risk'>;
  /** Fitted to all that is known today; times in `daysPerUnit`. */
  readonly models: readonly BuyingModel[];
  readonly horizon: number;
  readonly daysPerUnit: number;
  /** Per unit of time. */
  readonly discount: number;
}

/** A reader of scores; whoever asks keeps them per cell, and is quickest in the order of `byOrdersAndAge`. */
export function scorerOf({
  trial,
  models,
  horizon,
  daysPerUnit,
  discount,
}: ScoringBy): (x: number, recency: number, age: number) => CellScore {
  const counts = models.find(({ name }) => name === trial.counts) ?? models[0];
  const lasting = models.find(({ name }) => name === 'pareto-nbd') ?? counts;
  if (counts === undefined || lasting === undefined) throw new Error('There is no model to score by');
  const scoreOf = quietBy(trial, models, horizon, daysPerUnit);
  const residual = residualOrders(lasting, discount);
  const inShort = foretellerAhead(counts, SHORT_DAYS / daysPerUnit);
  const inYear = foretellerAhead(counts, YEAR_DAYS / daysPerUnit);
  const { r = 0, alpha = 1 } = counts.parameters;
  return (x, recency, age) => {
    const last = recency / daysPerUnit;
    const now = age / daysPerUnit;
    const short = inShort(x, last, now);
    const year = inYear(x, last, now);
    const quiet = quietOf(trial.risk, scoreOf(x, recency, age));
    return {
      quiet,
      // Nobody who orders in the horizon is quiet for the year that it is a part of.
      quietYear: horizon <= YEAR_DAYS ? Math.min(quiet, year.none) : Math.max(quiet, year.none),
      short,
      year,
      residual: residual(x, last, now),
      paceYear: ((r + x) / (alpha + last)) * (YEAR_DAYS / daysPerUnit),
    };
  };
}

function quietOf(risk: RiskCurve, score: number): number {
  return Math.min(1, Math.max(0, riskAt(risk, score)));
}
