import { type Condition, criteriaSchema, validateCriteria } from '@nardeban/core/criteria';
import { baseVocabulary } from '@nardeban/core/facts';
import { describe, expect, test } from 'vitest';
import { under } from './faults.ts';
import {
  apart,
  asksNothing,
  comparedBy,
  emptyCriteria,
  inside,
  MEASURES,
  newCondition,
  waysFor,
  wayOf,
  withComparison,
  withMeasure,
  withTests,
  withTypes,
} from './shape.ts';

const orders: Condition = {
  measure: 'count',
  of: 'order.paid',
  within: { months: 12 },
  kept: true,
  atLeast: 2,
};

describe('a condition that is changed in the form', () => {
  test('begins as one that means something', () => {
    expect(validateCriteria(newCondition(), baseVocabulary).ok).toBe(true);
  });

  test('has the shape of a condition of its measure, from whatever measure it came', () => {
    for (const from of MEASURES)
      for (const to of MEASURES) {
        const changed = withMeasure(withMeasure(newCondition(), from, baseVocabulary), to, baseVocabulary);
        expect(changed.measure).toBe(to);
        const read = validateCriteria(changed, baseVocabulary);
        // What is still to be written is told as missing, never as misplaced.
        if (!read.ok) expect(read.refusal.code).toMatch(/comparison_missing|criteria_part_unreadable/);
      }
  });

  test('keeps what fits another measure', () => {
    const sum = withMeasure(orders, 'sum', baseVocabulary);
    expect(sum).toEqual({
      measure: 'sum',
      of: 'order.paid',
      within: { months: 12 },
      kept: true,
      field: 'amount',
    });
    expect(withMeasure(orders, 'distinct', baseVocabulary)).toMatchObject({
      within: { months: 12 },
      atLeast: 2,
    });
    expect(withMeasure(orders, 'daysSinceLast', baseVocabulary)).toEqual({
      measure: 'daysSinceLast',
      of: 'order.paid',
      atMost: 90,
    });
  });

  test('loses "less returns" with the facts that know returns', () => {
    if (orders.measure !== 'count') throw new Error();
    expect(withTypes(orders, ['order.paid', 'order.placed'])).toEqual({
      measure: 'count',
      of: ['order.paid', 'order.placed'],
      within: { months: 12 },
      atLeast: 2,
    });
  });

  test('is compared in every way there is for its kind, and each can be read back', () => {
    for (const kind of ['text', 'number', 'money', 'flag', 'day', 'any'] as const) {
      const ways = waysFor(kind, 'test');
      for (const way of ways) {
        const value =
          kind === 'flag' ? { is: true } : kind === 'number' || kind === 'money' ? { is: 5 } : { is: 'x' };
        const compared = comparedBy(value, way, kind);
        if (Object.values(compared).some((one) => one !== undefined)) expect(wayOf(compared, ways)).toBe(way);
      }
    }
    expect(withComparison(orders, { atLeast: undefined, atMost: 3 })).toEqual({
      measure: 'count',
      of: 'order.paid',
      within: { months: 12 },
      kept: true,
      atMost: 3,
    });
  });

  test('asks one thing a line, and the lines mean the same', () => {
    const where = [{ field: 'amount', atLeast: 5, not: 7 }];
    expect(apart(where)).toEqual([
      { field: 'amount', atLeast: 5 },
      { field: 'amount', not: 7 },
    ]);
    const changed = withTests({ measure: 'count', of: 'order.paid', where, atLeast: 1 }, apart(where));
    expect(criteriaSchema.safeParse(changed).success).toBe(true);
    expect(withTests(changed, [])).not.toHaveProperty('where');
  });
});

test('nothing is asked by an empty list, however it is wrapped', () => {
  expect(asksNothing(emptyCriteria())).toBe(true);
  expect(asksNothing({ any: [{ all: [] }, { not: { any: [] } }] })).toBe(true);
  expect(asksNothing({ any: [{ all: [] }, newCondition()] })).toBe(false);
});

test('two nots are none, and the path leads through both', () => {
  expect(inside({ not: { not: orders } })).toEqual({ inner: orders, negated: false, path: 'not.not' });
  expect(inside({ not: { any: [orders] } })).toMatchObject({ negated: true, path: 'not' });
});

test('faults continue their path inside a part, and only those of that part', () => {
  const faults = ['all[1].of', 'all[10].of', 'all[1]', 'any[1]'].map((field) => ({ field, sentence: field }));
  expect(under(faults, 'all[1]')).toEqual([
    { field: 'of', sentence: 'all[1].of' },
    { field: '', sentence: 'all[1]' },
  ]);
});
