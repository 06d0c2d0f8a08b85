import { isoDay } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import { dayOfAddress } from '../../../language/speech.ts';
import { askedOf, formOf, isWholeMonth, monthOf, monthsOffered, newCost, sameAgain } from './cost-form.ts';

const today = dayOfAddress('2026-04-10') ?? 0;

test('a new cost is of the whole Jalali month that today lies in', () => {
  const { from, to } = newCost(today, 'jalali');
  expect([isoDay(from), isoDay(to)]).toEqual(['2026-03-21', '2026-04-20']);
  expect(isWholeMonth({ from, to }, 'jalali')).toBe(true);
  expect(isWholeMonth({ from, to: to - 1 }, 'jalali')).toBe(false);
});

test('months follow one another without a day between, from the next one back', () => {
  const months = monthsOffered(today, 'jalali');
  expect(months).toHaveLength(14);
  expect(months[1]).toEqual(monthOf(today, 'jalali'));
  for (const [place, month] of months.entries()) {
    const before = months[place + 1];
    if (before !== undefined) expect(before.to + 1).toBe(month.from);
  }
});

test('what is sent has no empty names and no days the wrong way round, and nothing is sent without an amount', () => {
  const form = { ...newCost(today, 'jalali'), channel: '  ', campaign: ' نوروز ', note: ' یک ' };
  expect(askedOf(form)).toBeUndefined();
  expect(askedOf({ ...form, amount: 5, from: today, to: today - 3 })).toEqual({
    channel: null,
    campaign: 'نوروز',
    kind: 'media',
    from: '2026-04-07',
    to: '2026-04-10',
    amount: 5,
    note: 'یک',
  });
});

test('a cost that was taken away is entered again as it was', () => {
  const cost = {
    id: 3,
    channel: 'وب',
    campaign: null,
    kind: 'wages',
    from: '2026-03-21',
    to: '2026-04-20',
    amount: 12,
    note: '',
    imported: false,
    revision: 4,
    madeBy: 'a',
    madeAt: 0,
    changedBy: 'a',
    changedAt: 0,
  };
  expect(askedOf(formOf(cost, today))).toEqual(sameAgain(cost));
});
