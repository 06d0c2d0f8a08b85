import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODE_SIGNS, SIGNS, valueOfSign } from './alphabet.ts';
import { checksFor, checksHold, LONGEST_CODE } from './checks.ts';
import { BYTES_OF_CHANCE, drawCode } from './draw.ts';
import {
  entropyBits,
  FLOOR_BITS,
  GIFT_CARD_PAYLOAD,
  guessBits,
  LONGEST_VOUCHER_PAYLOAD,
  payloadFor,
  SHORTEST_CODE,
} from './entropy.ts';
import { readCode, readWord } from './read.ts';
import { sayCode, showCode, SPOKEN_SIGNS } from './show.ts';

const bytes = fc.uint8Array({ minLength: BYTES_OF_CHANCE, maxLength: BYTES_OF_CHANCE });
const payload = fc.integer({ min: SHORTEST_CODE - 2, max: LONGEST_CODE - 2 });
const code = fc.tuple(bytes, payload).map(([chance, length]) => draw(chance, length));

/** Bytes that no fair source gives (all above 252) would leave too few signs. */
function draw(chance: Uint8Array, length: number): string {
  return drawCode(
    chance.map((byte) => byte % 253),
    length,
  );
}

describe('a code', () => {
  test('is written with 23 signs of which no two look alike', () => {
    expect(SIGNS).toBe(23);
    expect(new Set(CODE_SIGNS).size).toBe(23);
    for (const pair of ['0O', 'OD', 'OQ', '1I', '1L', 'IL', '5S', '8B', '6G', '2Z', 'UV', 'MN'])
      expect(Array.from(pair).every((sign) => CODE_SIGNS.includes(sign))).toBe(false);
  });

  test('takes every sign equally often', () => {
    const seen = new Map<string, number>();
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (let from = 0; from + 11 <= 253; from += 11)
      for (const sign of drawCode(every.subarray(from), 11).slice(0, 11))
        seen.set(sign, (seen.get(sign) ?? 0) + 1);
    expect(seen.size).toBe(23);
    expect(new Set(seen.values())).toEqual(new Set([11]));
  });

  test('passes over bytes that would make some signs likelier, and says when there are too few', () => {
    expect(drawCode(Uint8Array.from([253, 254, 255, 0, 1, 2]), 3).slice(0, 3)).toBe('234');
    expect(() => drawCode(Uint8Array.from([1, 255]), 2)).toThrow(RangeError);
  });

  test('is told apart from every code with one or two other signs, and from itself with two signs exchanged', () => {
    const place = fc.nat(LONGEST_CODE - 1);
    fc.assert(
      fc.property(code, place, place, fc.nat(21), fc.nat(22), (right, one, two, first, second) => {
        const values = Array.from(right, (sign) => valueOfSign(sign) ?? 0);
        expect(checksHold(values)).toBe(true);
        const [a, b] = [one % values.length, two % values.length];
        const wrong = [...values];
        wrong[a] = ((wrong[a] ?? 0) + 1 + first) % SIGNS;
        if (b !== a) wrong[b] = ((wrong[b] ?? 0) + second) % SIGNS;
        expect(checksHold(wrong)).toBe(false);
        const swapped = [...values];
        [swapped[a], swapped[b]] = [values[b] ?? 0, values[a] ?? 0];
        expect(checksHold(swapped)).toBe(values[a] === values[b] || a === b);
      }),
    );
  });

  test('has the checks that its signs ask for and no others', () => {
    const [first, second] = checksFor([3, 1, 4]);
    expect(checksHold([3, 1, 4, first, second])).toBe(true);
    const holding = Array.from({ length: SIGNS * SIGNS }, (_, pair) => [
      Math.floor(pair / SIGNS),
      pair % SIGNS,
    ]);
    expect(holding.filter((pair) => checksHold([3, 1, 4, ...pair]))).toEqual([[first, second]]);
  });
});

describe('how hard a code is to guess', () => {
  test('keeps to the floor however many codes there are', () => {
    for (const codes of [1, 100, 10_000, 1_000_000, 50_000_000]) {
      const length = payloadFor('voucher', codes) ?? 0;
      expect(guessBits(length, codes)).toBeGreaterThanOrEqual(FLOOR_BITS.voucher);
      expect(guessBits(length - 1, codes)).toBeLessThan(FLOOR_BITS.voucher);
      expect(length).toBeLessThanOrEqual(LONGEST_VOUCHER_PAYLOAD);
      expect(length + 2).toBeGreaterThanOrEqual(SHORTEST_CODE);
    }
    expect(guessBits(GIFT_CARD_PAYLOAD, 1_000_000)).toBeGreaterThanOrEqual(FLOOR_BITS['gift-card']);
    expect(payloadFor('voucher', 1)).toBe(9);
    expect(payloadFor('voucher', 1_000_000)).toBe(14);
    expect(payloadFor('gift-card', 2 ** 45)).toBeNull();
  });

  test('is counted in bits of the signs that chance has chosen', () => {
    expect(entropyBits(1)).toBeCloseTo(4.5236, 4);
    expect(entropyBits(GIFT_CARD_PAYLOAD)).toBeCloseTo(81.42, 1);
  });
});

describe('what people type', () => {
  test('is read in capitals and small letters, with any digits and separators, also with a Persian keyboard left on', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom('-', ' ', '', '‌', ' – ', '.', '_'),
        fc.boolean(),
        (right, between, small) => {
          const shown = showCode(right).replaceAll('-', between);
          const persian = shown.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
          const arabic = shown.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
          for (const typed of [shown, persian, arabic])
            expect(readCode(small ? ` ${typed.toLowerCase()} ` : typed)).toEqual({
              ok: true,
              value: { kind: 'drawn', code: right },
            });
        },
      ),
    );
    const right = draw(
      Uint8Array.from({ length: 64 }, (_, at) => at * 7),
      12,
    );
    const keys = new Map(
      Array.from("qwertyuiop[]asdfghjkl;'zxcvbnm,", (key, at) => [
        key,
        'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو'.charAt(at),
      ]),
    );
    const slipped = Array.from(right.toLowerCase(), (sign) => keys.get(sign) ?? sign).join('');
    expect(slipped).not.toBe(right.toLowerCase());
    expect(readCode(slipped)).toEqual({ ok: true, value: { kind: 'drawn', code: right } });
  });

  test('may have signs that look like ours', () => {
    fc.assert(
      fc.property(code, (right) => {
        const alike = right
          .replace(/5/g, 'S')
          .replace(/8/g, 'b')
          .replace(/2/g, 'Z')
          .replace(/6/g, 'g')
          .replace(/V/g, 'u')
          .replace(/M/g, 'n');
        expect(readCode(alike)).toMatchObject({ ok: true, value: { code: right } });
      }),
    );
  });

  test('with a wrong sign is called mistyped, and never another code', () => {
    fc.assert(
      fc.property(code, fc.nat(21), fc.nat(21), (right, at, step) => {
        const place = at % right.length;
        const other = CODE_SIGNS.charAt(((valueOfSign(right.charAt(place)) ?? 0) + 1 + step) % SIGNS);
        const wrong = right.slice(0, place) + other + right.slice(place + 1);
        expect(readCode(wrong)).toMatchObject({ ok: false, refusal: { code: 'code_mistyped' } });
      }),
    );
  });

  test('is never a fault of ours, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const read = readCode(text);
        if (!read.ok) expect(['code_missing', 'code_mistyped']).toContain(read.refusal.code);
      }),
    );
  });

  test('may be a word that was chosen, in Persian too', () => {
    expect(readCode('nowruz 1405')).toEqual({ ok: true, value: { kind: 'word', code: 'NOWRUZ1405' } });
    expect(readCode('نوروز‌۱۴۰۵')).toEqual({ ok: true, value: { kind: 'word', code: 'نوروز1405' } });
    expect(readWord('يلداك')).toEqual({ ok: true, value: 'یلداک' });
    expect(readCode('')).toMatchObject({ ok: false, refusal: { code: 'code_missing' } });
    expect(readWord('a!')).toMatchObject({ ok: false, refusal: { code: 'code_word_unfit' } });
    expect(readWord('ACEFHJKMPRTV')).toMatchObject({ ok: false, refusal: { code: 'code_word_like_drawn' } });
  });
});

describe('what is shown and said', () => {
  test('are groups of four or five signs', () => {
    expect(showCode('ABCDEFGHIJK')).toBe('ABCD-EFGH-IJK');
    expect(showCode('ABCDEFGHIJKLMNOP')).toBe('ABCD-EFGH-IJKL-MNOP');
    expect(showCode('ABCDEFGHIJKLMNOPQRST')).toBe('ABCDE-FGHIJ-KLMNO-PQRST');
  });

  test('every sign has a word of its own in both languages', () => {
    for (const language of ['fa', 'en'] as const) {
      const words = Array.from(CODE_SIGNS, (sign) => SPOKEN_SIGNS[language][sign]);
      expect(words.every((word) => word !== undefined && word.length > 1)).toBe(true);
      expect(new Set(words).size).toBe(SIGNS);
    }
    expect(sayCode('2A', 'en')).toBe('two Alfa');
  });
});
