import { MS_PER_DAY } from './days.ts';

/** Stretches of equal offset: from `begins[i]` (the first is −∞) local time is `offsets[i]` ms ahead of UTC. */
export interface ZoneOffsets {
  readonly begins: Float64Array;
  readonly offsets: Float64Array;
}

const FROM = Date.UTC(1900, 0, 1) - 2 * MS_PER_DAY;
const TO = Date.UTC(2101, 0, 1) + 2 * MS_PER_DAY;

/** A fortnight: shorter than the stretches of equal offset that zones keep, down to a Ramadan without summer time. */
const STEP = 14 * MS_PER_DAY;

/** Clocks change at whole quarters of an hour, except where local mean time ended: tried first, as it is cheaper. */
const QUARTER = 900_000;
const SECOND = 1000;

/**
 * Finds a zone's changes of offset from 1900 to 2100 by asking `Intl` every other week and bisecting down to
 * the second wherever two answers differ. Throws RangeError for a name `Intl` does not know.
 */
export function findOffsets(zone: string): ZoneOffsets {
  const offsetAt = offsetReader(zone);
  let before = FROM;
  let offset = offsetAt(FROM);
  const begins = [-Infinity];
  const offsets = [offset];
  while (before < TO) {
    const after = Math.floor(before / QUARTER) * QUARTER + STEP;
    if (offsetAt(after) === offset) {
      before = after;
      continue;
    }
    before = changeBetween(offsetAt, before, after, offset);
    offset = offsetAt(before);
    begins.push(before);
    offsets.push(offset);
  }
  return { begins: Float64Array.from(begins), offsets: Float64Array.from(offsets) };
}

/** The first whole second after `before`, up to `after`, at which the offset is no longer `offset`. */
function changeBetween(
  offsetAt: (at: number) => number,
  before: number,
  after: number,
  offset: number,
): number {
  let low = before;
  let high = after;
  for (const grain of [QUARTER, SECOND]) {
    while (high - low > grain) {
      const middle = Math.floor((low + high) / 2 / grain) * grain;
      if (middle <= low) break;
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    if (offsetAt(high - SECOND) === offset) break;
  }
  return high;
}

/** Reads offsets out of `DD, HH:MM:SS`, whose columns are fixed: no other parts are asked for, to be quick. */
function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => {
    const local = format.format(at);
    const days = Number(local.slice(0, 2)) - new Date(at).getUTCDate();
    // Local time is less than two days away, so a larger difference is a month's end in between.
    const daysAhead = Math.abs(days) > 2 ? -Math.sign(days) : days;
    const seconds =
      (Number(local.slice(4, 6)) * 60 + Number(local.slice(7, 9))) * 60 + Number(local.slice(10, 12));
    return daysAhead * MS_PER_DAY + seconds * SECOND - (((at % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY);
  };
}
