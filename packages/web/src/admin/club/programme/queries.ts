import type { Programme, SimulationResult } from '@nardeban/core/programme';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import { Failure } from '../../../failure/failure.ts';

type Schemas = components['schemas'];
type Told<Answer extends { definition: unknown }> = Omit<Answer, 'definition'> & {
  /** The server keeps only what its schema has accepted. */
  readonly definition: Programme;
};

export type Club = Told<Schemas['Club']>;
export type ClubDraft = Told<Schemas['ClubDraft']>;
export type ClubVersion = Told<Schemas['ClubVersion']>;
export type Evaluation = Schemas['ClubEvaluation'];
export type GoalTold = Evaluation['goals'][number];
export type BudgetUse = Schemas['BudgetUse'];
export type Trial = Omit<Schemas['ClubSimulation'], 'result'> & { readonly result: SimulationResult | null };

/** The club as it is designed: what is in force, and what somebody is writing. */
export interface Design {
  readonly club: Club | null;
  readonly draft: ClubDraft | null;
}

export interface Preset {
  readonly key: string;
  readonly title: Programme['name'];
  readonly description: Programme['name'];
  readonly costs: Programme['name'];
  readonly programme: Programme;
}

/** Everything that shows the club anew when its programme changes. */
export const CLUB_CHANGED = [
  ['club-design'],
  ['club-versions'],
  ['club-budgets'],
  ['club-books'],
  ['club-evaluations'],
] as const;

const FRESH_EVERY_MS = 10_000;
const TRIED_EVERY_MS = 700;
const VERSIONS_A_PAGE = 20;
const TRIALS_A_PAGE = 5;
const EVALUATIONS_A_PAGE = 12;
const ENTRIES_A_PAGE = 6;

/** What is not there yet is no failure here: a business may have no club. */
async function orNull<Answer>(asked: Promise<Answer>, code: string): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Failure && error.code === code) return null;
    throw error;
  }
}

/** Whether the business has a club in force; asked without an error where there is none. */
export async function hasClub(asking: Asking, signal?: AbortSignal): Promise<boolean> {
  const { versions } = await answerOf(
    api.GET('/v1/club/versions', {
      params: { query: { limit: 1 } },
      headers: headersOf(asking),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  return versions.length > 0;
}

export async function readDesign(asking: Asking, signal?: AbortSignal): Promise<Design> {
  const headers = headersOf(asking);
  const more = signal === undefined ? {} : { signal };
  // Asked for what is not there the server answers an error, which every browser writes down: it is asked for nothing in vain.
  const club = (await hasClub(asking, signal))
    ? ((await answerOf(api.GET('/v1/club', { headers, ...more }))) as Club)
    : null;
  if (club !== null && !club.hasDraft) return { club, draft: null };
  const draft = (await orNull(
    answerOf(api.GET('/v1/club/draft', { headers, ...more })),
    'club_draft_unknown',
  )) as ClubDraft | null;
  return { club, draft };
}

export function designQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-design', asking.business],
    queryFn: ({ signal }) => readDesign(asking, signal),
    // Without a club there is nothing that somebody else may be changing.
    refetchInterval: ({ state: { data } }) =>
      data === undefined || (data.club === null && data.draft === null) ? false : FRESH_EVERY_MS,
  });
}

export function presetsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-presets', asking.business],
    queryFn: async ({ signal }): Promise<readonly Preset[]> => {
      const { presets } = await answerOf(api.GET('/v1/club/presets', { headers: headersOf(asking), signal }));
      return presets;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function keepClubDraft(
  asking: Asking,
  kept: { readonly definition: Programme; readonly revision: number; readonly note?: string },
  headers: Readonly<Record<string, string>> = {
    ...headersOf(asking),
    'idempotency-key': crypto.randomUUID(),
  },
) {
  return answerOf(api.PUT('/v1/club/draft', { body: kept as never, headers }));
}

export function versionsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['club-versions', asking.business],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/versions', {
          params: { query: { limit: VERSIONS_A_PAGE, ...(pageParam === null ? {} : { before: pageParam }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

/** A version that was published never changes. */
export function versionQuery(asking: Asking, version: number) {
  return queryOptions({
    queryKey: ['club-version', asking.business, version],
    queryFn: async ({ signal }) =>
      (await answerOf(
        api.GET('/v1/club/versions/{version}', {
          params: { path: { version } },
          headers: headersOf(asking),
          signal,
        }),
      )) as ClubVersion,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function trialQuery(asking: Asking, simulation: number) {
  return queryOptions({
    queryKey: ['club-simulation', asking.business, simulation],
    queryFn: async ({ signal }) =>
      (await answerOf(
        api.GET('/v1/club/simulations/{simulation}', {
          params: { path: { simulation } },
          headers: headersOf(asking),
          signal,
        }),
      )) as Trial,
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && (data.state === 'waiting' || data.state === 'running') ? TRIED_EVERY_MS : false,
  });
}

/** Every trial that is kept, read again while one is under way. */
export function trialsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['club-simulations', asking.business],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/simulations', {
          params: { query: { limit: TRIALS_A_PAGE, ...(pageParam === null ? {} : { before: pageParam }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function evaluationsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['club-evaluations', asking.business],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/evaluations', {
          params: {
            query: { limit: EVALUATIONS_A_PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function budgetsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-budgets', asking.business],
    queryFn: async ({ signal }): Promise<readonly BudgetUse[]> =>
      (await answerOf(api.GET('/v1/club/budgets', { headers: headersOf(asking), signal }))).budgets,
  });
}

/** What one person has in the club; null where the business has none. */
export function personClubQuery(asking: Asking, person: string) {
  return infiniteQueryOptions({
    queryKey: ['person-club', asking.business, person],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam, signal }) => {
      if (pageParam === null && !(await hasClub(asking, signal))) return null;
      return answerOf(
        api.GET('/v1/people/{id}/club', {
          params: {
            path: { id: Number(person) },
            query: { limit: ENTRIES_A_PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      );
    },
    getNextPageParam: (page) => page?.next,
  });
}
