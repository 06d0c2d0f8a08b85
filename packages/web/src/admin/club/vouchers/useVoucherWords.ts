import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { isOpen, offersQuery } from './queries.ts';
import type { Batch } from './queries.ts';

/** How the pages say what a batch is good for. */
export function useVoucherWords() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const offers = useQuery(offersQuery(asking)).data;
  return useMemo(
    () => ({
      offer: (key: string): string => {
        const found = offers?.find(({ offer }) => offer.key === key);
        return found === undefined ? key : speech.words(found.offer.name);
      },
      /** Whether a code that brings it gives something now; what is not known is not doubted. */
      isOpen: (key: string): boolean => {
        const found = offers?.find(({ offer }) => offer.key === key);
        return found === undefined || isOpen({ state: found.state, until: found.offer.when.to ?? null });
      },
      uses: (uses: number | null): string =>
        uses === null
          ? t('clubCodes.noLimit')
          : t('clubCodes.times', { count: uses, shown: speech.number(uses) }),
      validity: ({ validFrom, validUntil }: Pick<Batch, 'validFrom' | 'validUntil'>): string => {
        const from = validFrom === null ? null : speech.date(validFrom, 'short');
        const until = validUntil === null ? null : speech.date(validUntil - 1, 'short');
        if (from === null) return until === null ? t('clubCodes.always') : t('clubCodes.until', { until });
        return until === null ? t('clubCodes.from', { from }) : t('clubCodes.fromUntil', { from, until });
      },
    }),
    [t, speech, offers],
  );
}
