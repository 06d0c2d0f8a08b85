/** How well numbers foretold agree with what came. */
export interface Accuracy {
  /** Sums over everybody. */
  readonly actual: number;
  readonly predicted: number;
  /** The predicted sum against the actual, −0.1 for a tenth too little; null where nothing came. */
  readonly bias: number | null;
  /** Mean of the absolute error, root of the mean of its square. */
  readonly mae: number;
  readonly rmse: number;
  readonly correlation: number;
}

export function accuracyOf(predicted: readonly number[], actual: readonly number[]): Accuracy {
  const n = Math.max(1, actual.length);
  let [sum, foretold, absolute, squares] = [0, 0, 0, 0];
  for (let i = 0; i < actual.length; i++) {
    const error = (predicted[i] as number) - (actual[i] as number);
    sum += actual[i] as number;
    foretold += predicted[i] as number;
    absolute += Math.abs(error);
    squares += error * error;
  }
  return {
    actual: sum,
    predicted: foretold,
    bias: sum === 0 ? null : foretold / sum - 1,
    mae: absolute / n,
    rmse: Math.sqrt(squares / n),
    correlation: correlationOf(predicted, actual),
  };
}

/**
 * The chance that of two people, one to whom it happened and one to whom it did not, the first has the higher score;
 * equal scores count half. Null where it happened to everybody or to nobody.
 */
export function aucOf(scores: readonly number[], happened: readonly boolean[]): number | null {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let positives = 0;
  let ranks = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let here = 0;
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number])
      if (happened[order[to++] as number] === true) here++;
    positives += here;
    ranks += (here * (from + 1 + to)) / 2;
    from = to;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** People whose probability fell into one stretch, what was foretold for them, and what came. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly foretold: number;
  readonly actual: number;
}

/** Ten stretches of equal width; those without people are left out. */
export function calibrationOf(
  probabilities: readonly number[],
  happened: readonly boolean[],
): CalibrationBin[] {
  const bins = Array.from({ length: 10 }, () => ({ people: 0, foretold: 0, actual: 0 }));
  probabilities.forEach((probability, i) => {
    const bin = bins[Math.min(9, Math.max(0, Math.floor(probability * 10)))];
    if (bin === undefined) return;
    bin.people++;
    bin.foretold += probability;
    if (happened[i] === true) bin.actual++;
  });
  return bins.flatMap(({ people, foretold, actual }, i) =>
    people === 0
      ? []
      : [{ from: i / 10, to: (i + 1) / 10, people, foretold: foretold / people, actual: actual / people }],
  );
}

/** The mean square of what was foretold against what came; lower is better. */
export function brierOf(probabilities: readonly number[], happened: readonly boolean[]): number {
  const sum = probabilities.reduce(
    (total, probability, i) => total + (probability - (happened[i] === true ? 1 : 0)) ** 2,
    0,
  );
  return sum / Math.max(1, probabilities.length);
}

/** Pearson's; 0 where one of the two does not vary. */
export function correlationOf(one: readonly number[], other: readonly number[]): number {
  const n = one.length;
  if (n === 0) return 0;
  const meanOne = one.reduce((sum, value) => sum + value, 0) / n;
  const meanOther = other.reduce((sum, value) => sum + value, 0) / n;
  let both = 0;
  let squares = 0;
  let otherSquares = 0;
  for (let i = 0; i < n; i++) {
    const a = (one[i] as number) - meanOne;
    const b = (other[i] as number) - meanOther;
    both += a * b;
    squares += a * a;
    otherSquares += b * b;
  }
  return squares > 0 && otherSquares > 0 ? both / Math.sqrt(squares * otherSquares) : 0;
}
