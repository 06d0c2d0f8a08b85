import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';
import { useFigure, useForetoldMoney, useMoney } from './chart/cells.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Orders of the future come in parts; beyond ten of them the parts say nothing. */
const WHOLE_FROM = 10;

/** How the pages of insight say what they count. */
export function useWords() {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const money = useForetoldMoney();
  const paid = useMoney();
  const figure = useFigure();
  return useMemo(() => {
    const orders = (value: number) =>
      speech.number(value >= WHOLE_FROM ? Math.round(value) : Math.round(value * 10) / 10);
    return {
      /** What is foretold. */
      money,
      /** What was paid. */
      paid,
      orders,
      people: (count: number) => t('insight.countPeople', { count, shown: speech.number(count) }),
      days: (days: number) => {
        const whole = Math.max(Math.round(days), 1);
        return t('insight.countDays', { count: whole, shown: speech.number(whole) });
      },
      /** A figure of a model, to so many digits that matter. */
      figure,
      moneyWithin: ({ low, high }: Interval) =>
        t('insight.interval', { low: `\u2068${money(low)}\u2069`, high: `\u2068${money(high)}\u2069` }),
      ordersWithin: ({ low, high }: Interval) =>
        t('insight.interval', { low: orders(low), high: orders(high) }),
    };
  }, [t, speech, money, paid, figure]);
}
