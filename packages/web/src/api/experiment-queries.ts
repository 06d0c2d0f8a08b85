import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, operations } from './generated.ts';

type Schemas = components['schemas'];
export type Experiment = Schemas['Experiment'];
export type ExperimentDefinition = NonNullable<
  operations['draftExperiment']['requestBody']
>['content']['application/json'];
export type ExperimentReading = Schemas['ExperimentReading'];
export type ExperimentRead = operations['experiment']['responses'][200]['content']['application/json'];
export type Measurability = NonNullable<ExperimentRead['plan']>;
export type SizeAsked = NonNullable<
  operations['experimentSize']['requestBody']
>['content']['application/json'];

export const EXPERIMENTS_CHANGED = [['experiments'], ['experiment'], ['rung-costs']] as const;

export function experimentsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['experiments', asking.business],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/insight/experiments', {
          params: { query: pageParam === undefined ? {} : { after: pageParam } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function experimentQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['experiment', asking.business, id],
    queryFn: ({ signal }) => experimentNow(asking, id, signal),
  });
}

export function experimentNow(asking: Asking, id: number, signal?: AbortSignal): Promise<ExperimentRead> {
  return answerOf(
    api.GET('/v1/insight/experiments/{id}', {
      params: { path: { id } },
      headers: headersOf(asking),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
}

/** Whether so many people can show the effect; a question only, so it is asked as things are typed. */
export function sizeQuery(asking: Asking, asked: SizeAsked | null) {
  return queryOptions({
    queryKey: ['experiment-size', asking.business, asked],
    enabled: asked !== null,
    queryFn: async ({ signal }) => {
      if (asked === null) return null;
      return answerOf(
        api.POST('/v1/insight/experiments/size', { body: asked, headers: headersOf(asking), signal }),
      );
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Who was put into an experiment; the arm is null for both. */
export function experimentPeopleQuery(asking: Asking, id: number, arm: 'held' | 'treated' | null) {
  return infiniteQueryOptions({
    queryKey: ['experiment', asking.business, id, 'people', arm],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/insight/experiments/{id}/people', {
          params: {
            path: { id },
            query: {
              ...(arm === null ? {} : { arm }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
