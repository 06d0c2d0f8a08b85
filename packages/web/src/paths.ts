/** Every address of the application, once. What a view shows is in its address, so that a link can hold it. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  ladder: '/ladders/$ladder',
  rung: '/ladders/$ladder/rungs/$rung',
  people: '/people',
  person: '/people/$person',
} as const;

type Raw = Readonly<Record<string, unknown>>;

/** Kept on every address: the language, and the business when the reader works for several. */
export interface EverywhereSearch {
  readonly lang?: 'fa' | 'en';
  readonly business?: string;
}

export interface SignInSearch {
  /** Where to go afterwards: a path of this application. */
  readonly next?: string;
}

/** Names of periods that end today; `custom` has its own `from` and `to`. */
export const PERIODS = ['month', 'last-month', 'quarter', 'year', 'twelve-months', 'custom'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface LadderSearch {
  /** The day looked at, YYYY-MM-DD; today without it. */
  readonly asOf?: string;
  readonly period?: PeriodName;
  readonly from?: string;
  readonly to?: string;
}

export interface RungSearch {
  readonly asOf?: string;
}

export interface PeopleSearch {
  readonly search?: string;
}

export interface PersonSearch {
  readonly ladder?: string;
  readonly asOf?: string;
  readonly show?: 'moves';
}

export function readEverywhere(raw: Raw): EverywhereSearch {
  const business = text(raw['business'], 63);
  return {
    ...(raw['lang'] === 'fa' || raw['lang'] === 'en' ? { lang: raw['lang'] } : {}),
    ...(business === undefined ? {} : { business }),
  };
}

export function readSignIn(raw: Raw): SignInSearch {
  const next = text(raw['next'], 2000);
  return next === undefined || !isOwnPath(next) ? {} : { next };
}

export function readLadder(raw: Raw): LadderSearch {
  const period = PERIODS.find((one) => one === raw['period']);
  const from = day(raw['from']);
  const to = day(raw['to']);
  return {
    ...readRung(raw),
    ...(period === undefined ? {} : { period }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export function readRung(raw: Raw): RungSearch {
  const asOf = day(raw['asOf']);
  return asOf === undefined ? {} : { asOf };
}

export function readPeople(raw: Raw): PeopleSearch {
  // The router reads `?search=0912…` as a number; a search is always a text.
  const search = typeof raw['search'] === 'number' ? String(raw['search']) : text(raw['search'], 200);
  return search === undefined ? {} : { search };
}

export function readPerson(raw: Raw): PersonSearch {
  const ladder = text(raw['ladder'], 63);
  return {
    ...readRung(raw),
    ...(ladder === undefined ? {} : { ladder }),
    ...(raw['show'] === 'moves' ? { show: 'moves' as const } : {}),
  };
}

/** A path of this site and nothing that a browser would take for another one. */
function isOwnPath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\');
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value : undefined;
}

function text(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;
}
