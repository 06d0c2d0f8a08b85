import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayFrom, isoDay, jalaliDay, MS_PER_DAY } from './days.ts';
import { isZone, zoneOf } from './zone.ts';

const HOUR = 3_600_000;

function jalali(year: number, month: number, day: number): Day {
  return dayFrom('jalali', year, month, day) ?? Number.NaN;
}

function gregorian(year: number, month: number, day: number): Day {
  return dayFrom('gregorian', year, month, day) ?? Number.NaN;
}

function utc(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

describe('Asia/Tehran', () => {
  const tehran = zoneOf('Asia/Tehran');

  it('starts 1405/01/01 at 20:30 UTC the day before', () => {
    expect(utc(tehran.startOf(jalali(1405, 1, 1)))).toBe('2026-03-20T20:30:00Z');
    expect(tehran.dayOf(Date.parse('2026-03-20T20:30:00Z'))).toBe(jalali(1405, 1, 1));
    expect(tehran.dayOf(Date.parse('2026-03-20T20:29:59.999Z'))).toBe(jalali(1404, 12, 29));
  });

  it('begins the days of the spring change at 01:00 summer time, because midnight does not exist', () => {
    for (const day of [jalali(1401, 1, 2), jalali(1387, 1, 2), jalali(1384, 1, 2), jalali(1370, 2, 13)]) {
      const start = tehran.startOf(day);
      expect(start + tehran.offsetAt(start)).toBe(day * MS_PER_DAY + HOUR);
      expect(tehran.offsetAt(start)).toBe(4.5 * HOUR);
      expect(tehran.offsetAt(start - 1)).toBe(3.5 * HOUR);
      expect(tehran.at(day, HOUR / 2)).toBe(start);
      expect(tehran.at(day, HOUR)).toBe(start);
      expect(tehran.startOf(day + 1) - start).toBe(23 * HOUR);
    }
  });

  it('repeats the last hour of 30 Shahrivar and means the first of the two', () => {
    for (const year of [1370, 1384, 1387, 1400, 1401]) {
      const day = jalali(year, 6, 30);
      const first = tehran.at(day, 23.5 * HOUR);
      expect(tehran.offsetAt(first)).toBe(4.5 * HOUR);
      expect(tehran.offsetAt(first + HOUR)).toBe(3.5 * HOUR);
      expect(tehran.dayOf(first + HOUR)).toBe(day);
      expect(tehran.startOf(day + 1) - tehran.startOf(day)).toBe(25 * HOUR);
    }
  });

  it('had no summer time in 1385 and 1386, and has none since autumn 1401', () => {
    for (const day of [jalali(1385, 4, 15), jalali(1386, 4, 15), jalali(1402, 4, 15), jalali(1440, 4, 15)]) {
      expect(tehran.offsetAt(tehran.startOf(day))).toBe(3.5 * HOUR);
    }
    expect(tehran.offsetAt(tehran.startOf(jalali(1401, 4, 15)))).toBe(4.5 * HOUR);
  });
});

describe('other zones', () => {
  it('London changes at one in the morning', () => {
    const london = zoneOf('Europe/London');
    const spring = gregorian(2026, 3, 29);
    expect(utc(london.at(spring, 1.5 * HOUR))).toBe('2026-03-29T01:00:00Z');
    expect(utc(london.at(spring, 2 * HOUR))).toBe('2026-03-29T01:00:00Z');
    const autumn = gregorian(2026, 10, 25);
    expect(utc(london.at(autumn, 1.5 * HOUR))).toBe('2026-10-25T00:30:00Z');
    expect(utc(london.startOf(gregorian(2010, 12, 1)))).toBe('2010-12-01T00:00:00Z');
    expect(utc(london.startOf(gregorian(2010, 7, 1)))).toBe('2010-06-30T23:00:00Z');
  });

  it('São Paulo once had no midnight on the day its summer began', () => {
    const saoPaulo = zoneOf('America/Sao_Paulo');
    const day = gregorian(2018, 11, 4);
    expect(utc(saoPaulo.startOf(day))).toBe('2018-11-04T03:00:00Z');
    expect(saoPaulo.dayOf(Date.parse('2018-11-04T02:59:59Z'))).toBe(day - 1);
    expect(saoPaulo.startOf(day + 1) - saoPaulo.startOf(day)).toBe(23 * HOUR);
  });

  it('keeps days in order where clocks went back over midnight', () => {
    const stJohns = zoneOf('America/St_Johns');
    const day = gregorian(2006, 10, 29);
    const start = stJohns.startOf(day);
    // At 00:01 it was 23:01 again: the repeated evening counts to the day that had begun.
    expect(stJohns.offsetAt(start + 30 * 60_000)).toBe(stJohns.offsetAt(start) - HOUR);
    expect(stJohns.dayOf(start + 30 * 60_000)).toBe(day);
  });

  it('gives a day that was skipped no instants', () => {
    const apia = zoneOf('Pacific/Apia');
    const skipped = gregorian(2011, 12, 30);
    expect(apia.startOf(skipped)).toBe(apia.startOf(skipped + 1));
    expect(apia.dayOf(apia.startOf(skipped))).toBe(skipped + 1);
    expect(apia.dayOf(apia.startOf(skipped) - 1)).toBe(skipped - 1);
  });

  it('hold the nearest offset before 1900 and after 2100', () => {
    const tehran = zoneOf('Asia/Tehran');
    expect(isoDay(tehran.dayOf(Date.UTC(2150, 5, 1, 20, 29)))).toBe('2150-06-01');
    expect(isoDay(tehran.dayOf(Date.UTC(2150, 5, 1, 20, 31)))).toBe('2150-06-02');
    expect(isoDay(tehran.dayOf(Date.UTC(1850, 0, 1, 12)))).toBe('1850-01-01');
  });

  it('are known by their names', () => {
    expect(isZone('Asia/Tehran')).toBe(true);
    expect(isZone('Asia/Nowhere')).toBe(false);
    expect(() => zoneOf('Asia/Nowhere')).toThrow(RangeError);
    expect(zoneOf('Asia/Tehran')).toBe(zoneOf('Asia/Tehran'));
  });
});

describe('every zone', () => {
  const names = fc.constantFrom(
    'Asia/Tehran',
    'Europe/London',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Africa/Casablanca',
    'Pacific/Apia',
    'UTC',
  );
  const instants = fc.integer({ min: Date.UTC(1895, 0, 1), max: Date.UTC(2105, 0, 1) });

  it('puts each instant in the one day whose stretch holds it', () => {
    fc.assert(
      fc.property(names, instants, (name, at) => {
        const zone = zoneOf(name);
        const day = zone.dayOf(at);
        expect(zone.startOf(day)).toBeLessThanOrEqual(at);
        expect(zone.startOf(day + 1)).toBeGreaterThan(at);
      }),
      { numRuns: 2000 },
    );
  });

  it('never goes back a day as time goes on', () => {
    fc.assert(
      fc.property(names, instants, fc.integer({ min: 0, max: 3 * MS_PER_DAY }), (name, at, later) => {
        const zone = zoneOf(name);
        expect(zone.dayOf(at + later)).toBeGreaterThanOrEqual(zone.dayOf(at));
        expect(zone.startOf(zone.dayOf(at) + 1)).toBeGreaterThanOrEqual(zone.startOf(zone.dayOf(at)));
      }),
      { numRuns: 2000 },
    );
  });

  it('has the offsets that Intl shows', () => {
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2100, 11, 31) / 1000 }),
        (name, seconds) => {
          const at = seconds * 1000;
          const shown = new Intl.DateTimeFormat('sv-SE', {
            timeZone: name,
            dateStyle: 'short',
            timeStyle: 'medium',
          }).format(at);
          const local = new Date(at + zoneOf(name).offsetAt(at)).toISOString();
          expect(local.slice(0, 19).replace('T', ' ')).toBe(shown);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds an instant whose wall clock shows what was asked, unless it was in a gap', () => {
    fc.assert(
      fc.property(names, instants, fc.integer({ min: 0, max: MS_PER_DAY - 1 }), (name, near, msOfDay) => {
        const zone = zoneOf(name);
        const day = zone.dayOf(near);
        const at = zone.at(day, msOfDay);
        const asked = day * MS_PER_DAY + msOfDay;
        const shown = at + zone.offsetAt(at);
        // In a gap: the first instant after it, when the clock has just passed the time asked for.
        expect(shown === asked || (shown > asked && at - 1 + zone.offsetAt(at - 1) < asked)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the Jalali day of an instant in its zone', () => {
    expect(jalaliDay(zoneOf('Asia/Tehran').dayOf(Date.parse('2026-03-24T21:00:00Z')))).toBe('1405/01/05');
    expect(jalaliDay(zoneOf('Europe/London').dayOf(Date.parse('2026-03-24T21:00:00Z')))).toBe('1405/01/04');
  });
});
