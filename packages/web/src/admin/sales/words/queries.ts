import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components, operations } from '../../../api/generated.ts';

type Schemas = components['schemas'];
export type Objection = Schemas['ObjectionCounted'];
export type Answer = Objection['answers'][number];
export type Rate = Schemas['ObjectionRate'];
export type ObjectionKind = Objection['kind'];
export type Raised = Schemas['ObjectionRaised'];
export type Testimonial = Schemas['Testimonial'];
export type TestimonialState = Testimonial['state'];
export type Similar = Schemas['SimilarTestimonial'];
export type MayAsk = Schemas['MayAsk'];
export type Sign = Schemas['ContentSign'];
export type Ask = Schemas['RecommendationAsk'];
export type AskAnswer = NonNullable<Ask['answer']>;
export type Friend = Schemas['BroughtFriend'];
export type Settings = Schemas['RecommendationSettings'];
export type AskRule = Settings['rule'];
export type AskTemplate = AskRule['templates'][number];
export type Referrer = Schemas['Recommender'];
export type OfPerson = operations['recommendationOfPerson']['responses'][200]['content']['application/json'];

/** What has to be read again, by the beginnings of keys. */
export const OBJECTIONS_CHANGED = [
  ['objections'],
  ['deal-objections'],
  ['objection-deals'],
  ['deal'],
  ['facts'],
] as const;
export const TESTIMONIALS_CHANGED = [
  ['testimonials'],
  ['testimonial'],
  ['similar-testimonials'],
  ['facts'],
] as const;
export const RECOMMENDATIONS_CHANGED = [
  ['recommendations'],
  ['recommendation-asks'],
  ['brought-friends'],
  ['follow-ups'],
  ['sales-today'],
  ['leads'],
  ['person-lead'],
  ['facts'],
  ['deal'],
] as const;

const PAGE = 30;
const ALL_OF_DEAL = 200;

export function objectionsQuery(
  asking: Asking,
  { state, kind }: { readonly state: 'active' | 'all'; readonly kind: ObjectionKind | undefined },
) {
  return infiniteQueryOptions({
    queryKey: ['objections', asking.business, state, kind],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/objections', {
          params: {
            query: {
              state,
              limit: PAGE,
              ...(kind === undefined ? {} : { kind }),
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

/** All that may be raised in a deal, with the answers at hand. */
export function objectionsForDealQuery(asking: Asking, deal: number) {
  return queryOptions({
    queryKey: ['objections', asking.business, 'deal', deal],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/objections', {
            params: { query: { deal, limit: ALL_OF_DEAL } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).objections,
  });
}

export function raisedQuery(asking: Asking, deal: number) {
  return queryOptions({
    queryKey: ['deal-objections', asking.business, deal],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/deals/{id}/objections', {
            params: { path: { id: deal } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).raised,
  });
}

/** Shows at once what a deed has made of an objection: whoever goes on does so by what stands now. */
export function keepRaised(queries: QueryClient, asking: Asking, raised: Raised): void {
  queries.setQueryData(raisedQuery(asking, raised.deal).queryKey, (all) =>
    all?.some(({ id }) => id === raised.id)
      ? all.map((one) => (one.id === raised.id ? raised : one))
      : [raised, ...(all ?? [])],
  );
}

export function dealsBehindQuery(asking: Asking, objection: number, answer: number | undefined) {
  return infiniteQueryOptions({
    queryKey: ['objection-deals', asking.business, objection, answer],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/objections/{id}/deals', {
          params: {
            path: { id: objection },
            query: {
              limit: PAGE,
              ...(answer === undefined ? {} : { answer }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function versionsQuery(asking: Asking, objection: number, answer: number) {
  return queryOptions({
    queryKey: ['objections', asking.business, 'versions', objection, answer],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/objections/{id}/answers/{answer}/versions', {
            params: { path: { id: objection, answer } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).versions,
  });
}

export function testimonialsQuery(
  asking: Asking,
  { state, person }: { readonly state?: TestimonialState | undefined; readonly person?: number | undefined },
) {
  return infiniteQueryOptions({
    queryKey: ['testimonials', asking.business, state, person],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/testimonials', {
          params: {
            query: {
              limit: PAGE,
              ...(state === undefined ? {} : { state }),
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

export function testimonialQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['testimonial', asking.business, id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/testimonials/{id}', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

export function similarQuery(asking: Asking, deal: number) {
  return queryOptions({
    queryKey: ['similar-testimonials', asking.business, deal],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/deals/{id}/testimonials', {
            params: { path: { id: deal } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).similar,
  });
}

/** While everybody is looked at, the page asks again by itself. */
const LOOKING_MS = 3_000;

export function settingsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['recommendations', asking.business, 'settings'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/sales/recommendations/settings', { headers: headersOf(asking), signal })),
    refetchInterval: ({ state }) => (state.data?.looking === true ? LOOKING_MS : false),
  });
}

/** `seen`: as of what the list is; with another one it is read anew, and what stands there stays until then. */
export function readyQuery(asking: Asking, seen: string) {
  return infiniteQueryOptions({
    queryKey: ['recommendations', asking.business, 'ready', seen],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/recommendations/ready', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function recommendationQuery(asking: Asking, person: number) {
  return queryOptions({
    queryKey: ['recommendations', asking.business, 'person', person],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/recommendations/people/{id}', {
          params: { path: { id: person } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

export function asksQuery(asking: Asking, answer: AskAnswer | 'open' | undefined) {
  return infiniteQueryOptions({
    queryKey: ['recommendation-asks', asking.business, answer],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/recommendations/asks', {
          params: {
            query: {
              limit: PAGE,
              ...(answer === undefined ? {} : { answer }),
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

export function referrersQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['brought-friends', asking.business, 'referrers'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/recommendations/referrers', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function friendsQuery(asking: Asking, referrer: number) {
  return infiniteQueryOptions({
    queryKey: ['brought-friends', asking.business, 'of', referrer],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/recommendations/friends', {
          params: {
            query: { referrer, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function friendQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['brought-friends', asking.business, 'one', id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/recommendations/friends/{id}', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}
