import { workingHoursSchema } from '@nardeban/core/sales';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';

type Schemas = components['schemas'];
export type FollowUp = Schemas['FollowUp'];
export type Kind = FollowUp['kind'];
export type Outcome = NonNullable<FollowUp['outcome']>;
export type Today = Schemas['SalesToday'];
export type Matter = Today['items'][number];
export type Reason = Matter['reasons'][number];
export type TodayFollowUp = Matter['followUps'][number];
export type { WorkingHours } from '@nardeban/core/sales';
export type Series = Schemas['TouchSeries'];
export type KeptSeries = Schemas['KeptTouchSeries'];
export type SeriesRun = Schemas['TouchSeriesRun'];

/** What has to be read again after something was done with a follow-up, by the beginnings of keys. */
export const FOLLOW_UPS_CHANGED = [
  ['follow-ups'],
  ['follow-up'],
  ['sales-today'],
  ['without-next-step'],
  ['deal'],
  ['deal-board'],
  ['deals'],
  ['facts'],
] as const;
export const SERIES_CHANGED = [['series-runs'], ...FOLLOW_UPS_CHANGED] as const;
export const HOURS_CHANGED = [['working-hours'], ...FOLLOW_UPS_CHANGED] as const;

const PAGE = 50;
const WATCHED_EVERY_MS = 60_000;

/** A seller's day; without one that of whoever reads. */
export function todayQuery(asking: Asking, seller: string | undefined) {
  return queryOptions({
    queryKey: ['sales-today', asking.business, seller],
    queryFn: ({ signal }): Promise<Today> =>
      answerOf(
        api.GET('/v1/sales/today', {
          params: { query: seller === undefined ? {} : { seller } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: WATCHED_EVERY_MS,
  });
}

export interface WhoseFollowUps {
  readonly person?: number | undefined;
  readonly deal?: number | undefined;
  readonly lead?: number | undefined;
}

/** Of a deal or a lead its own, of a person all of theirs; what is still to be done, or what is over. */
export function followUpsQuery(asking: Asking, whose: WhoseFollowUps, state: 'pending' | 'done') {
  const { person, deal, lead } = whose;
  const of =
    deal !== undefined ? { deal } : lead !== undefined ? { lead } : person !== undefined ? { person } : {};
  return queryOptions({
    queryKey: ['follow-ups', asking.business, of, state],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/follow-ups', {
            params: { query: { ...of, state, limit: PAGE } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).followUps,
  });
}

export function followUpQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['follow-up', asking.business, id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/sales/follow-ups/{id}', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
  });
}

/** Open deals, or leads at work, of which nobody has said what is next. */
export function withoutStepQuery(asking: Asking, of: 'deals' | 'leads', owner: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['without-next-step', asking.business, of, owner],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/sales/without-next-step', {
          params: {
            query: {
              of,
              ...(owner === undefined ? {} : { owner }),
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

export function workingHoursQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['working-hours', asking.business],
    queryFn: async ({ signal }) => {
      const kept = await answerOf(api.GET('/v1/sales/working-hours', { headers: headersOf(asking), signal }));
      // The contract knows lists of numbers; that each has two of them is known by core alone.
      return { ...kept, hours: workingHoursSchema.parse(kept.hours) };
    },
    staleTime: 300_000,
  });
}

export function seriesQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['series', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/cadences', { headers: headersOf(asking), signal }))).cadences,
  });
}

export function runsQuery(asking: Asking, person: number) {
  return queryOptions({
    queryKey: ['series-runs', asking.business, person],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/cadence-runs', {
            params: { query: { person } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).runs,
  });
}

export function calendarLinksQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['calendar-links', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/sales/calendar-links', { headers: headersOf(asking), signal }))).links,
  });
}
