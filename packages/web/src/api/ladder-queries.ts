import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components } from './generated.ts';

type MovesPage = components['schemas']['LadderMoves'];
/** Somebody who went from one rung to another, and why. */
export type LadderMove = MovesPage['moves'][number];

const MOVES_A_PAGE = 50;
/** The newest moves keep themselves fresh in front of somebody's eyes, though not as eagerly as the counts. */
const FRESH_EVERY_MS = 30_000;

export interface MovesAsked {
  readonly ladder: string;
  /** Days, YYYY-MM-DD; both belong to the period. */
  readonly from: string;
  readonly to: string;
  readonly direction?: 'up' | 'down' | undefined;
  readonly fromRung?: string | undefined;
  readonly toRung?: string | undefined;
}

function readMoves(
  asking: Asking,
  asked: MovesAsked,
  page: { readonly after: string | null; readonly limit: number },
  signal: AbortSignal,
): Promise<MovesPage> {
  const { ladder, from, to, direction, fromRung, toRung } = asked;
  return answerOf(
    api.GET('/v1/ladders/{key}/moves', {
      params: {
        path: { key: ladder },
        query: {
          from,
          to,
          limit: page.limit,
          ...(direction === undefined ? {} : { direction }),
          ...(fromRung === undefined ? {} : { fromRung }),
          ...(toRung === undefined ? {} : { toRung }),
          ...(page.after === null ? {} : { after: page.after }),
        },
      },
      headers: headersOf(asking),
      signal,
    }),
  );
}

/** Who moved in a period, page after page. */
export function movesQuery(asking: Asking, asked: MovesAsked) {
  return infiniteQueryOptions({
    queryKey: ['moves', asking.business, asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      readMoves(asking, asked, { after: pageParam, limit: MOVES_A_PAGE }, signal),
    getNextPageParam: (page) => page.next,
  });
}

/** The newest few moves of a period. */
export function latestMovesQuery(asking: Asking, asked: MovesAsked, limit: number) {
  return queryOptions({
    queryKey: ['latest-moves', asking.business, asked, limit],
    queryFn: ({ signal }) => readMoves(asking, asked, { after: null, limit }, signal),
    refetchInterval: FRESH_EVERY_MS,
  });
}
