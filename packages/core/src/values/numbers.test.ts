import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorToDecimal, showMoney } from './money.ts';
import { type MoneyOptions, readMoney, readNumber } from './numbers.ts';
import type { Result } from './refusal.ts';

const TOMAN: MoneyOptions = { currency: 'IRR', unit: 'toman' };
const RIAL: MoneyOptions = { currency: 'IRR', unit: 'rial' };
const DOLLAR: MoneyOptions = { currency: 'USD', unit: 'major' };

function outcome<T>(result: Result<T>): T | string {
  return result.ok ? result.value : result.refusal.code;
}

describe('readNumber', () => {
  it.each([
    ['12', 12],
    ['-7', -7],
    ['007', 7],
    ['-0', 0],
    ['2.5', 2.5],
    ['0.29', 0.29],
    ['۱۲', 12],
    ['٣٤', 34],
    ['۱٬۲۵۰٬۰۰۰', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1،250،000', 1_250_000],
    ['3.149.000', 3_149_000],
    ['1 250 000', 1_250_000],
    ["1'250'000", 1_250_000],
    ['1\u00A0250', 1250],
    ['۲/۵', 2.5],
    ['۲٫۵', 2.5],
    ['۱٬۲۵۰٫۷۵', 1250.75],
    ['1,250.750', 1250.75],
    ['1.250,75', 1250.75],
    ['2,5', 2.5],
    ['0.250', 0.25],
    ['.5', 0.5],
    ['1250.125', 1250.125],
    ['۲٪', 2],
    ['12 %', 12],
    ['+12', 12],
    ['\u221212', -12],
    ['12-', -12],
    ['(12)', -12],
    ['\u202A12\u202C', 12],
    ['', 'number_missing'],
    [' \u200C ', 'number_missing'],
    ['abc', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['#N/A', 'not_a_number'],
    ['12abc', 'not_a_number'],
    ['1405/1/5', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['5.', 'not_a_number'],
    ['5e', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['1e9', 'number_in_exponent_form'],
    ['9.12E+09', 'number_in_exponent_form'],
    ['۱e۹', 'number_in_exponent_form'],
    ["=cmd|' /C calc'!A0", 'cell_is_formula'],
    ['=1+1', 'cell_is_formula'],
    ['@SUM(A1)', 'cell_is_formula'],
    ['1,25,000', 'number_grouping_broken'],
    ['12,5000', 'number_grouping_broken'],
    ['1250,000', 'number_grouping_broken'],
    ['0,250', 'number_grouping_broken'],
    ['1,250.000.000', 'number_grouping_broken'],
    ['1.250', 'number_ambiguous'],
    ['9007199254740993', 'number_too_large'],
    ['9'.repeat(65), 'not_a_number'],
  ])('reads %j as %j', (text, expected) => {
    expect(outcome(readNumber(text))).toBe(expected);
  });

  it('takes the word of the file for a lone dot', () => {
    expect(outcome(readNumber('1.250', { grouping: 'thousands' }))).toBe(1250);
    expect(outcome(readNumber('1.250', { grouping: 'decimal' }))).toBe(1.25);
  });

  it('reads back every whole number, plain and as Intl writes it in Persian', () => {
    const persian = new Intl.NumberFormat('fa-IR');
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(outcome(readNumber(String(value)))).toBe(value);
        expect(outcome(readNumber(persian.format(value)))).toBe(value);
      }),
    );
  });

  it('never throws and never gives a value that is not finite', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123۴٥.,٬٫/'-() eE+%٪x")) }), (text) => {
        const result = readNumber(text);
        expect(!result.ok || Number.isFinite(result.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readMoney in rial and toman', () => {
  it.each([
    ['1250000', 12_500_000],
    ['-1250', -12_500],
    ['0', 0],
    ['-0', 0],
    ['1250000.0', 12_500_000],
    ['1250000.00', 12_500_000],
    ['۱٬۲۵۰٬۰۰۰', 12_500_000],
    ['۳.۱۴۹.۰۰۰ تومان', 31_490_000],
    ['۳.۱۴۹.۰۰۰ تومن', 31_490_000],
    ['۳.۱۴۹.۰۰۰ ريال', 3_149_000],
    ['ریال ۱۲۰۰', 1200],
    ['﷼1200', 1200],
    ['1200 IRR', 1200],
    ['1,200 Toman', 12_000],
    ['۱۲۰ هزار تومان', 1_200_000],
    ['۲٫۵ میلیون تومان', 25_000_000],
    ['۲ میلیارد ریال', 2_000_000_000],
    ['۲ میلیون', 20_000_000],
    ['(1,250)', -12_500],
    ['1,250-', -12_500],
    ['-1,250 تومان', -12_500],
    ['12.5', 'amount_has_fraction'],
    ['۱۲٬۳۴۵٫۶', 'amount_has_fraction'],
    ['۱۲٬۳۴۵٫۶ ریال', 'amount_has_fraction'],
    ['1.2345 هزار تومان', 'amount_too_precise'],
    ['1.250', 'amount_ambiguous'],
    ['1.250 تومان', 'amount_ambiguous'],
    ['1e9', 'number_in_exponent_form'],
    ['NaN', 'not_a_number'],
    ['=1+1', 'cell_is_formula'],
    ['', 'number_missing'],
    ['تومان', 'not_a_number'],
    ['12 سیب', 'not_a_number'],
    ['12 ریال تومان', 'not_a_number'],
    ['12ریال34', 'not_a_number'],
    ['$12', 'amount_currency_differs'],
    ['12 EUR', 'amount_currency_differs'],
    ['900719925474099', 9_007_199_254_740_990],
    ['9007199254740992', 'amount_too_large'],
    ['۹ میلیارد میلیارد', 'not_a_number'],
  ])('reads %j, toman where nothing is said, as %j', (text, expected) => {
    expect(outcome(readMoney(text, TOMAN))).toBe(expected);
  });

  it('lets the unit inside the cell win over the unit of the column', () => {
    expect(outcome(readMoney('100 تومان', RIAL))).toBe(1000);
    expect(outcome(readMoney('100', RIAL))).toBe(100);
    expect(outcome(readMoney('100 ریال', TOMAN))).toBe(100);
    expect(outcome(readMoney('100', { currency: 'IRR', unit: 'major' }))).toBe(100);
  });

  it('asks once per file what a lone dot means', () => {
    expect(outcome(readMoney('1.250', { ...TOMAN, grouping: 'thousands' }))).toBe(12_500);
    expect(outcome(readMoney('1.250', { ...TOMAN, grouping: 'decimal' }))).toBe('amount_has_fraction');
  });
});

describe('readMoney in currencies with decimals', () => {
  it.each([
    ['2.55', 255],
    ['11.77', 1177],
    ['0.29', 29],
    ['1.1', 110],
    ['-11062.06', -1_106_206],
    ['-1,234.50', -123_450],
    ['1.234,50', 123_450],
    ['12,5', 1250],
    ['1,250', 125_000],
    ['1,250.500', 125_050],
    ['.5', 50],
    ['$12.34', 1234],
    ['-$12.34', -1234],
    ['12.34 usd', 1234],
    ['2.5', 250],
    ['1.250', 'amount_ambiguous'],
    ['0.001', 'amount_too_precise'],
    ['1234.567', 'amount_too_precise'],
    ['12 تومان', 'amount_currency_differs'],
    ['€5', 'amount_currency_differs'],
  ])('reads %j as %j cents', (text, expected) => {
    expect(outcome(readMoney(text, DOLLAR))).toBe(expected);
  });

  it('rounds what is finer than a cent, halves away from zero, only when told', () => {
    const rounding: MoneyOptions = { ...DOLLAR, round: true, grouping: 'decimal' };
    expect(outcome(readMoney('0.001', rounding))).toBe(0);
    expect(outcome(readMoney('0.005', rounding))).toBe(1);
    expect(outcome(readMoney('-1.005', rounding))).toBe(-101);
    expect(outcome(readMoney('0.1249999', rounding))).toBe(12);
    expect(outcome(readMoney('12.5', { ...RIAL, round: true }))).toBe(13);
  });

  it('allows as many decimals as the minor unit has', () => {
    expect(outcome(readMoney('1.2', { currency: 'JPY', unit: 'major' }))).toBe('amount_has_fraction');
    expect(outcome(readMoney('0.125', { currency: 'KWD', unit: 'major' }))).toBe(125);
    expect(outcome(readMoney('99999999.99', { currency: 'CLF', unit: 'major' }))).toBe(999_999_999_900);
    expect(outcome(readMoney('1.00', { currency: 'XXX', unit: 'major' }))).toBe(100);
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', 'XXX', 'IRR'),
        (minor, currency) => {
          const options: MoneyOptions = { currency, unit: 'major', grouping: 'decimal' };
          expect(outcome(readMoney(minorToDecimal(minor, currency), options))).toBe(minor);
          for (const language of ['fa', 'en'] as const) {
            const shown = showMoney(minor, { currency, unit: 'major', language });
            expect(outcome(readMoney(shown, options))).toBe(minor);
          }
        },
      ),
    );
  });

  it('quotes the cell in a refusal', () => {
    const result = readMoney('۱۲٬۳۴۵٫۶', TOMAN);
    expect(!result.ok && result.refusal.detail).toEqual({ text: '۱۲٬۳۴۵٫۶', decimals: 0 });
  });
});
