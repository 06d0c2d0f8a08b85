import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import type { SentState } from './capture-search.ts';

export type KeptForm = components['schemas']['KeptForm'];
export type FormInput = components['schemas']['CaptureFormInput'];
export type Submission = components['schemas']['Submission'];
export type CaptureLink = components['schemas']['CaptureLink'];
export type Mailbox = components['schemas']['Mailbox'];
export type LeadList = components['schemas']['LeadList'];
export type CaptureSettings = components['schemas']['CaptureSettings'];

/** What has to be read again after something was done, by the beginnings of keys. */
export const FORMS_CHANGED = [['capture-forms'], ['capture-form']] as const;
export const SENT_CHANGED = [
  ['capture-sent'],
  ['capture-forms'],
  ['capture-form'],
  ['capture-sources'],
] as const;
export const LINKS_CHANGED = [['capture-links']] as const;
export const MAILBOXES_CHANGED = [['capture-mailboxes']] as const;
export const LISTS_CHANGED = [['capture-lists'], ['capture-sent'], ['capture-sources']] as const;
export const SETTINGS_CHANGED = [['capture-settings']] as const;

const PAGE = 30;
const RUNNING_MS = 1500;

const after = (pageParam: number | undefined) => (pageParam === undefined ? {} : { after: pageParam });

export function formsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['capture-forms', asking.business],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/forms', {
          params: { query: { limit: PAGE, ...after(pageParam) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function formQuery(asking: Asking, key: string) {
  return queryOptions({
    queryKey: ['capture-form', asking.business, key],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/forms/{key}', { params: { path: { key } }, headers: headersOf(asking), signal }),
      ),
  });
}

/** The form as strangers see it; null while it does not hold together. */
export function previewQuery(asking: Asking, definition: FormInput, language: 'fa' | 'en') {
  return queryOptions({
    queryKey: ['capture-preview', asking.business, definition, language],
    queryFn: async ({ signal }): Promise<string | null> => {
      const { data } = await api.POST('/v1/sales/form-previews', {
        body: { definition, language },
        headers: headersOf(asking),
        signal,
      });
      return data?.html ?? null;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function sentQuery(
  asking: Asking,
  asked: { readonly state: SentState; readonly list: number | undefined },
) {
  const { state, list } = asked;
  return infiniteQueryOptions({
    queryKey: ['capture-sent', asking.business, state, list],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/submissions', {
          params: {
            query: {
              limit: PAGE,
              state,
              ...(list === undefined ? {} : { batch: list }),
              ...after(pageParam),
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

export function linksQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['capture-links', asking.business],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/links', {
          params: { query: { limit: PAGE, ...after(pageParam) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function mailboxesQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['capture-mailboxes', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/mailboxes', { headers: headersOf(asking), signal }))).mailboxes,
  });
}

/** Asked again while one of them is being made leads of. */
export function listsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['capture-lists', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/lead-lists', { headers: headersOf(asking), signal }))).lists,
    refetchInterval: ({ state }) =>
      state.data?.some((list) => list.state === 'running') ? RUNNING_MS : false,
  });
}

export function captureSettingsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['capture-settings', asking.business],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/sales/capture-settings', { headers: headersOf(asking), signal })),
  });
}

export function sourcesQuery(asking: Asking, days: number) {
  return queryOptions({
    queryKey: ['capture-sources', asking.business, days],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/lead-sources', {
            params: { query: { days } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).sources,
    placeholderData: keepPreviousData,
  });
}
