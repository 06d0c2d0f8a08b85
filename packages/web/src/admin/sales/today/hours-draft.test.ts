import { expect, it } from 'vitest';
import { draftOfWeek, faultOf, weekOf } from './hours-draft.ts';

it('a week comes back as it was, in order', () => {
  const week: [number, number][][] = [
    [
      [540, 780],
      [960, 1200],
    ],
    [[0, 1440]],
    [],
    [],
    [],
    [],
    [],
  ];
  const draft = draftOfWeek(week, (text) => text);
  expect(draft[1]).toEqual([{ from: '0:00', to: '24:00' }]);
  expect(weekOf(draft)).toEqual(week);
  expect(weekOf(draft.map((day) => day.toReversed()))).toEqual(week);
});

it('says what is wrong with a stretch', () => {
  expect(faultOf({ from: '۹', to: '۲۴' })).toBeNull();
  expect(faultOf({ from: '9', to: '' })).toBe('unreadable');
  expect(faultOf({ from: '17', to: '9' })).toBe('reversed');
  expect(weekOf([[{ from: '17', to: '9' }]])).toBeNull();
});
