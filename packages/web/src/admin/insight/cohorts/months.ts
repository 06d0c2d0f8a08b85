import type { Results } from '../../../api/insight-queries.ts';

export type Cohorts = Results['cohorts'];
export type Cohort = Cohorts['cohorts'][number];

/** The class of the people of a cohort, or of those among them who ordered so many months later, as the server calls it. */
export function classOf({ periods }: Pick<Cohort, 'periods'>, after?: number): string {
  const ago = periods.length - 1;
  return after === undefined ? String(ago) : `${ago}.${after}`;
}

/** Fewer people than this say little about their month. */
const LEAST_PEOPLE = 20;
/** Cohorts before the one looked at that say what is usual. */
const LOOKED_BACK = 6;

export interface CohortChange {
  readonly cohort: Cohort;
  /** The share that came back in the month after the first order. */
  readonly now: number;
  /** The same of the cohorts before it, taken together. */
  readonly usual: number;
}

/** The months of all cohorts together, as far as enough people saw them: the last ones rest on the oldest cohort alone. */
export function told({ together }: Cohorts): Cohorts['together'] {
  return together.filter(({ of }) => of >= LEAST_PEOPLE);
}

/**
 * The latest cohort whose next month is over, against those before it: null where there are too few people to compare,
 * or it did as usual, within two standard errors.
 */
export function latestChange({ cohorts }: Cohorts): CohortChange | null {
  const known = cohorts.flatMap((cohort) => {
    const next = cohort.periods[1];
    return next?.complete === true && cohort.size >= LEAST_PEOPLE && !cohort.mayBeOlder
      ? [{ cohort, next }]
      : [];
  });
  const latest = known.at(-1);
  const before = known.slice(0, -1).slice(-LOOKED_BACK);
  const people = before.reduce((all, { cohort }) => all + cohort.size, 0);
  if (latest === undefined || people === 0) return null;
  const usual = before.reduce((all, { next }) => all + next.people, 0) / people;
  const { size } = latest.cohort;
  const now = latest.next.people / size;
  const error = Math.sqrt(usual * (1 - usual) * (1 / size + 1 / people));
  return Math.abs(now - usual) > 2 * error ? { cohort: latest.cohort, now, usual } : null;
}
