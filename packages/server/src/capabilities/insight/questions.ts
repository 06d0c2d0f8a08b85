import {
  basketsSchema,
  basketWalk,
  cadenceSchema,
  cadenceWalk,
  channelsSchema,
  channelWalk,
  cohortsSchema,
  cohortWalk,
  customerTypesSchema,
  customerTypeWalk,
  rfmSchema,
  rfmWalk,
  seasonsSchema,
  seasonWalk,
  type WalkOver,
} from '@nardeban/core/insight';
import type { Day } from '@nardeban/core/values';
import type { Business } from '../../platform/tenancy/index.ts';

/** The questions about all buyers together whose answers a run keeps, with what each answer looks like. */
export const questionSchemas = {
  rfm: rfmSchema,
  types: customerTypesSchema,
  cadence: cadenceSchema,
  cohorts: cohortsSchema,
  seasons: seasonsSchema,
  baskets: basketsSchema,
  channels: channelsSchema,
  'channels-year': channelsSchema,
} as const;
export type Question = keyof typeof questionSchemas;
export const questionNames = Object.keys(questionSchemas) as readonly Question[];

const YEAR = 365;

/** The walks of one run; `withoutOrder` are people the business knows who never kept an order. */
export function walksOf(business: Business, asOf: Day, withoutOrder: number) {
  const { calendar } = business;
  return {
    rfm: rfmWalk({ asOf }),
    types: customerTypeWalk({ asOf, withoutOrder }),
    cadence: cadenceWalk({ asOf }),
    cohorts: cohortWalk({ asOf, calendar }),
    seasons: seasonWalk({ asOf, calendar }),
    baskets: basketWalk({ asOf }),
    channels: channelWalk({ asOf }),
    'channels-year': channelWalk({ asOf, from: asOf - YEAR + 1 }),
  } satisfies Record<Question, WalkOver<unknown>>;
}
export type Walks = ReturnType<typeof walksOf>;
