/** The mean log-likelihood at the parameters; fills the gradient by the parameters. */
export type Likelihood = (parameters: Float64Array, gradient: Float64Array) => number;

export interface Maximum {
  readonly parameters: readonly number[];
  /** The square roots of the inverse of the observed information; null where it has no inverse. */
  readonly standardErrors: readonly (number | null)[];
  /** Of all observations together. */
  readonly logLikelihood: number;
  /** Whether the gradient came to nothing, which it does not where the likelihood goes flat for ever. */
  readonly converged: boolean;
  /** The inverse of the second derivatives by the logarithms of the parameters, of the mean; null where there is none. */
  readonly curvature: readonly (readonly number[])[] | null;
}

/** A maximum that is known nearly: the parameters there, and how the likelihood bends beside them, where that is known. */
export interface Nearby {
  readonly start: readonly number[];
  readonly curvature: readonly (readonly number[])[] | null;
  /** On a ridge one point foretells as much as the next: nothing is found by going on. */
  readonly onRidge: boolean;
}

const MOST_STEPS = 120;
const MOST_STEPS_ON_A_RIDGE = 6;
/** How often a step is cut to a third; from beside the maximum a good one is never far too long. */
const MOST_TRIES = 20;
const FEW_TRIES = 6;
/** Steps that gain no more than rounding: so many in a row, and there is nothing to gain. */
const IDLE_STEPS = 3;
const NO_GAIN = 1e-12;
const FLAT = 1e-8;
/**
 * Whoever begins beside the maximum is there when no more than this is left to gain by all observations together: by then
 * every parameter is within a two-hundredth of its standard error.
 */
const NOTHING_LEFT = 1e-5;
/** The same on a ridge, a step's gain or what is left to gain: less than chance moves the likelihood of one person. */
const NOTHING_ON_A_RIDGE = 0.01;
/** Natural logarithm of the smallest parameter that is looked at. */
const LOWEST = -16;

/**
 * Maximises a likelihood of positive parameters, by BFGS on their logarithms (Nocedal and Wright, Numerical
 * Optimization, 6.1) with a backtracking line search; none beyond its `largest`, where a ridge that has no end is left. A
 * ridge that `isRidge` knows by its parameters is followed only while that gains anything. Deterministic: the same data
 * give the same bits.
 */
export function maximise(
  likelihood: Likelihood,
  start: readonly number[],
  largest: readonly number[],
  observations: number,
  isRidge: (parameters: readonly number[]) => boolean = () => false,
): Maximum {
  const cost = costOf(likelihood, largest);
  return descend(cost, start, largest, observations, null, isRidge);
}

/**
 * The same maximum from beside it, in a few looks at the likelihood: the first step is Newton's with the curvature that is
 * known, and it ends when what is left to gain is nothing.
 */
export function maximiseFrom(
  likelihood: Likelihood,
  nearby: Nearby,
  largest: readonly number[],
  observations: number,
): Maximum {
  const { start, onRidge } = nearby;
  return descend(costOf(likelihood, largest), start, largest, observations, nearby, () => onRidge);
}

/** What is made small: the likelihood turned round, by logarithms of parameters. */
function costOf(likelihood: Likelihood, largest: readonly number[]): Cost {
  const size = largest.length;
  const tops = largest.map((one) => Math.log(one));
  const natural = new Float64Array(size);
  const gradient = new Float64Array(size);
  return (logs, into) => {
    for (let i = 0; i < size; i++) natural[i] = Math.exp(logs[i] as number);
    const value = -likelihood(natural, gradient);
    for (let i = 0; i < size; i++) {
      const slope = -(gradient[i] as number) * (natural[i] as number);
      const log = logs[i] as number;
      // At its end a parameter that would go on has come to rest.
      const rests = slope < 0 ? log >= (tops[i] as number) : log <= LOWEST;
      into[i] = rests ? 0 : slope;
    }
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
}

function descend(
  cost: Cost,
  start: readonly number[],
  largest: readonly number[],
  observations: number,
  nearby: Nearby | null,
  isRidge: (parameters: readonly number[]) => boolean,
): Maximum {
  const size = start.length;
  const tops = largest.map((one) => Math.log(one));
  let at = start.map((value, i) => Math.min(tops[i] as number, Math.log(value)));
  let slope = Array.from<number>({ length: size }).fill(0);
  let value = cost(at, slope);
  const known = nearby?.curvature ?? null;
  let inverse = known === null ? identity(size) : known.map((row) => [...row]);
  let converged = false;
  let idle = 0;
  const onRidge = nearby?.onRidge === true;
  const most = onRidge ? MOST_STEPS_ON_A_RIDGE : MOST_STEPS;
  const nothing = onRidge ? NOTHING_ON_A_RIDGE : NOTHING_LEFT;
  for (let step = 0; step < most && idle < IDLE_STEPS; step++) {
    converged = Math.max(...slope.map(Math.abs)) <= FLAT * Math.max(1, Math.abs(value));
    if (converged) break;
    let direction = inverse.map((row) => -dot(row, slope));
    const left = (-dot(direction, slope) / 2) * observations;
    if (nearby !== null && left >= 0 && left < nothing) {
      converged = true;
      break;
    }
    if (left <= 0) {
      inverse = identity(size);
      direction = slope.map((one) => -one);
    }
    const found = search(cost, at, value, slope, direction, tops, nearby === null ? MOST_TRIES : FEW_TRIES);
    if (found === null) {
      if (isIdentity(inverse)) break;
      inverse = identity(size);
      continue;
    }
    const gain = value - found.value;
    const isIdle =
      gain <= NO_GAIN * Math.abs(value) ||
      (gain * observations < NOTHING_ON_A_RIDGE && isRidge(found.at.map(Math.exp)));
    idle = isIdle ? idle + 1 : 0;
    inverse = updated(inverse, minus(found.at, at), minus(found.slope, slope));
    ({ at, value, slope } = found);
  }
  const parameters = at.map(Math.exp);
  // Of a ridge the errors mean as little as the parameters: those that are known will do.
  const curvature =
    onRidge && known !== null ? known : inverted(bend(cost, at, nearby === null ? null : slope));
  return {
    parameters,
    standardErrors: parameters.map((parameter, i) => {
      const variance = (curvature?.[i]?.[i] ?? Number.NaN) / observations;
      return variance > 0 && Number.isFinite(variance) ? Math.sqrt(variance) * parameter : null;
    }),
    logLikelihood: -value * observations,
    converged,
    curvature,
  };
}

type Cost = (logs: readonly number[], into: number[]) => number;

interface Point {
  readonly at: number[];
  readonly value: number;
  readonly slope: number[];
}

/** A step along the direction that lowers the cost enough (Armijo), no longer than two in any logarithm. */
function search(
  cost: Cost,
  at: readonly number[],
  value: number,
  slope: readonly number[],
  direction: readonly number[],
  tops: readonly number[],
  most: number,
): Point | null {
  const fall = dot(direction, slope);
  let length = Math.min(1, 2 / Math.max(...direction.map(Math.abs)));
  for (let tries = 0; tries < most; tries++, length /= 3) {
    const next = at.map((one, i) =>
      Math.min(tops[i] as number, Math.max(LOWEST, one + length * (direction[i] as number))),
    );
    const nextSlope: number[] = [];
    const nextValue = cost(next, nextSlope);
    if (nextValue <= value + 1e-4 * length * fall && nextSlope.every(Number.isFinite)) {
      if (next.every((one, i) => one === at[i])) return null;
      return { at: next, value: nextValue, slope: nextSlope };
    }
  }
  return null;
}

function updated(inverse: number[][], step: readonly number[], turn: readonly number[]): number[][] {
  const curvature = dot(step, turn);
  if (curvature <= 1e-14) return inverse;
  const start = isIdentity(inverse) ? scaled(inverse, curvature / dot(turn, turn)) : inverse;
  const bent = start.map((row) => dot(row, turn));
  const factor = (1 + dot(turn, bent) / curvature) / curvature;
  return start.map((row, i) =>
    row.map(
      (one, j) =>
        one +
        factor * (step[i] as number) * (step[j] as number) -
        ((bent[i] as number) * (step[j] as number) + (step[i] as number) * (bent[j] as number)) / curvature,
    ),
  );
}

/**
 * Second derivatives by differences of the gradient: central ones, or where the `slope` at the point is given and a look at
 * the likelihood is dear, forward ones, which are as good to four digits.
 */
function bend(cost: Cost, at: readonly number[], slope: readonly number[] | null): number[][] {
  const apart = 1e-4;
  const rows = at.map((_, i) => {
    const shifted = (by: number): number[] => {
      const into: number[] = [];
      cost(
        at.map((one, j) => (i === j ? one + by : one)),
        into,
      );
      return into;
    };
    const above = shifted(apart);
    const below = slope ?? shifted(-apart);
    return above.map((one, j) => (one - (below[j] as number)) / ((slope === null ? 2 : 1) * apart));
  });
  return rows.map((row, i) => row.map((one, j) => (one + (rows[j]?.[i] as number)) / 2));
}

/** Gauss–Jordan with pivots; null where the matrix has no inverse that can be trusted. */
function inverted(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const units = identity(size);
  const work = matrix.map((row, i) => [...row, ...(units[i] as number[])]);
  const rowAt = (index: number): number[] => work[index] as number[];
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rowAt(row)[column] as number) > Math.abs(rowAt(pivot)[column] as number)) pivot = row;
    [work[column], work[pivot]] = [rowAt(pivot), rowAt(column)];
    const lead = rowAt(column)[column] as number;
    if (!(Math.abs(lead) > 1e-12)) return null;
    const head = rowAt(column).map((one) => one / lead);
    work[column] = head;
    for (let row = 0; row < size; row++) {
      const factor = rowAt(row)[column] as number;
      if (row !== column) work[row] = rowAt(row).map((one, j) => one - factor * (head[j] as number));
    }
  }
  return work.map((row) => row.slice(size));
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, i) => sum + one * (b[i] as number), 0);
const minus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((one, i) => one - (b[i] as number));
const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
const isIdentity = (matrix: readonly (readonly number[])[]): boolean =>
  matrix.every((row, i) => row.every((one, j) => one === (i === j ? 1 : 0)));
const scaled = (matrix: readonly (readonly number[])[], by: number): number[][] =>
  matrix.map((row) => row.map((one) => one * by));
