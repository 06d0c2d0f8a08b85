import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components, operations } from '../../../api/generated.ts';

type Answer<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Content } } };
}
  ? Content
  : never;

export type Referral = components['schemas']['Referral'];
export type ReferralState = Referral['state'];
export type ReferralSign = Referral['signs'][number];
export type ReferralWallet = Answer<'listReferrals'>['wallets'][number];

/** What has to be read again after somebody has decided, by the beginnings of keys. */
export const REFERRALS_CHANGED = [['referrals'], ['top-referrers'], ['referral-tree']] as const;

const PAGE = 50;

export interface ReferralsAsked {
  readonly state?: ReferralState | undefined;
  readonly referrer?: number | undefined;
}

export function referralsQuery(asking: Asking, { state, referrer }: ReferralsAsked) {
  return infiniteQueryOptions({
    queryKey: ['referrals', asking.business, state, referrer],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/referrals', {
          params: {
            query: {
              ...(state === undefined ? {} : { state }),
              ...(referrer === undefined ? {} : { referrer }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
              limit: PAGE,
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

export function topReferrersQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['top-referrers', asking.business],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/referrals/graph', {
          params: { query: { ...(pageParam === undefined ? {} : { after: pageParam }), limit: PAGE } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function referralTreeQuery(asking: Asking, person: number) {
  return queryOptions({
    queryKey: ['referral-tree', asking.business, person],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/referrals/graph/{id}', {
          params: { path: { id: person }, query: {} },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}
