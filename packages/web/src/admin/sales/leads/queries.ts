import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import type { LeadsSearch } from './leads-search.ts';

type Schemas = components['schemas'];
export type Lead = Schemas['ListedLead'];
export type LeadDetail = Schemas['LeadDetail'];
export type LeadAnswers = Schemas['LeadAnswers'];
export type QualificationPage = Schemas['QualificationPage'];
export type QualificationTrial = Schemas['QualificationTrial'];
export type TrialSide = Schemas['TrialSide'];
export type TrialRate = Schemas['TrialRate'];
export type LeadReviewPage = Schemas['LeadReviewPage'];

/** What has to be read again after something was done with a lead, by the beginnings of keys. */
export const LEADS_CHANGED = [
  ['leads'],
  ['lead'],
  ['lead-counts'],
  ['person-leads'],
  ['sales-today'],
  ['sales-loads'],
  ['without-next-step'],
  ['facts'],
] as const;
export const QUALIFICATION_CHANGED = [['qualification'], ['lead'], ['leads']] as const;

const PAGE = 50;
const WATCHED_EVERY_MS = 20_000;
const TRIAL_EVERY_MS = 1_000;

export function leadsQuery(asking: Asking, { view = 'team', owner, source }: LeadsSearch) {
  return infiniteQueryOptions({
    queryKey: ['leads', asking.business, view, owner, source],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/leads', {
          params: {
            query: {
              view,
              limit: PAGE,
              ...(owner === undefined ? {} : { owner }),
              ...(source === undefined ? {} : { source }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: WATCHED_EVERY_MS,
  });
}

export function leadCountsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['lead-counts', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/leads/counts', { headers: headersOf(asking), signal }))).views,
    refetchInterval: WATCHED_EVERY_MS,
  });
}

export function leadQuery(asking: Asking, lead: number) {
  return queryOptions({
    queryKey: ['lead', asking.business, lead],
    queryFn: ({ signal }): Promise<LeadDetail> =>
      answerOf(
        api.GET('/v1/sales/leads/{lead}', {
          params: { path: { lead } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: WATCHED_EVERY_MS,
  });
}

export function personLeadsQuery(asking: Asking, person: number) {
  return queryOptions({
    queryKey: ['person-leads', asking.business, person],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/people/{person}/leads', {
          params: { path: { person } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

export function qualificationQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['qualification', asking.business],
    queryFn: ({ signal }): Promise<QualificationPage> =>
      answerOf(api.GET('/v1/sales/qualification', { headers: headersOf(asking), signal })),
  });
}

export function qualificationVersionsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['qualification', asking.business, 'versions'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/qualification/versions', { headers: headersOf(asking), signal })))
        .versions,
  });
}

export function readQualificationVersion(asking: Asking, version: number) {
  return answerOf(
    api.GET('/v1/sales/qualification/versions/{version}', {
      params: { path: { version } },
      headers: headersOf(asking),
    }),
  );
}

export function trialQuery(asking: Asking, trial: number) {
  return queryOptions({
    queryKey: ['qualification-trial', asking.business, trial],
    queryFn: ({ signal }): Promise<QualificationTrial> =>
      answerOf(
        api.GET('/v1/sales/qualification/trials/{trial}', {
          params: { path: { trial } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'running' ? TRIAL_EVERY_MS : false,
  });
}

export function reviewsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['lead-reviews', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/lead-reviews', { headers: headersOf(asking), signal }))).reviews,
  });
}

export function reviewQuery(asking: Asking, review: number) {
  return queryOptions({
    queryKey: ['lead-reviews', asking.business, review],
    queryFn: ({ signal }): Promise<LeadReviewPage> =>
      answerOf(
        api.GET('/v1/sales/lead-reviews/{review}', {
          params: { path: { review } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: WATCHED_EVERY_MS,
  });
}
