import { describe, expect, it } from 'vitest';
import { refusalSentences, sayRefusal } from './refusal-sentences.ts';

declare global {
  interface ImportMeta {
    glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
  }
}

const sources = import.meta.glob('./*.ts', { query: '?raw', import: 'default', eager: true });
const CODE = /'((?:amount|cell|date|email|legal_id|national_id|not_a|number|phone|time)_[a-z_]+)'/g;

/** The names a sentence leaves open. */
function places(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

describe('refusalSentences', () => {
  it('have a sentence for every code this slice refuses with', () => {
    const codes = Object.entries(sources)
      .filter(([path]) => !path.includes('.test.') && !path.includes('refusal'))
      .flatMap(([, source]) => [...source.matchAll(CODE)].map((match) => match[1] ?? ''));
    expect(new Set(codes).size).toBeGreaterThan(25);
    expect([...new Set(codes)].filter((code) => !(code in refusalSentences))).toEqual([]);
  });

  it('stand in alphabetical order, in both languages, with the same placeholders', () => {
    const codes = Object.keys(refusalSentences);
    expect(codes).toEqual([...codes].sort());
    for (const [code, { fa, en }] of Object.entries(refusalSentences)) {
      expect(code).toMatch(/^[a-z]+(?:_[a-z0-9]+)*$/);
      expect(fa).toMatch(/[آ-ی]/);
      expect(places(fa)).toEqual(places(en));
    }
  });
});

describe('sayRefusal', () => {
  it('fills the sentence from the detail', () => {
    const refusal = { code: 'amount_too_precise', detail: { text: '1.005', decimals: 2 } };
    expect(sayRefusal(refusal, 'en')).toBe('The amount "1.005" has more than 2 decimal places.');
    expect(sayRefusal(refusal, 'fa')).toBe('مبلغ «\u20681.005\u2069» بیش از ۲ رقم اعشار دارد.');
  });

  it('shows a code it does not know, and a place it cannot fill, as they are', () => {
    expect(sayRefusal({ code: 'unheard_of' }, 'fa')).toBe('unheard_of');
    expect(sayRefusal({ code: 'date_unreadable' }, 'en')).toBe('"{text}" cannot be read as a date.');
  });
});
