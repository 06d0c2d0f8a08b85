import {
  accept,
  addMonths,
  type Instant,
  refuse,
  type Result,
  startOfMonth,
  zoneOf,
} from '@nardeban/core/values';
import type { Business } from '../../../platform/tenancy/index.ts';
import { endOfDay, startOfDay } from '../../ladder/index.ts';

/** What a report is asked about: deals of a pipeline, perhaps of one seller or one source, in a time. */
export interface Asked {
  readonly pipeline: string;
  readonly from: Instant;
  /** The instant after it. */
  readonly to: Instant;
  readonly owner: string | null;
  readonly source: string | null;
}

export interface AskedInWords {
  readonly pipeline: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly owner?: string | undefined;
  readonly source?: string | undefined;
}

/** The last three months where nothing is said. Refusals: `day_expected`, `period_reversed`. */
export function readAsked(asked: AskedInWords, business: Business, now: Instant): Result<Asked> {
  const zone = zoneOf(business.zone);
  const first = addMonths(startOfMonth(zone.dayOf(now), business.calendar), -2, business.calendar);
  const from =
    asked.from === undefined ? accept(zone.startOf(first)) : startOfDay(business, asked.from, 'from');
  if (!from.ok) return from;
  const last = asked.to === undefined ? accept(now) : endOfDay(business, asked.to, 'to');
  if (!last.ok) return last;
  if (last.value < from.value) return refuse('period_reversed', 'from');
  const { pipeline, owner = null, source = null } = asked;
  return accept({ pipeline, from: from.value, to: last.value + 1, owner, source });
}
