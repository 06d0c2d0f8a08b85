import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import type { LookedInto } from './reports-search.ts';

type Schemas = components['schemas'];
export type SalesForecast = Schemas['SalesForecast'];
export type Rate = Schemas['SalesRate'];

/** What every report is asked about. */
export interface Asked {
  readonly pipeline: string;
  readonly from: string;
  readonly to: string;
  readonly owner?: string;
}

const PAGE = 30;

export function stepsQuery(asking: Asking, asked: Asked) {
  return queryOptions({
    queryKey: ['sales-report', 'steps', asking.business, asked],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/reports/steps', { params: { query: asked }, headers: headersOf(asking), signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function sourcesQuery(asking: Asking, asked: Asked) {
  return queryOptions({
    queryKey: ['sales-report', 'sources', asking.business, asked],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/reports/sources', {
            params: { query: asked },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).sources,
    placeholderData: keepPreviousData,
  });
}

export function lostQuery(asking: Asking, asked: Asked) {
  return queryOptions({
    queryKey: ['sales-report', 'lost', asking.business, asked],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/reports/lost', { params: { query: asked }, headers: headersOf(asking), signal }),
        )
      ).lost,
    placeholderData: keepPreviousData,
  });
}

export function sellersQuery(asking: Asking, asked: Asked) {
  return queryOptions({
    queryKey: ['sales-report', 'sellers', asking.business, asked],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/reports/sellers', {
            params: { query: asked },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).sellers,
    placeholderData: keepPreviousData,
  });
}

export function activityQuery(asking: Asking, asked: Asked) {
  return queryOptions({
    queryKey: ['sales-report', 'activity', asking.business, asked],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/reports/activity', {
            params: { query: asked },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).activity,
    placeholderData: keepPreviousData,
  });
}

export function forecastQuery(asking: Asking, asked: { readonly pipeline: string; readonly owner?: string }) {
  return queryOptions({
    queryKey: ['sales-report', 'forecast', asking.business, asked],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/reports/forecast', {
          params: { query: asked },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The deals behind a figure, page by page. */
export function behindQuery(asking: Asking, asked: Asked, into: LookedInto) {
  return infiniteQueryOptions({
    queryKey: ['sales-report', 'deals', asking.business, asked, into],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { step, reason, owner, source, without, contacts } = into;
      return answerOf(
        api.GET('/v1/sales/reports/deals', {
          params: {
            query: {
              ...asked,
              figure: into.figure,
              limit: PAGE,
              ...(step === undefined ? {} : { step }),
              ...(reason === undefined ? {} : { reason }),
              ...(owner === undefined ? {} : { owner }),
              ...(source === undefined ? {} : { source }),
              ...(without === undefined ? {} : { without }),
              ...(contacts === undefined ? {} : { contacts }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      );
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function chanceQuery(asking: Asking, deal: number) {
  return queryOptions({
    queryKey: ['deal-chance', asking.business, deal],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/deals/{id}/chance', {
          params: { path: { id: deal } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}
