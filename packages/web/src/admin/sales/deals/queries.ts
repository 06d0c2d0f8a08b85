import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import type { DealsSearch } from './deals-search.ts';

type Schemas = components['schemas'];
export type Deal = Schemas['Deal'];
export type DealCard = Schemas['DealCard'];
export type DealPage = Schemas['DealPage'];
export type DealOwner = Schemas['DealOwner'];
export type BoardColumn = Schemas['BoardColumn'];
export type KeptPipeline = Schemas['KeptPipeline'];
export type Pipeline = Schemas['Pipeline'];
export type PipelineInput = Schemas['PipelineInput'];
export type Step = Pipeline['steps'][number];
export type Ask = Step['asks'][number];

export interface Board {
  readonly pipeline: KeptPipeline;
  readonly columns: readonly BoardColumn[];
  readonly owners: readonly DealOwner[];
}

/** What has to be read again after something was done with a deal, by the beginnings of keys. */
export const DEALS_CHANGED = [
  ['deal-board'],
  ['deal'],
  ['deals'],
  ['person-deals'],
  ['sales-loads'],
  ['follow-ups'],
  ['facts'],
] as const;
export const PIPELINES_CHANGED = [['pipelines'], ['pipeline-versions'], ['deal-board'], ['deal']] as const;

const WATCHED_EVERY_MS = 20_000;
const PAGE = 50;
export const CARDS = 25;

/** The filters of the board and the list, as the server takes them. */
export function filtersOf(search: DealsSearch) {
  const { owner, stalled, alone, closeFrom, closeTo, search: text } = search;
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(text === undefined ? {} : { search: text }),
    ...(stalled === true ? { stalled: 'true' as const } : {}),
    ...(alone === true ? { withoutNext: 'true' as const } : {}),
    ...(closeFrom === undefined ? {} : { closeFrom }),
    ...(closeTo === undefined ? {} : { closeTo }),
  };
}
export type DealFilters = ReturnType<typeof filtersOf>;

export function boardQuery(asking: Asking, pipeline: string | undefined, filters: DealFilters) {
  return queryOptions({
    queryKey: ['deal-board', asking.business, pipeline, filters],
    queryFn: ({ signal }): Promise<Board> =>
      answerOf(
        api.GET('/v1/sales/board', {
          params: { query: { ...filters, cards: CARDS, ...(pipeline === undefined ? {} : { pipeline }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: WATCHED_EVERY_MS,
  });
}

/** More cards of one step, those that come after `after`. */
export function readMoreCards(
  asking: Asking,
  asked: {
    readonly pipeline: string;
    readonly step: string;
    readonly after: string;
    readonly filters: DealFilters;
  },
) {
  const { pipeline, step, after, filters } = asked;
  return answerOf(
    api.GET('/v1/sales/board/{pipeline}/{step}', {
      params: { path: { pipeline, step }, query: { ...filters, after, cards: CARDS } },
      headers: headersOf(asking),
    }),
  );
}

export function dealsQuery(asking: Asking, search: DealsSearch) {
  const { state = 'under-way', order = 'newest', pipeline } = search;
  const filters = filtersOf(search);
  return infiniteQueryOptions({
    queryKey: ['deals', asking.business, state, order, pipeline, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/deals', {
          params: {
            query: {
              ...filters,
              state,
              order,
              limit: PAGE,
              ...(pipeline === undefined ? {} : { pipeline }),
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

export function personDealsQuery(asking: Asking, person: number) {
  return queryOptions({
    queryKey: ['person-deals', asking.business, person],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/deals', {
          params: { query: { person, state: 'all', limit: PAGE } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

export function dealQuery(asking: Asking, deal: number) {
  return queryOptions({
    queryKey: ['deal', asking.business, deal],
    queryFn: ({ signal }): Promise<DealPage> =>
      answerOf(
        api.GET('/v1/sales/deals/{id}', {
          params: { path: { id: deal } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: WATCHED_EVERY_MS,
  });
}

export function loadsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['sales-loads', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/loads', { headers: headersOf(asking), signal }))).loads,
  });
}

export function versionsQuery(asking: Asking, pipeline: string) {
  return queryOptions({
    queryKey: ['pipeline-versions', asking.business, pipeline],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/pipelines/{key}/versions', {
          params: { path: { key: pipeline } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}
