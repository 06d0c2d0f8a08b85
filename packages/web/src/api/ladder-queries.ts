import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, paths } from './generated.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

type MovesPage = components['schemas']['LadderMoves'];
/** Somebody who went from one rung to another, and why. */
export type LadderMove = MovesPage['moves'][number];

const MOVES_A_PAGE = 50;
/** A year of weeks changes slowly. */
const HISTORY_GOOD_MS = 60_000;
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

export type LadderHistory = Answer<'/v1/ladders/{key}/history'>;

/** How many stood on each rung, week by week over the twelve months that end with a day (YYYY-MM-DD). */
export function historyQuery(
  asking: Asking,
  asked: { readonly ladder: string; readonly from: string; readonly to: string },
) {
  const { ladder, from, to } = asked;
  return queryOptions({
    queryKey: ['ladder-history', asking.business, asked],
    queryFn: ({ signal }): Promise<LadderHistory> =>
      answerOf(
        api.GET('/v1/ladders/{key}/history', {
          params: { path: { key: ladder }, query: { from, to, by: 'week' } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    staleTime: HISTORY_GOOD_MS,
  });
}
