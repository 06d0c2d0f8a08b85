import { measureCohort, type Millionths, remainingAt } from '@nardeban/core/programme';
import {
  accept,
  addMonths,
  type Day,
  refuse,
  type Result,
  startOfMonth,
  zoneOf,
} from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { openFrom } from './closing-store.ts';
import { addEstimate, type Estimate, type NewEstimate } from './estimate-store.ts';
import { estimateFor } from './estimating.ts';
import { deferralTerms, everythingSaid, expectedIn } from './expectations.ts';
import { cohortsBefore, stateOf } from './book-store.ts';
import { monthNumber, nextMonth } from './months.ts';
import { addTerms, type Author, type NewTerms, type Terms } from './terms-store.ts';

/** What somebody expects of a wallet: a rate of their own, or what the cohorts say. */
export interface EstimateAsked {
  readonly wallet: string;
  /** Null: as the cohorts say. */
  readonly rate: Millionths | null;
  /** After how many months units expire; null: never. Needed where the cohorts are asked. */
  readonly lasts: number | null;
  readonly reason: string;
}

export interface TrueUp {
  readonly estimate: NewEstimate;
  readonly rateBefore: Millionths;
}

/**
 * What an estimate would move if it were made today: what is open now, measured by what was expected so far and by what
 * would be. Nothing is written. Refusal: `cohorts_too_few` {cohorts}, where they are asked and know too little.
 */
export async function tryEstimate(
  tx: Tx,
  business: Business,
  asked: EstimateAsked,
  now: number,
): Promise<Result<TrueUp>> {
  const { calendar, zone } = business;
  const today = zoneOf(zone).dayOf(now);
  const month = await openMonthAt(tx, business, today);
  const found = await rateAsked(tx, business, asked, today);
  if (!found.ok) return found;
  const said = await everythingSaid(tx);
  const before = expectedIn(said, asked.wallet, month);
  const after = { ...before, ...found.value };
  const termsOf = deferralTerms(said, asked.wallet, calendar, month);
  const number = (day: Day) => monthNumber(day, calendar);
  const cohorts = await cohortsBefore(
    tx,
    { holder: 'person', wallet: asked.wallet },
    nextMonth(today, calendar),
  );
  let revenue = 0;
  let provision = 0;
  for (const cohort of cohorts) {
    const state = stateOf(cohort, number);
    const old = measureCohort(state, termsOf(state.cohort), before, number(today));
    const fresh = measureCohort(state, termsOf(state.cohort), after, number(today));
    revenue += fresh.recognised - old.recognised;
    provision += fresh.provision - old.provision;
  }
  return accept({
    rateBefore: before.rate,
    estimate: {
      wallet: asked.wallet,
      fromMonth: month,
      source: asked.rate === null ? 'cohorts' : 'stated',
      ...found.value,
      reason: asked.reason,
      revenue,
      provision,
    },
  });
}

/** Makes an estimate from the open month on. Refusals: those of `tryEstimate`. */
export async function makeEstimate(
  tx: Tx,
  business: Business,
  asked: EstimateAsked,
  author: Author,
): Promise<Result<Estimate>> {
  const tried = await tryEstimate(tx, business, asked, author.now);
  return tried.ok ? accept(await addEstimate(tx, tried.value.estimate, author)) : tried;
}

/**
 * Says what a wallet's units cost and are worth, from a month on that is open. Refusals: `month_already_closed`,
 * `month_ahead`.
 */
export async function sayTerms(
  tx: Tx,
  business: Business,
  asked: Omit<NewTerms, 'fromMonth'> & { readonly fromMonth: Day | null },
  author: Author,
): Promise<Result<Terms>> {
  const today = zoneOf(business.zone).dayOf(author.now);
  const open = await openFrom(tx);
  const fromMonth = asked.fromMonth ?? (await openMonthAt(tx, business, today));
  if (open !== null && fromMonth < open) return refuse('month_already_closed', 'fromMonth');
  if (fromMonth > addMonths(startOfMonth(today, business.calendar), 12, business.calendar))
    return refuse('month_ahead', 'fromMonth');
  return accept(await addTerms(tx, { ...asked, fromMonth }, author));
}

/** This month; while it is closed already, the next. */
async function openMonthAt(tx: Tx, { calendar }: Business, today: Day): Promise<Day> {
  return Math.max(startOfMonth(today, calendar), (await openFrom(tx)) ?? 0);
}

type Rate = Pick<NewEstimate, 'rate' | 'low' | 'high' | 'remaining'>;

async function rateAsked(
  tx: Tx,
  business: Business,
  { wallet, rate, lasts }: EstimateAsked,
  today: Day,
): Promise<Result<Rate>> {
  if (rate !== null) return accept({ rate, low: null, high: null, remaining: null });
  const book = { holder: 'person', wallet } as const;
  const { estimate } = await estimateFor(tx, business.calendar, book, today, lasts);
  if (estimate.source === 'assumed')
    return refuse('cohorts_too_few', undefined, { cohorts: estimate.cohorts });
  return accept({
    rate: estimate.urr.rate,
    low: estimate.urr.low,
    high: estimate.urr.high,
    remaining: estimate.remaining.map(({ age }) => remainingAt(estimate, age)),
  });
}
