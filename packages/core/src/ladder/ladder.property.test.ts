import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyOf } from '../facts/index.ts';
import { arbitraryFacts, arbitraryInstant, arbitraryLadder } from '../testing/arbitraries.ts';
import { plainMoves } from '../testing/plain-answers.ts';
import { holdsFor } from '../testing/properties.ts';
import type { BusinessCalendar } from '../values/index.ts';
import { becauseOfMove, climb, compile } from './climb.ts';

const tehran: BusinessCalendar = { zone: 'Asia/Tehran', calendar: 'jalali' };
const arbitraryCase = fc.record({
  ladder: arbitraryLadder,
  facts: arbitraryFacts,
  asOf: arbitraryInstant,
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

const path = (moves: readonly { at: number; from: number; to: number }[]) =>
  moves.map(({ at, from, to }) => [at, from, to]);

describe('for random ladders and histories', () => {
  test('the climb is what the rules say, looked at on every day on which anything could change', () => {
    holdsFor(
      'climb',
      300,
      fc.property(arbitraryCase, ({ ladder, facts, asOf }) => {
        const history = historyOf(facts);
        expect(path(climb(compile(ladder, tehran), history, asOf).moves)).toEqual(
          path(plainMoves(ladder, history, asOf, tehran)),
        );
      }),
    );
  });

  test('what is told of a day stays what it was when more time has passed', () => {
    holdsFor(
      'past',
      300,
      fc.property(arbitraryCase, ({ ladder, facts, asOf, part }) => {
        const compiled = compile(ladder, tehran);
        const history = historyOf(facts);
        const later = climb(compiled, history, asOf);
        const earlier = Math.floor(history.knownSince + (asOf - history.knownSince) * part);
        if (earlier > asOf || earlier < history.knownSince) return;
        expect(path(climb(compiled, history, earlier).moves)).toEqual(
          path(later.moves.filter((move) => move.at <= earlier)),
        );
      }),
    );
  });

  test('the rung does not change before the instant at which the answer expires', () => {
    holdsFor(
      'standing',
      300,
      fc.property(arbitraryCase, ({ ladder, facts, asOf, part }) => {
        const compiled = compile(ladder, tehran);
        const history = historyOf(facts);
        const now = climb(compiled, history, asOf);
        const end = now.until ?? asOf + 400 * 86_400_000;
        expect(end).toBeGreaterThan(asOf);
        const later = climb(compiled, history, Math.min(end - 1, asOf + Math.floor((end - asOf) * part)));
        expect(path(later.moves)).toEqual(path(now.moves));
        expect(later.place).toBe(now.place);
      }),
    );
  });

  test('a compiled ladder remembers nothing of the person before', () => {
    holdsFor(
      'fresh',
      200,
      fc.property(fc.tuple(arbitraryCase, arbitraryFacts), ([{ ladder, facts, asOf }, others]) => {
        const compiled = compile(ladder, tehran);
        climb(compiled, historyOf(others), asOf);
        expect(climb(compiled, historyOf(facts), asOf)).toEqual(
          climb(compile(ladder, tehran), historyOf(facts), asOf),
        );
      }),
    );
  });

  test('every move keeps the values that made its reason true', () => {
    holdsFor(
      'reasons',
      200,
      fc.property(arbitraryCase, ({ ladder, facts, asOf }) => {
        const compiled = compile(ladder, tehran);
        for (const move of climb(compiled, historyOf(facts), asOf, { reasons: true }).moves) {
          const told = becauseOfMove(compiled, move);
          expect(told?.holds).toBe(move.to > move.from);
          expect(move.because?.holds).toBe(move.to > move.from);
        }
      }),
    );
  });
});
