import type { Accuracy, CalibrationBin } from '../accuracy.ts';
import { atOnce, type Pieces } from '../pieces.ts';

/** What accuracy.ts tells of people one by one, of cells of people: each counts as many times as it has people. */

export function weightedAccuracy(
  predicted: Float64Array,
  actual: ArrayLike<number>,
  people: ArrayLike<number>,
): Accuracy {
  let [n, sum, foretold, absolute, squares, actualSquares, foretoldSquares, products] = [
    0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (let i = 0; i < actual.length; i++) {
    const weight = people[i] as number;
    const one = predicted[i] as number;
    const came = actual[i] as number;
    const error = one - came;
    n += weight;
    sum += weight * came;
    foretold += weight * one;
    absolute += weight * Math.abs(error);
    squares += weight * error * error;
    actualSquares += weight * came * came;
    foretoldSquares += weight * one * one;
    products += weight * one * came;
  }
  const count = Math.max(1, n);
  const together = products - (sum * foretold) / count;
  const variances = (actualSquares - (sum * sum) / count) * (foretoldSquares - (foretold * foretold) / count);
  return {
    actual: sum,
    predicted: foretold,
    bias: sum === 0 ? null : foretold / sum - 1,
    mae: absolute / count,
    rmse: Math.sqrt(squares / count),
    correlation: variances > 0 ? together / Math.sqrt(variances) : 0,
  };
}

/**
 * The cells in order of a score, equal ones as they came. By digits of sixteen bits, the lowest first: of half a million
 * cells a comparison each time would take most of a trial.
 */
export function inOrder(scores: Scores): Uint32Array {
  return atOnce(ordering(scores));
}

type Scores = Float64Array | Float32Array;

/** The same in pieces, of which a million numbers take some ten milliseconds each; of seven digits half as many pieces. */
export function* ordering(scores: Scores): Pieces<Uint32Array> {
  const size = scores.length;
  const digits = sortableDigits(scores);
  const perScore = scores.BYTES_PER_ELEMENT / digits.BYTES_PER_ELEMENT;
  let order = new Uint32Array(size);
  for (let cell = 0; cell < size; cell++) order[cell] = cell;
  let next = new Uint32Array(size);
  for (let digit = 0; digit < perScore; digit++) {
    yield;
    const starts = new Uint32Array(RADIX + 1);
    for (let i = digit; i < digits.length; i += perScore) {
      const above = (digits[i] as number) + 1;
      starts[above] = (starts[above] as number) + 1;
    }
    // All alike in this digit, as the lowest of whole numbers are.
    if (starts[(digits[digit] ?? 0) + 1] === size) continue;
    for (let value = 1; value <= RADIX; value++)
      starts[value] = (starts[value] as number) + (starts[value - 1] as number);
    for (let i = 0; i < size; i++) {
      const cell = order[i] as number;
      const value = digits[perScore * cell + digit] as number;
      const place = starts[value] as number;
      starts[value] = place + 1;
      next[place] = cell;
    }
    [order, next] = [next, order];
  }
  return order;
}

const RADIX = 2 ** 16;

/** Bits of numbers turned so that their order as whole numbers is that of the numbers; the lowest digit of each first. */
function sortableDigits(scores: Scores): Uint16Array {
  const numbers = scores.slice();
  // Zero added makes one of the two zeros of the other.
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) + 0;
  const words = new Uint32Array(numbers.buffer);
  const perScore = scores.BYTES_PER_ELEMENT / words.BYTES_PER_ELEMENT;
  for (let high = perScore - 1; high < words.length; high += perScore) {
    const isBelowZero = (words[high] as number) >>> 31 === 1;
    words[high] = isBelowZero ? ~(words[high] as number) : (words[high] as number) ^ 0x8000_0000;
    if (isBelowZero && perScore === 2) words[high - 1] = ~(words[high - 1] as number);
  }
  return new Uint16Array(numbers.buffer);
}

export function weightedAuc(
  scores: Float64Array,
  happened: readonly boolean[],
  people: ArrayLike<number>,
): number | null {
  const order = inOrder(scores);
  let [positives, negatives, below, wins] = [0, 0, 0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    let [here, others] = [0, 0];
    const score = scores[order[from] as number];
    for (; to < order.length && scores[order[to] as number] === score; to++) {
      const cell = order[to] as number;
      if (happened[cell] === true) here += people[cell] as number;
      else others += people[cell] as number;
    }
    wins += here * (below + others / 2);
    below += others;
    positives += here;
    negatives += others;
    from = to;
  }
  return positives === 0 || negatives === 0 ? null : wins / (positives * negatives);
}

export function weightedBrier(
  probabilities: Float64Array,
  happened: readonly boolean[],
  people: ArrayLike<number>,
): number {
  let [sum, n] = [0, 0];
  probabilities.forEach((probability, i) => {
    const weight = people[i] as number;
    n += weight;
    sum += weight * (probability - (happened[i] === true ? 1 : 0)) ** 2;
  });
  return sum / Math.max(1, n);
}

export function weightedCalibration(
  probabilities: Float64Array,
  happened: readonly boolean[],
  people: ArrayLike<number>,
): CalibrationBin[] {
  const bins = Array.from({ length: 10 }, () => ({ people: 0, foretold: 0, actual: 0 }));
  probabilities.forEach((probability, i) => {
    const bin = bins[Math.min(9, Math.max(0, Math.floor(probability * 10)))];
    if (bin === undefined) return;
    const weight = people[i] as number;
    bin.people += weight;
    bin.foretold += weight * probability;
    if (happened[i] === true) bin.actual += weight;
  });
  return bins.flatMap(({ people: inside, foretold, actual }, i) =>
    inside === 0
      ? []
      : [
          {
            from: i / 10,
            to: (i + 1) / 10,
            people: inside,
            foretold: foretold / inside,
            actual: actual / inside,
          },
        ],
  );
}
