import { expect, test } from 'vitest';
import { newProgramme } from '../programme/shape.ts';
import { alarmOf } from './alarms.ts';

const words = { fa: 'باشگاه', en: 'club' };
const programme = {
  ...newProgramme(words, words, { points: 1, amount: 1000 }),
  budget: { per: 'month' as const, money: 100, alarms: [90, 50] },
};
const key = 'budget:club:money:month:1405-08';

test('a budget asks for a look from its first alarm on, counting what is kept aside, and again when it is gone', () => {
  expect(alarmOf(programme, { key, used: 40, held: 9, limit: 100 })).toBe('none');
  expect(alarmOf(programme, { key, used: 40, held: 10, limit: 100 })).toBe('near');
  expect(alarmOf(programme, { key, used: 95, held: 5, limit: 100 })).toBe('over');
});

test('of a budget that nobody set an alarm for one is told at four fifths', () => {
  const other = { key: 'offer:spring', used: 79, held: 0, limit: 100 };
  expect(alarmOf(programme, other)).toBe('none');
  expect(alarmOf(programme, { ...other, used: 80 })).toBe('near');
});
