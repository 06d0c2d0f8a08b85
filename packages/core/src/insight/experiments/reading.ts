import type { Instant } from '../../values/index.ts';
import type { ExperimentDefinition, ExperimentReading } from './experiment.ts';
import { measurabilityOf } from './sample-size.ts';
import { sampleRatioOf } from './sample-ratio.ts';
import { type ArmSums, type Uplift, upliftOfMeans, upliftOfShares } from './uplift.ts';
import { type Adjusted, adjustedBy, armsOf, type MeasuredPeople, winsorised } from './variance.ts';
import { BUCKETS } from './assignment.ts';

/** The people whose window is over, one place each in every list. */
export interface PeopleCounted {
  readonly isTreated: Uint8Array;
  readonly ordered: Uint8Array;
  /** Margin in the window, minor units, before the cost of treating. */
  readonly margin: Float64Array;
  /** What was known of them before they were assigned: their margin in as long a time before. */
  readonly before: Float64Array;
  /** The margin that a model expected of them then; null where there was no model yet. */
  readonly expected: Float64Array | null;
  /** Null where no rung is to be reached. */
  readonly climbed: Uint8Array | null;
}

export interface ReadingQuestion {
  readonly definition: Pick<ExperimentDefinition, 'outcome' | 'held' | 'costPerTreated' | 'plan'>;
  readonly at: Instant;
  /** Everybody assigned, their window over or not. */
  readonly assigned: { readonly held: number; readonly treated: number };
  readonly crossed: number;
  readonly people: PeopleCounted;
  readonly marginRate: number;
}

/**
 * What an experiment has shown until now. The arms are checked first; then everybody assigned counts where the draw put
 * them. Finite for any amounts that are.
 */
export function readExperiment(question: ReadingQuestion): ExperimentReading {
  const { definition, people, assigned } = question;
  const { isTreated } = people;
  const ratio = sampleRatioOf(assigned.held, assigned.treated, definition.held / BUCKETS);
  const plain = armsOf({ isTreated, values: people.margin });
  const cut = winsorised(people.margin);
  const adjusted = leastNoise({ isTreated, values: cut.values }, people);
  const orders = sharesOf(isTreated, people.ordered);
  const margin = afterCost(armsOf({ isTreated, values: adjusted.values }), definition.costPerTreated);
  const climbs = people.climbed === null ? null : sharesOf(isTreated, people.climbed);
  const deciding = { orders, margin, climbs }[definition.outcome];
  const { plan } = definition;
  return {
    at: question.at,
    assigned,
    counted: { held: plain.held.people, treated: plain.treated.people },
    crossed: question.crossed,
    ratio,
    verdict: ratio.alarm ? 'faulty' : deciding === null ? 'too_early' : deciding.surely,
    orders,
    margin,
    marginPlain: afterCost(plain, definition.costPerTreated),
    climbs,
    total: margin === null ? null : totalOf(margin),
    winsorisedAbove: cut.bound === null ? null : Math.round(cut.bound),
    adjusted:
      adjusted.reduction > 0
        ? { by: adjusted.by, correlation: adjusted.correlation, reduction: adjusted.reduction }
        : null,
    marginRate: question.marginRate,
    measurability:
      plan === null
        ? null
        : measurabilityOf(
            { measured: plan.measured, lift: plan.lift, held: definition.held / BUCKETS },
            assigned.held + assigned.treated,
          ),
  };
}

/** By what was known beforehand and takes more of the noise off; by the past, where a model knows no more than it. */
function leastNoise(
  measured: MeasuredPeople,
  { before, expected }: Pick<PeopleCounted, 'before' | 'expected'>,
): Adjusted & { readonly by: 'margin_before' | 'expected_margin' } {
  const byPast = adjustedBy(measured, winsorised(before).values);
  const byModel = expected === null ? null : adjustedBy(measured, winsorised(expected).values);
  return byModel !== null && byModel.reduction > byPast.reduction
    ? { ...byModel, by: 'expected_margin' }
    : { ...byPast, by: 'margin_before' };
}

function afterCost(
  { held, treated }: { readonly held: ArmSums; readonly treated: ArmSums },
  cost: number,
): Uplift | null {
  return upliftOfMeans(held, { ...treated, mean: treated.mean - cost });
}

function sharesOf(isTreated: Uint8Array, yes: Uint8Array): Uplift | null {
  const people = [0, 0];
  const count = [0, 0];
  for (let i = 0; i < yes.length; i++) {
    const arm = isTreated[i] === 1 ? 1 : 0;
    people[arm] = (people[arm] as number) + 1;
    count[arm] = (count[arm] as number) + (yes[i] === 1 ? 1 : 0);
  }
  return upliftOfShares(
    { people: people[0] as number, count: count[0] as number },
    { people: people[1] as number, count: count[1] as number },
  );
}

function totalOf({ treated, difference, always }: Uplift): ExperimentReading['total'] {
  return {
    expected: Math.round(difference * treated.people),
    low: Math.round(always.low * treated.people),
    high: Math.round(always.high * treated.people),
  };
}
