import { dayFrom, jalaliDay } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import { periodOf } from './period.ts';

const today = dayFrom('jalali', 1405, 3, 31) ?? 0;
const nothing = { from: null, to: null };
const shown = (period: { from: number; to: number }) => `${jalaliDay(period.from)}-${jalaliDay(period.to)}`;

const of = (name: Parameters<typeof periodOf>[0]) => shown(periodOf(name, today, 'jalali', nothing));

test('periods follow the months and years of the business', () => {
  expect(of('month')).toBe('1405/03/01-1405/03/31');
  expect(of('last-month')).toBe('1405/02/01-1405/02/31');
  expect(of('year')).toBe('1405/01/01-1405/03/31');
  expect(of('quarter')).toBe('1405/01/01-1405/03/31');
  expect(of('twelve-months')).toBe('1404/04/01-1405/03/31');
});

test('a custom period told backwards is turned round, and half of one is this month', () => {
  const [from, to] = [today - 10, today - 3];
  expect(periodOf('custom', today, 'jalali', { from: to, to: from })).toEqual({ from, to });
  expect(periodOf('custom', today, 'jalali', { from, to: null })).toEqual(
    periodOf('month', today, 'jalali', nothing),
  );
});
