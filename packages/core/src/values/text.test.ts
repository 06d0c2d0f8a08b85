import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatinDigits, toPersianDigits } from './digits.ts';
import fixture from './text.fixture.json' with { type: 'json' };
import { displayText, keyboardSlips, looseKey, searchKey } from './text.ts';

describe('searchKey and looseKey', () => {
  it.each(fixture)('give $raw the keys that the database gives it', ({ raw, norm, loose }) => {
    expect(searchKey(raw)).toBe(norm);
    expect(looseKey(raw)).toBe(loose);
  });

  it('join the three spellings of one name only in the loose key', () => {
    const names = ['علی‌رضا', 'علیرضا', 'علی رضا'];
    expect(new Set(names.map(searchKey)).size).toBe(2);
    expect(new Set(names.map(looseKey)).size).toBe(1);
  });

  it('find the same key for what is typed and what is shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('كيیکىئ۱٣4 أآaA‌ـُ\u200F')) }), (raw) => {
        expect(searchKey(displayText(raw))).toBe(searchKey(raw));
      }),
    );
  });

  it('drop NUL, which the database could not hold', () => {
    expect(searchKey('علی\u0000')).toBe('علی');
  });
});

describe('displayText', () => {
  it.each([
    ['كريمي', 'کریمی'],
    ['موسى', 'موسی'],
    ['ﻋﻠﻲ', 'علی'],
    ['  علی   رضا \n', 'علی رضا'],
    ['\u202B+98 912\u202C', '+98 912'],
    ['a\u0000b\u2066c\u2069', 'abc'],
    ['علی\u200Cرضا', 'علی\u200Cرضا'],
    ['مُحَمَّد', 'مُحَمَّد'],
    ['آرش', 'آرش'],
    ['\u0627\u0653رش', 'آرش'],
    ['خانهٔ ما ۀ', 'خانهٔ ما ۀ'],
    ['۰۹۱۲ ٣٤', '۰۹۱۲ ٣٤'],
    ['Ali B', 'Ali B'],
    ['a\uD800b', 'a\uFFFDb'],
  ])('shows %j as %j', (raw, shown) => {
    expect(displayText(raw)).toBe(shown);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = displayText(raw);
        expect(displayText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('keyboardSlips', () => {
  it('reads what was typed on the other layout, both ways', () => {
    expect(keyboardSlips('sghl')).toEqual(['سلام']);
    expect(keyboardSlips('SGHL ۱۲')).toEqual(['سلام ۱۲']);
    expect(keyboardSlips('اثممخ')).toEqual(['hello']);
    expect(keyboardSlips("',']")).toEqual([]);
    expect(keyboardSlips("w';d,")).toEqual(['صگکیو']);
    expect(keyboardSlips('0912')).toEqual([]);
  });

  it('comes back from a slip by slipping again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abcxyz')), minLength: 1 }), (term) => {
        expect(keyboardSlips(keyboardSlips(term)[0] ?? '')).toEqual([term]);
      }),
    );
  });
});

describe('digits', () => {
  it('turn Latin and Persian, and read Arabic ones', () => {
    expect(toLatinDigits('۰۹۱۲ ٣٤ x')).toBe('0912 34 x');
    expect(toPersianDigits('0912 ٣٤ x')).toBe('۰۹۱۲ ۳۴ x');
    expect(toLatinDigits('۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩')).toBe('01234567890123456789');
  });
});
