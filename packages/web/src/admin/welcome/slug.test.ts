import { expect, test } from 'vitest';
import { slugFrom } from './slug.ts';

test.each([
  ['کافه بامداد', 'kafh-bamdad'],
  ['  گل‌فروشی  نسترن ۲ ', 'gl-frvshi-nstrn-2'],
  ['Café Zürich & Söhne', 'cafe-zurich-sohne'],
  ['🌹🌹', ''],
  ['--a--b--', 'a-b'],
  ['x'.repeat(100), 'x'.repeat(63)],
])('%s is proposed as %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test('a proposal is always an address or nothing', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const slug = slugFrom(`a${String.fromCodePoint(code)}b${String.fromCodePoint(code)}`);
    expect(slug).toMatch(/^[a-z0-9](-?[a-z0-9])*$/);
  }
});
