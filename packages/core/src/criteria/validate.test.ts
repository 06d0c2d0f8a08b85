import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseVocabulary } from '../facts/index.ts';
import { refusalSentences, sayRefusal } from '../values/index.ts';
import { criteriaSchema, type Criteria } from './criteria.ts';
import { excludes, implies, sameCriteria } from './logic.ts';
import { MOST_DEPTH, MOST_NODES, validateCriteria } from './validate.ts';

const ever = { measure: 'count', of: 'order.paid', atLeast: 1 } as const;
const family = { measure: 'tag', tag: 'family' } as const;

function refusalOf(criteria: unknown): [code: string, field: string | undefined] {
  const read = validateCriteria(criteria, baseVocabulary);
  if (read.ok) throw new Error(`accepted: ${JSON.stringify(criteria)}`);
  return [read.refusal.code, read.refusal.field];
}

const refused: readonly (readonly [what: string, criteria: unknown, code: string, field?: string])[] = [
  // Shape
  ['nothing', null, 'criteria_unreadable'],
  ['a text', 'order.paid', 'criteria_unreadable'],
  ['a list', [ever], 'criteria_unreadable'],
  ['an empty object', {}, 'criteria_unreadable'],
  ['two groups in one', { all: [ever], any: [ever] }, 'criteria_unreadable'],
  ['an empty group', { any: [] }, 'criteria_group_empty', 'any'],
  ['a group that is no list', { all: ever }, 'criteria_group_empty', 'all'],
  ['a group too large', { any: Array.from({ length: 31 }, () => ever) }, 'criteria_group_too_large', 'any'],
  ['not of nothing', { not: null }, 'criteria_unreadable', 'not'],
  [
    'an unknown measure',
    { all: [ever, { measure: 'median', of: 'order.paid' }] },
    'measure_unknown',
    'all[1].measure',
  ],
  ['a measure that is no text', { measure: { a: 1 } }, 'measure_unknown', 'measure'],
  ['a part nobody knows', { ...ever, limit: 3 }, 'criteria_part_unknown', 'limit'],
  ['a part of another measure', { ...ever, is: 3 }, 'criteria_part_misplaced', 'is'],
  [
    'kept on an average',
    { measure: 'average', of: 'order.paid', field: 'amount', kept: true, atLeast: 1 },
    'criteria_part_misplaced',
    'kept',
  ],
  ['no type', { measure: 'count', atLeast: 1 }, 'criteria_part_missing', 'of'],
  ['no field', { measure: 'sum', of: 'order.paid', atLeast: 1 }, 'criteria_part_missing', 'field'],
  ['a window of nothing', { ...ever, within: { days: 0 } }, 'criteria_part_unreadable', 'within.days'],
  ['a window in weeks', { ...ever, within: { weeks: 2 } }, 'criteria_part_unreadable', 'within'],
  ['a bound that is a text', { ...ever, atLeast: '1' }, 'criteria_part_unreadable', 'atLeast'],
  ['a bound that is not finite', { ...ever, atLeast: Infinity }, 'criteria_part_unreadable', 'atLeast'],
  [
    'an unknown part of a test',
    { ...ever, where: [{ field: 'channel', like: 'x' }] },
    'criteria_part_unknown',
    'where[0].like',
  ],

  // Words
  ['an unknown type', { ...ever, of: 'order.payed' }, 'unknown_fact_type', 'of'],
  ['an inherited name as a type', { ...ever, of: 'constructor' }, 'unknown_fact_type', 'of'],
  ['an unknown type among several', { ...ever, of: ['order.paid', 'x'] }, 'unknown_fact_type', 'of[1]'],
  [
    'an unknown field',
    { measure: 'sum', of: 'order.paid', field: 'amout', atLeast: 1 },
    'unknown_field',
    'field',
  ],
  [
    'an inherited name as a field',
    { measure: 'sum', of: 'order.paid', field: 'toString', atLeast: 1 },
    'unknown_field',
    'field',
  ],
  [
    'a field that one of the types lacks',
    { measure: 'sum', of: ['order.paid', 'visit.made'], field: 'amount', atLeast: 1 },
    'unknown_field',
    'field',
  ],
  [
    'an unknown field in a test',
    {
      any: [
        {
          ...ever,
          where: [
            { field: 'channel', is: 'a' },
            { field: 'x', is: 1 },
          ],
        },
      ],
    },
    'unknown_field',
    'any[0].where[1].field',
  ],

  // Kinds
  [
    'a sum of texts',
    { measure: 'sum', of: 'order.paid', field: 'channel', atLeast: 1 },
    'field_not_a_number',
    'field',
  ],
  [
    'the largest flag',
    { measure: 'max', of: 'order.paid', field: 'onTime', atLeast: 1 },
    'field_not_a_number',
    'field',
  ],
  [
    'a range of a text',
    { measure: 'latest', of: 'order.paid', field: 'channel', atMost: 1 },
    'comparison_not_for_field',
    'atMost',
  ],
  [
    'a range of a text in a test',
    { ...ever, where: [{ field: 'channel', atLeast: 1 }] },
    'comparison_not_for_field',
    'where[0].atLeast',
  ],
  [
    'a number for a text',
    { ...ever, where: [{ field: 'channel', oneOf: ['a', 1] }] },
    'text_expected',
    'where[0].oneOf[1]',
  ],
  [
    'a text for a number',
    { measure: 'latest', of: 'review.written', field: 'score', is: '5' },
    'number_expected',
    'is',
  ],
  [
    'a text for a flag',
    { ...ever, where: [{ field: 'onTime', not: 'yes' }] },
    'flag_expected',
    'where[0].not',
  ],
  [
    'a text for a day',
    { measure: 'latest', of: 'followup.agreed', field: 'day', is: '1405/01/01' },
    'day_expected',
    'is',
  ],
  [
    'half a rial',
    { measure: 'sum', of: 'order.paid', field: 'amount', atLeast: 0.5 },
    'minor_units_expected',
    'atLeast',
  ],
  ['half an order', { ...ever, atLeast: 1.5 }, 'whole_number_expected', 'atLeast'],
  ['fewer than no orders', { ...ever, atLeast: undefined, atMost: -1 }, 'whole_number_expected', 'atMost'],
  [
    'days before today',
    { measure: 'daysSinceLast', of: 'order.paid', atLeast: -3 },
    'whole_number_expected',
    'atLeast',
  ],

  // Comparisons
  ['no comparison', { measure: 'count', of: 'order.paid' }, 'comparison_missing'],
  [
    'no comparison of a trait',
    { all: [family, { measure: 'trait', trait: 'city' }] },
    'comparison_missing',
    'all[1]',
  ],
  ['no comparison in a test', { ...ever, where: [{ field: 'channel' }] }, 'comparison_missing', 'where[0]'],
  ['two comparisons', { measure: 'trait', trait: 'city', is: 'a', oneOf: ['a'] }, 'comparisons_mixed'],
  [
    'a value and a range',
    { measure: 'latest', of: 'review.written', field: 'score', is: 5, atLeast: 4 },
    'comparisons_mixed',
  ],
  ['a range upside down', { ...ever, atLeast: 5, atMost: 2 }, 'range_inverted', 'atMost'],

  // Matters that are open
  ['open payments', { ...ever, open: true }, 'open_only_matters', 'open'],
  [
    'open deals by what their end does not say',
    { ...ever, of: 'deal.opened', open: true, where: [{ field: 'pipeline', is: 'x' }] },
    'open_without_where',
    'where',
  ],

  // Kept orders
  ['kept visits', { ...ever, of: 'visit.made', kept: true }, 'kept_only_paid_orders', 'kept'],
  [
    'kept among others',
    { ...ever, of: ['order.paid', 'order.placed'], kept: true },
    'kept_only_paid_orders',
    'kept',
  ],
  [
    'a kept discount',
    { measure: 'sum', of: 'order.paid', field: 'discount', kept: true, atLeast: 1 },
    'kept_only_amount',
    'field',
  ],

  // Contradictions
  [
    'disjoint ranges',
    { all: [{ ...ever, atLeast: 3 }, family, { measure: 'count', of: 'order.paid', atMost: 2 }] },
    'criteria_contradiction',
    'all[2]',
  ],
  [
    'disjoint ranges, types in another order',
    {
      all: [
        { measure: 'count', of: ['visit.made', 'page.viewed'], atMost: 0 },
        { measure: 'count', of: ['page.viewed', 'visit.made'], atLeast: 1 },
      ],
    },
    'criteria_contradiction',
    'all[1]',
  ],
  ['a condition beside its opposite', { all: [family, { not: family }] }, 'criteria_contradiction', 'all[1]'],
  [
    'an opposite inside a group',
    { all: [{ not: { any: [ever, family] } }, family] },
    'criteria_contradiction',
    'all[1]',
  ],
  [
    'two values of one trait',
    {
      all: [
        { measure: 'trait', trait: 'city', is: 'a' },
        { measure: 'trait', trait: 'city', oneOf: ['b', 'c'] },
      ],
    },
    'criteria_contradiction',
    'all[1]',
  ],
  [
    'a value outside the range',
    {
      all: [
        { measure: 'trait', trait: 'age', is: 7 },
        { measure: 'trait', trait: 'age', atLeast: 18 },
      ],
    },
    'criteria_contradiction',
    'all[1]',
  ],
  [
    'more in a year than ever',
    {
      all: [
        { ...ever, within: { years: 1 }, atLeast: 3 },
        { measure: 'count', of: 'order.paid', atMost: 2 },
      ],
    },
    'criteria_contradiction',
    'all[1]',
  ],
  [
    'every choice excluded',
    { all: [{ any: [ever, { ...ever, atLeast: 4 }] }, { not: ever }] },
    'criteria_contradiction',
    'all[1]',
  ],
  [
    'far inside',
    { any: [ever, { all: [family, { all: [ever, { not: ever }] }] }] },
    'criteria_contradiction',
    'any[1].all[1].all[1]',
  ],
];

describe('criteria are refused', () => {
  it.each(refused)('for %s', (_what, criteria, code, field) => {
    expect(refusalOf(criteria)).toEqual([code, field]);
  });

  it('with a sentence in both languages that leaves no placeholder open', () => {
    for (const [, criteria, code] of refused) {
      const read = validateCriteria(criteria, baseVocabulary);
      if (read.ok) continue;
      expect(refusalSentences, code).toHaveProperty(code);
      for (const language of ['fa', 'en'] as const)
        expect(sayRefusal(read.refusal, language)).not.toMatch(/\{\w+\}/);
    }
  });

  it('beyond the depth, before anything recurses without limit', () => {
    let deep: unknown = family;
    for (let level = 1; level < MOST_DEPTH; level++) deep = { not: deep };
    expect(validateCriteria(deep, baseVocabulary).ok).toBe(true);
    expect(refusalOf({ not: deep })[0]).toBe('criteria_too_deep');
    for (let level = 0; level < 100_000; level++) deep = { all: [deep] };
    expect(refusalOf(deep)[0]).toBe('criteria_too_deep');
    const circle: { not?: unknown } = {};
    circle.not = circle;
    expect(refusalOf(circle)[0]).toBe('criteria_too_deep');
  });

  it('beyond the size', () => {
    const tags = Array.from({ length: 7 * 29 }, (_, n) => ({ measure: 'tag', tag: `t${n}` }));
    const large = { any: Array.from({ length: 7 }, (_, n) => ({ any: tags.slice(n * 29, (n + 1) * 29) })) };
    expect(1 + 7 * 30).toBeGreaterThan(MOST_NODES);
    expect(refusalOf(large)[0]).toBe('criteria_too_large');
  });

  it('in good time, also where nested groups multiply', () => {
    const knot = (level: number, seed: number): Criteria =>
      level === 0
        ? { measure: 'tag', tag: `t${seed}` }
        : level % 2 === 0
          ? { all: [knot(level - 1, seed * 2), knot(level - 1, seed * 2 + 1)] }
          : { any: [knot(level - 1, seed * 2), { not: knot(level - 1, seed * 2 + 1) }] };
    expect(
      validateCriteria({ all: [knot(4, 1), { not: knot(4, 64) }, knot(4, 5000)] }, baseVocabulary).ok,
    ).toBe(true);
  }, 2000);
});

describe('criteria are accepted', () => {
  const accepted: readonly (readonly [string, Criteria])[] = [
    [
      'counts that can hold together',
      {
        all: [
          { measure: 'count', of: 'order.paid', within: { days: 30 }, atMost: 0 },
          { ...ever, within: { days: 60 } },
        ],
      },
    ],
    ['opposites as a choice', { any: [family, { not: family }] }],
    [
      'a sum that shrinks over a wider window',
      {
        all: [
          {
            measure: 'sum',
            of: 'order.paid',
            kept: true,
            field: 'amount',
            within: { days: 30 },
            atLeast: 100,
          },
          { measure: 'sum', of: 'order.paid', kept: true, field: 'amount', atMost: 50 },
        ],
      },
    ],
    [
      'windows in days beside windows in months',
      {
        all: [
          { ...ever, within: { days: 40 }, atLeast: 3 },
          { measure: 'count', of: 'order.paid', within: { months: 1 }, atMost: 2 },
        ],
      },
    ],
    ['any value of a trait', { measure: 'trait', trait: 'city', oneOf: ['a', 1, true] }],
    [
      'an average between minor units’ neighbours',
      { measure: 'average', of: 'review.written', field: 'score', atLeast: 4.25 },
    ],
  ];
  it.each(accepted)('%s', (_what, criteria) => {
    expect(validateCriteria(criteria, baseVocabulary)).toEqual({
      ok: true,
      value: JSON.parse(JSON.stringify(criteria)),
    });
  });

  it('never throws, and accepts nothing that the schema does not', () => {
    const shapes = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.record(
          {
            measure: fc.constantFrom('count', 'sum', 'latest', 'tag', 'trait', 'min', 7),
            of: fc.constantFrom('order.paid', ['order.paid', 'order.returned'], 'nobody', []),
            field: fc.constantFrom('amount', 'channel', '__proto__'),
            tag: fc.string(),
            atLeast: fc.oneof(fc.integer(), fc.double(), fc.string()),
          },
          { requiredKeys: ['measure'] },
        ),
        fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
        fc.record({ not: tie('node') }),
        fc.anything(),
      ),
    })).node;
    fc.assert(
      fc.property(shapes, (criteria) => {
        const read = validateCriteria(criteria, baseVocabulary);
        if (read.ok) expect(criteriaSchema.parse(criteria)).toEqual(read.value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the logic of criteria', () => {
  it('sees through spelling', () => {
    const one: Criteria = { all: [{ any: [family] }, { ...ever, of: ['order.paid'], within: { years: 1 } }] };
    const other: Criteria = {
      all: [{ all: [{ ...ever, within: { months: 12 } }, family] }, { not: { not: family } }],
    };
    expect(sameCriteria(one, other)).toBe(true);
    expect(sameCriteria(one, { any: [family, { ...ever, within: { months: 12 } }] })).toBe(false);
  });

  const implied: readonly (readonly [Criteria, Criteria, boolean])[] = [
    [{ ...ever, atLeast: 3 }, ever, true],
    [ever, { ...ever, atLeast: 3 }, false],
    [{ ...ever, within: { days: 30 } }, ever, true],
    [ever, { ...ever, within: { days: 30 } }, false],
    [{ all: [ever, family] }, family, true],
    [family, { any: [ever, family] }, true],
    [
      {
        any: [
          { ...ever, atLeast: 2 },
          { ...ever, atLeast: 5 },
        ],
      },
      ever,
      true,
    ],
    [{ not: ever }, { not: { ...ever, atLeast: 2 } }, true],
    [{ not: { ...ever, atLeast: 2 } }, { not: ever }, false],
    [
      { measure: 'trait', trait: 'city', is: 'a' },
      { measure: 'trait', trait: 'city', oneOf: ['b', 'a'] },
      true,
    ],
    [
      { measure: 'trait', trait: 'age', oneOf: [20, 30] },
      { measure: 'trait', trait: 'age', atLeast: 18 },
      true,
    ],
    [
      { measure: 'trait', trait: 'age', atLeast: 18 },
      { measure: 'trait', trait: 'age', oneOf: [20, 30] },
      false,
    ],
  ];
  it.each(implied)('%j implies %j: %s', (one, other, expected) => {
    expect(implies(one, other)).toBe(expected);
  });

  it('finds nothing disjoint in what overlaps', () => {
    expect(excludes({ ...ever, atMost: 3 }, { ...ever, atLeast: 3 })).toBe(false);
    expect(excludes({ ...ever, atMost: 2 }, { ...ever, atLeast: 3 })).toBe(true);
  });
});
