import { isoDay } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import { dayOfMonth, monthToClose, readBooks } from './books-search.ts';

test('an address that makes no sense shows the newest month', () => {
  expect(readBooks({ month: '1405-13', wallet: 'Ü', aspect: 'moon' })).toEqual({});
  expect(readBooks({ month: '1405-02', wallet: 'points', aspect: 'rung' })).toEqual({
    month: '1405-02',
    wallet: 'points',
    aspect: 'rung',
  });
});

test('a month is one of the calendar of the business', () => {
  expect(isoDay(dayOfMonth('1405-01', 'jalali') ?? 0)).toBe('2026-03-21');
  expect(isoDay(dayOfMonth('2026-02', 'gregorian') ?? 0)).toBe('2026-02-01');
  expect(dayOfMonth('1405-13', 'jalali')).toBeNull();
});

test('months are closed in their order, and never the one that is going on', () => {
  const months = ['1405-01', '1405-02', '1405-03'];
  expect(monthToClose({ months, closed: [] })).toBe('1405-01');
  expect(monthToClose({ months, closed: [{ month: '1405-01' }] })).toBe('1405-02');
  expect(monthToClose({ months, closed: [{ month: '1405-01' }, { month: '1405-02' }] })).toBeNull();
  expect(monthToClose({ months: [], closed: [] })).toBeNull();
});
