import { expect, test } from 'vitest';
import { showNumber, showShare } from './numbers.ts';
import { showPhone } from './phones.ts';

test('numbers and shares wear the digits of their language', () => {
  expect(showNumber(12_345, 'fa')).toBe('۱۲٬۳۴۵');
  expect(showNumber(12_345, 'en')).toBe('12,345');
  expect(showShare(0.416, 'fa')).toBe('۴۲٪');
  expect(showShare(0.052, 'en')).toBe('5.2%');
});

test('a share of somebody never shows as nobody', () => {
  expect(showShare(0, 'en')).toBe('0%');
  expect(showShare(0.000_01, 'en')).toBe('< 0.1%');
});

test('an Iranian mobile is parted as people read it, others stay in their international form', () => {
  expect(showPhone('+989121234567')).toBe('0912 123 4567');
  expect(showPhone('+14155552671')).toBe('+14155552671');
});
