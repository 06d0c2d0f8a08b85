import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import { offerQuery, OFFERS_CHANGED, type OfferState } from './queries.ts';

export interface StateAsked {
  readonly key: string;
  readonly state: OfferState;
  readonly revision: number;
}

/** Begins an offer, pauses it, or archives it. `tellsFailure`: the view says itself what went wrong. */
export function useOfferState({ tellsFailure = false }: { readonly tellsFailure?: boolean } = {}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const fresh = (key: string) => queries.fetchQuery({ ...offerQuery(asking, key), staleTime: 0 });
  return useDeed({
    send: ({ key, state, revision }: StateAsked, headers) =>
      answerOf(
        api.PUT('/v1/club/offers/{key}/state', {
          params: { path: { key } },
          body: { state, revision },
          headers,
        }),
      ),
    refresh: OFFERS_CHANGED,
    tellsFailure,
    said: ({ offer, state }) =>
      t(`clubOffers.state.now.${state}`, { name: `\u2068${speech.words(offer.name)}\u2069` }),
    changed: {
      versions: async ({ key, state }) => ({
        mine: [{ label: t('clubOffers.state.title'), text: t(`clubOffers.state.${state}`) }],
        theirs: [
          { label: t('clubOffers.state.title'), text: t(`clubOffers.state.${(await fresh(key)).state}`) },
        ],
      }),
      reload: () => queries.invalidateQueries({ queryKey: ['club-offers'] }),
      onTop: async (input) => ({ ...input, revision: (await fresh(input.key)).revision }),
    },
  });
}
