import { describe, expect, test } from 'vitest';
import { baseVocabulary } from '../facts/index.ts';
import type { Criteria, Speech } from '../criteria/index.ts';
import { diffDefinitions, sameParts } from './diff.ts';
import { sayChange } from './diff-sentences.ts';
import type { Definition, Ladder, Typology } from './ladder.ts';
import { customerTypes, presets, sixRungLadder } from './presets/index.ts';

const orders = (atLeast: number): Criteria => ({ measure: 'count', of: 'order.paid', atLeast });
const rung = (key: string, enter?: Criteria): Ladder['rungs'][number] => ({
  key,
  name: { fa: `پلهٔ ${key}`, en: key.toUpperCase() },
  ...(enter === undefined ? {} : { enter }),
});
const ladder = (...rungs: Ladder['rungs']): Ladder => ({
  kind: 'ladder',
  key: 'loyalty',
  name: { fa: 'نردبان', en: 'Ladder' },
  rungs,
});
const base = ladder(rung('a'), rung('b', orders(1)), rung('c', orders(2)), rung('d', orders(3)));

const speech = (language: 'fa' | 'en'): Speech => ({
  language,
  vocabulary: baseVocabulary,
  money: { currency: 'IRR', unit: 'toman' },
  calendar: 'jalali',
  zone: 'Asia/Tehran',
});

describe('the difference of two definitions', () => {
  test.each(presets.map(({ definition }) => [definition.key, definition] as const))(
    'is nothing between %s and itself, however its parts are ordered',
    (_, definition) => {
      const shuffled = JSON.parse(JSON.stringify(definition), (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toReversed())
          : value,
      ) as Definition;
      expect(diffDefinitions(definition, shuffled)).toEqual([]);
    },
  );

  test('names what was added, taken away, renamed and asked otherwise', () => {
    const after: Ladder = {
      ...ladder(
        rung('a'),
        { ...rung('b', orders(2)), name: { fa: 'ب', en: 'B' }, grace: { days: 30 } },
        rung('e', orders(2)),
        rung('d', orders(3)),
      ),
      name: { fa: 'نردبان نو', en: 'New ladder' },
    };
    expect(diffDefinitions(base, after).map(({ kind, place }) => [kind, place?.key ?? null])).toEqual([
      ['renamed', null],
      ['renamed', 'b'],
      ['rule', 'b'],
      ['grace', 'b'],
      ['added', 'e'],
      ['removed', 'c'],
    ]);
  });

  test('names only the place that was moved, not all that gave way', () => {
    const [a, b, c, d] = base.rungs as [
      Ladder['rungs'][0],
      Ladder['rungs'][0],
      Ladder['rungs'][0],
      Ladder['rungs'][0],
    ];
    expect(diffDefinitions(base, ladder(a, d, b, c))).toEqual([
      { kind: 'moved', place: { key: 'd', name: d.name }, from: 3, to: 1 },
    ]);
    expect(diffDefinitions(base, ladder(b, a, c, d))).toHaveLength(1);
  });

  test('tells a rule that came, one that went, and each part of the meaning', () => {
    const words = { fa: 'متن', en: 'text' };
    const other = { fa: 'دیگر', en: 'other' };
    const before = ladder(rung('a'), {
      ...rung('b', orders(2)),
      stay: orders(1),
      meaning: { who: words, feels: words, helps: words },
    });
    const after = ladder(rung('a'), {
      ...rung('b', orders(2)),
      meaning: { who: words, feels: other, helps: words },
    });
    expect(diffDefinitions(before, after)).toMatchObject([
      { kind: 'rule', part: 'stay', before: orders(1), after: null },
      { kind: 'meaning', part: 'feels', before: words, after: other },
    ]);
  });
});

describe('a change in words', () => {
  test.each([
    ['fa', 'شرط ورود به «پلهٔ b» عوض شد.', 'دست‌کم یک خرید پرداخت‌شده', 'دست‌کم ۳ خرید پرداخت‌شده'],
    ['en', 'What it takes to enter “B” was changed.', 'at least 1 paid order', 'at least 3 paid orders'],
  ] as const)('shows a rule as it was and as it is: %s', (language, sentence, before, after) => {
    const [change] = diffDefinitions(
      ladder(rung('a'), rung('b', orders(1))),
      ladder(rung('a'), rung('b', orders(3))),
    );
    if (change === undefined) throw new Error('no change');
    expect(sayChange(change, 'ladder', speech(language))).toEqual({ sentence, before, after });
  });

  test('speaks of a typology by priority', () => {
    const reversed: Typology = {
      ...customerTypes,
      classes: customerTypes.classes.toSpliced(0, 2, ...customerTypes.classes.slice(0, 2).toReversed()),
    };
    const [change] = diffDefinitions(customerTypes, reversed);
    if (change === undefined) throw new Error('no change');
    expect(sayChange(change, 'typology', speech('en')).sentence).toMatch(
      /has (?:lower|higher) priority: from [12] to [12]/,
    );
    expect(sayChange(change, 'typology', speech('fa')).sentence).toMatch(
      /^اولویت گونهٔ .* از [۱۲] به [۱۲]\.$/,
    );
  });

  test('has a sentence for every kind of change, in both languages', () => {
    const [first, ...others] = sixRungLadder.rungs;
    if (first === undefined) throw new Error('no rung');
    const after = ladder(first, { ...rung('new', orders(9)), grace: { months: 1 } }, ...others.slice(1));
    const changes = [...diffDefinitions(sixRungLadder, after), ...diffDefinitions(after, sixRungLadder)];
    for (const change of changes)
      for (const language of ['fa', 'en'] as const)
        expect(sayChange(change, 'ladder', speech(language)).sentence).toMatch(/\.$/);
    expect(changes.length).toBeGreaterThan(3);
  });
});

test('parts are the same whatever the order of their names, and not when one is longer', () => {
  expect(sameParts({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
  expect(sameParts({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(sameParts([1, 2], [2, 1])).toBe(false);
  expect(sameParts([], {})).toBe(false);
  expect(sameParts(null, {})).toBe(false);
});
