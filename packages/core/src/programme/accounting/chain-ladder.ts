/** One cohort's ultimate, and how far the truth may lie from it. */
export interface LadderCohort {
  /** What was redeemed when it was last seen. */
  readonly latest: number;
  readonly ultimate: number;
  readonly standardError: number;
}

export interface ChainLadder {
  /** From one age to the next, what was redeemed grows by this factor. */
  readonly factors: readonly number[];
  readonly cohorts: readonly LadderCohort[];
  readonly latest: number;
  readonly ultimate: number;
  readonly standardError: number;
}

/**
 * The chain-ladder with Mack's distribution-free standard errors (T. Mack, ASTIN Bulletin 23/2, 1993): a second way to the
 * ultimate redemption, from nothing but what cohorts had redeemed at each age, beside the life table. `triangle[i][k]`: what
 * cohort i (the oldest first) had redeemed in all by the end of age k; each row is at most as long as the one before it.
 * Null: fewer than three cohorts, or an age at which none had redeemed anything.
 */
export function chainLadder(triangle: readonly (readonly number[])[]): ChainLadder | null {
  const ages = triangle[0]?.length ?? 0;
  if (triangle.length < 3 || ages < 2 || triangle.some((row) => row.length === 0)) return null;
  const factors: number[] = [];
  const spreads: number[] = [];
  const bases: number[] = [];
  for (let age = 0; age + 1 < ages; age++) {
    const rows = triangle.filter((row) => row.length > age + 1);
    const base = rows.reduce((sum, row) => sum + at(row, age), 0);
    if (rows.length === 0 || base === 0) return null;
    const factor = rows.reduce((sum, row) => sum + at(row, age + 1), 0) / base;
    factors.push(factor);
    bases.push(base);
    spreads.push(rows.length < 2 ? lastSpread(spreads) : spreadOf(rows, age, factor));
  }
  const cohorts = triangle.map((row) => project(row, factors, spreads, bases));
  return {
    factors,
    cohorts: cohorts.map(({ latest, ultimate, variance }) => ({
      latest,
      ultimate,
      standardError: Math.sqrt(variance),
    })),
    latest: cohorts.reduce((sum, { latest }) => sum + latest, 0),
    ultimate: cohorts.reduce((sum, { ultimate }) => sum + ultimate, 0),
    standardError: Math.sqrt(totalVariance(triangle, cohorts, factors, spreads, bases)),
  };
}

interface Projected {
  readonly latest: number;
  readonly ultimate: number;
  readonly variance: number;
}

function at(row: readonly number[], age: number): number {
  return row[age] ?? 0;
}

function spreadOf(rows: readonly (readonly number[])[], age: number, factor: number): number {
  const squares = rows.reduce((sum, row) => {
    const before = at(row, age);
    return before === 0 ? sum : sum + before * (at(row, age + 1) / before - factor) ** 2;
  }, 0);
  return squares / (rows.length - 1);
}

/** The last age has one cohort, which shows no spread: Mack draws it on from the two before. */
function lastSpread(spreads: readonly number[]): number {
  const [before = 0, last = 0] = spreads.slice(-2);
  if (spreads.length < 2) return spreads.at(-1) ?? 0;
  return before === 0 ? 0 : Math.min(last ** 2 / before, before, last);
}

function project(
  row: readonly number[],
  factors: readonly number[],
  spreads: readonly number[],
  bases: readonly number[],
): Projected {
  const latest = at(row, row.length - 1);
  let value = latest;
  let relative = 0;
  for (let age = row.length - 1; age < factors.length; age++) {
    const factor = factors[age] as number;
    const noise = (spreads[age] as number) / factor ** 2;
    if (value > 0) relative += noise * (1 / value + 1 / (bases[age] as number));
    value *= factor;
  }
  return { latest, ultimate: value, variance: value ** 2 * relative };
}

/** Cohorts share their factors, so their errors go together. */
function totalVariance(
  triangle: readonly (readonly number[])[],
  cohorts: readonly Projected[],
  factors: readonly number[],
  spreads: readonly number[],
  bases: readonly number[],
): number {
  let total = 0;
  for (const [place, { ultimate, variance }] of cohorts.entries()) {
    const younger = cohorts.slice(place + 1).reduce((sum, one) => sum + one.ultimate, 0);
    let shared = 0;
    for (let age = (triangle[place] as readonly number[]).length - 1; age < factors.length; age++)
      shared += (2 * (spreads[age] as number)) / (factors[age] as number) ** 2 / (bases[age] as number);
    total += variance + ultimate * younger * shared;
  }
  return total;
}
