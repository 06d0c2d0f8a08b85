import { describe, expect, test } from 'vitest';
import type { Criteria } from '../criteria/index.ts';
import type { Ladder } from './ladder.ts';
import { mergeDefinitions } from './merge.ts';

const orders = (atLeast: number): Criteria => ({ measure: 'count', of: 'order.paid', atLeast });
const rung = (key: string, enter?: Criteria): Ladder['rungs'][number] => ({
  key,
  name: { fa: key, en: key },
  ...(enter === undefined ? {} : { enter }),
});
const base: Ladder = {
  kind: 'ladder',
  key: 'loyalty',
  name: { fa: 'نردبان', en: 'Ladder' },
  rungs: [rung('a'), rung('b', orders(1)), rung('c', orders(2))],
};
const [a, b, c] = base.rungs as [Ladder['rungs'][0], Ladder['rungs'][0], Ladder['rungs'][0]];
const withRungs = (...rungs: Ladder['rungs']): Ladder => ({ ...base, rungs });

describe('two drafts begun from one', () => {
  test('become one where different things were changed', () => {
    const mine = withRungs(a, { ...b, enter: orders(2) }, c);
    const theirs = {
      ...withRungs(a, { ...b, name: { fa: 'ب', en: 'B' } }, { ...c, enter: orders(5) }),
      name: { fa: 'نو', en: 'New' },
    };
    const { merged, conflicts } = mergeDefinitions(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({
      ...base,
      name: { fa: 'نو', en: 'New' },
      rungs: [a, { key: 'b', name: { fa: 'ب', en: 'B' }, enter: orders(2) }, { ...c, enter: orders(5) }],
    });
  });

  test('keep what one added and what the other changed', () => {
    const mine = withRungs(a, b, c, rung('d', orders(9)));
    const theirs = withRungs(a, { ...b, enter: orders(2) }, c);
    const { merged, conflicts } = mergeDefinitions(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(withRungs(a, { ...b, enter: orders(2) }, c, rung('d', orders(9))));
    expect(mergeDefinitions(base, theirs, mine).merged).toEqual(merged);
  });

  test('drop a part that one took away', () => {
    const start = withRungs(a, { ...b, stay: orders(1) }, c);
    const { merged } = mergeDefinitions(start, withRungs(a, b, c), { ...start, name: { fa: 'x', en: 'x' } });
    expect(merged).toEqual({ ...withRungs(a, b, c), name: { fa: 'x', en: 'x' } });
  });

  test('conflict where the same part was changed in two ways, and not where it was changed alike', () => {
    const mine = withRungs(a, { ...b, enter: orders(2) }, c);
    const theirs = withRungs(a, { ...b, enter: orders(3) }, c);
    expect(mergeDefinitions(base, mine, theirs).conflicts).toEqual([
      { place: { key: 'b', name: b.name }, part: 'enter' },
    ]);
    expect(mergeDefinitions(base, mine, mine).conflicts).toEqual([]);
  });

  test('conflict where one changed what the other took away, whoever is asked', () => {
    const mine = withRungs(a, b);
    const theirs = withRungs(a, b, { ...c, enter: orders(7) });
    for (const { conflicts } of [mergeDefinitions(base, mine, theirs), mergeDefinitions(base, theirs, mine)])
      expect(conflicts).toEqual([{ place: { key: 'c', name: c.name }, part: 'removed' }]);
  });

  test('conflict where both changed the order', () => {
    const { conflicts } = mergeDefinitions(base, withRungs(a, c, b), withRungs(c, a, b));
    expect(conflicts).toEqual([{ place: null, part: 'order' }]);
  });
});
