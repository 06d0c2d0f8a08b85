import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsLength } from './sms.ts';

describe('the length of a text message', () => {
  it.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
  ])('%i Persian characters are %i parts', (length, parts) => {
    expect(smsLength('س'.repeat(length))).toMatchObject({ alphabet: 'ucs2', units: length, parts });
  });

  it.each([
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
  ])('%i Latin characters are %i parts', (length, parts) => {
    expect(smsLength('a'.repeat(length))).toMatchObject({ alphabet: 'gsm', units: length, parts });
  });

  it('counts a gift text of 93 characters that ends as the regulator asks as two parts', () => {
    const text = `${'ه'.repeat(93 - 'لغو۱۱'.length)}لغو۱۱`;
    expect(smsLength(text)).toMatchObject({ units: 93, parts: 2 });
  });

  it.each([
    ['a half-space', 'می‌روم', 6],
    ['a line break', 'سلام\nخوبی', 9],
    ['a mark of direction', '‎سلام', 5],
    ['an emoji, twice', 'سلام😀', 6],
  ])('counts %s', (_, text, units) => {
    expect(smsLength(text)).toMatchObject({ alphabet: 'ucs2', units });
  });

  it('counts a brace of the network alphabet twice, and takes one Persian letter as a reason to leave that alphabet', () => {
    expect(smsLength('{}')).toMatchObject({ alphabet: 'gsm', units: 4, parts: 1, left: 156 });
    expect(smsLength('{}س')).toMatchObject({ alphabet: 'ucs2', units: 3 });
  });

  it('cuts no emoji in two', () => {
    // 66 letters and an emoji do not fit into 67 units: the emoji begins the next part.
    expect(smsLength(`${'س'.repeat(66)}😀${'س'.repeat(66)}`)).toMatchObject({ units: 134, parts: 3 });
  });

  it('never needs fewer parts for more text, and always has room for what it counted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 5 }),
        (text, more) => {
          const whole = smsLength(text);
          const part = whole.alphabet === 'gsm' ? 153 : 67;
          expect(whole.parts).toBeGreaterThanOrEqual(1);
          expect(whole.left).toBeGreaterThanOrEqual(0);
          if (whole.parts > 1) expect(whole.parts * part).toBeGreaterThanOrEqual(whole.units + whole.left);
          expect(smsLength(text + more).parts).toBeGreaterThanOrEqual(whole.parts);
        },
      ),
    );
  });
});
