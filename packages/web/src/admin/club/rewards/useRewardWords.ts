import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { laddersQuery, vocabularyQuery } from '../../../api/queries.ts';
import { sayCriteria } from '../../../language/saying.ts';
import { useTraits } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { clubQuery, type Reward, type Wallet } from './queries.ts';

const NO_WALLETS: readonly Wallet[] = [];

/** How the pages say prices, and for whom a reward is. */
export function useRewardWords() {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const traits = useTraits();
  const club = useQuery(clubQuery(asking)).data;
  const vocabulary = useQuery(vocabularyQuery(asking)).data?.vocabulary;
  const mayReadLadders = session?.scopes.includes('ladder:read') === true;
  const ladders = useQuery({ ...laddersQuery(asking), enabled: mayReadLadders }).data;
  return useMemo(() => {
    const wallets = club?.definition.wallets ?? NO_WALLETS;
    const levels = club?.definition.levels?.levels ?? [];
    const units = (wallet: string, count: number): string => {
      const known = wallets.find(({ key }) => key === wallet);
      if (known?.unit === 'money') return speech.money(count);
      const name = known === undefined ? wallet : speech.words(known.name);
      return t('clubCodes.units', { units: speech.number(count), wallet: `\u2068${name}\u2069` });
    };
    return {
      wallets,
      levels,
      units,
      walletName: (wallet: Wallet): string => speech.words(wallet.name),
      price: ({ price }: Pick<Reward, 'price'>): string =>
        price.kind === 'fixed'
          ? units(price.wallet, price.units)
          : t('clubCodes.rewards.between', {
              least: speech.number(price.least),
              most: units(price.wallet, price.most),
            }),
      /** One line for each thing that must hold; none: every member. */
      forWhom: (reward: Pick<Reward, 'for'>): readonly string[] => {
        const lines: string[] = [];
        const { who, levels: asked, places } = reward.for ?? {};
        if (who !== undefined && vocabulary !== undefined) {
          const { language, currency, unit, calendar, zone } = speech;
          const money = { currency, unit };
          lines.push(sayCriteria(who, { language, vocabulary, traits, money, calendar, zone }));
        }
        if (asked !== undefined) {
          const names = asked.map((key) => {
            const level = levels.find((one) => one.key === key);
            return `\u2068${level === undefined ? key : speech.words(level.name)}\u2069`;
          });
          lines.push(t('clubCodes.rewards.onLevels', { levels: names.join('، ') }));
        }
        for (const one of places ?? []) {
          const ladder = ladders?.find(({ key }) => key === one.ladder);
          lines.push(
            t('clubCodes.rewards.onPlaces', {
              ladder: `\u2068${ladder === undefined ? one.ladder : speech.words(ladder.name)}\u2069`,
              places: one.places.map((key) => `\u2068${key}\u2069`).join('، '),
            }),
          );
        }
        return lines;
      },
    };
  }, [t, speech, traits, club, vocabulary, ladders]);
}
