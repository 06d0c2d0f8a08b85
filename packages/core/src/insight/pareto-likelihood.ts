import type { Cells } from './cells.ts';
import type { Likelihood } from './maximise.ts';
import { logsOfDays, type PurchaseSums } from './purchase-sums.ts';

/** Three Gauss–Legendre nodes of a day, and their weights. */
const NODES = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)];
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18];

/** Natural logarithms: beyond this, what one scale makes a number another makes nothing. */
const WIDEST_SCALE = 400;

/**
 * The likelihood of Pareto/NBD over cells on the day grid. For each x the integral over the days is a suffix sum, so a
 * cell's own is the difference of two of its entries, and the derivatives are the same sums of derivatives. Numbers are
 * scaled by the integrand at the earliest last order with that x.
 */
export function paretoLikelihood(cells: Cells, sums: PurchaseSums): Likelihood {
  const { days } = cells;
  const { customers } = sums;
  const alphaLogs = new Float64Array(days + 1);
  const betaLogs = new Float64Array(days + 1);
  const alphaAt = new Float64Array(days * 3);
  const betaAt = new Float64Array(days * 3);
  // 1/(α + time) and 1/(β + time): of nodes and of days there are few, of cells and of their sums many.
  const perAlphaAt = new Float64Array(days * 3);
  const perBetaAt = new Float64Array(days * 3);
  const perAlphaDay = new Float64Array(days + 1);
  const perBetaDay = new Float64Array(days + 1);
  const suffix = Array.from({ length: 5 }, () => new Float64Array(days + 1));
  const groups = groupsOf(cells);
  return (parameters, gradient) => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = parameters;
    logsOfDays(alpha, alphaLogs);
    logsOfDays(beta, betaLogs);
    for (let node = 0; node < days * 3; node++) {
      const at = Math.floor(node / 3) + (NODES[node % 3] as number);
      alphaAt[node] = Math.log(alpha + at);
      betaAt[node] = Math.log(beta + at);
      perAlphaAt[node] = 1 / (alpha + at);
      perBetaAt[node] = 1 / (beta + at);
    }
    for (let day = 0; day <= days; day++) {
      perAlphaDay[day] = 1 / (alpha + day);
      perBetaDay[day] = 1 / (beta + day);
    }
    const total: Sums = [
      sums.value(r, alpha, alphaLogs, gradient),
      gradient[0] as number,
      gradient[1] as number,
      0,
      0,
    ];
    for (const group of groups)
      for (const stretch of stretchesOf(group, r + group.x)) addGroup(stretch, [r, alpha, s, beta], total);
    const [value, byR, byAlpha, byS, byBeta] = total;
    gradient[0] = byR / customers;
    gradient[1] = byAlpha / customers;
    gradient[2] = byS / customers;
    gradient[3] = byBeta / customers;
    return value / customers;
  };

  /** Pieces of a group whose integrals are of sizes that one scale can hold; the group itself nearly always. */
  function stretchesOf(group: Group, k: number): Group[] {
    const fall = (from: number, to: number): number =>
      k * ((alphaLogs[to] as number) - (alphaLogs[from] as number));
    if (fall(group.first, group.latest) < WIDEST_SCALE) return [group];
    const pieces: Group[] = [];
    for (let from = group.from; from < group.to; ) {
      const first = cells.recency[from] as number;
      let to = from + 1;
      while (to < group.to && fall(first, cells.recency[to] as number) < WIDEST_SCALE) to++;
      pieces.push({ ...group, from, to, first, latest: cells.recency[to - 1] as number });
      from = to;
    }
    return pieces;
  }

  function addGroup(group: Group, parameters: readonly [number, number, number, number], total: Sums): void {
    const [r, , s, beta] = parameters;
    const [whole, perR, perAlpha, perS, perBeta] = suffix as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const k = r + group.x;
    const shift = k * (alphaLogs[group.first] as number) + (s + 1) * (betaLogs[group.first] as number);
    let [sum, sumR, sumAlpha, sumS, sumBeta] = [0, 0, 0, 0, 0];
    for (let day = group.last; day >= group.first; day--) {
      whole[day] = sum;
      perR[day] = sumR;
      perAlpha[day] = sumAlpha;
      perS[day] = sumS;
      perBeta[day] = sumBeta;
      if (day === group.first) break;
      for (let node = (day - 1) * 3, i = 0; i < 3; i++, node++) {
        const logA = alphaAt[node] as number;
        const logB = betaAt[node] as number;
        const part = (WEIGHTS[i] as number) * Math.exp(shift - k * logA - (s + 1) * logB);
        sum += part;
        sumR += part * logA;
        sumAlpha += part * k * (perAlphaAt[node] as number);
        sumS += part * logB;
        sumBeta += part * (s + 1) * (perBetaAt[node] as number);
      }
    }
    const logS = Math.log(s);
    const noDay = betaLogs[0] as number;
    let [value, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
    for (let cell = group.from; cell < group.to; cell++) {
      const age = cells.age[cell] as number;
      const recency = cells.recency[cell] as number;
      const weight = cells.weight[cell] as number;
      const alphaLog = alphaLogs[age] as number;
      const betaLog = betaLogs[age] as number;
      const stillHere = -s * (betaLog - noDay);
      const integral = (whole[recency] as number) - (whole[age] as number);
      let share = 0;
      let more = 0;
      if (integral > 0) {
        // The odds of having left, against being here: the first factor is in the sums already.
        const odds = logS + Math.log(integral) - shift + k * alphaLog + s * betaLog;
        const faint = Math.exp(odds > 0 ? -odds : odds);
        more = Math.log1p(faint) + (odds > 0 ? odds : 0);
        share = (odds > 0 ? 1 : faint) / (1 + faint);
      }
      value += weight * (stillHere + more);
      byS -= weight * (betaLog - noDay);
      byBeta += weight * s * (1 / beta - (perBetaDay[age] as number));
      if (share === 0) continue;
      const part = (weight * share) / integral;
      const left = weight * share;
      byR += left * alphaLog - part * ((perR[recency] as number) - (perR[age] as number));
      byAlpha +=
        left * k * (perAlphaDay[age] as number) -
        part * ((perAlpha[recency] as number) - (perAlpha[age] as number));
      byS += left * (1 / s + betaLog) - part * ((perS[recency] as number) - (perS[age] as number));
      byBeta +=
        left * s * (perBetaDay[age] as number) -
        part * ((perBeta[recency] as number) - (perBeta[age] as number));
    }
    total[0] += value;
    total[1] += byR;
    total[2] += byAlpha;
    total[3] += byS;
    total[4] += byBeta;
  }
}

/** The logarithm of the likelihood and its derivatives by r, α, s and β. */
type Sums = [number, number, number, number, number];

/** The cells with one x, sorted by their last order; the earliest and the latest of these, and the longest age. */
interface Group {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly latest: number;
  readonly last: number;
}

function groupsOf(cells: Cells): Group[] {
  const groups: Group[] = [];
  for (let from = 0; from < cells.size; ) {
    const x = cells.x[from] as number;
    let to = from;
    let last = 0;
    for (; to < cells.size && cells.x[to] === x; to++) last = Math.max(last, cells.age[to] as number);
    const first = cells.recency[from] as number;
    groups.push({ x, from, to, first, latest: cells.recency[to - 1] as number, last });
    from = to;
  }
  return groups;
}
