import { answerOf, api } from '../../api/client.ts';
import type { Import } from '../../api/imports-queries.ts';
import { type DeedHeaders, type DoingDeed, useDeed } from '../../api/mutations.ts';

const refresh = [['import'], ['imports']] as const;

/** Begins an import, or goes on with it. */
export function useStart(): DoingDeed<number, Import> {
  return useDeed({
    send: (id: number, headers: DeedHeaders) =>
      answerOf(api.POST('/v1/imports/{id}/start', { params: { path: { id } }, headers })),
    refresh,
  });
}

export function useStop(): DoingDeed<number, Import> {
  return useDeed({
    send: (id: number, headers: DeedHeaders) =>
      answerOf(api.POST('/v1/imports/{id}/stop', { params: { path: { id } }, headers })),
    refresh,
  });
}

export function useUndo(): DoingDeed<number, Import> {
  return useDeed({
    send: (id: number, headers: DeedHeaders) =>
      answerOf(api.POST('/v1/imports/{id}/undo', { params: { path: { id } }, headers })),
    refresh: [...refresh, ['ladder'], ['people']],
  });
}
