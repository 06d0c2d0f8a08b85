import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import type { ReferralSign, ReferralWallet } from './queries.ts';

/** How the pages on referral say units, people and what speaks against somebody. */
export function useReferralWords(wallets: readonly ReferralWallet[] = []) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return useMemo(() => {
    const count = (value: unknown): { count: number; shown: string } => ({
      count: Number(value),
      shown: speech.number(Number(value)),
    });
    return {
      units: (wallet: string, units: number): string => {
        const known = wallets.find(({ key }) => key === wallet);
        if (known?.unit === 'money') return speech.money(units);
        const name = `\u2068${known === undefined ? wallet : speech.words(known.name)}\u2069`;
        return t('clubReferral.units', { units: speech.number(units), wallet: name });
      },
      /** People without a name are called by their number. */
      person: ({ id, name }: { readonly id: number; readonly name: string | null }): string =>
        name ?? t('clubReferral.nameless', { id: speech.number(id) }),
      sign: ({ kind, detail }: ReferralSign): string => {
        const value = `\u2068${detail['value'] ?? ''}\u2069`;
        switch (kind) {
          case 'own-contact':
            return t('clubReferral.sign.ownContact', { value });
          case 'same-device':
            return t('clubReferral.sign.sameDevice', count(detail['people']));
          case 'same-card':
            return t('clubReferral.sign.sameCard', count(detail['people']));
          case 'same-network':
            return t('clubReferral.sign.sameNetwork', count(detail['people']));
          case 'same-address':
            return t('clubReferral.sign.sameAddress', { value });
          case 'similar-email':
            return t('clubReferral.sign.similarEmail', { value });
          case 'similar-name':
            return t('clubReferral.sign.similarName', { value });
          case 'burst':
            return t('clubReferral.sign.burst', {
              friends: speech.number(Number(detail['friends'])),
              ...count(detail['hours']),
            });
          case 'same-day-chain':
            return t('clubReferral.sign.sameDayChain', count(detail['people']));
          case 'ring':
            return t('clubReferral.sign.ring', count(detail['people']));
          case 'one-person':
            return t('clubReferral.sign.onePerson');
          case 'claimed-twice':
            return t('clubReferral.sign.claimedTwice');
          case 'not-new':
            return t('clubReferral.sign.notNew');
        }
      },
      /** With whom it is shared, where it is somebody in particular. */
      otherOf: ({ detail }: ReferralSign): number | null =>
        typeof detail['other'] === 'number' ? detail['other'] : null,
    };
  }, [t, speech, wallets]);
}
