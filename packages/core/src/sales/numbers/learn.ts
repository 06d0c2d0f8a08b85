import { type Instant, MS_PER_DAY } from '../../values/index.ts';
import { rateOf } from '../rate.ts';
import { bandOf, landmarksOf, type PastDeal } from './past.ts';

/**
 * How likely a deal is won, learnt from the business's own decided deals: of those that stood on this step for as long,
 * what share was won, and how long after. Where there were few, the share leans on that of the step, and the step's on that
 * of all, as if STRENGTH further deals had come out like those (empirical Bayes with a fixed prior strength; Efron and
 * Morris, "Stein's Paradox in Statistics", Scientific American 236, 1977).
 *
 * Deals that are still open teach nothing here: what was decided quickly weighs more in a young business than it should.
 */
export interface ChanceModel {
  readonly learntAt: Instant;
  readonly decided: number;
  readonly won: number;
  /** Of all decided deals. */
  readonly base: number;
  readonly steps: Readonly<Record<string, Learnt>>;
  /** By step and band, as `step band`. */
  readonly cells: Readonly<Record<string, Learnt>>;
}

export interface Learnt {
  readonly deals: number;
  readonly won: number;
  /** Days from that moment to the win, ascending. */
  readonly days: readonly number[];
}

/** What is said of one deal. */
export interface DealChance {
  readonly chance: number;
  /** The true share lies between these in 95 of 100 such cases, going by how many deals were seen. */
  readonly low: number;
  readonly high: number;
  /** How many decided deals stood there as long, and how many of them were won. */
  readonly deals: number;
  readonly won: number;
}

/** As so many deals more, the wider group counts in the narrower one. */
export const STRENGTH = 10;

/** With fewer decided deals, or fewer won or lost among them, nobody can tell. */
export const FEWEST_DECIDED = 20;
export const FEWEST_OF_EACH = 5;

/** Learns from what was decided up to an instant. Null: too little was. */
export function learnChances(deals: readonly PastDeal[], at: Instant): ChanceModel | null {
  const decided = deals.filter(({ closedAt }) => closedAt !== null && closedAt <= at);
  const won = decided.filter((deal) => deal.won).length;
  if (decided.length < FEWEST_DECIDED || Math.min(won, decided.length - won) < FEWEST_OF_EACH) return null;
  const steps = new Map<string, Collected>();
  const cells = new Map<string, Collected>();
  for (const deal of decided) {
    const marks = landmarksOf(deal, at);
    for (const { step, band, at: when } of marks) {
      const days = deal.won ? Math.max(0, ((deal.closedAt as Instant) - when) / MS_PER_DAY) : null;
      collect(cells, cellOf(step, band), days);
      if (band === 0) collect(steps, step, days);
    }
  }
  return {
    learntAt: at,
    decided: decided.length,
    won,
    base: won / decided.length,
    steps: learntOf(steps),
    cells: learntOf(cells),
  };
}

interface Collected {
  deals: number;
  days: number[];
}

function collect(into: Map<string, Collected>, key: string, days: number | null): void {
  let one = into.get(key);
  if (one === undefined) into.set(key, (one = { deals: 0, days: [] }));
  one.deals++;
  if (days !== null) one.days.push(Math.floor(days));
}

function learntOf(collected: ReadonlyMap<string, Collected>): Readonly<Record<string, Learnt>> {
  return Object.fromEntries(
    [...collected].map(([key, { deals, days }]) => [
      key,
      { deals, won: days.length, days: days.sort((one, other) => one - other) },
    ]),
  );
}

function cellOf(step: string, band: number): string {
  return `${step} ${band}`;
}

const NOTHING: Learnt = { deals: 0, won: 0, days: [] };

function kept(record: Readonly<Record<string, Learnt>>, key: string): Learnt {
  return Object.hasOwn(record, key) ? (record[key] as Learnt) : NOTHING;
}

/** The chance that a deal is won which has stood on a step for so many days. */
export function chanceOf(model: ChanceModel, step: string, days: number): DealChance {
  const cell = kept(model.cells, cellOf(step, bandOf(days)));
  const byStep = leaning(kept(model.steps, step), model.base);
  const chance = leaning(cell, byStep);
  return { ...spread(chance, cell.deals + STRENGTH), deals: cell.deals, won: cell.won };
}

/** The same for every deal: the share of all decided deals that was won. */
export function baseChance(model: ChanceModel): DealChance {
  return { ...spread(model.base, model.decided), deals: model.decided, won: model.won };
}

/** The chance that it is won within so many days from now. */
export function chanceWithin(model: ChanceModel, step: string, days: number, horizon: number): number {
  const { chance } = chanceOf(model, step, days);
  const byStep = kept(model.steps, step);
  const cell = kept(model.cells, cellOf(step, bandOf(days)));
  const all = soon(byStep.days, horizon);
  const share =
    (soon(cell.days, horizon) * cell.days.length + all * STRENGTH) / (cell.days.length + STRENGTH);
  return chance * share;
}

/** The share of these days that are within the horizon; of none, all: nothing speaks against it. */
function soon(days: readonly number[], horizon: number): number {
  if (days.length === 0) return 1;
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) <= horizon) low = middle + 1;
    else high = middle;
  }
  return low / days.length;
}

function leaning({ deals, won }: Learnt, on: number): number {
  return (won + STRENGTH * on) / (deals + STRENGTH);
}

function spread(chance: number, of: number): Pick<DealChance, 'chance' | 'low' | 'high'> {
  const { low, high } = rateOf(chance * of, of);
  return { chance, low, high };
}
