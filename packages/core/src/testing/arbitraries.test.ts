import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionsOf, evaluate, excludes, holdsAt, implies, validateCriteria } from '../criteria/index.ts';
import { baseVocabulary, checkFact, historyOf } from '../facts/index.ts';
import { validateDefinition } from '../ladder/index.ts';
import { zoneOf, type BusinessCalendar } from '../values/index.ts';
import { arbitraryCriteria, arbitraryFacts, arbitraryInstant, arbitraryLadder } from './arbitraries.ts';

const calendar: BusinessCalendar = { zone: 'Asia/Tehran', calendar: 'jalali' };
const LATE = Date.UTC(2060, 0, 1);

describe('what is drawn at random', () => {
  it('is facts that the vocabulary allows', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const fact of facts)
          expect(checkFact(fact, LATE, baseVocabulary)).toEqual({ ok: true, value: true });
      }),
    );
  });

  it('is criteria that are accepted, unless they contradict themselves', () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        const read = validateCriteria(criteria, baseVocabulary);
        if (read.ok) accepted++;
        else expect(read.refusal.code).toBe('criteria_contradiction');
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(250);
  });

  it('covers every measure, and verdicts of both kinds', () => {
    const measures = new Set<string>();
    const verdicts = { true: 0, false: 0 };
    fc.assert(
      fc.property(arbitraryCriteria, arbitraryFacts, arbitraryInstant, (criteria, facts, at) => {
        for (const condition of conditionsOf(criteria)) measures.add(condition.measure);
        verdicts[`${evaluate(criteria, historyOf(facts), at, calendar).verdict}`]++;
      }),
      { numRuns: 500 },
    );
    expect([...measures].sort()).toEqual(
      [
        'average',
        'count',
        'daysSinceFirst',
        'daysSinceLast',
        'distinct',
        'latest',
        'max',
        'min',
        'sum',
        'tag',
        'trait',
      ].sort(),
    );
    expect(verdicts.true).toBeGreaterThan(50);
    expect(verdicts.false).toBeGreaterThan(50);
  });

  it('is ladders that are accepted', () => {
    fc.assert(
      fc.property(arbitraryLadder, (ladder) => {
        expect(validateDefinition(ladder, baseVocabulary).ok).toBe(true);
      }),
    );
  });

  it('has ties, returns before their order, and both edges of days', () => {
    const zone = zoneOf('Asia/Tehran');
    const seen = { tie: 0, early: 0, nameless: 0, start: 0, end: 0, repeated: 0 };
    for (const facts of fc.sample(arbitraryFacts, { numRuns: 800, seed: 7 })) {
      if (new Set(facts.map((fact) => fact.key)).size < facts.length) seen.repeated++;
      if (new Set(facts.map((fact) => fact.at)).size < facts.length) seen.tie++;
      for (const fact of facts) {
        if (fact.at === zone.startOf(zone.dayOf(fact.at))) seen.start++;
        if (fact.at === zone.startOf(zone.dayOf(fact.at) + 1) - 1) seen.end++;
        if (fact.type !== 'order.returned') continue;
        const { order } = fact.data;
        if (order === undefined) seen.nameless++;
        else if (
          facts.some((one) => one.type === 'order.paid' && one.data['order'] === order && one.at > fact.at)
        )
          seen.early++;
      }
    }
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(20);
  });
});

describe('the logic of criteria agrees with every history tried', () => {
  it('where it says that one implies another, or that both cannot hold', () => {
    let shown = 0;
    fc.assert(
      fc.property(
        arbitraryCriteria,
        arbitraryCriteria,
        arbitraryFacts,
        arbitraryInstant,
        (one, other, facts, at) => {
          const history = historyOf(facts);
          const known = { ...history, facts: history.facts.filter((fact) => fact.at <= at) };
          const mine = holdsAt(one, known, at, calendar);
          const theirs = holdsAt(other, known, at, calendar);
          if (implies(one, other)) {
            shown++;
            expect(mine && !theirs).toBe(false);
          }
          if (excludes(one, other)) {
            shown++;
            expect(mine && theirs).toBe(false);
          }
          // What is asked together with a third is implied by the two; what is left out of a choice implies the choice.
          expect(implies({ all: [one, other] }, { any: [other, one] })).toBe(true);
          expect(excludes({ all: [one, other] }, { not: one })).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
    expect(shown).toBeGreaterThan(20);
  });
});
