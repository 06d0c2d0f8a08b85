import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { dayOfMonth } from './books-search.ts';
import { booksQuery } from './queries.ts';

/** How the pages of the books say months, units and rates. */
export function useBookWords() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const names = useQuery(booksQuery(asking)).data?.names;
  return useMemo(
    () => ({
      month: (text: string) => {
        const day = dayOfMonth(text, speech.calendar);
        return day === null ? text : speech.month(day);
      },
      units: speech.number,
      money: speech.money,
      /** Parts of a million. */
      rate: (millionths: number) => speech.share(millionths / 1_000_000),
      within: (low: number, high: number) =>
        t('clubBooks.within', {
          low: speech.share(low / 1_000_000),
          high: speech.share(high / 1_000_000),
        }),
      /** A wallet that no programme names is known by its key. */
      wallet: (wallet: string) => {
        if (wallet === 'gift-card') return t('clubBooks.giftCards');
        const name = names?.find((one) => one.wallet === wallet);
        return `\u2068${name === undefined ? wallet : speech.words(name)}\u2069`;
      },
    }),
    [t, speech, names],
  );
}
