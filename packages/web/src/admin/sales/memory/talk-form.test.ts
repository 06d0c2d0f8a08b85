import { zoneOf } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import {
  EMPTY_TALK,
  newNext,
  newNote,
  newPromise,
  newRole,
  NOBODY,
  partRefused,
  readTime,
  talkBody,
} from './talk-form.ts';

const zone = 'Asia/Tehran';
const whose = { person: 7, deal: 3, zone, today: 20_000 };

test('a time is read in any digits, and what is none is told from nothing', () => {
  expect(['14:30', '۱۴:۳۰', ' ۹ ', '0', '', ' '].map(readTime)).toEqual([870, 870, 540, 0, null, null]);
  expect(['25', '12:75', 'noon', '1:2'].map(readTime)).toEqual([undefined, undefined, undefined, undefined]);
});

test('what was said goes over by its kind and with nothing of another', () => {
  const budget = { ...newNote('budget', 1), text: ' تا آخر ماه ', low: 5, byDay: 20_010, met: true };
  const uses = { ...newRole(2), role: 'uses' as const, who: { person: { id: 9, name: 'x' }, name: '' } };
  const body = talkBody(
    {
      ...EMPTY_TALK,
      day: 19_999,
      parts: [
        budget,
        { ...newNote('want', 3), product: 'چای', low: 9 },
        { ...uses, belonging: 'buys_for' },
        { ...newRole(4), self: true, who: { person: null, name: 'نادیده' } },
        newPromise(5, 20_000),
      ],
      next: { ...newNext(20_000), time: '۱۰' },
    },
    whose,
  );
  expect(body.notes).toEqual([
    { kind: 'budget', text: 'تا آخر ماه', product: '', low: 5, high: null, byDay: '2024-10-14' },
    { kind: 'want', text: '', product: 'چای' },
  ]);
  expect(body.roles).toEqual([
    { role: 'uses', player: 9, note: '', belonging: { kind: 'buys_for', outward: true } },
    { role: 'decides', player: 7, note: '', belonging: null },
  ]);
  expect(body.promises).toEqual([{ side: 'us', text: '', dueOn: '2024-10-05' }]);
  expect(body.at).toBe(zoneOf(zone).at(19_999, 12 * 3_600_000));
  expect(body.next).toMatchObject({ due: zoneOf(zone).at(20_001, 10 * 3_600_000), wholeDay: false });
  expect(talkBody({ ...EMPTY_TALK, day: 20_000, with: { ...NOBODY, name: ' او ' } }, whose)).toMatchObject({
    saidBy: { name: 'او' },
  });
  expect(talkBody({ ...EMPTY_TALK, day: 20_000 }, whose)).not.toHaveProperty('at');
});

test('a refusal is shown at the part it is about', () => {
  const parts = [newRole(1), newNote('need', 2), newNote('want', 3)];
  expect(partRefused(parts, 'notes.1.text')).toBe(3);
  expect(partRefused(parts, 'roles.0.player')).toBe(1);
  expect(partRefused(parts, 'promises.0.dueOn')).toBeNull();
  expect(partRefused(parts, 'summary')).toBeNull();
  expect(partRefused(parts, undefined)).toBeNull();
});
