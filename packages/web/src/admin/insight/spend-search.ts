import { PERIODS, type PeriodName } from '../../paths.ts';

/** What the addresses of the pages on behaviour, money and experiments hold. */

type Raw = Readonly<Record<string, unknown>>;

export interface TypesSearch {
  /** The types are shown without it. */
  readonly view?: 'rfm';
  /** Whose list is open: a type, or a segment of recency and frequency. */
  readonly who?: string;
}

export function readTypes(raw: Raw): TypesSearch {
  const who = word(raw['who']);
  return {
    ...(raw['view'] === 'rfm' ? { view: 'rfm' as const } : {}),
    ...(who === undefined ? {} : { who }),
  };
}

export interface BasketsSearch {
  /** What is bought together is shown without it. */
  readonly view?: 'next';
  /** Only rules that speak of this. */
  readonly item?: string;
}

export function readBaskets(raw: Raw): BasketsSearch {
  const item = text(raw['item']);
  return {
    ...(raw['view'] === 'next' ? { view: 'next' as const } : {}),
    ...(item === undefined ? {} : { item }),
  };
}

export interface RhythmSearch {
  readonly who?: string;
}

export function readRhythm(raw: Raw): RhythmSearch {
  const who = word(raw['who']);
  return who === undefined ? {} : { who };
}

export const CHANNEL_VIEWS = ['branch', 'first'] as const;

export interface ChannelsSearch {
  /** Where orders come in is shown without it. */
  readonly view?: (typeof CHANNEL_VIEWS)[number];
  /** All time without it. */
  readonly time?: 'year';
}

export function readChannels(raw: Raw): ChannelsSearch {
  const view = CHANNEL_VIEWS.find((one) => one === raw['view']);
  return {
    ...(view === undefined ? {} : { view }),
    ...(raw['time'] === 'year' ? { time: 'year' as const } : {}),
  };
}

export interface PeriodSearch {
  readonly period?: PeriodName;
  readonly from?: string;
  readonly to?: string;
}

export function readSpan(raw: Raw): PeriodSearch {
  const period = PERIODS.find((one) => one === raw['period']);
  const from = day(raw['from']);
  const to = day(raw['to']);
  return {
    ...(period === undefined ? {} : { period }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export interface CostsSearch extends PeriodSearch {
  readonly channel?: string;
}

export function readCosts(raw: Raw): CostsSearch {
  const channel = text(raw['channel']);
  return { ...readSpan(raw), ...(channel === undefined ? {} : { channel }) };
}

export const RULES = ['first', 'last', 'even'] as const;
export type Rule = (typeof RULES)[number];

export interface ReturnsSearch extends PeriodSearch {
  /** By which touch a customer is counted for a channel; the first without it. */
  readonly rule?: Rule;
  /** Months of a customer's life that are counted; twelve without it. */
  readonly months?: number;
  readonly ladder?: string;
}

export function readReturns(raw: Raw): ReturnsSearch {
  const rule = RULES.find((one) => one === raw['rule']);
  const months = number(raw['months'], 1, 36, true);
  const ladder = word(raw['ladder']);
  return {
    ...readSpan(raw),
    ...(rule === undefined ? {} : { rule }),
    ...(months === undefined ? {} : { months }),
    ...(ladder === undefined ? {} : { ladder }),
  };
}

/** Assumptions that were moved away from the usual ones, and the budget to be planned. Amounts are minor units. */
export interface AdvisorSearch {
  readonly marginRate?: number;
  readonly horizonMonths?: number;
  readonly discountRate?: number;
  readonly causalShare?: number;
  readonly lift?: number;
  readonly fade?: number;
  readonly costPerPerson?: number;
  readonly budget?: number;
}

const MOST_MONEY = 1e15;
const MOVED: Readonly<Record<keyof AdvisorSearch, readonly [least: number, most: number, whole: boolean]>> = {
  marginRate: [0, 1, false],
  horizonMonths: [1, 36, true],
  discountRate: [0, 5, false],
  causalShare: [0, 1, false],
  lift: [0, 1, false],
  fade: [0, 0.95, false],
  costPerPerson: [1, MOST_MONEY, true],
  budget: [1, MOST_MONEY, true],
};

export function readAdvisor(raw: Raw): AdvisorSearch {
  return Object.fromEntries(
    Object.entries(MOVED).flatMap(([key, [least, most, whole]]) => {
      const value = number(raw[key], least, most, whole);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A new experiment that begins with what another page was about. */
export interface ExperimentsSearch {
  readonly make?: true;
  readonly ladder?: string;
  readonly rung?: string;
}

export function readExperiments(raw: Raw): ExperimentsSearch {
  const ladder = word(raw['ladder']);
  const rung = word(raw['rung']);
  return {
    ...(raw['make'] === true ? { make: true as const } : {}),
    ...(ladder === undefined ? {} : { ladder }),
    ...(rung === undefined ? {} : { rung }),
  };
}

/** A word of an address, if it is one and not too long. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z0-9_-]{1,63}$/.test(value) ? value : undefined;
}

/** The router reads a name of digits as a number. */
function text(value: unknown): string | undefined {
  const written = typeof value === 'number' ? String(value) : value;
  return typeof written === 'string' && written !== '' && written.length <= 200 ? written : undefined;
}

function number(value: unknown, least: number, most: number, whole: boolean): number | undefined {
  if (typeof value !== 'number' || !(value >= least && value <= most)) return undefined;
  return whole && !Number.isInteger(value) ? undefined : value;
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value : undefined;
}
