import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import { FOLLOW_UPS_CHANGED } from '../today/queries.ts';

export type Memory = components['schemas']['SalesMemory'];
export type Note = components['schemas']['SalesNote'];
export type NoteKind = Note['kind'];
export type NewNote = components['schemas']['SalesNoteSaidInput'];
export type Role = components['schemas']['SalesRole'];
export type KeptPromise = components['schemas']['SalesPromise'];
export type Talk = components['schemas']['SalesTalk'];
export type Want = components['schemas']['SalesWant'];
export type SuggestionAdded = components['schemas']['SalesSuggestionAdded'];
export type Suggestion = components['schemas']['SalesSuggestion'];
export type Suggestions = components['schemas']['SalesSuggestions'];
export type ListedPair = components['schemas']['SalesListedPair'];

/** What has to be read again after something was said, by the beginnings of keys. */
export const MEMORY_CHANGED = [
  ['sales-memory'],
  ['sales-promises'],
  ['sales-wants'],
  ...FOLLOW_UPS_CHANGED,
] as const;
export const BELONGS_CHANGED = [
  ['sales-belongs'],
  ['sales-pairs'],
  ['person-deals'],
  ...FOLLOW_UPS_CHANGED,
] as const;

const PAGE = 30;

export function memoryQuery(asking: Asking, person: number, deal: number | undefined) {
  return queryOptions({
    queryKey: ['sales-memory', asking.business, person, deal],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/people/{id}/memory', {
          params: { path: { id: person }, query: deal === undefined ? {} : { deal } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

/** What a note was before, the newest first. */
export function historyQuery(asking: Asking, note: number) {
  return queryOptions({
    queryKey: ['sales-memory', asking.business, 'history', note],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/memory/{id}/history', {
            params: { path: { id: note } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).notes,
  });
}

export function wantsQuery(
  asking: Asking,
  { product, kind }: { readonly product: string; readonly kind: Want['kind'] | undefined },
) {
  return infiniteQueryOptions({
    queryKey: ['sales-wants', asking.business, product, kind],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/wants', {
          params: {
            query: {
              limit: PAGE,
              product,
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

export function promisesQuery(
  asking: Asking,
  { overdue, owner }: { readonly overdue: boolean; readonly owner: string | undefined },
) {
  return infiniteQueryOptions({
    queryKey: ['sales-promises', asking.business, overdue, owner],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/promises', {
          params: {
            query: {
              limit: PAGE,
              ...(overdue ? { overdue: 'true' as const } : {}),
              ...(owner === undefined ? {} : { owner }),
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

export function belongsQuery(asking: Asking, person: number, deal: number | undefined) {
  return queryOptions({
    queryKey: ['sales-belongs', asking.business, person, deal],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/people/{id}/belongs', {
          params: { path: { id: person }, query: deal === undefined ? {} : { deal } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

export function pairsQuery(asking: Asking, search: string) {
  return infiniteQueryOptions({
    queryKey: ['sales-pairs', asking.business, search],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/belongs/pairs', {
          params: {
            query: { limit: PAGE, search, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
