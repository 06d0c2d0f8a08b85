import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyOf, type ArrivingFact } from '../facts/index.ts';
import { arbitraryCriteria, arbitraryFacts, arbitraryInstant } from '../testing/arbitraries.ts';
import { plainlyHolds, plainlyMeasured } from '../testing/plain-answers.ts';
import { holdsFor } from '../testing/properties.ts';
import type { BusinessCalendar } from '../values/index.ts';
import { becauseOfMeasured } from './because.ts';
import { conditionsOf } from './criteria.ts';
import { evaluate } from './evaluate.ts';
import { factsOf } from './gap.ts';

const calendars: readonly BusinessCalendar[] = [
  { zone: 'Asia/Tehran', calendar: 'jalali' },
  { zone: 'Europe/London', calendar: 'gregorian' },
];
const arbitraryCase = fc.record({
  criteria: arbitraryCriteria,
  facts: arbitraryFacts,
  at: arbitraryInstant,
  calendar: fc.constantFrom(...calendars),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

const FAR = 400 * 86_400_000;

function measuredIn(because: ReturnType<typeof evaluate>['because']): unknown[] {
  if (because.kind === 'condition') return [because.measured];
  return because.kind === 'not' ? measuredIn(because.part) : because.parts.flatMap(measuredIn);
}

describe('for random histories and criteria', () => {
  test('the verdict and every measured value are what the words mean', () => {
    holdsFor(
      'verdict',
      600,
      fc.property(arbitraryCase, ({ criteria, facts, at, calendar }) => {
        const history = historyOf(facts);
        const answer = evaluate(criteria, history, at, calendar);
        expect(measuredIn(answer.because)).toEqual(
          conditionsOf(criteria).map((one) => plainlyMeasured(one, history, at, calendar)),
        );
        expect(answer.verdict).toBe(plainlyHolds(criteria, history, at, calendar));
        expect(answer.because.holds).toBe(answer.verdict);
      }),
    );
  });

  test('the verdict is constant until the instant told', () => {
    holdsFor(
      'until',
      600,
      fc.property(arbitraryCase, ({ criteria, facts, at, calendar, part }) => {
        const history = historyOf(facts);
        const { verdict, until } = evaluate(criteria, history, at, calendar);
        const end = until ?? at + FAR;
        expect(end).toBeGreaterThan(at);
        const between = [at + Math.floor((end - 1 - at) * part), end - 1, Math.min(end - 1, at + 86_400_000)];
        for (const later of between) expect(plainlyHolds(criteria, history, later, calendar)).toBe(verdict);
      }),
    );
  });

  test('neither the order of arrival nor a repetition changes the answer', () => {
    holdsFor(
      'arrival',
      400,
      fc.property(
        fc.tuple(arbitraryCase, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))),
        ([{ criteria, facts, at, calendar }, chance]) => {
          const answer = evaluate(criteria, historyOf(facts), at, calendar);
          const shuffled = shuffle([...facts, ...facts.slice(0, 3)], chance);
          const again = evaluate(criteria, historyOf(firstTold(facts, shuffled)), at, calendar);
          expect({ ...again, because: measuredIn(again.because) }).toEqual({
            ...answer,
            because: measuredIn(answer.because),
          });
        },
      ),
    );
  });

  test('doing what the gap says makes the verdict true, at once and until its deadline', () => {
    holdsFor(
      'gap',
      600,
      fc.property(arbitraryCase, ({ criteria, facts, at, calendar, part }) => {
        const history = historyOf(facts);
        const { gap, verdict } = evaluate(criteria, history, at, calendar);
        if (verdict) expect(gap).toBeNull();
        if (gap === null) return;
        expect(gap.at).toBeGreaterThanOrEqual(at);
        const added = gap.steps.flatMap((step, index) => factsOf(step, gap.at, index * 1000) ?? []);
        const known = { ...history, facts: history.facts.filter((fact) => fact.at <= gap.at) };
        const then = { ...known, facts: [...known.facts, ...added] };
        expect(plainlyHolds(criteria, then, gap.at, calendar)).toBe(true);
        // Something waited for fixes the instant; what is done by people can be done on any day before the deadline.
        const waits = gap.steps.some((step) => step.kind === 'wait');
        const end = Math.min(
          gap.before ?? at + FAR,
          evaluate(criteria, history, at, calendar).until ?? Number.POSITIVE_INFINITY,
        );
        if (waits || end <= at) return;
        const later = at + Math.floor((end - 1 - at) * part);
        const addedLater = gap.steps.flatMap((step, index) => factsOf(step, later, index * 1000) ?? []);
        const laterKnown = {
          ...history,
          facts: [...history.facts.filter((fact) => fact.at <= later), ...addedLater],
        };
        expect(plainlyHolds(criteria, laterKnown, later, calendar)).toBe(true);
      }),
    );
  });

  test('a reason told from kept values is the reason', () => {
    holdsFor(
      'because',
      300,
      fc.property(arbitraryCase, ({ criteria, facts, at, calendar }) => {
        const { because, verdict } = evaluate(criteria, historyOf(facts), at, calendar);
        const told = becauseOfMeasured(criteria, measuredIn(because) as never);
        expect(told.holds).toBe(verdict);
        expect(measuredIn(told)).toEqual(measuredIn(because));
      }),
    );
  });
});

function shuffle<T>(items: T[], chance: fc.Stream<number>): T[] {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor((chance.next().value as number) * (index + 1)) % (index + 1);
    [items[index], items[other]] = [items[other] as T, items[index] as T];
  }
  return items;
}

/** Where one key was told with two contents, the first counts: that choice belongs to the store, so it is kept here. */
function firstTold(original: readonly ArrivingFact[], shuffled: readonly ArrivingFact[]): ArrivingFact[] {
  const first = new Map<string, ArrivingFact>();
  for (const fact of original)
    if (!first.has(`${fact.source} ${fact.key}`)) first.set(`${fact.source} ${fact.key}`, fact);
  return shuffled.map((fact) => first.get(`${fact.source} ${fact.key}`) ?? fact);
}
