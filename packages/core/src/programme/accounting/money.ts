import type { Minor } from '../../values/index.ts';
import type { VoucherKind } from './journal.ts';
import { costOf } from './liability.ts';
import type { Nature } from './nature.ts';
import { type Millionths, nearest, shareOf, type UnitPrice, WHOLE } from './rates.ts';
import { expectedFrom, recognisedToDate, type Redemption } from './recognition.ts';
import { afterReturns, type SplitMethod, splitSale } from './split.ts';

/** What became, until the end of a month, of the units that were earned in one month for one kind of reason. */
export interface CohortState {
  /** The month of earning, counted on in months. */
  readonly cohort: number;
  readonly nature: Nature;
  readonly earned: number;
  /** Taken back with goods that came back. */
  readonly reversed: number;
  /** Spent and not given back. */
  readonly redeemed: number;
  readonly expired: number;
  /** Open lots. */
  readonly open: number;
  /** What was paid in the sales that gave them, in minor units; 0 for what was given without a sale. */
  readonly price: Minor;
}

/** What is expected of open units, at one time. */
export interface Expectation {
  /** Ultimate redemption rate of what is earned. */
  readonly rate: Millionths;
  /** Of what is open at each whole month of age; where it is known it counts before `rate`. */
  readonly remaining: readonly Millionths[] | null;
  /** What a unit costs the business when it is redeemed. */
  readonly cost: UnitPrice;
}

/** As a cohort's sales were divided when they were made; never changed afterwards. */
export interface DeferralTerms {
  readonly standAlone: UnitPrice;
  readonly expected: Millionths;
  readonly method: SplitMethod;
}

export interface CohortMoney extends CohortState {
  /** What of the open units is expected to be redeemed. */
  readonly openRate: Millionths;
  readonly expected: number;
  /** Deferred with the sales, and what is left of it after returns. */
  readonly deferred: Minor;
  readonly kept: Minor;
  /** Revenue to date. */
  readonly recognised: Minor;
  /** Contract liability: kept less recognised. */
  readonly contract: Minor;
  /** Provision for what was given without a sale. */
  readonly provision: Minor;
  /** What all open units of the cohort will cost: units · cost · expected rate. */
  readonly stock: Minor;
}

export function measureCohort(
  state: CohortState,
  terms: DeferralTerms,
  { rate, remaining, cost }: Expectation,
  month: number,
): CohortMoney {
  const open = Math.max(state.open, 0);
  const redemption = redemptionOf(state, open, rate, remaining, month - state.cohort);
  const openRate =
    open === 0 ? 0 : nearest(BigInt(redemption.expected - state.redeemed) * BigInt(WHOLE), BigInt(open));
  const isSale = state.nature === 'sale';
  const deferred = isSale
    ? splitSale({
        price: state.price,
        points: state.earned,
        worth: terms.standAlone,
        expected: terms.expected,
        method: terms.method,
      }).liability
    : 0;
  const kept = afterReturns(deferred, state.earned, state.reversed);
  const recognised = recognisedToDate(kept, redemption);
  const stock = costOf(open, cost, openRate);
  return {
    ...state,
    openRate,
    expected: redemption.expected,
    deferred,
    kept,
    recognised,
    contract: kept - recognised,
    provision: isSale ? 0 : stock,
    stock,
  };
}

/** By age where a life table is known; else the rate of all that was kept, within what is possible for this cohort. */
function redemptionOf(
  { earned, reversed, redeemed }: CohortState,
  open: number,
  rate: Millionths,
  remaining: readonly Millionths[] | null,
  age: number,
): Redemption {
  const spent = Math.max(redeemed, 0);
  const ofOpen = remaining?.[age] ?? remaining?.at(-1);
  if (ofOpen !== undefined) return expectedFrom(spent, open, ofOpen);
  const whole = shareOf(Math.max(earned - reversed, 0), rate);
  return { redeemed: spent, expected: Math.min(Math.max(whole, spent), spent + open) };
}

/** A liability rolled forward in money: opening + added − returned − released ± true-up = closing. */
export interface MoneyRoll {
  readonly opening: Minor;
  readonly added: Minor;
  readonly returned: Minor;
  readonly released: Minor;
  readonly trueUp: Minor;
  readonly closing: Minor;
}

export interface MonthMoney {
  readonly deferred: MoneyRoll;
  readonly provision: MoneyRoll;
  /** What all open units will cost, whatever they were given for. */
  readonly stock: Minor;
  readonly cohorts: readonly CohortMoney[];
  readonly amounts: Readonly<Partial<Record<VoucherKind, Minor>>>;
}

export interface MonthAsked {
  readonly month: number;
  /** How cohorts stood at the end of the month before, and how they stand now. */
  readonly before: readonly CohortState[];
  readonly now: readonly CohortState[];
  readonly expectedBefore: Expectation;
  readonly expectedNow: Expectation;
  readonly termsOf: (cohort: number) => DeferralTerms;
}

/**
 * The money of one wallet's month. Revenue is what redemption and expiry brought at the expectation of the month's end;
 * what the changed expectation moved by itself stands apart as the true-up.
 */
export function measureMonth(asked: MonthAsked): MonthMoney {
  const { month, termsOf } = asked;
  const measure = (states: readonly CohortState[], expectation: Expectation, at: number) =>
    states.map((state) => measureCohort(state, termsOf(state.cohort), expectation, at));
  const before = measure(asked.before, asked.expectedBefore, month - 1);
  const restated = measure(asked.before, asked.expectedNow, month - 1);
  const cohorts = measure(asked.now, asked.expectedNow, month);
  const sum = (lines: readonly CohortMoney[], of: (line: CohortMoney) => number) =>
    lines.reduce((all, line) => all + of(line), 0);

  const added = sum(cohorts, (one) => one.deferred) - sum(before, (one) => one.deferred);
  const returnedNow = sum(cohorts, (one) => one.deferred - one.kept);
  const returned = returnedNow - sum(before, (one) => one.deferred - one.kept);
  const recognised = sum(cohorts, (one) => one.recognised) - sum(before, (one) => one.recognised);
  const revenueTrueUp = sum(restated, (one) => one.recognised) - sum(before, (one) => one.recognised);
  const deferred: MoneyRoll = {
    opening: sum(before, (one) => one.contract),
    added,
    returned,
    released: recognised - revenueTrueUp,
    trueUp: -revenueTrueUp,
    closing: sum(cohorts, (one) => one.contract),
  };

  const { opening, provision } = provisionRoll(asked, before, cohorts);
  return {
    deferred,
    provision,
    stock: sum(cohorts, (one) => one.stock),
    cohorts,
    amounts: {
      deferral: added,
      'deferral-returned': returned,
      revenue: deferred.released,
      'revenue-true-up': revenueTrueUp,
      provision: provision.added - opening,
      opening,
      'provision-used': provision.released,
      'provision-true-up': provision.trueUp - provision.returned,
    },
  };
}

/** What was given is provided for at the cost expected of it; what was redeemed is taken from there at its whole cost. */
function provisionRoll(
  { before, now, expectedNow }: MonthAsked,
  measuredBefore: readonly CohortMoney[],
  measured: readonly CohortMoney[],
): { readonly opening: Minor; readonly provision: MoneyRoll } {
  const { rate, remaining, cost } = expectedNow;
  const fresh = remaining?.[0] ?? rate;
  const units = (
    states: readonly CohortState[],
    of: (one: CohortState) => number,
    kinds: readonly Nature[],
  ) => states.reduce((all, one) => (kinds.includes(one.nature) ? all + of(one) : all), 0);
  const grown = (of: (one: CohortState) => number, kinds: readonly Nature[]) =>
    units(now, of, kinds) - units(before, of, kinds);
  const given = costOf(
    grown((one) => one.earned, ['gift', 'paid']),
    cost,
    fresh,
  );
  const opening = costOf(
    grown((one) => one.earned, ['opening']),
    cost,
    fresh,
  );
  const unsold: readonly Nature[] = ['gift', 'paid', 'opening'];
  const returned = costOf(
    grown((one) => one.reversed, unsold),
    cost,
    fresh,
  );
  const released = costOf(
    grown((one) => one.redeemed, unsold),
    cost,
    WHOLE,
  );
  const start = measuredBefore.reduce((all, one) => all + one.provision, 0);
  const closing = measured.reduce((all, one) => all + one.provision, 0);
  const added = given + opening;
  return {
    opening,
    provision: {
      opening: start,
      added,
      returned,
      released,
      trueUp: closing - start - added + returned + released,
      closing,
    },
  };
}
