import type { Because } from '@nardeban/core/criteria';
import type { Definition } from '@nardeban/core/ladder';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, paths } from './generated.ts';

type Schemas = components['schemas'];
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Designed = Answer<'/v1/studio'>['ladders'][number];
type Told = Answer<'/v1/studio/{key}'>;
/** One ladder or typology in the studio. A draft's definition has its shape and may be incomplete. */
export type InStudio = Omit<Told, 'draft' | 'published'> & {
  readonly draft:
    | (Omit<NonNullable<Told['draft']>, 'definition'> & { readonly definition: Definition })
    | null;
  readonly published:
    | (Omit<NonNullable<Told['published']>, 'definition'> & { readonly definition: Definition })
    | null;
};
export type VersionTold = Answer<'/v1/ladders/{key}/versions'>['versions'][number];
export type WhatIf = Schemas['WhatIf'];

export interface ChangedPerson {
  readonly id: number;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  readonly direction: 'up' | 'down' | 'other';
  readonly because: Because | null;
}

/** While something is being published, its progress is asked for as often as it can be seen to move. */
const PUBLISHING_EVERY_MS = 1000;
const FRESH_EVERY_MS = 8000;

export function studioQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['studio', asking.business],
    queryFn: async ({ signal }): Promise<readonly Designed[]> =>
      (await answerOf(api.GET('/v1/studio', { headers: headersOf(asking), signal }))).ladders,
    refetchInterval: (query) =>
      (query.state.data ?? []).some((one) => one.publishing !== null) ? PUBLISHING_EVERY_MS : FRESH_EVERY_MS,
  });
}

export async function readInStudio(asking: Asking, key: string, signal?: AbortSignal): Promise<InStudio> {
  const answer = await answerOf(
    api.GET('/v1/studio/{key}', {
      params: { path: { key } },
      headers: headersOf(asking),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  // The server keeps only what readDraft of core has accepted.
  return answer;
}

export function inStudioQuery(asking: Asking, key: string) {
  return queryOptions({
    queryKey: ['studio', asking.business, key],
    queryFn: ({ signal }) => readInStudio(asking, key, signal),
    refetchInterval: (query) =>
      (query.state.data?.publishing ?? null) === null ? FRESH_EVERY_MS : PUBLISHING_EVERY_MS,
  });
}

export function versionsQuery(asking: Asking, key: string) {
  return infiniteQueryOptions({
    queryKey: ['studio-versions', asking.business, key],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/ladders/{key}/versions', {
          params: {
            path: { key },
            query: { limit: 20, ...(pageParam === null ? {} : { before: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
    // What is being published is told as such until it is in force.
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.versions.some(({ state }) => state === 'publishing')) ===
      true
        ? PUBLISHING_EVERY_MS
        : false,
  });
}

/** A version that was published never changes. */
export function versionQuery(asking: Asking, key: string, version: number) {
  return queryOptions({
    queryKey: ['studio-version', asking.business, key, version],
    queryFn: async ({ signal }): Promise<Definition> => {
      const answer = await answerOf(
        api.GET('/v1/ladders/{key}/versions/{version}', {
          params: { path: { key, version } },
          headers: headersOf(asking),
          signal,
        }),
      );
      return answer.definition;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface ChangesAsked {
  readonly definition: Definition;
  readonly from?: string;
  readonly to?: string;
}

/** Everybody who would stand elsewhere, page by page; `name` says which comparison this belongs to. */
export function changedPeopleQuery(asking: Asking, name: number, asked: ChangesAsked) {
  return infiniteQueryOptions({
    queryKey: ['studio-changes', asking.business, name, asked.from, asked.to],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await answerOf(
        api.POST('/v1/what-if/people', {
          body: { ...asked, after: pageParam, limit: 25 } as never,
          headers: headersOf(asking),
          signal,
        }),
      );
      return { people: answer.people, next: answer.next };
    },
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function keepDraft(
  asking: Asking,
  key: string,
  kept: { readonly definition: Definition; readonly revision: number; readonly note?: string },
) {
  return answerOf(
    api.PUT('/v1/ladders/{key}/draft', {
      params: { path: { key } },
      body: kept as never,
      headers: headersOf(asking),
    }),
  );
}
