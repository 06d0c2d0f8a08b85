import { baseVocabulary, type TraitDeclaration, type Vocabulary } from '@nardeban/core/facts';
import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Explanation,
  LadderListed,
  LadderOverview,
  Page,
  PersonDetails,
  PersonFound,
  PersonOnRung,
  Session,
  StoredFact,
} from './answers.ts';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import { Failure, isPassing } from '../failure/failure.ts';

/** How often a view in front of somebody's eyes asks again, so that a fact told elsewhere shows by itself. */
const FRESH_EVERY_MS = 10_000;
const WATCHED_EVERY_MS = 4_000;

const ROWS_ON_A_RUNG = 50;
const FACTS_A_PAGE = 60;
/** As many facts as the server tells by number at once. */
const FACTS_BY_NUMBER = 200;
const FOUND_AT_MOST = 20;

export function startQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What the server refused it will refuse again; a broken line or a restart mends itself.
        retry: (failures, error) => isPassing(error) && failures < 3,
      },
    },
  });
}

/** Who is signed in; null for a stranger. */
export function sessionQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['session', asking.business],
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await answerOf(api.GET('/v1/session', { headers: headersOf(asking), signal }));
      } catch (error) {
        if (error instanceof Failure && error.kind === 'stranger') return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export function laddersQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['ladders', asking.business],
    queryFn: async ({ signal }): Promise<readonly LadderListed[]> =>
      (await answerOf(api.GET('/v1/ladders', { headers: headersOf(asking), signal }))).ladders,
    staleTime: 60_000,
  });
}

/** The words of a business: its facts, with those it invented itself, and what it declared of its people's traits. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly traits: Readonly<Record<string, TraitDeclaration>>;
}

export function vocabularyQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['vocabulary', asking.business],
    queryFn: async ({ signal }): Promise<Words> => {
      const { words, traits } = await answerOf(
        api.GET('/v1/vocabulary', { headers: headersOf(asking), signal }),
      );
      return {
        // What ends a matter and what else a sentence asks of everybody's types, core knows; the answer tells words and fields.
        vocabulary: Object.fromEntries(
          words.map((word) => [word.type, { ...baseVocabulary[word.type], ...word }]),
        ),
        traits: Object.fromEntries(traits.map((one) => [one.trait, one])),
      };
    },
    staleTime: 300_000,
  });
}

export interface LadderAsked {
  readonly ladder: string;
  readonly asOf: string | undefined;
  readonly from: string;
  readonly to: string;
}

export function ladderQuery(asking: Asking, asked: LadderAsked) {
  const { ladder, asOf, from, to } = asked;
  return queryOptions({
    queryKey: ['ladder', asking.business, asked],
    queryFn: ({ signal }): Promise<LadderOverview> =>
      answerOf(
        api.GET('/v1/ladders/{key}', {
          params: { path: { key: ladder }, query: { from, to, ...(asOf === undefined ? {} : { asOf }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    // What is being worked at shows its progress.
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && (data.publishing !== null || data.revenue.counting)
        ? WATCHED_EVERY_MS
        : FRESH_EVERY_MS,
  });
}

export function peopleOnRungQuery(asking: Asking, ladder: string, rung: string, asOf: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['rung', asking.business, ladder, rung, asOf],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<Page<PersonOnRung>> => {
      const answer = await answerOf(
        api.GET('/v1/ladders/{key}/rungs/{rung}/people', {
          params: {
            path: { key: ladder, rung },
            query: {
              limit: ROWS_ON_A_RUNG,
              ...(asOf === undefined ? {} : { asOf }),
              ...(pageParam === null ? {} : { after: Number(pageParam) }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      );
      return { rows: answer.people, next: answer.next };
    },
    getNextPageParam: (page) => page.next,
  });
}

export function searchQuery(asking: Asking, search: string) {
  return queryOptions({
    queryKey: ['people', asking.business, search],
    queryFn: async ({ signal }): Promise<readonly PersonFound[]> =>
      (
        await answerOf(
          api.GET('/v1/people', {
            params: { query: { search, limit: FOUND_AT_MOST } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).people,
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
}

export function personQuery(asking: Asking, id: string) {
  return queryOptions({
    queryKey: ['person', asking.business, id],
    queryFn: ({ signal }): Promise<PersonDetails> =>
      answerOf(
        api.GET('/v1/people/{id}', {
          params: { path: { id: Number(id) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: FRESH_EVERY_MS,
  });
}

export function explanationQuery(asking: Asking, id: string, ladder: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['explanation', asking.business, id, ladder, asOf],
    queryFn: ({ signal }): Promise<Explanation> =>
      answerOf(
        api.GET('/v1/people/{id}/ladders/{key}', {
          params: { path: { id: Number(id), key: ladder }, query: asOf === undefined ? {} : { asOf } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** A person's facts, newest first. */
export function factsQuery(asking: Asking, id: string, type: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['facts', asking.business, id, type],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      readFacts(
        asking,
        id,
        { after: pageParam, limit: FACTS_A_PAGE, ...(type === undefined ? {} : { type }) },
        signal,
      ),
    getNextPageParam: (page) => page.next,
    // Once somebody has read on, their pages stay as they are; the newest one alone keeps itself fresh.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 1) > 1 ? false : FRESH_EVERY_MS),
  });
}

/** The facts behind a reason, by their numbers. */
export function evidenceQuery(asking: Asking, id: string, facts: readonly number[]) {
  return queryOptions({
    queryKey: ['evidence', asking.business, id, facts],
    queryFn: async ({ signal }): Promise<readonly StoredFact[]> => {
      const found: StoredFact[] = [];
      for (let from = 0; from < facts.length; from += FACTS_BY_NUMBER) {
        const ids = facts.slice(from, from + FACTS_BY_NUMBER).join(',');
        const page = await readFacts(asking, id, { after: null, ids }, signal);
        found.push(...page.rows);
      }
      return found.sort((one, other) => other.at - one.at);
    },
    enabled: facts.length > 0,
    staleTime: 300_000,
  });
}

async function readFacts(
  asking: Asking,
  id: string,
  asked: {
    readonly after: string | null;
    readonly limit?: number;
    readonly type?: string;
    readonly ids?: string;
  },
  signal: AbortSignal,
): Promise<Page<StoredFact>> {
  const { after, ...query } = asked;
  const answer = await answerOf(
    api.GET('/v1/people/{id}/facts', {
      params: { path: { id: Number(id) }, query: { ...query, ...(after === null ? {} : { after }) } },
      headers: headersOf(asking),
      signal,
    }),
  );
  return { rows: answer.facts, next: answer.next };
}
