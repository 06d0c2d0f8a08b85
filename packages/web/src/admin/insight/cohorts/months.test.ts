import { describe, expect, test } from 'vitest';
import { type Cohorts, latestChange } from './months.ts';

function cohort(month: number, size: number, back: number, complete = true): Cohorts['cohorts'][number] {
  const period = (place: number, people: number, whole: boolean) => ({
    month: place,
    complete: whole,
    people,
    retention: people / size,
    revenue: 0,
    cumulative: 0,
    perPerson: 0,
  });
  return {
    year: 1404,
    month,
    from: month * 30,
    size,
    complete: true,
    mayBeOlder: false,
    periods: [period(0, size, true), period(1, back, complete)],
  };
}

const of = (...cohorts: Cohorts['cohorts']): Cohorts => ({
  asOf: 400,
  calendar: 'jalali',
  people: 0,
  earlier: 0,
  firstSeen: null,
  ninthGap: null,
  cohorts,
  together: [],
});

describe('the latest cohort against those before it', () => {
  test('is told where it did otherwise than chance would have it', () => {
    const change = latestChange(of(cohort(1, 100, 20), cohort(2, 100, 22), cohort(3, 100, 45)));
    expect(change?.cohort.month).toBe(3);
    expect(change?.now).toBeCloseTo(0.45);
    expect(change?.usual).toBeCloseTo(0.21);
    expect(latestChange(of(cohort(1, 100, 40), cohort(2, 100, 5)))?.now).toBeCloseTo(0.05);
  });

  test('is not told where it did as usual, or nobody can know', () => {
    expect(latestChange(of(cohort(1, 100, 20), cohort(2, 100, 23)))).toBeNull();
    expect(latestChange(of(cohort(1, 100, 20)))).toBeNull();
    expect(latestChange(of())).toBeNull();
    // Five people are no cohort.
    expect(latestChange(of(cohort(1, 100, 20), cohort(2, 5, 5)))).toBeNull();
  });

  test('is the last one whose month is over', () => {
    const change = latestChange(of(cohort(1, 100, 20), cohort(2, 100, 60), cohort(3, 100, 1, false)));
    expect(change?.cohort.month).toBe(2);
  });
});
