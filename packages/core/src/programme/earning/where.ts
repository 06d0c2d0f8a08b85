import {
  type BusinessCalendar,
  type Instant,
  MS_PER_DAY,
  readIsoDay,
  weekday,
  zoneOf,
} from '../../values/index.ts';
import type { Basket } from '../basket.ts';
import type { PricingReason } from '../earned.ts';
import { isChosen } from './lines.ts';
import type { Where } from './rule.ts';

/** Before the first or after the last day, both of which belong to it. A stretch of days is one in the business's zone. */
export function dayFault(
  dates: Where['dates'],
  at: Instant,
  business: BusinessCalendar,
): PricingReason | null {
  if (dates === undefined) return null;
  const today = zoneOf(business.zone).dayOf(at);
  const from = dates.from === undefined ? null : readIsoDay(dates.from);
  const to = dates.to === undefined ? null : readIsoDay(dates.to);
  if (from !== null && today < from) return { code: 'not_yet', detail: { from: dates.from ?? '' } };
  if (to !== null && today > to) return { code: 'over', detail: { to: dates.to ?? '' } };
  return null;
}

/** Why an order does not earn here and now; null: it does. Dates are asked with the person. */
export function placeFault(
  where: Where | undefined,
  basket: Pick<Basket, 'channel' | 'branch' | 'method'>,
  at: Instant,
  business: BusinessCalendar,
): PricingReason | null {
  if (where === undefined) return null;
  if (!isChosen(where.channels, basket.channel)) return { code: 'other_channel' };
  if (!isChosen(where.branches, basket.branch)) return { code: 'other_branch' };
  if (!isChosen(where.methods, basket.method)) return { code: 'other_method' };
  if (where.weekdays === undefined && where.hours === undefined) return null;
  const zone = zoneOf(business.zone);
  // What the clock on the wall says, also on a day that lost or gained an hour.
  const local = at + zone.offsetAt(at);
  const minute = Math.floor((((local % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / 60_000);
  const inside = where.hours?.find(({ from, to }) =>
    from < to ? minute >= from && minute < to : minute >= from || minute < to,
  );
  if (where.hours !== undefined && inside === undefined) return { code: 'other_hour' };
  // A stretch that runs over midnight belongs to the day on which it began.
  const began = inside !== undefined && inside.from >= inside.to && minute < inside.to ? 1 : 0;
  const day = weekday(zone.dayOf(at) - began);
  return where.weekdays === undefined || where.weekdays.includes(day) ? null : { code: 'other_weekday' };
}
