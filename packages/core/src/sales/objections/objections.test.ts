import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import { answerRate, countRaised, LEAST_DECIDED, type RaisedInDeal } from './answer-rates.ts';
import { objectionKinds, objectionWordsSchema } from './objection.ts';
import { rateOf } from '../rate.ts';
import { difference } from './difference.ts';
import { starterObjections } from './starter.ts';

describe('how far apart two rates are', () => {
  // Newcombe 1998, Interval estimation for the difference, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i against %i of %i', (a, m, b, n, low, high) => {
    const found = difference(rateOf(a, m), rateOf(b, n));
    expect(found?.low).toBeCloseTo(low, 3);
    expect(found?.high).toBeCloseTo(high, 3);
  });

  it('is nought for equals, turns its sign with the sides, and is not told of what was never tried', () => {
    const tried = fc
      .integer({ min: 1, max: 300 })
      .chain((of) => fc.integer({ min: 0, max: of }).map((times) => rateOf(times, of)));
    holdsFor(
      'sales differences',
      100,
      fc.property(fc.tuple(tried, tried), ([one, other]) => {
        const there = difference(one, other);
        const back = difference(other, one);
        expect(there?.low).toBeCloseTo(-(back?.high ?? NaN), 10);
        const self = difference(one, one);
        expect(self !== null && self.low <= 0 && self.high >= 0).toBe(true);
      }),
    );
    expect(difference(rateOf(0, 0), rateOf(1, 2))).toBeNull();
  });
});

describe('what an answer has been worth', () => {
  const given = (
    deal: RaisedInDeal['deal'],
    answers: readonly number[],
    settledBy: number | null = null,
  ) => ({
    deal,
    answers,
    settledBy,
  });
  const times = (count: number, one: RaisedInDeal): RaisedInDeal[] =>
    Array.from({ length: count }, () => one);
  const rateFor = (raised: readonly RaisedInDeal[], answer: number) => {
    const { objection, answers } = countRaised(raised);
    return answerRate(answers.get(answer) ?? { given: 0, settled: 0, decided: 0, won: 0 }, objection);
  };

  it('is told by the decided deals in which it was given, against those in which it was not', () => {
    const raised = [
      ...times(18, given('won', [1], 1)),
      ...times(2, given('lost', [1])),
      ...times(5, given('open', [1, 2])),
      ...times(6, given('won', [2], 2)),
      ...times(14, given('lost', [])),
    ];
    expect(rateFor(raised, 1)).toMatchObject({
      given: 25,
      decided: 20,
      won: { times: 18, of: 20, rate: 0.9 },
      settled: { times: 18, of: 25 },
      without: { times: 6, of: 20, rate: 0.3 },
      comparison: 'better',
    });
  });

  it('is no better than the others where the interval of the difference holds nought, and worse where it is worse', () => {
    const even = [...times(10, given('won', [1])), ...times(10, given('lost', [1]))];
    const others = [...times(9, given('won', [])), ...times(11, given('lost', []))];
    expect(rateFor([...even, ...others], 1).comparison).toBe('same');
    const bad = [...times(1, given('won', [1])), ...times(19, given('lost', [1]))];
    expect(rateFor([...bad, ...times(20, given('won', []))], 1).comparison).toBe('worse');
  });

  it('is hidden where few deals are decided, on either side', () => {
    const few = times(LEAST_DECIDED - 1, given('won', [1], 1));
    const many = times(40, given('lost', []));
    expect(rateFor([...few, ...many], 1)).toMatchObject({
      won: null,
      settled: null,
      decided: 7,
      comparison: 'too-few',
    });
    expect(rateFor(times(40, given('won', [1])), 1)).toMatchObject({
      won: { of: 40 },
      without: null,
      comparison: 'too-few',
    });
    expect(rateFor([], 1)).toMatchObject({ given: 0, won: null, comparison: 'too-few' });
  });

  it('counts a deal once, however often the same was said, and adds up deal by deal', () => {
    const deal = fc.record({
      deal: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
      answers: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
      settledBy: fc.constantFrom(null, 1, 2),
    });
    holdsFor(
      'sales answers',
      100,
      fc.property(fc.array(deal, { maxLength: 30 }), (raised) => {
        const { objection, answers } = countRaised(raised);
        for (const [answer, counts] of answers) {
          const own = raised.filter((one) => one.answers.includes(answer));
          expect(counts.given).toBe(own.length);
          expect(counts.won).toBe(own.filter((one) => one.deal === 'won').length);
          expect(counts.won <= counts.decided && counts.decided <= counts.given).toBe(true);
          const rate = answerRate(counts, objection, 1);
          // With what it is compared with it is everything that was decided.
          expect(rate.decided + (rate.without?.of ?? 0)).toBe(objection.decided);
        }
      }),
    );
  });
});

describe('the fears to begin with', () => {
  it('are ten, of many kinds, complete in both languages, each with answers that differ', () => {
    expect(starterObjections).toHaveLength(10);
    expect(new Set(starterObjections.map(({ key }) => key)).size).toBe(10);
    expect(new Set(starterObjections.map(({ kind }) => kind)).size).toBeGreaterThan(6);
    for (const { kind, title, behind, answers } of starterObjections) {
      expect(objectionKinds).toContain(kind);
      expect(answers.length).toBeGreaterThan(1);
      for (const language of ['fa', 'en'] as const) {
        const words = { kind, title: title[language], behind: behind[language], products: [] };
        expect(objectionWordsSchema.safeParse(words).success).toBe(true);
        expect(new Set(answers.map((answer) => answer[language])).size).toBe(answers.length);
      }
    }
  });
});
