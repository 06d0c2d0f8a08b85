import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../api/client.ts';

/** Every way a deal can go, in their order. */
export function pipelinesQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['pipelines', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/pipelines', { headers: headersOf(asking), signal }))).pipelines,
  });
}

/** Who works here, whose a deal, a lead or a follow-up may be, and which of them is reading. */
export function colleaguesQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['sales-colleagues', asking.business],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/sales/colleagues', { headers: headersOf(asking), signal })),
    staleTime: 300_000,
  });
}
