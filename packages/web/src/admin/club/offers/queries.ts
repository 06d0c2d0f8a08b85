import type { Appreciation, AppreciationRule, Guard, Offer } from '@nardeban/core/offers';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components, operations } from '../../../api/generated.ts';
import type { OffersSearch } from './offers-search.ts';

type Schemas = components['schemas'];
type Answer<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Content } } };
}
  ? Content
  : never;

/** The criteria in it are as core reads them: the contract leaves their inside open. */
export type KeptOffer = Omit<Schemas['KeptOffer'], 'offer'> & { readonly offer: Offer };
export type OfferSent = Schemas['OfferInput'];
export type OfferState = KeptOffer['state'];
export interface Settings {
  readonly guard: Guard;
  readonly appreciation: AppreciationRule;
  readonly base: Schemas['OfferSettings']['base'];
}
export type KeptSettings = Omit<Schemas['KeptOfferSettings'], 'settings'> & { readonly settings: Settings };
export type SettingsSent = operations['changeOfferSettings']['requestBody']['content']['application/json'];
export type BudgetUse = Schemas['BudgetUse'];
export type Award = Schemas['AnnualAward'];
export type Candidate = Answer<'awardCandidates'>['candidates'][number];
export type AwardAsked = operations['giveAward']['requestBody']['content']['application/json'];
export type Scored = Appreciation & {
  readonly person: number;
  readonly orders: number;
  readonly spent: number;
};
export type PersonFound = Answer<'searchPeople'>['people'][number];

export const OFFERS_CHANGED = [
  ['club-offers'],
  ['club-offer'],
  ['club-budgets'],
  // What their codes and rewards give depends on them.
  ['voucher-offers'],
  ['rewards'],
  ['reward'],
] as const;
export const SETTINGS_CHANGED = [
  ['club-offer-settings'],
  ['club-budgets'],
  ['club-appreciation'],
  ['club-candidates'],
] as const;
export const AWARDS_CHANGED = [['club-awards'], ['club-candidates']] as const;

const PAGE = 50;
const FOUND_AT_MOST = 8;

export function offersQuery(asking: Asking, state: OffersSearch['state']) {
  return infiniteQueryOptions({
    queryKey: ['club-offers', asking.business, state],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const page = await answerOf(
        api.GET('/v1/club/offers', {
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
      );
      return { offers: page.offers, next: page.next };
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function offerQuery(asking: Asking, key: string) {
  return queryOptions({
    queryKey: ['club-offer', asking.business, key],
    queryFn: async ({ signal }) =>
      (await answerOf(
        api.GET('/v1/club/offers/{key}', { params: { path: { key } }, headers: headersOf(asking), signal }),
      )) as KeptOffer,
  });
}

/** What gives nothing any more without this offer. */
export function restingQuery(asking: Asking, key: string) {
  return queryOptions({
    queryKey: ['club-offer', asking.business, key, 'resting'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/offers/{key}/resting', {
          params: { path: { key } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    staleTime: 0,
  });
}

/** Whom an offer is for as it was kept last, with the reasons, a page at a time. */
export function offerPeopleQuery(asking: Asking, key: string, revision: number) {
  return infiniteQueryOptions({
    queryKey: ['club-offer', asking.business, key, 'people', revision],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/offers/{key}/people', {
          params: { path: { key }, query: { after: pageParam } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function settingsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-offer-settings', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(
        api.GET('/v1/club/offer-settings', { headers: headersOf(asking), signal }),
      )) as KeptSettings,
  });
}

export function budgetsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-budgets', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/club/budgets', { headers: headersOf(asking), signal }))).budgets,
  });
}

export function appreciationQuery(asking: Asking, person: number) {
  return queryOptions({
    queryKey: ['club-appreciation', asking.business, person],
    queryFn: async ({ signal }): Promise<Scored> =>
      answerOf(
        api.GET('/v1/people/{id}/appreciation', {
          params: { path: { id: person } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

export function candidatesQuery(asking: Asking, year: number, count: number) {
  return queryOptions({
    queryKey: ['club-candidates', asking.business, year, count],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/club/awards/{year}/candidates', {
            params: { path: { year }, query: { count } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).candidates,
    placeholderData: keepPreviousData,
  });
}

export function awardsQuery(asking: Asking, year: number) {
  return queryOptions({
    queryKey: ['club-awards', asking.business, year],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/club/awards/{year}', {
            params: { path: { year } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).awards,
  });
}

/** Whoever fits a name, a number in any spelling or an e-mail. */
export function foundQuery(asking: Asking, search: string) {
  return queryOptions({
    queryKey: ['club-offers-found', asking.business, search],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/people', {
            params: { query: { search, limit: FOUND_AT_MOST } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).people,
    enabled: search.trim().length > 1,
    placeholderData: keepPreviousData,
  });
}
