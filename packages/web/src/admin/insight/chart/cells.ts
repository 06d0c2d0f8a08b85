import { currencyDigits, type Day, isoDay, minorToDecimal, RIAL } from '@nardeban/core/values';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numberingSystem } from '../../../language/digits.ts';
import type { Speech } from '../../../language/speech.ts';
import { useSetting } from '../../setting.ts';
import type { Cell } from './table.ts';

const NOTHING = '–';
type Known = number | null | undefined;

/** Cells of a chart's table, each with what a spreadsheet gets in its place. */
export function useCells() {
  const { speech } = useSetting();
  return useMemo(() => {
    const money = moneyOf(speech);
    const cell = (value: Known, say: (value: number) => string): Cell =>
      value === null || value === undefined ? { shown: NOTHING, value: null } : { shown: say(value), value };
    return {
      number: (value: Known) => cell(value, speech.number),
      share: (value: Known) => cell(value, (known) => signedShare(speech, known)),
      /** Minor units; the spreadsheet gets the major unit. */
      money: (minor: Known): Cell =>
        minor === null || minor === undefined
          ? { shown: NOTHING, value: null }
          : { shown: money(minor), value: Number(minorToDecimal(Math.round(minor), speech.currency)) },
      day: (day: Day | null | undefined): Cell =>
        day === null || day === undefined
          ? { shown: NOTHING, value: null }
          : { shown: speech.day(day, 'short'), value: isoDay(day) },
    };
  }, [speech]);
}

/** A share that may also be below nothing, with its sign before it. */
export function signedShare(speech: Speech, share: number): string {
  return share < 0 ? `\u2066\u2212${speech.share(-share)}\u2069` : speech.share(share);
}

/** So many digits of what was foretold mean something. */
const DIGITS_FORETOLD = 4;

/** Amounts that were foretold: what is not known of them is not shown. */
export function useForetoldMoney(): (minor: number) => string {
  const { speech } = useSetting();
  return useMemo(() => {
    const money = moneyOf(speech);
    return (minor) => money(Number(minor.toPrecision(DIGITS_FORETOLD)));
  }, [speech]);
}

/** Amounts that were reckoned: no more of them is shown than whole units of what the business counts in. */
export function useMoney(): (minor: number) => string {
  const { speech } = useSetting();
  return useMemo(() => moneyOf(speech), [speech]);
}

function moneyOf(speech: Speech): (minor: number) => string {
  const unit = unitOf(speech);
  // Below a handful of units the parts of one matter.
  return (minor) =>
    speech.money(Math.abs(minor) < 10 * unit ? Math.round(minor) : Math.round(minor / unit) * unit);
}

/** How many minor units are one of what the business counts in. */
function unitOf({ currency, unit }: Speech): number {
  return currency === RIAL ? (unit === 'toman' ? 10 : 1) : 10 ** currencyDigits(currency);
}

/** A figure of a model, to the digits that matter of it: `0.2426`, «۱۲٫۳۴». */
export function useFigure(): (value: number) => string {
  const { speech } = useSetting();
  return useMemo(() => {
    const locale = `${speech.language === 'fa' ? 'fa-IR' : 'en-US'}-u-nu-${numberingSystem(speech.language)}`;
    const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
    // Isolated, so that a sign stays before its number.
    return (value) => `\u2066${format.format(value)}\u2069`;
  }, [speech]);
}

/** Amounts where there is little room, «۱۲ میلیون», and the unit they are in. */
export function useCompact(): { readonly money: (minor: number) => string; readonly unit: string } {
  const { speech } = useSetting();
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = `${speech.language === 'fa' ? 'fa-IR' : 'en-US'}-u-nu-${numberingSystem(speech.language)}`;
    const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
    const unit = unitOf(speech);
    return {
      money: (minor) => format.format(minor / unit),
      // The amount of nothing, without its digit, is the unit's name.
      unit: speech.money(0).replace(/^[^\p{L}]+/u, ''),
    };
    // Other digits are another speech; the language is in it, too.
  }, [speech, i18n.language]);
}
