import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../api/client.ts';
import type { Club, Found, KeptReward, QuoteBody, TillOrder, TillQuote } from './answers.ts';

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

/** The club in force, for the names of its wallets; null: there is none. */
export function clubQuery(asking: Asking, mayRead: boolean) {
  return queryOptions({
    queryKey: ['club', asking.business],
    queryFn: async ({ signal }): Promise<Club | null> => {
      const { data, response, error } = await api.GET('/v1/club', { headers: headersOf(asking), signal });
      if (response.status === 404) return null;
      return answerOf(Promise.resolve({ ...(data === undefined ? { error } : { data }), response }));
    },
    enabled: mayRead,
    staleTime: 300_000,
    networkMode: 'always',
  });
}

/** Rewards that can take something off a basket or go with it. */
export function rewardsQuery(asking: Asking, mayRead: boolean) {
  return queryOptions({
    queryKey: ['till-rewards', asking.business],
    queryFn: async ({ signal }): Promise<readonly KeptReward[]> => {
      const { rewards } = await answerOf(
        api.GET('/v1/club/rewards', {
          params: { query: { state: 'active', limit: 100 } },
          headers: headersOf(asking),
          signal,
        }),
      );
      return rewards.filter(({ definition: { what } }) =>
        what.kind === 'discount'
          ? what.gives !== undefined
          : what.kind === 'product' || what.kind === 'service' || what.kind === 'gift',
      );
    },
    enabled: mayRead,
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
