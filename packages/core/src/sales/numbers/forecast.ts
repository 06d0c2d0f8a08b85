/** An open deal as the forecast sees it. */
export interface Prospect {
  /** In minor units. */
  readonly amount: number;
  /** The chance that it is won within the time asked for. */
  readonly chance: number;
}

/** What open deals will bring, in minor units: on average, and between what it will be four times out of five. */
export interface Forecast {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const BINS = 400;

/** So many deals are convolved one by one, the largest; what the others bring is as good as normal. */
const MOST_APART = 300;

/** Seven equally likely values of a standard normal: the middles of its sevenths. */
const SHIFTS = [-1.4652, -0.7916, -0.3661, 0, 0.3661, 0.7916, 1.4652];

/**
 * The distribution of the sum: every deal is won or not, by itself, so the sum is convolved deal by deal over BINS equal
 * amounts (a deal between two of them is shared out so that its mean stays). All chances may be wrong together: they are
 * moved in log-odds by a normal error of the size that `known` decided deals leave, in seven equally likely steps. Nothing is
 * drawn, so the same deals give the same answer. Deals that are not open yet are not in it.
 */
export function forecast(deals: readonly Prospect[], known: number): Forecast {
  const total = deals.reduce((sum, { amount }) => sum + amount, 0);
  const mean = deals.reduce((sum, { amount, chance }) => sum + amount * chance, 0);
  if (total <= 0) return { mean: 0, low: 0, high: 0 };
  const bySize = [...deals].sort((one, other) => other.amount - one.amount);
  const apart = bySize.slice(0, MOST_APART);
  const width = apart.reduce((sum, { amount }) => sum + amount, 0) / BINS;
  const average = Math.min(0.98, Math.max(0.02, mean / total));
  const error = Math.sqrt(1 / (Math.max(1, known) * average * (1 - average)));
  const mixed = new Float64Array(BINS + 1);
  for (const shift of SHIFTS) {
    const sums = sumsOf(apart, width, shift * error);
    for (let bin = 0; bin <= BINS; bin++)
      mixed[bin] = (mixed[bin] as number) + (sums[bin] as number) / SHIFTS.length;
  }
  const middle = apart.reduce((sum, { amount, chance }) => sum + amount * chance, 0);
  // The many small ones widen what the large ones spread over, and little.
  const wider = Math.sqrt(1 + varianceOf(bySize.slice(MOST_APART)) / Math.max(1, varianceOf(apart)));
  const edge = (share: number): number =>
    Math.min(total, Math.max(0, Math.round(mean + (quantile(mixed, share) * width - middle) * wider)));
  return { mean: Math.round(mean), low: edge(0.1), high: edge(0.9) };
}

function varianceOf(deals: readonly Prospect[]): number {
  return deals.reduce((sum, { amount, chance }) => sum + amount * amount * chance * (1 - chance), 0);
}

function sumsOf(deals: readonly Prospect[], width: number, shift: number): Float64Array {
  let sums = new Float64Array(BINS + 1);
  sums[0] = 1;
  let reach = 0;
  for (const { amount, chance } of deals) {
    if (amount <= 0 || chance <= 0) continue;
    const won = moved(chance, shift);
    const place = amount / width;
    const below = Math.floor(place);
    const part = place - below;
    const next = new Float64Array(BINS + 1);
    for (let bin = 0; bin <= reach; bin++) {
      const mass = sums[bin] as number;
      if (mass === 0) continue;
      next[bin] = (next[bin] as number) + mass * (1 - won);
      const low = Math.min(BINS, bin + below);
      const high = Math.min(BINS, low + 1);
      next[low] = (next[low] as number) + mass * won * (1 - part);
      next[high] = (next[high] as number) + mass * won * part;
    }
    reach = Math.min(BINS, reach + below + 1);
    sums = next;
  }
  return sums;
}

function moved(chance: number, shift: number): number {
  if (chance >= 1) return 1;
  return 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + shift)));
}

/** The place, in bins, under which this share of the mass lies. */
function quantile(mass: Float64Array, share: number): number {
  let sum = 0;
  for (let bin = 0; bin < mass.length; bin++) {
    sum += mass[bin] as number;
    if (sum >= share) return bin;
  }
  return mass.length - 1;
}
