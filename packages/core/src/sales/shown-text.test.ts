import { expect, test } from 'vitest';
import { shownText } from './shown-text.ts';

const name = shownText.min(1).max(20);

test.each([
  ['marks of direction alone', '\u202e\u200f', false],
  ['white space alone', ' \u00a0\t', false],
  ['one sign that is written out as eighteen', '\ufdfa', true],
  ['two of them', '\ufdfa\ufdfa', false],
])('a text is measured as it is shown: %s', (_, text, fits) => {
  expect(name.safeParse(text).success).toBe(fits);
});

test('and kept as it is shown', () => {
  expect(name.parse('  كفش \u202eملي ')).toBe('کفش ملی');
});
