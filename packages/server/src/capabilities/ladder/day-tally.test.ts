import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DayTally } from './day-tally.ts';

const day = fc.oneof(fc.integer({ min: 19_000, max: 21_000 }), fc.integer({ min: -800, max: 40_000 }));
const counted = fc.array(fc.tuple(day, fc.nat(5), fc.integer({ min: -1, max: 9 })), { maxLength: 200 });

test('whatever is counted in whatever order, each day and key is told once, in order, with its sum', () => {
  fc.assert(
    fc.property(counted, (told) => {
      const tally = new DayTally();
      const plain = new Map<string, number>();
      for (const [on, key, count] of told) {
        tally.add(on, key, count);
        plain.set(`${on} ${key}`, (plain.get(`${on} ${key}`) ?? 0) + count);
      }
      const rows = [...tally];
      expect(new Map(rows.map((row) => [`${row.day} ${row.key}`, row.count]))).toEqual(
        new Map([...plain].filter(([, sum]) => sum !== 0)),
      );
      expect(rows).toEqual(rows.toSorted((a, b) => a.day - b.day || a.key - b.key));
    }),
  );
});
