import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askChannels } from '@nardeban/core/sales';
import { useSetting } from '../../setting.ts';
import type { Sign } from './queries.ts';

/** How the pages on recommendations say people, ways of asking and signs of content. */
export function useAskWords() {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return useMemo(
    () => ({
      named: ({ id, name }: { readonly id: number; readonly name: string | null }): string =>
        name ?? t('person.nameless', { number: id }),
      sign: ({ sign, value }: Sign): string =>
        t(`salesWords.ask.sign.${sign}`, { value: value === null ? '' : speech.number(value) }),
      channel: (channel: string): string => {
        const known = [...askChannels, 'club' as const].find((one) => one === channel);
        return known === undefined ? channel : t(`salesWords.ask.channel.${known}`);
      },
    }),
    [t, speech],
  );
}
