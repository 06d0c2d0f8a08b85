import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, operations } from './generated.ts';

type Schemas = components['schemas'];
type Answer<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Content } } };
}
  ? Content
  : never;

export type Cost = Schemas['Cost'];
export type CostAsked = NonNullable<operations['enterCost']['requestBody']>['content']['application/json'];
export type CostKind = CostAsked['kind'];
export type CostsImported = Schemas['CostsImported'];
export type MoneySettings = Schemas['MoneySettings'];
export type UnitCost = Schemas['UnitCost'];
export type Returned = NonNullable<Answer<'returns'>['returns']>;
export type ChannelReturn = Returned['first']['channels'][number];
export type Advised = Answer<'advice'>;

/** What has to be read again after costs have changed, by the beginnings of keys. */
export const COSTS_CHANGED = [['costs'], ['returns'], ['rung-costs']] as const;
export const MARGIN_CHANGED = [['money-settings'], ['unit-costs'], ['returns'], ['advice']] as const;

const PAGE = 50;
const MOST = 200;

export interface CostsAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly channel?: string | undefined;
}

export function costsQuery(asking: Asking, { from, to, channel }: CostsAsked) {
  return infiniteQueryOptions({
    queryKey: ['costs', asking.business, from, to, channel],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => costsPage(asking, { from, to, channel }, pageParam, PAGE, signal),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One cost as it stands now, found among those of its days; undefined when it was taken away. */
export async function costNow(asking: Asking, { id, from, to }: Cost): Promise<Cost | undefined> {
  // Its days may be other ones by now: those that were known are looked through first, then all.
  for (const narrowed of [{ from, to }, {}]) {
    let after: string | undefined;
    do {
      const page = await costsPage(asking, narrowed, after, MOST);
      const found = page.costs.find((one) => one.id === id);
      if (found !== undefined) return found;
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return undefined;
}

function costsPage(
  asking: Asking,
  { from, to, channel }: CostsAsked,
  after: string | undefined,
  limit: number,
  signal?: AbortSignal,
): Promise<Answer<'listCosts'>> {
  return answerOf(
    api.GET('/v1/insight/costs', {
      params: { query: { ...said({ from, to, channel, after }), limit } },
      headers: headersOf(asking),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
}

export function moneySettingsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['money-settings', asking.business],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/insight/money/settings', { headers: headersOf(asking), signal })),
  });
}

export function unitCostsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['unit-costs', asking.business],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/insight/unit-costs', {
          params: { query: { ...said({ after: pageParam }), limit: PAGE } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export interface ReturnsAsked {
  readonly from: string;
  readonly to: string;
  readonly horizonMonths: number;
}

/** `run` is the one that counted: with another run there is another answer. */
export function returnsQuery(asking: Asking, asked: ReturnsAsked, run: number) {
  const { from, to, horizonMonths } = asked;
  return queryOptions({
    queryKey: ['returns', asking.business, run, from, to, horizonMonths],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/insight/money', { params: { query: asked }, headers: headersOf(asking), signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function rungCostsQuery(
  asking: Asking,
  asked: { readonly from: string; readonly to: string; readonly ladder: string | undefined },
) {
  const { from, to, ladder } = asked;
  return queryOptions({
    queryKey: ['rung-costs', asking.business, from, to, ladder],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/insight/money/rungs', {
          params: { query: { from, to, ...said({ ladder }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export type AdviceAsked = NonNullable<operations['advice']['parameters']['query']>;

export function adviceQuery(asking: Asking, asked: AdviceAsked, run: number) {
  return queryOptions({
    queryKey: ['advice', asking.business, run, asked],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/insight/advisor', { params: { query: asked }, headers: headersOf(asking), signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Only what is said stands in the address of a request. */
function said<Key extends string>(
  values: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<Key, string>
  >;
}
