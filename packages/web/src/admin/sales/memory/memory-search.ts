import type { Want } from './queries.ts';

export const WANT_KINDS = ['need', 'want', 'like'] as const satisfies readonly Want['kind'][];

/** What the address of the page on who wants what holds. */
export interface WantsSearch {
  /** The wants are shown without it. */
  readonly view?: 'promises';
  readonly product?: string;
  readonly kind?: Want['kind'];
  /** Of promises: only those whose day is over, and only one's own. */
  readonly overdue?: true;
  readonly mine?: true;
}

/** What the address of the page on pairs holds. */
export interface BelongsSearch {
  readonly search?: string;
}

type Raw = Readonly<Record<string, unknown>>;

export function readWants(raw: Raw): WantsSearch {
  const kind = WANT_KINDS.find((one) => one === raw['kind']);
  const product = textOf(raw['product']);
  return {
    ...(raw['view'] === 'promises' ? { view: 'promises' } : {}),
    ...(product === undefined ? {} : { product }),
    ...(kind === undefined ? {} : { kind }),
    ...(raw['overdue'] === true ? { overdue: true } : {}),
    ...(raw['mine'] === true ? { mine: true } : {}),
  };
}

export function readBelongs(raw: Raw): BelongsSearch {
  const search = textOf(raw['search']);
  return search === undefined ? {} : { search };
}

/** The router reads a number in an address as one; what is looked for is always a text. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= 200 ? text : undefined;
}
