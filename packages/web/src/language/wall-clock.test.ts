import * as fc from 'fast-check';
import { MS_PER_DAY, zoneOf } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import { wallClockOf } from './wall-clock.ts';

const ZONES = ['Asia/Tehran', 'UTC', 'Europe/Berlin', 'America/Havana', 'Asia/Beirut', 'Australia/Lord_Howe'];
const instants = fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 });

test.each(ZONES)('a clock in %s shows the day and the time of the table', (name) => {
  const clock = wallClockOf(name);
  const zone = zoneOf(name);
  fc.assert(
    fc.property(instants, (seconds) => {
      const at = seconds * 1000;
      const wall = at + zone.offsetAt(at);
      expect(clock.dayOf(at)).toBe(zone.dayOf(at));
      expect(Math.floor(clock.timeOf(at) / 1000)).toBe(
        Math.floor((((wall % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / 1000),
      );
    }),
  );
});

test('by day a clock agrees with the table before it has needed it', () => {
  // Fresh clocks, asked at noon only: nothing but Intl answers.
  for (const name of ['Asia/Kabul', 'Asia/Istanbul', 'America/New_York']) {
    const clock = wallClockOf(name);
    for (let year = 1960; year < 2050; year++) {
      const at = zoneOf(name).at(Date.UTC(year, 5, 15) / MS_PER_DAY, MS_PER_DAY / 2);
      expect(clock.dayOf(at)).toBe(Date.UTC(year, 5, 15) / MS_PER_DAY);
      expect(clock.timeOf(at)).toBe(MS_PER_DAY / 2);
    }
  }
});
