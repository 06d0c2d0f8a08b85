import type { Advised } from '../../../api/money-queries.ts';
import type { AdvisorSearch } from '../spend-search.ts';

export type Assumptions = NonNullable<Advised['usual']>;
export type Advice = NonNullable<Advised['advice']>;
export type StepAdvice = Advice['steps'][number];
export type Worth = NonNullable<StepAdvice['overall']>;

/** Assumptions that are shares, each as it is moved: from nothing up to `most`, in steps. */
export const SLIDERS = [
  { key: 'causalShare', most: 1, step: 0.05 },
  { key: 'lift', most: 0.3, step: 0.01 },
  { key: 'fade', most: 0.95, step: 0.05 },
  { key: 'marginRate', most: 1, step: 0.01 },
  { key: 'discountRate', most: 1, step: 0.05 },
] as const;
type SliderKey = (typeof SLIDERS)[number]['key'];

/** What an address is told of a moved assumption: nothing where it is the usual one again. */
export function movedTo(key: SliderKey | 'horizonMonths', value: number, usual: Assumptions): AdvisorSearch {
  const rounded = Math.round(value * 10_000) / 10_000;
  const changed: { -readonly [Key in keyof AdvisorSearch]: number | undefined } = {
    [key]: Math.abs(rounded - usual[key]) < 1e-9 ? undefined : rounded,
  };
  // What is undefined leaves the address.
  return changed as AdvisorSearch;
}

/** Whether an answer stands on other assumptions than the usual ones. */
export function isMoved(moved: AdvisorSearch): boolean {
  return Object.entries(moved).some(([key, value]) => key !== 'budget' && value !== undefined);
}

/** People it is not worth spending on, over all rungs: by type and by how long ago they ordered. */
export interface NotWorthIt {
  readonly rung: number;
  readonly type: number | null;
  readonly recency: StepAdvice['byRecency'][number] | null;
  readonly worth: Worth;
}

export function notWorthIt({ steps }: Pick<Advice, 'steps'>): readonly NotWorthIt[] {
  return steps.flatMap(({ rung, overall, byType, byRecency }): NotWorthIt[] => {
    if (overall === null) return [];
    // Where nobody on the rung is worth it, its parts need no lines of their own.
    if (overall.verdict === 'not_worth') return [{ rung, type: null, recency: null, worth: overall }];
    return [
      ...(byType.length < 2
        ? []
        : byType.flatMap((worth) =>
            worth.verdict === 'not_worth' && worth.people > 0
              ? [{ rung, type: worth.type, recency: null, worth }]
              : [],
          )),
      ...byRecency.flatMap((worth) =>
        worth.verdict === 'not_worth' && worth.people > 0
          ? [{ rung, type: null, recency: worth, worth }]
          : [],
      ),
    ];
  });
}
