import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from './answers.ts';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, operations } from './generated.ts';

type Schemas = components['schemas'];
export type InsightRun = Schemas['InsightRun'];
export type InsightOutcome = Schemas['InsightOutcome'];
export type InsightModel = Schemas['InsightModel'];
export type InsightSettings = Schemas['InsightSettings'];
export type PersonScores = Schemas['PersonScores'];
export type Insight = operations['insight']['responses'][200]['content']['application/json'];

/** What a run answers once for everybody; each has a route of its name. */
export interface Results {
  readonly rfm: Schemas['Rfm'];
  readonly types: Schemas['CustomerTypes'];
  readonly cadence: Schemas['Cadence'];
  readonly cohorts: Schemas['Cohorts'];
  readonly seasons: Schemas['Seasons'];
  readonly baskets: Schemas['Baskets'];
  readonly channels: Schemas['Channels'];
  readonly 'channels-year': Schemas['Channels'];
}
export type Question = keyof Results;
/** Null until a run came to its end. */
export type Answered<Asked extends Question> = {
  readonly run: number;
  readonly asOf: number;
  readonly result: Results[Asked];
} | null;

/** How often a run under way is looked at, and one that may begin by itself. */
const WATCHED_EVERY_MS = 1_000;
const FRESH_EVERY_MS = 30_000;
const PEOPLE_A_PAGE = 25;

export function insightQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['insight', asking.business],
    queryFn: ({ signal }): Promise<Insight> =>
      answerOf(api.GET('/v1/insight', { headers: headersOf(asking), signal })),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.underWay !== null ? WATCHED_EVERY_MS : FRESH_EVERY_MS,
  });
}

/** The latest run, however it ended; asked anew with every run that begins or ends. */
export function latestRunQuery(asking: Asking, insight: Insight | undefined) {
  return queryOptions({
    queryKey: ['insight-latest', asking.business, insight?.run?.id, insight?.underWay?.id],
    queryFn: async ({ signal }): Promise<InsightRun | null> => {
      const { runs } = await answerOf(api.GET('/v1/insight/runs', { headers: headersOf(asking), signal }));
      return runs[0] ?? null;
    },
    enabled: insight !== undefined,
  });
}

/** `run` is the one that is read: with another run there is another answer, and none is ever asked for twice. */
export function answerQuery<Asked extends Question>(asking: Asking, question: Asked, run: number) {
  return queryOptions({
    queryKey: ['insight-answer', asking.business, question, run],
    queryFn: async ({ signal }): Promise<Answered<Asked>> => {
      const path: `/v1/insight/${Question}` = `/v1/insight/${question}`;
      const { answer } = await answerOf(api.GET(path, { headers: headersOf(asking), signal }));
      // The route of the question answers it and no other.
      return answer as Answered<Asked>;
    },
    // What an earlier run answered to the same question stands until this one's is there; another question's would not fit.
    placeholderData: (before: Answered<Asked> | undefined, query) =>
      query?.queryKey[2] === question ? before : undefined,
    staleTime: Infinity,
  });
}

export function modelsQuery(asking: Asking, run: number) {
  return queryOptions({
    queryKey: ['insight-models', asking.business, run],
    queryFn: async ({ signal }): Promise<readonly InsightModel[]> =>
      (
        await answerOf(
          api.GET('/v1/insight/models', { params: { query: { run } }, headers: headersOf(asking), signal }),
        )
      ).models,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

export function modelHistoryQuery(asking: Asking, model: InsightModel['name'], run: number) {
  return infiniteQueryOptions({
    queryKey: ['insight-model-history', asking.business, model, run],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<Page<InsightModel>> => {
      const answer = await answerOf(
        api.GET('/v1/insight/models/history', {
          params: { query: { model, ...(pageParam === null ? {} : { before: Number(pageParam) }) } },
          headers: headersOf(asking),
          signal,
        }),
      );
      return { rows: answer.models, next: answer.next };
    },
    getNextPageParam: (page) => page.next,
  });
}

export interface ClassOfPeople {
  readonly kind: NonNullable<NonNullable<operations['insightPeople']['parameters']['query']>['kind']>;
  /** The band, segment, type or rhythm; `all` of everybody. */
  readonly of: string;
}

/** The people of a class, those with the most at stake first, as one run has them. */
export function classPeopleQuery(asking: Asking, { kind, of }: ClassOfPeople, run: number) {
  return infiniteQueryOptions({
    queryKey: ['insight-people', asking.business, kind, of, run],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<Page<PersonScores>> => {
      const answer = await answerOf(
        api.GET('/v1/insight/people', {
          params: {
            query: {
              kind,
              class: of,
              limit: PEOPLE_A_PAGE,
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      );
      return { rows: answer.people, next: answer.next };
    },
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
  });
}

export function scoresQuery(asking: Asking, person: string) {
  return queryOptions({
    queryKey: ['scores', asking.business, person],
    queryFn: async ({ signal }): Promise<PersonScores | null> =>
      (
        await answerOf(
          api.GET('/v1/people/{id}/scores', {
            params: { path: { id: Number(person) } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).scores,
    staleTime: 60_000,
  });
}
