import * as fc from 'fast-check';
import type { Condition, Criteria, FieldTest } from '../criteria/index.ts';
import { baseVocabulary, type ArrivingFact, type FactData } from '../facts/index.ts';
import { validateDefinition, type Ladder, type Rung } from '../ladder/index.ts';
import { addMonths, dayFrom, zoneOf, type Day, type Instant, type Window } from '../values/index.ts';

/** Random histories, criteria and ladders over a small vocabulary, rich in what breaks rules about time. */

const MINUTE = 60_000;
const tehran = zoneOf('Asia/Tehran');

function jalali(year: number, month: number, day: number): Day {
  const found = dayFrom('jalali', year, month, day);
  if (found === null) throw new RangeError(`No such date: ${year}/${month}/${day}`);
  return found;
}

/** Days on which something about the calendar or the clock is unusual. */
const UNUSUAL_DAYS: readonly Day[] = [
  jalali(1399, 12, 30), // leap days
  jalali(1403, 12, 30),
  jalali(1403, 12, 29),
  jalali(1404, 12, 29), // where a year after a leap day ends
  jalali(1404, 1, 1),
  jalali(1401, 1, 2), // its first hour does not exist
  jalali(1400, 1, 2),
  jalali(1400, 6, 30), // its last hour happens twice
  jalali(1400, 6, 31), // a month later has 30 days
  jalali(1401, 6, 31),
  dayFrom('gregorian', 2024, 2, 29) ?? 0,
];

const arbitraryDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: jalali(1400, 1, 1), max: jalali(1402, 12, 29) }) },
  { weight: 3, arbitrary: fc.constantFrom(...UNUSUAL_DAYS) },
  // A year and a few months on each side of the unusual days: where windows from them end.
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...UNUSUAL_DAYS),
        fc.integer({ min: -14, max: 14 }),
        fc.integer({ min: -1, max: 1 }),
      )
      .map(([day, months, days]) => addMonths(day, months, 'jalali') + days),
  },
  { weight: 1, arbitrary: fc.integer({ min: jalali(1370, 1, 1), max: jalali(1420, 1, 1) }) },
);

/** An instant in Tehran's days: the very start or end of one, near them, or some minute; often the same one twice. */
export const arbitraryInstant: fc.Arbitrary<Instant> = fc
  .tuple(
    arbitraryDay,
    fc.oneof(
      fc.constantFrom(0, 1, -1, 30 * MINUTE, 12 * 60 * MINUTE),
      fc.integer({ min: 0, max: 1439 }).map((minute) => minute * MINUTE),
    ),
  )
  .map(([day, offset]) => tehran.startOf(day) + offset);

const order = fc.integer({ min: 1, max: 5 }).map((number) => `o${number}`);
const amount = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(100, 1_000_000));
const channel = fc.constantFrom('site', 'shop', 'phone');

function told(
  type: string,
  data: fc.Arbitrary<FactData>,
): fc.Arbitrary<{ readonly type: string; readonly data: FactData }> {
  return data.map((record) => ({ type, data: record }));
}

const arbitraryTold = fc.oneof(
  {
    weight: 6,
    arbitrary: told(
      'order.paid',
      fc.record({ order, amount, channel }, { requiredKeys: ['order', 'amount'] }),
    ),
  },
  // With and without the order it undoes; of orders that were never paid, too.
  {
    weight: 3,
    arbitrary: told('order.returned', fc.record({ order, amount }, { requiredKeys: ['amount'] })),
  },
  {
    weight: 3,
    arbitrary: told(
      'product.viewed',
      fc.record({ category: fc.constantFrom('bean', 'cup', 'mill') }, { requiredKeys: [] }),
    ),
  },
  {
    weight: 2,
    arbitrary: told(
      'review.written',
      fc.record({ score: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: [] }),
    ),
  },
  {
    weight: 2,
    arbitrary: told(
      'survey.answered',
      fc.record(
        { question: fc.constantFrom('recommend', 'taste'), score: fc.integer({ min: 0, max: 10 }) },
        { requiredKeys: ['question'] },
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('deal.opened', 'deal.reopened', 'deal.lost', 'deal.won'),
        fc.constantFrom('d1', 'd2'),
      )
      .map(([type, deal]) => ({ type, data: { deal } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('want.stated', 'want.ended'), fc.constantFrom('w1', 'w2', 'w3'))
      .map(([type, want]) => ({
        type,
        data: { want, kind: want === 'w1' ? 'need' : 'want', product: 'tea' },
      })),
  },
  { weight: 1, arbitrary: told('lead.qualified', fc.constant({})) },
  { weight: 1, arbitrary: told('lead.disqualified', fc.constant({})) },
  { weight: 1, arbitrary: told('tag.added', fc.record({ tag: fc.constantFrom('family', 'vip') })) },
  { weight: 1, arbitrary: told('tag.removed', fc.record({ tag: fc.constantFrom('family', 'vip') })) },
  {
    weight: 1,
    arbitrary: told(
      'trait.changed',
      fc.oneof(
        fc.record({ trait: fc.constant('city'), value: fc.constantFrom('tehran', 'karaj') }),
        fc.record({ trait: fc.constant('age'), value: fc.integer({ min: 15, max: 20 }) }),
      ),
    ),
  },
);

/** One person's facts as they arrive: in any order, several at one instant, some sent twice. */
export const arbitraryFacts: fc.Arbitrary<ArrivingFact[]> = fc
  .tuple(
    fc.array(fc.tuple(arbitraryTold, fc.nat()), { maxLength: 14 }),
    fc.array(arbitraryInstant, { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(), { maxLength: 3 }),
  )
  .map(([deeds, instants, repeated]) => {
    const facts = deeds.map(([deed, when], index): ArrivingFact => {
      const at = instants[when % instants.length] ?? 0;
      return { ...deed, at, id: index + 1, source: 'test', key: `f${index + 1}` };
    });
    const again = repeated.flatMap((pick) => facts.slice(pick % Math.max(1, facts.length)).slice(0, 1));
    return [...facts, ...again];
  });

const arbitraryWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.constantFrom(1, 7, 30, 90, 365).map((days) => ({ days })),
  fc.constantFrom(1, 6, 12).map((months) => ({ months })),
  fc.constantFrom(1, 2).map((years) => ({ years })),
);

/** At least one bound, never upside down. */
function range(low: number, high: number): fc.Arbitrary<{ atLeast?: number; atMost?: number }> {
  const bound = fc.integer({ min: low, max: high });
  return fc.oneof(
    { weight: 3, arbitrary: bound.map((atLeast) => ({ atLeast })) },
    { weight: 2, arbitrary: bound.map((atMost) => ({ atMost })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(bound, bound)
        .map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
    },
  );
}

const paidTests: fc.Arbitrary<FieldTest[]> = fc.constantFrom<FieldTest[]>(
  [{ field: 'channel', is: 'site' }],
  [{ field: 'channel', not: 'shop' }],
  [
    { field: 'channel', oneOf: ['site', 'phone'] },
    { field: 'amount', atLeast: 3 },
  ],
  [{ field: 'amount', atMost: 8 }],
);
const paid = { of: 'order.paid' } as const;
const kept = fc.constant<true>(true);
const optional: { requiredKeys: [] } = { requiredKeys: [] };

/** The parts that conditions over paid orders share. */
const ordersIn = fc.record({ within: arbitraryWindow, where: paidTests }, optional);

const arbitraryCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(ordersIn, fc.record({ kept }, optional), range(0, 4))
    .map(([over, only, asked]): Condition => ({ measure: 'count', ...paid, ...over, ...only, ...asked })),
  fc
    .tuple(
      fc.constantFrom('product.viewed', ['product.viewed', 'order.paid', 'survey.answered']),
      fc.record({ within: arbitraryWindow }, optional),
      range(0, 4),
    )
    .map(([of, over, asked]): Condition => ({ measure: 'count', of, ...over, ...asked })),
  fc
    .tuple(
      fc.constantFrom('deal.opened', 'lead.qualified', ['deal.opened', 'lead.disqualified']),
      fc.record({ within: arbitraryWindow }, optional),
      range(0, 2),
    )
    .map(([of, over, asked]): Condition => ({ measure: 'count', of, open: true, ...over, ...asked })),
  fc
    .tuple(
      fc.constantFrom<'is' | 'not'>('is', 'not'),
      fc.record({ within: arbitraryWindow }, optional),
      range(0, 2),
    )
    .map(
      ([test, over, asked]): Condition => ({
        measure: 'count',
        of: 'want.stated',
        where: [{ field: 'kind', [test]: 'want' }],
        open: true,
        ...over,
        ...asked,
      }),
    ),
  fc.tuple(ordersIn, fc.record({ kept }, optional), range(-5, 30)).map(
    ([over, only, asked]): Condition => ({
      measure: 'sum',
      ...paid,
      field: 'amount',
      ...over,
      ...only,
      ...asked,
    }),
  ),
  fc
    .tuple(fc.constantFrom('average', 'max', 'min'), ordersIn, range(0, 12))
    .map(([measure, over, asked]): Condition => ({ measure, ...paid, field: 'amount', ...over, ...asked })),
  fc
    .tuple(
      fc.constantFrom('average', 'max', 'min'),
      fc.record({ within: arbitraryWindow }, optional),
      range(1, 5),
    )
    .map(
      ([measure, over, asked]): Condition => ({
        measure,
        of: 'review.written',
        field: 'score',
        ...over,
        ...asked,
      }),
    ),
  fc.tuple(fc.record({ within: arbitraryWindow }, optional), range(0, 3)).map(
    ([over, asked]): Condition => ({
      measure: 'distinct',
      of: 'product.viewed',
      field: 'category',
      ...over,
      ...asked,
    }),
  ),
  fc
    .tuple(
      fc.constantFrom('daysSinceFirst', 'daysSinceLast'),
      fc.record({ where: paidTests }, optional),
      fc.oneof(range(0, 3), range(25, 400)),
    )
    .map(([measure, over, asked]): Condition => ({ measure, ...paid, ...over, ...asked })),
  range(0, 10).map(
    (asked): Condition => ({
      measure: 'latest',
      of: 'survey.answered',
      where: [{ field: 'question', is: 'recommend' }],
      field: 'score',
      ...asked,
    }),
  ),
  fc.constantFrom<Condition>(
    { measure: 'latest', of: 'order.paid', field: 'channel', is: 'site' },
    { measure: 'latest', of: 'survey.answered', field: 'score', oneOf: [9, 10] },
    { measure: 'trait', trait: 'city', is: 'tehran' },
    { measure: 'trait', trait: 'city', oneOf: ['karaj', 'qom'] },
    { measure: 'trait', trait: 'age', atLeast: 18 },
    { measure: 'tag', tag: 'family' },
    { measure: 'tag', tag: 'vip' },
  ),
);

/** Criteria with every measure, in groups up to three deep. They may contradict themselves; they still evaluate. */
export const arbitraryCriteria: fc.Arbitrary<Criteria> = fc.letrec<{ node: Criteria }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: arbitraryCondition },
    { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie('node').map((not) => ({ not })) },
  ),
})).node;

const arbitraryRung = fc.record(
  { enter: arbitraryCriteria, stay: arbitraryCriteria, grace: arbitraryWindow },
  { requiredKeys: ['enter'] },
);

/** Ladders of two to six rungs that would be accepted: no rung contradicts itself or can never be stood on. */
export const arbitraryLadder: fc.Arbitrary<Ladder> = fc
  .array(arbitraryRung, { minLength: 1, maxLength: 5 })
  .map((above): Ladder => {
    const rungs: Rung[] = [{ key: 'ground', name: { fa: 'زمین', en: 'Ground' } }];
    for (const [index, rung] of above.entries()) {
      rungs.push({
        key: `rung-${index + 1}`,
        name: { fa: `پلهٔ ${index + 1}`, en: `Rung ${index + 1}` },
        ...rung,
      });
    }
    return { kind: 'ladder', key: 'random', name: { fa: 'تصادفی', en: 'Random' }, rungs };
  })
  .filter((ladder) => validateDefinition(ladder, baseVocabulary).ok);
