import { accept, isoDay, readMoney, readNumber, refuse, type Result } from '@nardeban/core/values';
import { dayOfAddress, type Speech } from '../../language/speech.ts';

/** How a kind of value is typed and shown in one business: numbers, amounts in its unit, days in its calendar. */
export interface Manner<Value> {
  readonly show: (value: Value) => string;
  readonly read: (text: string) => Result<Value>;
  /** The unit that stands after it. */
  readonly after?: string;
}

export function numbersIn(speech: Speech): Manner<number> {
  return { show: speech.number, read: (text) => readNumber(text, { grouping: 'thousands' }) };
}

export function moneyIn(speech: Speech): Manner<number> {
  const { currency, unit } = speech;
  const apart = (minor: number) => speech.money(minor).split(' ');
  const [, ...name] = apart(0);
  return {
    show: (minor) => apart(Math.round(minor))[0] ?? '',
    read: (text) => readMoney(text, { currency, unit, grouping: 'thousands' }),
    ...(name.length === 0 ? {} : { after: name.join(' ') }),
  };
}

/** A day as the criteria keep it, YYYY-MM-DD. */
export function daysIn(speech: Speech): Manner<string> {
  return {
    show: (iso) => {
      const day = dayOfAddress(iso);
      return day === null ? iso : speech.day(day, 'short');
    },
    read: (text) => {
      const day = speech.readDay(text);
      return day === null ? refuse('day_expected') : accept(isoDay(day));
    },
  };
}
