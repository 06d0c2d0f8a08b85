import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import { asFailure, failureOf } from '../failure/failure.ts';
import type { components, paths } from './generated.ts';

type Schemas = components['schemas'];
type Body<Path extends keyof paths, Method extends 'get' | 'post'> = paths[Path] extends {
  [M in Method]: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

export type Import = Schemas['Import'];
export type ImportMapping = Schemas['Mapping'];
export type ImportProposal = Body<'/v1/imports/{id}/proposal', 'get'>;
export type ImportPreview = Body<'/v1/imports/{id}/preview', 'post'>;
export type UndoPreview = Body<'/v1/imports/{id}/undo', 'get'>;
export type KeptMapping = Schemas['KeptMapping'];

/** Often enough that a bar moves, seldom enough that nobody notices the asking. */
const WATCH_EVERY_MS = 1_000;
const AGAIN_EVERY_MS = 15_000;

function isUnderWay({ state }: Import): boolean {
  return state === 'running' || state === 'undoing';
}

export function importsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['imports', asking.business],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/imports', {
          params: { query: pageParam === null ? {} : { before: Number(pageParam) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.imports.some(isUnderWay)) === true
        ? WATCH_EVERY_MS * 2
        : AGAIN_EVERY_MS,
  });
}

export function importQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['import', asking.business, id],
    queryFn: ({ signal }): Promise<Import> =>
      answerOf(api.GET('/v1/imports/{id}', { params: { path: { id } }, headers: headersOf(asking), signal })),
    refetchInterval: ({ state }) =>
      state.data === undefined || isUnderWay(state.data) ? WATCH_EVERY_MS : AGAIN_EVERY_MS,
  });
}

export function importProposalQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['import-proposal', asking.business, asking.language, id],
    queryFn: ({ signal }): Promise<ImportProposal> =>
      answerOf(
        api.GET('/v1/imports/{id}/proposal', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The whole file, read by this mapping; asking for another one calls the reading before off. */
export function importPreviewQuery(asking: Asking, id: number, mapping: ImportMapping, isAsked: boolean) {
  return queryOptions({
    queryKey: ['import-preview', asking.business, asking.language, id, mapping],
    queryFn: ({ signal }): Promise<ImportPreview> =>
      answerOf(
        api.POST('/v1/imports/{id}/preview', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    enabled: isAsked,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

export function undoPreviewQuery(asking: Asking, id: number, isAsked: boolean) {
  return queryOptions({
    queryKey: ['import-undo', asking.business, id],
    queryFn: ({ signal }): Promise<UndoPreview> =>
      answerOf(
        api.GET('/v1/imports/{id}/undo', { params: { path: { id } }, headers: headersOf(asking), signal }),
      ),
    enabled: isAsked,
  });
}

export function importMappingsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['import-mappings', asking.business],
    queryFn: async ({ signal }): Promise<readonly KeptMapping[]> =>
      (await answerOf(api.GET('/v1/import-mappings', { headers: headersOf(asking), signal }))).mappings,
  });
}

/** The file of refused rows, with the reader's language for its reasons. */
export async function fetchRefusedRows(asking: Asking, id: number): Promise<Blob> {
  const response = await fetch(`/v1/imports/${id}/refusals.csv`, { headers: headersOf(asking) }).catch(
    (failed: unknown) => {
      throw asFailure(failed);
    },
  );
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => null));
  return response.blob();
}

/**
 * Sends a file; `onShare` hears how much of it has left, 0 to 1. The one request that is not fetch's: that does not say
 * how far an upload is.
 */
export function uploadFile(
  asking: Asking,
  file: File,
  options: { readonly signal: AbortSignal; readonly onShare: (share: number) => void },
): Promise<ImportProposal> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/imports');
    for (const [name, value] of Object.entries(headersOf(asking))) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      options.onShare(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status === 201) resolve(body as ImportProposal);
      else reject(failureOf(request.status, body));
    });
    request.addEventListener('error', () => reject(asFailure(new TypeError('no answer'))));
    request.addEventListener('abort', () => reject(new DOMException('Called off', 'AbortError')));
    options.signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
