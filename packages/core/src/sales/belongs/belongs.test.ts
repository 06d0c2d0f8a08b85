import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceToSay } from './sentence.ts';
import { type BoughtTogether, gainOf, REFUSED_DAYS, suggestBeside, type SuggestAsked } from './suggest.ts';

const rule = (item: string, other: string, both: number, of: number, lift: number): BoughtTogether => ({
  item,
  other,
  how: 'together',
  of,
  both,
  lift,
});
const asked = (more: Partial<SuggestAsked> = {}): SuggestAsked => ({
  has: [{ item: 'کفش', from: 'deal' }],
  owned: new Map(),
  answers: [],
  rules: [
    rule('کفش', 'واکس', 48, 120, 5),
    rule('کفش', 'جوراب', 60, 120, 1.1),
    rule('کیف', 'کمربند', 9, 10, 9),
  ],
  pairs: [],
  today: 20_000,
  ...more,
});
const others = (all: SuggestAsked) => suggestBeside(all).suggestions.map(({ other }) => other);
const why = (all: SuggestAsked) => suggestBeside(all).leftOut.map((one) => [one.other, one.why, one.day]);

describe('what belongs with shoes', () => {
  test('is polish before socks, which everybody buys anyway, with its numbers', () => {
    const { suggestions } = suggestBeside(asked());
    expect(suggestions.map(({ other }) => other)).toEqual(['واکس', 'جوراب']);
    expect(suggestions[0]?.numbers).toMatchObject({ both: 48, of: 120 });
    expect(gainOf(rule('a', 'b', 48, 120, 5))).toBeCloseTo(0.4 - 0.08, 12);
  });

  test('is found in another spelling, and of each thing once', () => {
    expect(others(asked({ has: [{ item: 'كفش ', from: 'bought' }] }))).toEqual(['واکس', 'جوراب']);
    const twice = asked({ rules: [rule('کفش', 'واکس', 10, 120, 2), rule('کفش', 'واكس', 48, 120, 5)] });
    expect(suggestBeside(twice).suggestions).toMatchObject([{ numbers: { both: 48 } }]);
  });

  test('of their own is said where nothing is counted, after what is', () => {
    const own = { item: 'کفش', other: 'پاشنه‌کش', own: true, hidden: false };
    expect(others(asked({ pairs: [own] }))).toEqual(['واکس', 'جوراب', 'پاشنه‌کش']);
    expect(suggestBeside(asked({ pairs: [own], rules: [] })).suggestions).toMatchObject([{ numbers: null }]);
    // A sentence kept for a pair that is no longer bought together does not make it a pair.
    expect(others(asked({ pairs: [{ ...own, own: false }], rules: [] }))).toEqual([]);
  });

  test.each([
    ['owned', { owned: new Map([['واكس', 19_000]]) }, 19_000],
    [
      'in_deal',
      {
        has: [
          { item: 'کفش', from: 'deal' as const },
          { item: 'واکس', from: 'deal' as const },
        ],
      },
      null,
    ],
    [
      'refused',
      { answers: [{ item: 'کفش', other: 'واکس', answer: 'refused' as const, day: 19_900 }] },
      19_900,
    ],
    ['taken', { answers: [{ item: 'کیف', other: 'واکس', answer: 'taken' as const, day: 19_900 }] }, 19_900],
    ['hidden', { pairs: [{ item: 'کفش', other: 'واکس', own: false, hidden: true }] }, null],
  ])('is left out and says why: %s', (reason, more, day) => {
    expect(others(asked(more))).toEqual(['جوراب']);
    expect(why(asked(more))).toEqual([['واکس', reason, day]]);
  });

  test('is asked again a year after a no, and after "later", which it says', () => {
    const said = (answer: 'refused' | 'later', day: number) =>
      asked({ answers: [{ item: 'کفش', other: 'واکس', answer, day }] });
    expect(others(said('refused', 20_000 - REFUSED_DAYS))).toContain('واکس');
    expect(suggestBeside(said('later', 19_990)).suggestions[0]).toMatchObject({
      other: 'واکس',
      later: 19_990,
    });
    const both = { item: 'کفش', other: 'واکس' };
    const changed = asked({
      answers: [
        { ...both, answer: 'refused', day: 19_990 },
        { ...both, answer: 'later', day: 19_950 },
      ],
    });
    expect(why(changed)).toEqual([['واکس', 'refused', 19_990]]);
  });
});

test('nothing is suggested twice, and nothing is both suggested and left out', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'A', ' b');
  const asking = fc.record({
    has: fc.array(fc.record({ item: name, from: fc.constantFrom('deal' as const, 'bought' as const) })),
    owned: fc.array(fc.tuple(name, fc.nat(100))).map((all) => new Map(all)),
    answers: fc.array(
      fc.record({
        item: name,
        other: name,
        answer: fc.constantFrom('taken' as const, 'refused' as const, 'later' as const),
        day: fc.nat(100),
      }),
    ),
    rules: fc.array(
      fc.record({
        item: name,
        other: name,
        how: fc.constantFrom('together' as const, 'next' as const),
        of: fc.integer({ min: 1, max: 100 }),
        both: fc.nat(100),
        lift: fc.double({ min: 0.1, max: 9, noNaN: true }),
      }),
    ),
    // A business says of a pair once what it says of it.
    pairs: fc.uniqueArray(fc.record({ item: name, other: name, own: fc.boolean(), hidden: fc.boolean() }), {
      selector: ({ item, other }) => `${item} ${other}`.toLowerCase().replaceAll(/\s+/g, ' ').trim(),
    }),
    today: fc.constant(100),
  });
  fc.assert(
    fc.property(asking, (all) => {
      const { suggestions, leftOut } = suggestBeside(all);
      const keys = [...suggestions, ...leftOut].map(({ other }) => other.trim().toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
      for (const { item, other } of suggestions) {
        expect(all.has.map((one) => one.item.trim().toLowerCase())).toContain(item.trim().toLowerCase());
        expect([...all.owned.keys()].map((one) => one.trim().toLowerCase())).not.toContain(
          other.trim().toLowerCase(),
        );
      }
      // In whatever order things are told, the same is said.
      const turned = { ...all, rules: [...all.rules].reverse(), pairs: [...all.pairs].reverse() };
      expect(suggestBeside(turned).suggestions.map(({ other }) => other.trim().toLowerCase())).toEqual(
        suggestions.map(({ other }) => other.trim().toLowerCase()),
      );
    }),
  );
});

test('the sentence is their own where they wrote one, else the shipped one', () => {
  const pair = { item: 'کفش {other}', other: 'واکس' };
  expect(sentenceToSay({ fa: '{other} برای {item}', en: null }, pair, 'fa')).toBe('واکس برای کفش {other}');
  expect(sentenceToSay({ fa: null, en: null }, pair, 'en')).toContain('"واکس"');
});
