import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { useMoney } from '../chart/cells.ts';

/** Differences with their sign, which stays before the number in either direction. */
export function useSigned(): {
  readonly money: (minor: number) => string;
  /** Of two shares: in hundredths of the whole. */
  readonly points: (difference: number) => string;
} {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const money = useMoney();
  return useMemo(
    () => ({
      money: (minor) => {
        const [number = '', ...unit] = money(Math.abs(minor)).split(' ');
        return [`\u2066${signOf(minor)}${number}\u2069`, ...unit].join(' ');
      },
      points: (difference) =>
        t('spend.points', { points: speech.change(Math.round(difference * 10_000) / 100) }),
    }),
    [money, speech, t],
  );
}

function signOf(value: number): string {
  if (Math.abs(value) < 0.5) return '';
  return value < 0 ? '\u2212' : '+';
}
