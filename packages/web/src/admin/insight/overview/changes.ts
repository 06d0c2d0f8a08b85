import type { InsightOutcome } from '../../../api/insight-queries.ts';

/** A figure now and in the run before; `by` is null where there was none to compare with. */
export interface Moved {
  readonly now: number;
  readonly by: number | null;
}

export interface Changes {
  readonly atRisk: Moved | null;
  readonly value90: Moved | null;
  readonly leaving: Moved | null;
}

/** Below this part of itself a figure of money has not moved: models fitted anew each night shake a little. */
const STILL = 0.005;

/** What is at risk of those who are not gone yet: for the others it is late. Null where no value is told. */
export function atRiskStill({ bands }: InsightOutcome): number | null {
  const still = bands.filter(({ band, atRisk }) => band !== 'gone' && atRisk !== null);
  return still.length === 0 ? null : still.reduce((all, { atRisk }) => all + (atRisk ?? 0), 0);
}

/** What changed from one run to the next. */
export function changesOf(now: InsightOutcome, before: InsightOutcome | null): Changes {
  const moved = (
    present: number | null | undefined,
    past: number | null | undefined,
    still: number,
  ): Moved | null => {
    if (present === null || present === undefined) return null;
    if (past === null || past === undefined) return { now: present, by: null };
    const by = present - past;
    return { now: present, by: Math.abs(by) <= still * Math.abs(past) ? 0 : by };
  };
  const leaving = now.bands.find(({ band }) => band === 'leaving');
  return {
    atRisk: moved(atRiskStill(now), before === null ? null : atRiskStill(before), STILL),
    value90: moved(now.foretold?.value90?.expected, before?.foretold?.value90?.expected, STILL),
    leaving: moved(leaving?.people, leaving?.before, 0),
  };
}
