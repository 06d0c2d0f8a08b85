import { describe, expect, it } from 'vitest';
import { dueOf, readClock, whenOf } from './when.ts';

describe('a time of day as people type it', () => {
  it.each([
    ['', null],
    ['10', 600],
    ['۱۰:۳۰', 630],
    ['930', 570],
    ['1745', 1065],
    [' 9.05 ', 545],
    ['0:00', 0],
    ['24', undefined],
    ['9:75', undefined],
    ['صبح', undefined],
  ] as const)('«%s»', (text, minutes) => {
    expect(readClock(text)).toBe(minutes);
  });
});

describe('when something is due', () => {
  it('is the day, or a time of it in the zone of the business, and comes back as it was typed', () => {
    const day = dueOf({ day: '2026-11-22', clock: '' }, 'Asia/Tehran');
    expect(day).toEqual({ due: Date.UTC(2026, 10, 21, 20, 30), wholeDay: true });
    const time = dueOf({ day: '2026-11-22', clock: '۱۰:۳۰' }, 'Asia/Tehran');
    expect(time).toEqual({ due: Date.UTC(2026, 10, 22, 7), wholeDay: false });
    expect(whenOf(time?.due ?? 0, false, 'Asia/Tehran')).toEqual({ day: '2026-11-22', clock: '10:30' });
  });

  it('is not whole without a day or with a time that is none', () => {
    expect(dueOf({ day: null, clock: '10' }, 'Asia/Tehran')).toBeNull();
    expect(dueOf({ day: '2026-11-22', clock: '25' }, 'Asia/Tehran')).toBeNull();
  });
});
