import { describe, expect, it } from 'vitest';
import { currencyDigits, minorToDecimal, showMoney } from './money.ts';

describe('currencyDigits', () => {
  it.each([
    ['IRR', 0],
    ['XXX', 2],
    ['USD', 2],
    ['GBP', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits);
  });
});

describe('minorToDecimal', () => {
  it.each([
    [974774793, 'XXX', '9747747.93'],
    [-5, 'USD', '-0.05'],
    [0, 'USD', '0.00'],
    [12_500_000, 'IRR', '12500000'],
    [1234, 'KWD', '1.234'],
    [9_007_199_254_740_993_001n, 'GBP', '90071992547409930.01'],
    [-89_681_214n, 'GBP', '-896812.14'],
  ])('writes %s minor units of %s as %s', (minor, currency, text) => {
    expect(minorToDecimal(minor, currency)).toBe(text);
  });
});

describe('showMoney', () => {
  it.each([
    [12_500_000, 'IRR', 'toman', 'fa', '۱٬۲۵۰٬۰۰۰ تومان'],
    [12_345, 'IRR', 'toman', 'fa', '۱٬۲۳۴٫۵ تومان'],
    [12_500_000, 'IRR', 'rial', 'fa', '۱۲٬۵۰۰٬۰۰۰ ریال'],
    [-12_500, 'IRR', 'toman', 'fa', '\u200E\u2212۱٬۲۵۰ تومان'],
    [0, 'IRR', 'toman', 'fa', '۰ تومان'],
    [12_500_000, 'IRR', 'toman', 'en', '1,250,000 toman'],
    [12_500_000, 'IRR', 'major', 'en', '12,500,000 rial'],
    [1234, 'USD', 'major', 'en', '12.34 USD'],
    [1234, 'USD', 'major', 'fa', '۱۲٫۳۴ دلار'],
    [-123_450, 'SEK', 'major', 'fa', '\u200E\u2212۱٬۲۳۴٫۵۰ SEK'],
    [974_774_793, 'XXX', 'major', 'en', '9,747,747.93'],
    [1234, 'JPY', 'major', 'en', '1,234 JPY'],
  ] as const)('shows %i of %s in %s (%s) as %s', (minor, currency, unit, language, text) => {
    expect(showMoney(minor, { currency, unit, language })).toBe(text);
  });

  it('writes Persian digits, grouping and sign as Intl does', () => {
    const intl = new Intl.NumberFormat('fa-IR', { minimumFractionDigits: 2 });
    for (const minor of [-123_456_789, -100, 5, 99_999]) {
      expect(showMoney(minor, { currency: 'XXX', unit: 'major', language: 'fa' })).toBe(
        intl.format(minor / 100),
      );
    }
  });
});
