import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';

export type KeptReward = components['schemas']['KeptReward'];
export type Reward = components['schemas']['Reward'];
export type RewardInput = components['schemas']['RewardInput'];
export type Redemption = components['schemas']['Redemption'];
export type PartnerOwed = components['schemas']['PartnerOwed'];
type Club = components['schemas']['Club'];
export type Wallet = Club['definition']['wallets'][number];

/** What has to be read again after something was done, by the beginnings of keys. */
export const REWARDS_CHANGED = [['rewards'], ['reward'], ['till-rewards']] as const;
export const REDEMPTIONS_CHANGED = [['redemptions'], ['partners-owed'], ['partner-entries']] as const;
export const PARTNERS_CHANGED = [['partners-owed'], ['partner-entries']] as const;

const PAGE = 30;
const NEVER_CHANGES = Number.POSITIVE_INFINITY;

export function rewardsQuery(asking: Asking, state: KeptReward['state'] | undefined) {
  return infiniteQueryOptions({
    queryKey: ['rewards', asking.business, state],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/rewards', {
          params: {
            query: {
              limit: PAGE,
              ...(state === undefined ? {} : { state }),
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

export function rewardQuery(asking: Asking, key: string) {
  return queryOptions({
    queryKey: ['reward', asking.business, key],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/rewards/{key}', { params: { path: { key } }, headers: headersOf(asking), signal }),
      ),
  });
}

/** A picture as an address that holds all of it: the page shows no other kind that comes with a header of its own. */
export function pictureQuery(asking: Asking, key: string, image: number) {
  return queryOptions({
    queryKey: ['reward-image', asking.business, key, image],
    queryFn: async ({ signal }): Promise<string> =>
      addressOf(
        await answerOf(
          api.GET('/v1/club/rewards/{key}/images/{image}', {
            params: { path: { key, image } },
            headers: headersOf(asking),
            parseAs: 'blob',
            signal,
          }),
        ),
      ),
    staleTime: NEVER_CHANGES,
  });
}

function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('A picture cannot be read')));
    reader.readAsDataURL(picture);
  });
}

/** The club in force, for the names of its wallets and levels; null: there is none. */
export function clubQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club', asking.business],
    queryFn: async ({ signal }): Promise<Club | null> => {
      const { data, response, error } = await api.GET('/v1/club', { headers: headersOf(asking), signal });
      if (response.status === 404) return null;
      return answerOf(Promise.resolve({ ...(data === undefined ? { error } : { data }), response }));
    },
    staleTime: 300_000,
  });
}

export interface RedemptionsAsked {
  readonly state?: Redemption['state'] | undefined;
  readonly reward?: string | undefined;
}

export function redemptionsQuery(asking: Asking, { state, reward }: RedemptionsAsked) {
  return infiniteQueryOptions({
    queryKey: ['redemptions', asking.business, state, reward],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/redemptions', {
          params: {
            query: {
              limit: PAGE,
              ...(state === undefined ? {} : { state }),
              ...(reward === undefined ? {} : { reward }),
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

export function partnersQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['partners-owed', asking.business],
    queryFn: async ({ signal }): Promise<readonly PartnerOwed[]> =>
      (
        await answerOf(
          api.GET('/v1/club/partners', { params: { query: {} }, headers: headersOf(asking), signal }),
        )
      ).partners,
  });
}

export function partnerEntriesQuery(asking: Asking, partner: string) {
  return infiniteQueryOptions({
    queryKey: ['partner-entries', asking.business, partner],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/partners/{key}/entries', {
          params: {
            path: { key: partner },
            query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
