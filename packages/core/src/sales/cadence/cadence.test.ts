import { describe, expect, it } from 'vitest';
import { dayFrom, zoneOf } from '../../values/index.ts';
import { defaultWorkingHours, workingCalendar } from '../working-time/hours.ts';
import { type Cadence, checkCadence, stopAmong, textOfTouch, timeOfTouch, type Touch } from './cadence.ts';
import { CADENCE_PRESETS } from './presets.ts';

const calendar = workingCalendar(
  defaultWorkingHours({ zone: 'Asia/Tehran', calendar: 'jalali', weekend: [6] }),
  'Asia/Tehran',
  0,
);
const zone = zoneOf('Asia/Tehran');
// 1405/08/30 is a Saturday.
const SATURDAY = dayFrom('jalali', 1405, 8, 30) ?? 0;
const at = (day: number, hour: number) => zone.at(SATURDAY + day, hour * 3_600_000);
const touch = (day: number, minute: number | null = null): Touch => ({
  day,
  at: minute,
  kind: 'call',
  text: 'سلام {name}',
  who: null,
});

describe('when a touch falls', () => {
  it.each([
    ['the same day, at any time', touch(0), at(0, 10), [at(0, 0), true]],
    ['after work: the next day', touch(0), at(0, 18), [at(1, 0), true]],
    ['an hour of that day', touch(0, 17 * 60), at(0, 10), [at(0, 17), false]],
    ['an hour that is over: at once', touch(0, 9 * 60), at(0, 10), [at(0, 10), false]],
    ['two working days after a Thursday: Monday', touch(2), at(5, 10), [at(8, 0), true]],
    ['begun on Friday', touch(1, 600), at(6, 10), [at(8, 10), false]],
  ] as const)('%s', (_, one, startedAt, [due, wholeDay]) => {
    expect(timeOfTouch(one, startedAt, calendar)).toEqual({ at: due, wholeDay });
  });
});

describe('a series', () => {
  const cadence: Cadence = {
    name: 'x',
    touches: [touch(0), touch(3)],
    stops: ['answered', 'bought'],
    start: null,
  };

  it('ends with the first fact that it says ends it', () => {
    const told = (type: string, outcome: string | null = null) => ({ type, outcome });
    expect(stopAmong(cadence, [told('contact.attempted', 'no-answer'), told('message.received')])).toBeNull();
    expect(
      stopAmong(cadence, [
        told('message.received'),
        told('order.paid'),
        told('contact.attempted', 'answered'),
      ]),
    ).toEqual({ stop: 'bought', fact: told('order.paid') });
  });

  it('has its touches in order and each end once', () => {
    expect(checkCadence(cadence).ok).toBe(true);
    expect(checkCadence({ ...cadence, touches: [touch(3), touch(1)] })).toMatchObject({
      refusal: { code: 'touches_out_of_order', field: 'touches.1.day' },
    });
    expect(checkCadence({ ...cadence, stops: ['answered', 'answered'] })).toMatchObject({
      refusal: { code: 'stop_twice' },
    });
  });

  it('says the name', () => {
    expect(textOfTouch(touch(0), 'سارا')).toBe('سلام سارا');
  });

  it('ships with series that pass their own checks', () => {
    for (const { fa, en } of CADENCE_PRESETS)
      for (const one of [fa, en]) expect(checkCadence(one)).toEqual({ ok: true, value: one });
  });
});
