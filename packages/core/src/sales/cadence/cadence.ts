import { z } from 'zod';
import { accept, type Instant, refuse, type Result, zoneOf } from '../../values/index.ts';
import { MINUTES_OF_DAY, type WorkingCalendar } from '../working-time/calendar.ts';
import { addWorkingDays, nextWorkingMoment } from '../working-time/working-time.ts';

/** What a touch may be; meetings are agreed with somebody, not planned by a series. */
export const TOUCH_KINDS = ['call', 'message', 'visit', 'task', 'reminder'] as const;

/** What ends a series, by the fact that tells it. */
export const STOP_FACTS = {
  answered: { type: 'contact.attempted', outcome: 'answered' },
  message: { type: 'message.received', outcome: null },
  bought: { type: 'order.paid', outcome: null },
  complaint: { type: 'complaint.opened', outcome: null },
  won: { type: 'deal.won', outcome: null },
  lost: { type: 'deal.lost', outcome: null },
  consent: { type: 'consent.withdrawn', outcome: null },
} as const satisfies Readonly<Record<string, { readonly type: string; readonly outcome: string | null }>>;
export type Stop = keyof typeof STOP_FACTS;
export const STOPS = [
  'answered',
  'message',
  'bought',
  'complaint',
  'won',
  'lost',
  'consent',
] as const satisfies readonly Stop[];

/** The facts that may begin a series by themselves. */
export const STARTS = [
  'lead.captured',
  'lead.handed',
  'deal.opened',
  'quotation.sent',
  'deal.lost',
  'order.paid',
] as const;

export const touchSchema = z.strictObject({
  day: z.int().min(0).max(365).describe('Working days after the beginning.'),
  at: z
    .int()
    .min(0)
    .max(MINUTES_OF_DAY - 1)
    .nullable()
    .describe('The minute of the day; null: at any time of it.'),
  kind: z.enum(TOUCH_KINDS),
  text: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .describe('What to say or to do. {name} is the name of the person.'),
  who: z
    .string()
    .min(1)
    .max(100)
    .nullable()
    .describe('The member of staff who does it; null: whoever looks after the matter.'),
});
export type Touch = z.infer<typeof touchSchema>;

/** A series of touches, as a business wrote it. */
export const cadenceSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  touches: z.array(touchSchema).min(1).max(20),
  stops: z.array(z.enum(STOPS)).max(STOPS.length).describe('What ends it by itself.'),
  start: z.enum(STARTS).nullable().describe('The fact that begins it by itself; null: it is begun by hand.'),
});
export type Cadence = z.infer<typeof cadenceSchema>;

/** Refusals: `touches_out_of_order`, `stop_twice`. */
export function checkCadence(cadence: Cadence): Result<Cadence> {
  let before = -1;
  for (const [index, { day, at }] of cadence.touches.entries()) {
    const place = day * MINUTES_OF_DAY + (at ?? 0);
    if (place < before) return refuse('touches_out_of_order', `touches.${index}.day`);
    before = place;
  }
  if (new Set(cadence.stops).size < cadence.stops.length) return refuse('stop_twice', 'stops');
  return accept(cadence);
}

/** When a touch falls, and whether at any time of that day. */
export interface TouchTime {
  readonly at: Instant;
  readonly wholeDay: boolean;
}

/**
 * When a touch of a series that began at an instant is to be made: so many working days after the next day on which somebody
 * works (or that very day, if the work is not over), and not before the series has begun.
 */
export function timeOfTouch(touch: Touch, startedAt: Instant, calendar: WorkingCalendar): TouchTime {
  const zone = zoneOf(calendar.zone);
  const begin = nextWorkingMoment(calendar, startedAt);
  const day = addWorkingDays(calendar, zone.dayOf(begin), touch.day);
  if (touch.at === null) return { at: zone.startOf(day), wholeDay: true };
  return { at: Math.max(zone.at(day, touch.at * 60_000), begin), wholeDay: false };
}

/** What the touch says, with the name in its place. */
export function textOfTouch(touch: Touch, name: string): string {
  return touch.text.replaceAll('{name}', name);
}

/** The first of these facts that ends the series, and why; null: none does. */
export function stopAmong<Told extends { readonly type: string; readonly outcome: string | null }>(
  cadence: Pick<Cadence, 'stops'>,
  facts: readonly Told[],
): { readonly stop: Stop; readonly fact: Told } | null {
  for (const fact of facts)
    for (const stop of cadence.stops) {
      const { type, outcome } = STOP_FACTS[stop];
      if (fact.type === type && (outcome === null || fact.outcome === outcome)) return { stop, fact };
    }
  return null;
}
