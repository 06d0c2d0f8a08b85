export const DEAL_VIEWS = ['board', 'list', 'owners'] as const;
export const STATES_ASKED = ['under-way', 'open', 'won', 'lost', 'all'] as const;
export const ORDERS_ASKED = ['newest', 'value', 'close'] as const;
export type StateAsked = (typeof STATES_ASKED)[number];
export type OrderAsked = (typeof ORDERS_ASKED)[number];

/** What the address of the page on deals holds. */
export interface DealsSearch {
  /** The board is shown without it. */
  readonly view?: 'list' | 'owners';
  readonly pipeline?: string;
  /** Whose: `me`, `none`, or the number of a colleague's account; without it everybody's. */
  readonly owner?: string;
  /** Part of the title or of the name of whom it is with. */
  readonly search?: string;
  readonly stalled?: true;
  readonly alone?: true;
  /** Days, both included. */
  readonly closeFrom?: string;
  readonly closeTo?: string;
  /** Of the list. */
  readonly state?: StateAsked;
  readonly order?: OrderAsked;
  /** A new deal is being opened; with whom. */
  readonly add?: true;
  readonly person?: number;
}

const KEY = /^[a-z][a-z0-9-]{0,62}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function readDeals(raw: Readonly<Record<string, unknown>>): DealsSearch {
  const view = raw['view'] === 'list' || raw['view'] === 'owners' ? raw['view'] : undefined;
  const state = STATES_ASKED.find((one) => one === raw['state'] && one !== 'under-way');
  const order = ORDERS_ASKED.find((one) => one === raw['order'] && one !== 'newest');
  const { pipeline, owner, closeFrom, closeTo, person, search } = raw;
  return {
    ...(view === undefined ? {} : { view }),
    ...(typeof pipeline === 'string' && KEY.test(pipeline) ? { pipeline } : {}),
    ...(typeof owner === 'string' && owner !== '' && owner.length <= 100 ? { owner } : {}),
    ...(typeof search === 'string' && search.trim() !== '' ? { search: search.slice(0, 100) } : {}),
    ...(raw['stalled'] === true ? { stalled: true } : {}),
    ...(raw['alone'] === true ? { alone: true } : {}),
    ...(typeof closeFrom === 'string' && DAY.test(closeFrom) ? { closeFrom } : {}),
    ...(typeof closeTo === 'string' && DAY.test(closeTo) ? { closeTo } : {}),
    ...(state === undefined ? {} : { state }),
    ...(order === undefined ? {} : { order }),
    ...(raw['add'] === true ? { add: true } : {}),
    ...(typeof person === 'number' && Number.isSafeInteger(person) && person > 0 ? { person } : {}),
  };
}

/** How many filters stand behind the one control of a narrow screen, beside what is searched for. */
export function narrowedBy(search: DealsSearch): number {
  const { pipeline, owner, state, closeFrom, closeTo, stalled, alone } = search;
  return [pipeline, owner, state, closeFrom, closeTo, stalled, alone].filter((one) => one !== undefined)
    .length;
}

/** What the address of the page on pipelines holds: the one that is open, or that a new one is being made. */
export interface PipelinesSearch {
  readonly pipeline?: string;
  readonly add?: true;
}

export function readPipelines(raw: Readonly<Record<string, unknown>>): PipelinesSearch {
  const { pipeline } = raw;
  return {
    ...(typeof pipeline === 'string' && KEY.test(pipeline) ? { pipeline } : {}),
    ...(raw['add'] === true ? { add: true } : {}),
  };
}
