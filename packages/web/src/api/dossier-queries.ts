import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components } from './generated.ts';

export type Note = components['schemas']['Note'];
export type KeptFile = components['schemas']['KeptFile'];
export type Relation = components['schemas']['Relation'];
export type PersonOrder = components['schemas']['PersonOrder'];

const NOTES_A_PAGE = 20;
const ORDERS_A_PAGE = 20;

/** What belongs to a person beside their facts; every key begins so, and can be read again by it. */
export const dossierKey = (id: string) => ['dossier', id] as const;

export function notesQuery(asking: Asking, id: string) {
  return infiniteQueryOptions({
    queryKey: [...dossierKey(id), 'notes', asking.business],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/people/{id}/notes', {
          params: {
            path: { id: Number(id) },
            query: { limit: NOTES_A_PAGE, ...(pageParam === null ? {} : { after: Number(pageParam) }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function ordersQuery(asking: Asking, id: string) {
  return infiniteQueryOptions({
    queryKey: [...dossierKey(id), 'orders', asking.business],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/people/{id}/orders', {
          params: {
            path: { id: Number(id) },
            query: { limit: ORDERS_A_PAGE, ...(pageParam === null ? {} : { after: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function filesQuery(asking: Asking, id: string) {
  return queryOptions({
    queryKey: [...dossierKey(id), 'files', asking.business],
    queryFn: async ({ signal }): Promise<readonly KeptFile[]> =>
      (
        await answerOf(
          api.GET('/v1/people/{id}/files', {
            params: { path: { id: Number(id) } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).files,
  });
}

export function relationsQuery(asking: Asking, id: string) {
  return queryOptions({
    queryKey: [...dossierKey(id), 'relations', asking.business],
    queryFn: async ({ signal }): Promise<readonly Relation[]> =>
      (
        await answerOf(
          api.GET('/v1/people/{id}/relations', {
            params: { path: { id: Number(id) } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).relations,
  });
}

/** The bytes of a kept file: asked for by hand, since a link cannot say whose business is meant. */
export async function fileContent(asking: Asking, id: string, file: number): Promise<Blob> {
  return answerOf(
    api.GET('/v1/people/{id}/files/{file}', {
      params: { path: { id: Number(id), file } },
      headers: headersOf(asking),
      parseAs: 'blob',
    }),
  );
}
