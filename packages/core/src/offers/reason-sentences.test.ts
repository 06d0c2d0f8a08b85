import { describe, expect, it } from 'vitest';
import { earningSentences } from './reason-sentences-earning.ts';
import { offerSentences } from './reason-sentences-offers.ts';
import { reasonSentences, sayReason } from './reason-sentences.ts';
import { CALENDAR, NOW } from './shop.fixture.ts';

const sources = {
  ...import.meta.glob('./*.ts', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob('../programme/earning/*.ts', { query: '?raw', import: 'default', eager: true }),
};
/** Codes stand on lines that speak of a code or of reasons, as words joined by underscores. */
const LINES = /^.*(?:code|orEmpty).*$/gm;
const CODES = /'([a-z]+(?:_[a-z]+)+)'|code: '([a-z]+)'/g;
const codesIn = (text: string): string[] =>
  [...text.matchAll(LINES)].flatMap(([line]) =>
    [...line.matchAll(CODES)].map(([, joined, single]) => joined ?? single ?? ''),
  );
const speech = (language: 'fa' | 'en') =>
  ({ language, money: { currency: 'IRR', unit: 'toman' }, calendar: CALENDAR }) as const;

describe('reasons', () => {
  it('have a sentence in both languages for every code that is given', () => {
    const given = new Set(
      Object.entries(sources)
        .filter(([path]) => !/\.test\.|fixture|sentences/.test(path))
        .flatMap(([, text]) => codesIn(text)),
    );
    expect(given.size).toBeGreaterThan(60);
    expect([...given].filter((code) => !(code in reasonSentences))).toEqual([]);
  });

  it('stand in order, once each, with the same figures in both languages', () => {
    const places = (text: string) => [...new Set(text.match(/\{[\w:]+\}/g) ?? [])].sort();
    for (const table of [earningSentences, offerSentences]) {
      expect(Object.keys(table)).toEqual(Object.keys(table).sort());
      for (const [code, { fa, en }] of Object.entries(table)) {
        expect(fa).toMatch(/[آ-ی]/);
        expect(places(en), code).toEqual(places(fa));
        for (const place of places(fa)) expect(place).toMatch(/^\{\w+(:(money|share|times|day))?\}$/);
      }
    }
    const both = Object.keys(earningSentences).filter((code) => code in offerSentences);
    expect(both).toEqual([]);
  });

  it('say amounts in the unit of the business, shares in percent, instants as days', () => {
    const short = { code: 'basket_too_small', detail: { least: 500_000, missing: 125_000 } };
    expect(sayReason(short, speech('en'))).toBe(
      'For baskets from 50,000 toman on; 12,500 toman more are needed.',
    );
    expect(sayReason(short, speech('fa'))).toBe(
      'از ۵۰٬۰۰۰ تومان خرید به بالاست؛ ۱۲٬۵۰۰ تومان دیگر مانده است.',
    );
    const base = { code: 'base_not_stable', detail: { covered: 8_550, needed: 10_000 } };
    expect(sayReason(base, speech('fa'))).toContain('۸۵٫۵٪');
    expect(sayReason({ code: 'offer_not_yet', detail: { from: NOW } }, speech('fa'))).toContain(
      '۲۵ مهر ۱۴۰۵',
    );
    expect(sayReason({ code: 'times', detail: { times: 150 } }, speech('en'))).toContain('1.5');
    expect(sayReason({ code: 'voucher_disabled' }, speech('en'))).toBe('This voucher code is switched off.');
    expect(sayReason({ code: 'of_another_slice' }, speech('fa'))).toBe('of_another_slice');
  });
});
