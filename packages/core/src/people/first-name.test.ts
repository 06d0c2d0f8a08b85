import { expect, test } from 'vitest';
import { firstName } from './first-name.ts';

test.each([
  ['مریم احمدی', 'مریم'],
  ['  مريم   احمدي ', 'مریم'],
  ['خانم دکتر مریم احمدی', 'مریم'],
  ['سید علی حسینی', 'علی'],
  ['علی‌رضا نوری', 'علی‌رضا'],
  ['مریم', 'مریم'],
  ['Maryam Ahmadi', 'Maryam'],
  ['Dr. Jean-Luc O’Neil', 'Jean-Luc'],
  ['آقای احمدی', null],
  ['Mrs Ahmadi', null],
  ['Ahmadi, Maryam', null],
  ['09121234567', null],
  ['maryam@example.test', null],
  ['<b>Maryam</b>', null],
  ['مریم۱۲', null],
  ['دکتر', null],
  ['', null],
  ['ا'.repeat(31), null],
])('the first name of «%s» is %s', (name, first) => {
  expect(firstName(name)).toBe(first);
});
