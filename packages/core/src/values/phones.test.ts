import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { readMobile, showMobile } from './phones.ts';

function outcome(raw: string, region?: string): string {
  const result = region === undefined ? readMobile(raw) : readMobile(raw, region);
  return result.ok ? result.value : result.refusal.code;
}

describe('readMobile', () => {
  it.each([
    '09121234567',
    '9121234567',
    '989121234567',
    '00989121234567',
    '+989121234567',
    '+98 (0) 912 123 4567',
    '+9809121234567',
    '۰۹۱۲ ۱۲۳ ۴۵ ۶۷',
    '٠٩١٢١٢٣٤٥٦٧',
    '0912-123 4567',
    '0912\u200C123\u00A04567',
    '\u202A09121234567\u202C',
    '\u202A0912-123 4567\u202C',
    '9121234567.0',
    ' 09121234567 ',
  ])('knows %j as one and the same number', (raw) => {
    expect(outcome(raw)).toBe('+989121234567');
  });

  it.each([
    ['0912123456', 'phone_invalid'],
    ['091212345678', 'phone_invalid'],
    ['1818', 'phone_invalid'],
    ['02188776655', 'phone_not_mobile'],
    ['+982188776655', 'phone_not_mobile'],
    ['09411234567', 'phone_invalid'],
    ['09601234567', 'phone_invalid'],
    ['09721234567', 'phone_invalid'],
    ['9.12E+09', 'phone_in_exponent_form'],
    ['9.12123e9', 'phone_in_exponent_form'],
    ['۹٫۱۲E+۰۹', 'phone_in_exponent_form'],
    ['', 'phone_missing'],
    [' \u200F ', 'phone_missing'],
    ['09121234567 ext. 5', 'phone_invalid'],
    ['call 09121234567', 'phone_invalid'],
    ['=cmd|calc', 'phone_invalid'],
    ['0'.repeat(10_000), 'phone_invalid'],
  ])('refuses %j: %s', (raw, code) => {
    expect(outcome(raw)).toBe(code);
  });

  it('reads numbers of other countries, with their code or in their region', () => {
    expect(outcome('+44 7911 123456')).toBe('+447911123456');
    expect(outcome('07911 123456', 'GB')).toBe('+447911123456');
    expect(outcome('+98 912 123 4567', 'GB')).toBe('+989121234567');
    expect(outcome('(212) 555-0123', 'US')).toBe('+12125550123');
    expect(outcome('09121234567', 'nowhere')).toBe('phone_invalid');
  });

  it('judges plain Iranian numbers exactly as the library does, first and later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (rest) => {
        const national = `9${String(rest).padStart(9, '0')}`;
        const number = parsePhoneNumberFromString(`+98${national}`);
        const valid = number !== undefined && number.isValid() && number.getType() === 'MOBILE';
        expect(readMobile(`0${national}`).ok).toBe(valid);
        expect(readMobile(national).ok).toBe(valid);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('showMobile', () => {
  it('groups an Iranian number as people say it', () => {
    expect(showMobile('+989121234567')).toBe('0912 123 4567');
    expect(showMobile('+447911123456')).toBe('+44 7911 123456');
    expect(showMobile('no number')).toBe('no number');
  });
});
