import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Criteria } from '../criteria/index.ts';
import { historyOf } from '../facts/index.ts';
import { arbitraryCriteria, arbitraryFacts, arbitraryInstant } from '../testing/arbitraries.ts';
import { holdsFor } from '../testing/properties.ts';
import { answersOf, holdingOf } from './person.ts';

const business = { zone: 'Asia/Tehran', calendar: 'jalali' } as const;
const visit = fc.record({ facts: arbitraryFacts, at: arbitraryInstant });

it('what holds for one person is not touched by who was asked about before, nor by when', () => {
  holdsFor(
    'holding-again',
    60,
    fc.property(
      fc.record({
        asked: fc.array(arbitraryCriteria, { maxLength: 4 }),
        other: arbitraryCriteria,
        visits: fc.array(visit, { minLength: 2, maxLength: 5 }),
      }),
      ({ asked, other, visits }) => {
        const told = visits.map(({ facts, at }) => {
          const history = historyOf(facts);
          return { history, at, holding: holdingOf({ history }, asked, at, business) };
        });
        // Asked only now, when the criteria have played the histories of all.
        for (const { history, at, holding } of told) {
          const afresh = answersOf({ history }, asked, at, business);
          const all: Criteria[] = [...asked, other];
          expect(all.map((criteria) => holding.holds(criteria))).toEqual(
            all.map((criteria) => afresh.holds(criteria)),
          );
          expect(holding.keptOrders).toBe(afresh.keptOrders);
        }
      },
    ),
  );
});
