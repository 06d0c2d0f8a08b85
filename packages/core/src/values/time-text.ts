/** Milliseconds since midnight; NaN for a time no clock shows. */
export function timeOfDay(hour: number, minute: number, second: number): number {
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The milliseconds of `Z`, `+03:30`, `+0330` or `+03`; NaN beyond the sixteen hours that zones have ever had. */
export function readOffset(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', ''));
  if (hours > 16 || minutes > 59) return Number.NaN;
  const size = (hours * 60 + minutes) * 60_000;
  return text.startsWith('-') ? -size : size;
}

/** A time of day and what is left of the text without it. Null parts were not told. */
export interface TimeText {
  readonly time: number | null;
  readonly offset: number | null;
  readonly rest: string;
}

const MORNING = String.raw`am|a\.m\.|ق\.?ظ\.?|قبل ?از ?ظهر|صبح`;
const AFTERNOON = String.raw`pm|p\.m\.|ب\.?ظ\.?|بعد ?از ?ظهر|عصر`;
const CLOCK = new RegExp(
  String.raw`(?:^|[ t])(?:ساعت |at )?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?` +
    String.raw`(?: ?(${MORNING}|${AFTERNOON}))?` +
    String.raw`(?: ?(?:z|gmt|utc)(?![a-z]))?(?: ?([+-][0-9]{2}:?[0-9]{2}))?(?= |$)`,
);
const UNIVERSAL = /[0-9] ?(?:z|gmt|utc)(?![a-z])/;
const IS_AFTERNOON = new RegExp(`^(?:${AFTERNOON})$`);

/** Takes the time out of a text, wherever it stands. Expects a search key. */
export function takeTime(text: string): TimeText {
  const match = CLOCK.exec(text);
  if (match === null) return { time: null, offset: null, rest: text };
  const [found, hour, minute, second = '0', fraction = '', half, offset] = match;
  const time = timeOfDay(onTheClock(Number(hour), half), Number(minute), Number(second));
  const zero = UNIVERSAL.test(found) ? 0 : null;
  return {
    time: time + Number(fraction.slice(0, 3).padEnd(3, '0')),
    offset: offset === undefined ? zero : readOffset(offset),
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + found.length)}`
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** The hour of a 24-hour clock; 13 pm is as wrong as 0 am and gives an hour that no clock has. */
function onTheClock(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (IS_AFTERNOON.test(half) ? 12 : 0);
}
