import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../api/client.ts';
import { Failure } from '../../failure/failure.ts';
import type { CardsSold, Club, Found, QuoteBody, TillOrder, TillQuote } from './answers.ts';

/** Prices what is in the basket and keeps nothing aside; null: nothing is in it. */
export function priceQuery(asking: Asking, request: QuoteBody | null, isOnline: boolean) {
  return queryOptions({
    queryKey: ['till-price', asking.business, asking.language, request],
    queryFn: async ({ signal }): Promise<{ readonly of: string; readonly quote: TillQuote } | null> =>
      request === null
        ? null
        : {
            of: JSON.stringify(request),
            quote: await answerOf(
              api.POST('/v1/till/quotes', {
                body: { ...request, dry_run: true },
                headers: headersOf(asking),
                signal,
              }),
            ),
          },
    enabled: request !== null && isOnline,
    placeholderData: keepPreviousData,
    // A cashier looks at it for a moment and the next key changes it.
    staleTime: 20_000,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
  });
}

export async function findPeople(asking: Asking, text: string): Promise<Found> {
  return answerOf(api.POST('/v1/till/find', { body: { text }, headers: headersOf(asking) }));
}

/** What wallets and rules are called, and the rewards that go with a sale to this person; null: to nobody in particular. */
export function clubQuery(asking: Asking, person: number | null) {
  return queryOptions({
    queryKey: ['till-club', asking.business, person],
    queryFn: ({ signal }): Promise<Club> =>
      answerOf(
        api.GET('/v1/till/club', {
          params: { query: person === null ? {} : { person } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    staleTime: 60_000,
    networkMode: 'always',
  });
}

/** The last orders of somebody, or of the till. */
export function ordersQuery(asking: Asking, person: number | null) {
  return queryOptions({
    queryKey: ['till-orders', asking.business, person],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/till/orders', {
            params: { query: { limit: 8, ...(person === null ? {} : { person }) } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).orders,
    networkMode: 'always',
  });
}

export function orderQuery(asking: Asking, number: string | null) {
  return queryOptions({
    queryKey: ['till-order', asking.business, number],
    queryFn: async ({ signal }): Promise<TillOrder> =>
      answerOf(
        api.GET('/v1/till/orders/{number}', {
          params: { path: { number: number ?? '' } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    enabled: number !== null,
    retry: false,
    networkMode: 'always',
  });
}

/**
 * Makes the gift cards of an order that are still to be made. Asked under one key, so that asking twice makes none twice; a
 * code is told once and kept by nobody.
 */
export function cardsSoldQuery(asking: Asking, number: string, round: number) {
  return queryOptions({
    queryKey: ['till-cards', asking.business, number, round],
    queryFn: (): Promise<CardsSold> =>
      answerOf(
        api.POST('/v1/till/orders/{number}/gift-cards', {
          params: { path: { number } },
          body: {},
          headers: { ...headersOf(asking), 'idempotency-key': `till-cards-${number}-${round}` },
        }),
      ),
    // Asked again it would tell no code any more: not when the network is back, and not when something else changed.
    enabled: ({ state }) => state.data === undefined,
    gcTime: 0,
    retry: (failures, error) => failures < 3 && error instanceof Failure && error.kind === 'busy',
    networkMode: 'always',
  });
}
