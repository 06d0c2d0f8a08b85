import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fa } from './fa.ts';

const blanks = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

test('English says everything that Persian says to customers, with the same blanks to fill', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(fa).toSorted());
  for (const [key, text] of Object.entries(fa)) {
    const english = en[key as keyof typeof en];
    expect([key, blanks(english)]).toEqual([key, blanks(text)]);
  }
});

test('Persian is written to customers in Persian letters and digits', () => {
  for (const [key, text] of Object.entries(fa)) {
    expect([key, /[\u064A\u0643\u0649\u0629\u06C0\u0660-\u0669]/.test(text)]).toEqual([key, false]);
    expect([key, /[0-9]/.test(text.replaceAll(/\{\{\w+\}\}/g, ''))]).toEqual([key, false]);
  }
});
