import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLegalId, readNationalId } from './nationalId.ts';

describe('readNationalId', () => {
  it.each([
    ['1234567891', '1234567891'],
    ['0012345679', '0012345679'],
    ['12345679', '0012345679'],
    ['۰۰۱۲۳۴۵۶۷۹', '0012345679'],
    ['001-234567-9', '0012345679'],
    ['1111111111', 'national_id_invalid'],
    ['1234567890', 'national_id_invalid'],
    ['1234567', 'national_id_invalid'],
    ['12345678911', 'national_id_invalid'],
    ['1.23E+09', 'national_id_invalid'],
    ['', 'national_id_missing'],
  ])('reads %j as %s', (raw, expected) => {
    const result = readNationalId(raw);
    expect(result.ok ? result.value : result.refusal.code).toBe(expected);
  });

  it('catches every single wrong digit', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), digit, (place, wrong) => {
        const id = '0012345679';
        fc.pre(id.charAt(place) !== String(wrong));
        const typed = id.slice(0, place) + wrong + id.slice(place + 1);
        // 10 − i is prime to 11, so one wrong digit changes the remainder, and only 1 is the check of two.
        expect(readNationalId(typed).ok).toBe(false);
      }),
    );
  });
});

describe('readLegalId', () => {
  it.each([
    ['10380284790', '10380284790'],
    ['۱۰۳۸۰۲۸۴۷۹۰', '10380284790'],
    ['10380284792', 'legal_id_invalid'],
    ['1038028479', 'legal_id_invalid'],
    ['', 'legal_id_missing'],
  ])('reads %j as %s', (raw, expected) => {
    const result = readLegalId(raw);
    expect(result.ok ? result.value : result.refusal.code).toBe(expected);
  });
});
