import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components } from './generated.ts';

type Schemas = components['schemas'];
export type Hook = Schemas['Hook'];
export type HookMessage = Schemas['HookMessage'];
export type HookMessageOpened = Schemas['HookMessageOpened'];
export type MessageState = HookMessage['state'];

const SOON_MS = 1_500;
const LATER_MS = 15_000;
const SOON_DUE_MS = 60_000;

/** While something is on its way there is something to see; else a look now and then is enough. */
const lookAgain = (messages: readonly Pick<HookMessage, 'nextAt'>[]): number =>
  messages.some(({ nextAt }) => nextAt !== null && nextAt < Date.now() + SOON_DUE_MS) ? SOON_MS : LATER_MS;

export function hooksQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['hooks', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/hooks', { headers: headersOf(asking), signal }))).hooks,
    refetchInterval: LATER_MS,
  });
}

export function hookQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['hook', asking.business, id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/hooks/{id}', { params: { path: { id } }, headers: headersOf(asking), signal })),
    refetchInterval: (query) => ((query.state.data?.waiting ?? 0) > 0 ? SOON_MS : LATER_MS),
  });
}

export function hookMessagesQuery(asking: Asking, id: number, state: MessageState | undefined) {
  return infiniteQueryOptions({
    queryKey: ['hook-messages', asking.business, id, state],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/hooks/{id}/messages', {
          params: {
            path: { id },
            query: {
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
    // Whoever has opened many pages reads, and is not disturbed by all of them being fetched anew.
    refetchInterval: (query) => {
      const pages = query.state.data?.pages ?? [];
      return pages.length > 1 ? false : lookAgain(pages.flatMap(({ messages }) => messages));
    },
  });
}

export function hookMessageQuery(asking: Asking, id: number, message: number) {
  return queryOptions({
    queryKey: ['hook-message', asking.business, id, message],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/hooks/{id}/messages/{message}', {
          params: { path: { id, message } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: (query) => (query.state.data === undefined ? false : lookAgain([query.state.data])),
  });
}
