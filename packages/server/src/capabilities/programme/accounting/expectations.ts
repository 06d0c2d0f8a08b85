import {
  type DeferralTerms,
  type Expectation,
  type SplitMethod,
  type UnitPrice,
  WHOLE,
} from '@nardeban/core/programme';
import { type Calendar, type Day, addMonths } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { type Estimate, listEstimates } from './estimate-store.ts';
import { monthNumber } from './months.ts';
import { inForce, listTerms, type Terms, termsIn } from './terms-store.ts';

/** While nobody has said what a unit costs it is taken to cost one minor unit, and every figure says that it is assumed. */
const ASSUMED: { readonly cost: UnitPrice; readonly standAlone: UnitPrice; readonly method: SplitMethod } = {
  cost: { points: 1, amount: 1 },
  standAlone: { points: 1, amount: 1 },
  method: 'exact',
};

/** Everything that was said of wallets: what units cost, and what is expected of them. */
export interface Said {
  readonly terms: readonly Terms[];
  readonly estimates: readonly Estimate[];
}

export async function everythingSaid(tx: Tx): Promise<Said> {
  return { terms: await listTerms(tx), estimates: await listEstimates(tx) };
}

/** What is expected at the end of a month, and where from. */
export interface Expected extends Expectation {
  readonly costFrom: 'stated' | 'assumed';
  readonly rateFrom: 'stated' | 'cohorts' | 'assumed';
  readonly standAlone: UnitPrice;
  readonly method: SplitMethod;
}

export function expectedIn(said: Said, wallet: string, month: Day): Expected {
  const terms = termsIn(said.terms, wallet, month);
  const estimate = inForce(said.estimates, wallet, month);
  const { cost, standAlone, method } = terms ?? ASSUMED;
  return {
    // As long as nobody knows better, all of it is taken to be redeemed: nothing is income that may still be owed.
    rate: estimate?.rate ?? WHOLE,
    remaining: estimate?.remaining ?? null,
    cost,
    standAlone,
    method,
    costFrom: terms === null ? 'assumed' : 'stated',
    rateFrom: estimate?.source ?? 'assumed',
  };
}

/** How the sales of a cohort were divided: by what was in force in its own month, and expected then. */
export function deferralTerms(
  said: Said,
  wallet: string,
  calendar: Calendar,
  near: Day,
): (cohort: number) => DeferralTerms {
  const known = new Map<number, DeferralTerms>();
  const here = monthNumber(near, calendar);
  return (cohort) => {
    const before = known.get(cohort);
    if (before !== undefined) return before;
    const { standAlone, method, rate } = expectedIn(said, wallet, addMonths(near, cohort - here, calendar));
    const terms = { standAlone, method, expected: rate };
    known.set(cohort, terms);
    return terms;
  };
}
