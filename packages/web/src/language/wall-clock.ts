import { type Day, type Instant, MS_PER_DAY, type Zone, zoneOf } from '@nardeban/core/values';

/** What clocks on the wall of a zone show. */
export interface WallClock {
  readonly dayOf: (at: Instant) => Day;
  /** Milliseconds of the local day gone by. */
  readonly timeOf: (at: Instant) => number;
}

/** No zone puts its clocks back by more: before this hour nobody's day can have been a later one already. */
const LATE = 21 * 3_600_000;

const clocks = new Map<string, WallClock>();

/**
 * The clock of an IANA zone, made once. `zoneOf` tables two centuries, which a first view would wait for; one moment is
 * asked of `Intl`. Late in the evening the table is asked all the same, for it knows the nights on which clocks go back
 * over midnight and the day stays the later one.
 */
export function wallClockOf(name: string): WallClock {
  const known = clocks.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  let table: Zone | null = null;
  const wallOf = (at: Instant): number => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      format.format(at).match(/[0-9]+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const intoDay = (wall: number) => ((wall % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  const clock: WallClock = {
    dayOf: (at) => {
      if (table === null) {
        const wall = wallOf(at);
        if (intoDay(wall) < LATE) return Math.floor(wall / MS_PER_DAY);
        table = zoneOf(name);
      }
      return table.dayOf(at);
    },
    timeOf: (at) => intoDay(table === null ? wallOf(at) : at + table.offsetAt(at)),
  };
  clocks.set(name, clock);
  return clock;
}
