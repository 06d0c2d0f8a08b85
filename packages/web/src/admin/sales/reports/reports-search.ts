import { PERIODS } from '../../../paths.ts';
import type { PeriodSearch } from '../../insight/spend-search.ts';
import { readSpan } from '../../insight/spend-search.ts';

export const REPORTS = ['way', 'sources', 'lost', 'sellers', 'activity', 'forecast'] as const;
export type ReportName = (typeof REPORTS)[number];

/** Which deals are looked into: the figure that was clicked. */
export interface LookedInto {
  readonly figure:
    | 'opened'
    | 'reached'
    | 'here'
    | 'lost'
    | 'won'
    | 'lost-in'
    | 'won-in'
    | 'contacts'
    | 'open';
  readonly step?: string | undefined;
  readonly reason?: string | undefined;
  readonly owner?: string | undefined;
  readonly source?: string | undefined;
  readonly without?: 'owner' | 'source' | 'reason' | undefined;
  readonly contacts?: number | undefined;
}

const FIGURES = [
  'opened',
  'reached',
  'here',
  'lost',
  'won',
  'lost-in',
  'won-in',
  'contacts',
  'open',
] as const;
const NOBODYS = ['owner', 'source', 'reason'] as const;

export interface ReportsSearch extends PeriodSearch {
  /** The way of deals is shown without it. */
  readonly view?: ReportName;
  /** The first pipeline without it. */
  readonly pipeline?: string;
  readonly seller?: string;
  /** Open beside the report. */
  readonly into?: LookedInto;
}

type Raw = Readonly<Record<string, unknown>>;

export function readReports(raw: Raw): ReportsSearch {
  const view = REPORTS.find((one) => one === raw['view']);
  const pipeline = text(raw['pipeline'], 63);
  const seller = text(raw['seller'], 100);
  const into = readInto(raw['into']);
  return {
    ...readSpan(raw),
    ...(view === undefined || view === 'way' ? {} : { view }),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(seller === undefined ? {} : { seller }),
    ...(into === undefined ? {} : { into }),
  };
}

function readInto(raw: unknown): LookedInto | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const told = raw as Raw;
  const figure = FIGURES.find((one) => one === told['figure']);
  if (figure === undefined) return undefined;
  const contacts = Number(told['contacts']);
  const without = NOBODYS.find((one) => one === told['without']);
  const words = Object.fromEntries(
    (['step', 'reason', 'owner', 'source'] as const).flatMap((key) => {
      const value = text(told[key], 200);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return {
    figure,
    ...words,
    ...(without === undefined ? {} : { without }),
    ...(told['contacts'] !== undefined && Number.isSafeInteger(contacts) && contacts >= 0
      ? { contacts }
      : {}),
  };
}

function text(value: unknown, most: number): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= most ? value : undefined;
}

/** What is meant where the address says nothing. */
export const USUAL_PERIOD: (typeof PERIODS)[number] = 'quarter';
