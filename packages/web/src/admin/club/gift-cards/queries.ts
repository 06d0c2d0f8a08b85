import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';

export type GiftCard = components['schemas']['GiftCard'];
export type GiftCardDetails = components['schemas']['GiftCardDetails'];
export type CardLoad = GiftCardDetails['loads'][number];

/** What has to be read again after something was done to a card, by the beginnings of keys. */
export const CARDS_CHANGED = [['gift-cards'], ['gift-card'], ['club-books']] as const;

const PAGE = 30;

export interface CardsAsked {
  readonly state?: GiftCard['state'] | undefined;
  readonly tail?: string | undefined;
  readonly person?: number | undefined;
}

export function cardsQuery(asking: Asking, { state, tail, person }: CardsAsked) {
  return infiniteQueryOptions({
    queryKey: ['gift-cards', asking.business, state, tail, person],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/gift-cards', {
          params: {
            query: {
              limit: PAGE,
              ...(state === undefined ? {} : { state }),
              ...(tail === undefined ? {} : { tail }),
              ...(person === undefined ? {} : { person }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function cardQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['gift-card', asking.business, id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/gift-cards/{id}', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

/** What is owed on all cards together, by how long it has been there. */
export function liabilityQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'cards'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/club/accounting/gift-cards', { headers: headersOf(asking), signal })),
  });
}
