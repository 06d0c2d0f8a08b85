import { expect, test } from 'vitest';
import en from './en.json';
import fa from './fa.json';

type Sentences = { readonly [key: string]: string | Sentences };

function flat(sentences: Sentences, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(sentences)) {
    if (typeof value === 'string') all.set(before + key, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) all.set(inner, text);
  }
  return all;
}

const persian = flat(fa);
const english = flat(en);
const blanks = (text: string) => (text.match(/\{\{[^}]+\}\}/g) ?? []).toSorted();

test('English says everything that Persian says, with the same blanks to fill', () => {
  expect([...english.keys()].toSorted()).toEqual([...persian.keys()].toSorted());
  for (const [key, text] of persian)
    expect([key, blanks(english.get(key) ?? '')]).toEqual([key, blanks(text)]);
});

test('Persian is written in Persian letters and digits', () => {
  for (const [key, text] of persian) {
    expect([key, /[يكىةۀ٠-٩]/.test(text)]).toEqual([key, false]);
    const plain = text.replace(/\{\{[^}]+\}\}|POST \/v1\/facts/g, '');
    expect([key, /[0-9]/.test(plain)]).toEqual([key, false]);
  }
});
