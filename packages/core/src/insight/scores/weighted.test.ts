import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './weighted.ts';

test('cells are put in order of any scores, equal ones as they came', () => {
  const score = fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(0, -0, 1, -1, Number.MAX_VALUE, -Number.MIN_VALUE, Number.POSITIVE_INFINITY),
    fc.integer({ min: -3, max: 3 }),
  );
  fc.assert(
    fc.property(fc.array(score, { maxLength: 80 }), (scores) => {
      const wanted = scores
        .map((_, i) => i)
        .sort((a, b) => {
          const [one, other] = [scores[a] as number, scores[b] as number];
          return one < other ? -1 : one > other ? 1 : 0;
        });
      expect([...inOrder(Float64Array.from(scores))]).toEqual(wanted);
    }),
  );
});

test('and of seven digits, by what is left of them', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true, maxLength: 80 }), (scores) => {
      const wanted = [...scores.keys()].sort((a, b) => {
        const [one, other] = [scores[a] as number, scores[b] as number];
        return one < other ? -1 : one > other ? 1 : 0;
      });
      expect([...inOrder(scores)]).toEqual(wanted);
    }),
  );
});
