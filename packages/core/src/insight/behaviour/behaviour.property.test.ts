import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { holdsFor } from '../../testing/properties.ts';
import type { Buyer, OrderKept, WalkOver } from '../buyer.ts';
import { basketsSchema, basketWalk } from './baskets.ts';
import { cadenceOfPersonSchema, cadenceSchema, cadenceWalk } from './cadence.ts';
import { channelsSchema, channelWalk } from './channels.ts';
import { cohortsSchema, cohortWalk } from './cohorts.ts';
import { customerTypeOfPersonSchema, customerTypesSchema } from './customer-type.ts';
import { customerTypeWalk } from './customer-types.ts';
import type { WalkOfPeople } from './people.ts';
import { rfmOfPersonSchema, rfmSchema, rfmWalk } from './rfm.ts';
import { seasonsSchema } from './season.ts';
import { seasonWalk } from './seasons.ts';
import { buyer } from './testing-buyers.ts';

/** The last day seen in properties. */
const AS_OF = 20_000;

const strangeAmount = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 5_000_000 }), weight: 8 },
  { arbitrary: fc.constantFrom(0, -500, 1e300, Number.NaN, Number.POSITIVE_INFINITY, 0.1), weight: 1 },
);
const strangeDay = fc.oneof(
  { arbitrary: fc.integer({ min: AS_OF - 900, max: AS_OF }), weight: 12 },
  {
    arbitrary: fc.constantFrom(AS_OF + 3, AS_OF, -30_000, AS_OF - 9_000, Number.NaN, AS_OF - 0.5),
    weight: 1,
  },
);
const word = fc.constantFrom('نان', ' نان ', 'شیر', 'پنیر', 'tea', '', '  ');

const arbitraryOrder: fc.Arbitrary<OrderKept> = fc.record({
  day: strangeDay,
  hour: fc.constantFrom(null, 0, 9, 23, 24, -1, Number.NaN),
  amount: strangeAmount,
  returned: strangeAmount,
  discount: fc.oneof(fc.constant(0), strangeAmount),
  channel: fc.constantFrom(null, 'web', ' web', 'till', ''),
  branch: fc.constantFrom(null, 'تجریش', 'ونک'),
  lines: fc.array(
    fc.record({
      item: word,
      category: fc.constantFrom(null, 'لبنیات', 'نوشیدنی'),
      quantity: fc.constantFrom(1, 0, -2),
      amount: fc.constant(null),
    }),
    { maxLength: 4 },
  ),
});

/** Buyers as strange as sources make them; at times one of them orders thousands of times. */
const arbitraryBuyers: fc.Arbitrary<readonly Buyer[]> = fc.array(
  fc
    .record({
      orders: fc.array(arbitraryOrder, { minLength: 1, maxLength: 8 }),
      touches: fc.array(
        fc.record({ day: strangeDay, channel: fc.constant(null), campaign: fc.constant(null) }),
        {
          maxLength: 3,
        },
      ),
      times: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 1, 40),
    })
    .map(({ orders, touches, times }) => {
      const all = Array.from({ length: times }, (_, i) =>
        orders.map((one) => ({ ...one, day: one.day - i })),
      ).flat();
      return buyer(
        'p',
        all.sort((a, b) => a.day - b.day),
        touches,
      );
    }),
  { maxLength: 16 },
);

/** Numbers in Zod's schemas are finite: what parses has no NaN and no infinity. */
function walked<Result>(walk: WalkOver<Result>, schema: z.ZodType<Result>, buyers: readonly Buyer[]): Result {
  for (const one of buyers) walk.take(one);
  return schema.parse(walk.result());
}

function told<Result, Answer>(
  walk: WalkOfPeople<Result, Answer>,
  schema: z.ZodType<Answer>,
  buyers: readonly Buyer[],
): (Answer | null)[] {
  return buyers.map((_, place) => schema.nullable().parse(walk.answerAt(place)));
}

function wholes(shares: readonly (number | null)[]): void {
  if (shares.some((share) => share === null)) expect(shares.every((share) => share === null)).toBe(true);
  else expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
}

describe('whatever a source tells', () => {
  test('thresholds, segments and their shares are numbers', () => {
    holdsFor(
      'rfm of strange buyers',
      60,
      fc.property(arbitraryBuyers, (buyers) => {
        const walk = rfmWalk({ asOf: AS_OF });
        const { segments, cells, people, frequency } = walked(walk, rfmSchema, buyers);
        wholes(segments.map(({ share }) => share));
        wholes(segments.map(({ revenueShare }) => revenueShare));
        wholes(cells.map(({ share }) => share));
        expect(frequency.fifths.reduce((sum, fifth) => sum + fifth.people, 0)).toBe(people);
        expect(told(walk, rfmOfPersonSchema, buyers).filter((one) => one !== null)).toHaveLength(people);
      }),
    );
  });

  test('an answer made in pieces is the one that is made at once', () => {
    holdsFor(
      'pieces',
      20,
      fc.property(arbitraryBuyers, (buyers) => {
        for (const make of [
          () => rfmWalk({ asOf: AS_OF }),
          () => customerTypeWalk({ asOf: AS_OF, withoutOrder: 2 }),
          () => cadenceWalk({ asOf: AS_OF }),
        ]) {
          const [atOnce, inPieces] = [make(), make()];
          for (const walk of [atOnce, inPieces]) for (const one of buyers) walk.take(one);
          const work = inPieces.settle();
          while (work.next().done !== true);
          expect(inPieces.result()).toEqual(atOnce.result());
          expect(inPieces.answerAt(0)).toEqual(atOnce.answerAt(0));
        }
      }),
    );
  });

  test('types and rhythms are shares of everybody', () => {
    holdsFor(
      'types and rhythms of strange buyers',
      30,
      fc.property(arbitraryBuyers, (buyers) => {
        const types = customerTypeWalk({ asOf: AS_OF, withoutOrder: 0 });
        const found = walked(types, customerTypesSchema, buyers);
        wholes(found.types.map(({ share }) => share));
        wholes(found.types.map(({ revenueShare }) => revenueShare));
        told(types, customerTypeOfPersonSchema, buyers);
        const cadence = cadenceWalk({ asOf: AS_OF });
        wholes(walked(cadence, cadenceSchema, buyers).classes.map(({ share }) => share));
        const rhythms = told(cadence, cadenceOfPersonSchema, buyers);
        for (const one of rhythms)
          if (one?.usualGap != null) expect(one.lateFrom).toBeGreaterThan(one.usualGap);
      }),
    );
  });

  test('cohorts never hold more people than began, and their value never falls', () => {
    holdsFor(
      'cohorts of strange buyers',
      30,
      fc.property(arbitraryBuyers, (buyers) => {
        const { cohorts, people, earlier } = walked(
          cohortWalk({ asOf: AS_OF, calendar: 'jalali' }),
          cohortsSchema,
          buyers,
        );
        expect(cohorts.reduce((sum, { size }) => sum + size, earlier)).toBe(people);
        for (const { size, periods } of cohorts) {
          expect(periods[0]?.people).toBe(size);
          periods.forEach((period, i) => {
            expect(period.people).toBeLessThanOrEqual(size);
            expect(period.cumulative).toBeGreaterThanOrEqual(periods[i - 1]?.cumulative ?? 0);
          });
        }
      }),
    );
  });

  test('seasons, baskets and channels count every order once', () => {
    holdsFor(
      'seasons, baskets and channels of strange buyers',
      10,
      fc.property(arbitraryBuyers, (buyers) => {
        const seasons = walked(seasonWalk({ asOf: AS_OF, calendar: 'jalali' }), seasonsSchema, buyers);
        expect(seasons.weekdays.reduce((sum, { orders }) => sum + orders, 0)).toBe(seasons.orders);
        const channels = walked(channelWalk({ asOf: AS_OF }), channelsSchema, buyers);
        for (const table of [channels.byChannel, channels.byBranch, channels.byFirstChannel]) {
          expect(table.reduce((sum, { orders }) => sum + orders, 0)).toBe(channels.orders);
          if (channels.orders > 0) wholes(table.map(({ ordersShare }) => ordersShare));
        }
        const baskets = walked(basketWalk({ asOf: AS_OF }), basketsSchema, buyers);
        for (const { item } of baskets.most) expect(item).toBe(item.trim());
      }),
    );
  });

  test('who is taken first does not matter', () => {
    holdsFor(
      'order of buyers',
      30,
      fc.property(arbitraryBuyers, (buyers) => {
        const turned = [...buyers].reverse();
        const cohorts = (of: readonly Buyer[]) =>
          walked(cohortWalk({ asOf: AS_OF, calendar: 'gregorian' }), cohortsSchema, of).together.map(
            ({ people }) => people,
          );
        expect(cohorts(turned)).toEqual(cohorts(buyers));
        const segments = (of: readonly Buyer[]) =>
          walked(rfmWalk({ asOf: AS_OF }), rfmSchema, of).segments.map(({ people }) => people);
        expect(segments(turned)).toEqual(segments(buyers));
      }),
    );
  });
});
