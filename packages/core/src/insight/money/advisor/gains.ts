import type { Evidence, Group } from './evidence.ts';

/** A difference with its spread, before any assumption: margin of one who climbed less that of one who did not. */
export interface Gain {
  readonly mean: number;
  readonly variance: number;
}

/** What the past says about one step up: from this rung to a higher one. */
export interface StepEvidence {
  readonly rung: number;
  readonly climbed: number;
  readonly stayed: number;
  /** Null: too few climbed or stayed to say anything. */
  readonly gains: ReadonlyMap<Group, CellGain> | null;
  /** For a cell of which the past knows nothing: what is known of the step as a whole. */
  readonly unknown: CellGain | null;
}

export interface CellGain {
  readonly gain: Gain;
  /** How far the cell's own difference is trusted, 0 to 1; the rest is that of the whole step. */
  readonly own: number;
  /** The variance of the cell's own difference; 0 where it has none. */
  readonly noise: number;
  /** Of a hundred there who climb anyway within the window, 0 to 1. */
  readonly anyway: number;
}

/** Fewer on either side, and nothing is said. */
export const FEWEST = 30;
/** A cell's own variance counts as if so many more people had the spread of the step as a whole. */
const PRIOR_PEOPLE = 4;
/** And its own share of climbers as if so many more had climbed like the rest of the step. */
const PRIOR_CLIMBERS = 10;

/**
 * The difference in each cell, drawn towards that of the step as a whole the more, the less the cell knows by itself: the
 * random-effects mean and spread of DerSimonian and Laird (Controlled Clinical Trials 7, 1986), and the empirical Bayes
 * estimate for each cell from them.
 */
export function gainsOf(evidence: Evidence, rung: number): StepEvidence & { readonly common: Common | null } {
  const groups = evidence.groups.filter((group) => group.rung === rung);
  const [climbed, stayed] = [total(groups, 'climbed'), total(groups, 'stayed')];
  if (climbed.people < FEWEST || stayed.people < FEWEST) {
    return { rung, climbed: climbed.people, stayed: stayed.people, gains: null, unknown: null, common: null };
  }
  const chance = climbed.people / (climbed.people + stayed.people);
  const own = new Map<Group, Gain>();
  for (const group of groups) {
    if (group.climbed.people === 0 || group.stayed.people === 0) continue;
    const variance = noiseOf(group.climbed, climbed.variance) + noiseOf(group.stayed, stayed.variance);
    own.set(group, { mean: group.climbed.mean - group.stayed.mean, variance });
  }
  // Where no cell has both sides there is nothing to compare within.
  if (own.size === 0) {
    return { rung, climbed: climbed.people, stayed: stayed.people, gains: null, unknown: null, common: null };
  }
  const common = commonOf([...own.values()]);
  const gains = new Map<Group, CellGain>();
  for (const group of groups) {
    const people = group.climbed.people + group.stayed.people;
    const anyway = (group.climbed.people + PRIOR_CLIMBERS * chance) / (people + PRIOR_CLIMBERS);
    gains.set(group, drawn(own.get(group), common, anyway));
  }
  return {
    rung,
    climbed: climbed.people,
    stayed: stayed.people,
    gains,
    unknown: drawn(undefined, common, chance),
    common,
  };
}

/** The mean of a step's differences over cells, its variance, and how much cells differ from one another. */
export interface Common {
  readonly mean: number;
  readonly variance: number;
  readonly between: number;
}

function drawn(own: Gain | undefined, common: Common, anyway: number): CellGain {
  const { mean, variance, between } = common;
  if (own === undefined) return { gain: { mean, variance: variance + between }, own: 0, noise: 0, anyway };
  const spread = between + own.variance;
  const trust = spread > 0 ? between / spread : 0;
  return {
    gain: {
      mean: trust * own.mean + (1 - trust) * mean,
      variance: trust * own.variance + (1 - trust) ** 2 * variance,
    },
    own: trust,
    noise: own.variance,
    anyway,
  };
}

/**
 * The mean over several cells by weights, with its variance: what cells know by themselves is independent, what they have
 * from the whole step is not.
 */
export function averaged(
  parts: readonly { readonly weight: number; readonly of: CellGain }[],
  common: Common,
): Gain | null {
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!(all > 0)) return null;
  let [mean, alone, shared] = [0, 0, 0];
  for (const { weight, of } of parts) {
    const part = weight / all;
    mean += part * of.gain.mean;
    shared += part * (1 - of.own);
    alone += part ** 2 * (of.noise > 0 ? of.own * of.noise : common.between);
  }
  return { mean, variance: alone + shared ** 2 * common.variance };
}

type Arm = Group['climbed'];

function total(
  groups: readonly Group[],
  arm: 'climbed' | 'stayed',
): { readonly people: number; readonly variance: number } {
  let [people, squares, freedom] = [0, 0, 0];
  for (const group of groups) {
    const one = group[arm];
    people += one.people;
    squares += one.variance * Math.max(0, one.people - 1);
    freedom += Math.max(0, one.people - 1);
  }
  return { people, variance: freedom > 0 ? squares / freedom : 0 };
}

function noiseOf({ people, variance }: Arm, pooled: number): number {
  const freedom = people - 1;
  return (freedom * variance + PRIOR_PEOPLE * pooled) / (freedom + PRIOR_PEOPLE) / people;
}

function commonOf(all: readonly Gain[]): Common {
  // Where nobody left anything there is no spread at all; a unit of money squared keeps the weights finite.
  const noises = all.map(({ variance }) => Math.max(variance, 1));
  const weights = noises.map((noise) => 1 / noise);
  const sum = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  const fixed = all.reduce((so, { mean }, i) => so + mean * (weights[i] as number), 0) / sum;
  const q = all.reduce((so, { mean }, i) => so + (weights[i] as number) * (mean - fixed) ** 2, 0);
  const room = sum - squares / sum;
  const between = room > 0 ? Math.max(0, (q - (all.length - 1)) / room) : 0;
  const random = noises.map((noise) => 1 / (noise + between));
  const randomSum = random.reduce((a, b) => a + b, 0);
  const mean = all.reduce((so, one, i) => so + one.mean * (random[i] as number), 0) / randomSum;
  return { mean, variance: 1 / randomSum, between };
}
