import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, paths } from './generated.ts';

type Schemas = components['schemas'];
export type PersonRow = Schemas['PersonRow'];
export type PeoplePageRead = Schemas['PeoplePage'];
export type PeopleJob = Schemas['PeopleJob'];
export type Segment = Schemas['Segment'];
export type PersonCompared = Schemas['PersonCompared'];
export type MergePreview = Schemas['MergePreview'];
export type ListBody = NonNullable<
  paths['/v1/people/list']['post']['requestBody']
>['content']['application/json'];
export type PeopleFilter = NonNullable<ListBody['filter']>;
/** Criteria as the contract writes them: what was left out is not there, instead of undefined. */
export type CriteriaSent = NonNullable<PeopleFilter['criteria']>;
export type PeopleOrder = NonNullable<ListBody['order']>;
export type PeopleSelection =
  paths['/v1/people/tagging']['post']['requestBody']['content']['application/json']['selection'];

const ROWS = 60;
const JOB_EVERY_MS = 1_000;

export interface ListAsked {
  readonly filter: PeopleFilter;
  readonly search: string;
  readonly order: PeopleOrder;
  readonly columns: readonly string[];
}

/** The list, page after page; a page of what is being looked for may be short, or empty, and go on all the same. */
export function peopleListQuery(asking: Asking, { filter, search, order, columns }: ListAsked) {
  return infiniteQueryOptions({
    queryKey: ['people-list', asking.business, filter, search, order, columns],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<PeoplePageRead> =>
      answerOf(
        api.POST('/v1/people/list', {
          body: {
            filter,
            order,
            columns: [...columns],
            limit: ROWS,
            ...(search === '' ? {} : { search }),
            ...(pageParam === null ? {} : { after: pageParam }),
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function wordsInUseQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['people-words', asking.business],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/people/words', { headers: headersOf(asking), signal })),
    staleTime: 60_000,
  });
}

export function segmentsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['segments', asking.business],
    queryFn: async ({ signal }): Promise<readonly Segment[]> =>
      (await answerOf(api.GET('/v1/segments', { headers: headersOf(asking), signal }))).segments,
    // One that is being computed is looked at until it is there.
    refetchInterval: (query) =>
      query.state.data?.some((one) => one.computing !== null) === true ? JOB_EVERY_MS : false,
  });
}

export function isUnderWay(job: PeopleJob | undefined): boolean {
  return job?.state === 'waiting' || job?.state === 'running';
}

export function jobsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['people-jobs', asking.business],
    queryFn: async ({ signal }): Promise<readonly PeopleJob[]> =>
      (
        await answerOf(
          api.GET('/v1/people/jobs', { params: { query: {} }, headers: headersOf(asking), signal }),
        )
      ).jobs,
    refetchInterval: (query) => (query.state.data?.some(isUnderWay) === true ? JOB_EVERY_MS : false),
  });
}

export function duplicatesQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['duplicates', asking.business],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/duplicates', {
          params: { query: { limit: 20, ...(pageParam === null ? {} : { after: Number(pageParam) }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function mergesQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['merges', asking.business],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/merges', {
          params: { query: pageParam === null ? {} : { before: Number(pageParam) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

/** What a decision would make of its people; the server does it, looks, and takes it back. */
export type PreviewAsked =
  | {
      readonly of: 'conflict';
      readonly id: number;
      readonly decide: 'merge' | 'assign';
      readonly person: number;
    }
  | { readonly of: 'merge'; readonly id: number };

export function previewQuery(asking: Asking, asked: PreviewAsked) {
  return queryOptions({
    queryKey: ['merge-preview', asking.business, asked],
    queryFn: ({ signal }): Promise<MergePreview> => {
      const headers = headersOf(asking);
      if (asked.of === 'merge')
        return answerOf(
          api.POST('/v1/merges/{id}/undo-preview', { params: { path: { id: asked.id } }, headers, signal }),
        );
      return answerOf(
        api.POST('/v1/conflicts/{id}/preview', {
          params: { path: { id: asked.id } },
          body:
            asked.decide === 'merge'
              ? { decide: 'merge', into: asked.person }
              : { decide: 'assign', person: asked.person },
          headers,
          signal,
        }),
      );
    },
    staleTime: 0,
  });
}
