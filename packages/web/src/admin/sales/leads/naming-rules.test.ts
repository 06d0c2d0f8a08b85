import { expect, test } from 'vitest';
import { freshKey, named, withAt } from './naming-rules.ts';

test('a name typed in one language is that of the other too until it has its own', () => {
  expect(named(undefined, 'fa', 'نام')).toEqual({ fa: 'نام', en: 'نام' });
  expect(named({ fa: 'نام', en: 'نام' }, 'fa', 'نامی')).toEqual({ fa: 'نامی', en: 'نامی' });
  expect(named({ fa: 'نام', en: 'Name' }, 'fa', 'دیگر')).toEqual({ fa: 'دیگر', en: 'Name' });
  expect(named({ fa: 'نام', en: 'Name' }, 'en', '  ')).toBeUndefined();
});

test('a new rule has a key of its own', () => {
  expect(freshKey('rule', ['rule-2', 'a'])).toBe('rule-3');
  expect(freshKey('rule', ['rule-2'])).toBe('rule-3');
  expect(withAt([1, 2, 3], 1, null)).toEqual([1, 3]);
  expect(withAt([1, 2, 3], 1, 5)).toEqual([1, 5, 3]);
});
