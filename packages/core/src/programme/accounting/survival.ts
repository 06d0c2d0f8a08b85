import { type Millionths, toMillionths, WHOLE } from './rates.ts';

/** What became of one cohort's units while they were of one age. Only ages that are over for the whole cohort count. */
export interface CohortAge {
  /** The month in which they were earned, counted on in months. */
  readonly cohort: number;
  /** Whole months since then. */
  readonly age: number;
  /** Units open when the age began; for age 0 all that were earned. */
  readonly atRisk: number;
  readonly redeemed: number;
  readonly expired: number;
}

/** An estimate with the bounds that 95 of 100 such estimates hold the truth between. */
export interface Within {
  readonly rate: Millionths;
  readonly low: Millionths;
  readonly high: Millionths;
}

export interface RemainingAtAge extends Within {
  readonly age: number;
}

export interface RedemptionEstimate {
  /** `cohorts`: from what became of earlier ones. `assumed`: too little is known, and all is taken to be redeemed. */
  readonly source: 'cohorts' | 'assumed';
  readonly missing: 'cohorts' | 'redemptions' | null;
  readonly cohorts: number;
  /** The oldest age that was seen whole; what is beyond is drawn on from the last ages. */
  readonly seenTo: number;
  /** Of what is earned, what will be redeemed (ultimate redemption rate); breakage is what is left of the whole. */
  readonly urr: Within;
  readonly breakage: Within;
  /** Of what is open at an age, what will be redeemed. */
  readonly remaining: readonly RemainingAtAge[];
  /** Of what is open when an age begins, what is redeemed and what expires within it. */
  readonly leaving: readonly { readonly age: number; readonly redeemed: number; readonly expired: number }[];
}

/** With fewer cohorts nobody knows how they differ. */
export const LEAST_COHORTS = 3;
const FEWEST_AGES = 2;
/** So many of the last ages are taken together for what is beyond them. */
const TAIL_AGES = 3;
/** What never expires is followed so far; what is open then is taken to be redeemed. */
const FARTHEST = 240;
const Z95 = 1.959_963_984_540_054;
const ALL: Within = { rate: WHOLE, low: 0, high: WHOLE };

/**
 * The ultimate redemption rate from cohorts, as a life table with two ways out: at each age the share redeemed and the share
 * expired of what is open (Kaplan and Meier's product-limit, with Aalen and Johansen's competing risks). Cohorts that are
 * still open count for the ages they have lived through. The interval comes from how the cohorts differ from each other at
 * each age, as Mack does for the chain-ladder (1993), by the delta method: units of one person go together, so the number
 * of units says nothing of how sure it is. `lasts`: after how many whole months units expire; null: never.
 */
export function estimateRedemption(cells: readonly CohortAge[], lasts: number | null): RedemptionEstimate {
  const rows = agesOf(cells);
  const cohorts = new Set(cells.filter(({ atRisk }) => atRisk > 0).map(({ cohort }) => cohort)).size;
  const first = rows[0];
  if (first === undefined || cohorts < LEAST_COHORTS || rows.length < FEWEST_AGES || first.cells.length < 2)
    return assumed('cohorts', cohorts, rows.length - 1);
  if (rows.every(({ q }) => q === 0)) return assumed('redemptions', cohorts, rows.length - 1);
  const last = lasts === null ? FARTHEST : Math.max(lasts, rows.length - 1);
  const ages = [...rows, ...beyond(rows, last)];
  const after = remainingFrom(ages, lasts === null ? 1 : 0);
  const remaining = rows.map(({ age }) => ({ age, ...bounded(ages, after, age) }));
  const urr = remaining[0] ?? ALL;
  return {
    source: 'cohorts',
    missing: null,
    cohorts,
    seenTo: rows.length - 1,
    urr: { rate: urr.rate, low: urr.low, high: urr.high },
    breakage: { rate: WHOLE - urr.rate, low: WHOLE - urr.high, high: WHOLE - urr.low },
    remaining,
    leaving: ages.slice(0, Math.min(ages.length, rows.length + TAIL_AGES)).map(({ age, q, x }) => ({
      age,
      redeemed: q,
      expired: x,
    })),
  };
}

/** Of what is open at an age, what will be redeemed; an age beyond those seen is answered as the last of them. */
export function remainingAt(estimate: RedemptionEstimate, age: number): Millionths {
  if (estimate.source === 'assumed') return WHOLE;
  return (estimate.remaining[age] ?? estimate.remaining.at(-1) ?? ALL).rate;
}

interface AgeRow {
  readonly age: number;
  /** Shares of what is open that are redeemed and that expire. */
  readonly q: number;
  readonly x: number;
  readonly total: number;
  readonly cells: readonly CohortAge[];
  /** Ages drawn on from the same cells are wrong together. */
  readonly drawn: boolean;
}

function assumed(missing: 'cohorts' | 'redemptions', cohorts: number, seenTo: number): RedemptionEstimate {
  return {
    source: 'assumed',
    missing,
    cohorts,
    seenTo: Math.max(seenTo, 0),
    urr: ALL,
    breakage: { rate: 0, low: 0, high: WHOLE },
    remaining: [],
    leaving: [],
  };
}

/** Ages from 0 on, as far as each of them was seen. */
function agesOf(cells: readonly CohortAge[]): AgeRow[] {
  const rows: AgeRow[] = [];
  for (let age = 0; ; age++) {
    const mine = cells.filter((cell) => cell.age === age && cell.atRisk > 0);
    if (mine.length === 0) return rows;
    rows.push(pooled(age, mine, false));
  }
}

function pooled(age: number, cells: readonly CohortAge[], drawn: boolean): AgeRow {
  const sum = (of: (cell: CohortAge) => number) => cells.reduce((all, cell) => all + of(cell), 0);
  const total = sum(({ atRisk }) => atRisk);
  return {
    age,
    q: sum(({ redeemed }) => redeemed) / total,
    x: sum(({ expired }) => expired) / total,
    total,
    cells,
    drawn,
  };
}

function beyond(rows: readonly AgeRow[], last: number): AgeRow[] {
  const from = rows.length;
  const cells = rows.slice(-TAIL_AGES).flatMap((row) => row.cells);
  return Array.from({ length: Math.max(last - from, 0) }, (_, step) => pooled(from + step, cells, true));
}

/** R(a) = q + (1 − q − x) · R(a + 1), from the end back; `end` is what becomes of the rest. */
function remainingFrom(ages: readonly AgeRow[], end: number): number[] {
  const after = Array.from({ length: ages.length + 1 }, () => end);
  for (let place = ages.length - 1; place >= 0; place--) {
    const { q, x } = ages[place] as AgeRow;
    after[place] = q + Math.max(1 - q - x, 0) * (after[place + 1] as number);
  }
  return after;
}

function bounded(ages: readonly AgeRow[], after: readonly number[], from: number): Within {
  const rate = after[from] as number;
  let survived = 1;
  let variance = 0;
  let tail = 0;
  let spread = 0;
  for (let place = from; place < ages.length; place++) {
    const row = ages[place] as AgeRow;
    const next = after[place + 1] as number;
    const seen = spreadOf(row, next);
    // One cohort alone shows no spread; it is taken to differ as much as those of the ages before (Mack).
    spread = seen ?? spread;
    const error = survived * Math.sqrt(spread / row.total);
    if (row.drawn) tail += error;
    else variance += error ** 2;
    survived *= Math.max(1 - row.q - row.x, 0);
  }
  const half = Z95 * Math.sqrt(variance + tail ** 2);
  return { rate: toMillionths(rate), low: toMillionths(rate - half), high: toMillionths(rate + half) };
}

/** How cohorts differ at an age in what it adds to the rate, weighted by what was open; null: only one was there. */
function spreadOf({ cells, q, x }: AgeRow, next: number): number | null {
  if (cells.length < 2) return null;
  const squares = cells.reduce((sum, { atRisk, redeemed, expired }) => {
    const differs = (1 - next) * (redeemed / atRisk - q) - next * (expired / atRisk - x);
    return sum + atRisk * differs ** 2;
  }, 0);
  return squares / (cells.length - 1);
}
