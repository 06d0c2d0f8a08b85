import type { PeopleFilter, PeopleOrder } from './api/people-list-queries.ts';

/** Every address of the application, once. What a view shows is in its address, so that a link can hold it. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  welcome: '/welcome',
  invitation: '/invitation',
  nowhere: '/nowhere',
  newBusiness: '/new-business',
  settings: '/settings',
  settingsBusiness: '/settings/business',
  settingsStaff: '/settings/staff',
  settingsRoles: '/settings/roles',
  settingsKeys: '/settings/keys',
  settingsAudit: '/settings/audit',
  settingsMappings: '/settings/mappings',
  settingsHooks: '/settings/hooks',
  settingsHook: '/settings/hooks/$hook',
  settingsAccount: '/settings/account',
  settingsAppearance: '/settings/appearance',
  settingsWords: '/settings/words',
  settingsPortal: '/settings/portal',
  settingsLadders: '/settings/ladders',
  ladder: '/ladders/$ladder',
  rung: '/ladders/$ladder/rungs/$rung',
  moves: '/ladders/$ladder/moves',
  people: '/people',
  duplicates: '/people/duplicates',
  person: '/people/$person',
  studio: '/studio',
  studioLadder: '/studio/$ladder',
  imports: '/imports',
  newImport: '/imports/new',
  import: '/imports/$import',
  insight: '/insight',
  insightValue: '/insight/value',
  insightLeaving: '/insight/leaving',
  insightCohorts: '/insight/cohorts',
  insightSeasons: '/insight/seasons',
  insightModels: '/insight/models',
  insightTypes: '/insight/types',
  insightBaskets: '/insight/baskets',
  insightRhythm: '/insight/rhythm',
  insightChannels: '/insight/channels',
  insightCosts: '/insight/costs',
  insightReturns: '/insight/returns',
  insightAdvisor: '/insight/advisor',
  insightExperiments: '/insight/experiments',
  insightExperiment: '/insight/experiments/$experiment',
  till: '/till',
  club: '/club',
  clubProgramme: '/club/programme',
  clubOffers: '/club/offers',
  clubVouchers: '/club/vouchers',
  clubGiftCards: '/club/gift-cards',
  clubRewards: '/club/rewards',
  clubReferrals: '/club/referrals',
  clubBooks: '/club/books',
  sales: '/sales',
  salesLeads: '/sales/leads',
  salesQualification: '/sales/qualification',
  salesDeals: '/sales/deals',
  salesDeal: '/sales/deals/$deal',
  salesPipelines: '/sales/pipelines',
  salesObjections: '/sales/objections',
  salesRecommendations: '/sales/recommendations',
  salesForms: '/sales/forms',
  salesReports: '/sales/reports',
  salesSettings: '/sales/settings',
  salesPaper: '/sales/paper',
  salesBelongs: '/sales/belongs',
  salesWants: '/sales/wants',
} as const;

type Raw = Readonly<Record<string, unknown>>;

/** Kept on every address: the language, and the business when the reader works for several. */
export interface EverywhereSearch {
  readonly lang?: 'fa' | 'en';
  /** Said to be undefined, it is taken out of the address; not said, it stays as it was. */
  readonly business?: string | undefined;
}

export interface SignInSearch {
  /** Where to go afterwards: a path of this application. */
  readonly next?: string;
}

/** Names of periods that end today; `custom` has its own `from` and `to`. */
export const PERIODS = ['week', 'month', 'last-month', 'quarter', 'year', 'twelve-months', 'custom'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface LadderSearch {
  /** The day looked at, YYYY-MM-DD; today without it. */
  readonly asOf?: string;
  readonly period?: PeriodName;
  readonly from?: string;
  readonly to?: string;
}

/** Whose moves are listed: the period as on the ladder, narrowed to a direction or to the people of one flow. */
export interface MovesSearch extends LadderSearch {
  readonly direction?: 'up' | 'down';
  readonly fromRung?: string;
  readonly toRung?: string;
}

export interface RungSearch {
  readonly asOf?: string;
}

export interface PeopleSearch {
  readonly search?: string;
  /** As the server takes it; it says what is wrong with one that was made by hand. */
  readonly filter?: PeopleFilter;
  readonly order?: PeopleOrder;
  readonly columns?: string[];
}

export interface DuplicatesSearch {
  readonly view?: 'merged';
}

/** What the audit page is narrowed to. */
export interface AuditSearch {
  readonly by?: string;
  readonly deed?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What the log of a webhook is narrowed to, and the message that is open. */
export interface HookSearch {
  readonly state?: 'waiting' | 'delivered' | 'failed' | undefined;
  readonly message?: number | undefined;
}

export interface PersonSearch {
  readonly ladder?: string;
  readonly asOf?: string;
  readonly show?: 'moves';
  readonly tab?: PersonTab;
  /** The one type of fact the story tells of. */
  readonly type?: string;
}

export const PERSON_TABS = ['story', 'sales', 'orders', 'notes', 'files'] as const;
export type PersonTab = (typeof PERSON_TABS)[number];

export interface StudioSearch {
  readonly view?: 'compare' | 'history';
  /** The rung or class that is open. */
  readonly rung?: string;
}

export function readStudio(raw: Raw): StudioSearch {
  const rung = text(raw['rung'], 63);
  return {
    ...(raw['view'] === 'compare' || raw['view'] === 'history' ? { view: raw['view'] } : {}),
    ...(rung === undefined ? {} : { rung }),
  };
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

export function readMoves(raw: Raw): MovesSearch {
  const { direction } = raw;
  const fromRung = text(raw['fromRung'], 63);
  const toRung = text(raw['toRung'], 63);
  return {
    ...readLadder(raw),
    ...(direction === 'up' || direction === 'down' ? { direction } : {}),
    ...(fromRung === undefined ? {} : { fromRung }),
    ...(toRung === undefined ? {} : { toRung }),
  };
}

export function readRung(raw: Raw): RungSearch {
  const asOf = day(raw['asOf']);
  return asOf === undefined ? {} : { asOf };
}

export function readPeople(raw: Raw): PeopleSearch {
  // The router reads `?search=0912…` as a number; a search is always a text.
  const search = typeof raw['search'] === 'number' ? String(raw['search']) : text(raw['search'], 200);
  const { filter, order, columns } = raw;
  return {
    ...(search === undefined ? {} : { search }),
    ...(isRecord(filter) && Object.keys(filter).length > 0 ? { filter } : {}),
    ...(isRecord(order) && typeof order['by'] === 'string' ? { order: order as PeopleOrder } : {}),
    ...(Array.isArray(columns) && columns.every((column) => typeof column === 'string') ? { columns } : {}),
  };
}

export function readDuplicates(raw: Raw): DuplicatesSearch {
  return raw['view'] === 'merged' ? { view: 'merged' } : {};
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readHook(raw: Raw): HookSearch {
  const state = (['waiting', 'delivered', 'failed'] as const).find((one) => one === raw['state']);
  const message = Number(raw['message']);
  return {
    ...(state === undefined ? {} : { state }),
    ...(Number.isSafeInteger(message) && message > 0 ? { message } : {}),
  };
}

export function readAudit(raw: Raw): AuditSearch {
  const by = text(raw['by'], 300);
  const deed = text(raw['deed'], 60);
  const from = day(raw['from']);
  const to = day(raw['to']);
  return {
    ...(by === undefined ? {} : { by }),
    ...(deed === undefined ? {} : { deed }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export function readPerson(raw: Raw): PersonSearch {
  const ladder = text(raw['ladder'], 63);
  const type = text(raw['type'], 100);
  const tab = PERSON_TABS.find((one) => one === raw['tab']);
  return {
    ...readRung(raw),
    ...(ladder === undefined ? {} : { ladder }),
    ...(tab === undefined || tab === 'story' ? {} : { tab }),
    ...(type === undefined ? {} : { type }),
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
