import type { FollowUpKind } from '@nardeban/core/sales';
import { type Instant, type Language, MS_PER_DAY, zoneOf } from '@nardeban/core/values';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { LinkShows } from './calendar-links.ts';

const BACK_DAYS = 30;
const AHEAD_DAYS = 365;
const MOST_EVENTS = 2000;
const REFRESH_SECONDS = 15 * 60;

const KIND_NAMES: Readonly<Record<Language, Readonly<Record<FollowUpKind, string>>>> = {
  fa: {
    call: 'تماس',
    meeting: 'جلسه',
    message: 'پیام',
    visit: 'بازدید',
    task: 'کار',
    reminder: 'یادآوری',
    promise: 'قول',
  },
  en: {
    call: 'Call',
    meeting: 'Meeting',
    message: 'Message',
    visit: 'Visit',
    task: 'Task',
    reminder: 'Reminder',
    promise: 'Promise',
  },
};

interface Row {
  readonly id: number;
  readonly kind: FollowUpKind;
  readonly about: string;
  readonly name: string | null;
  readonly dueAt: Instant;
  readonly wholeDay: boolean;
  readonly minutes: number;
  readonly state: string;
  readonly revision: number;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

/**
 * What somebody has to do, as a calendar reads it (RFC 5545). The number of the follow-up makes the UID and its revision the
 * SEQUENCE, so that a calendar changes what it has instead of adding to it; what was cancelled says so for a month. Times
 * are written in UTC, which every calendar shows in its own zone; a whole day is a date of the business's zone. Names and
 * what is to be done are told only as far as the link allows.
 */
export async function calendarFeed(
  tx: Tx,
  business: Business,
  reader: { readonly user: string; readonly shows: LinkShows; readonly language: Language },
  now: Instant,
): Promise<string> {
  const { rows } = await tx.query<Row>(
    `SELECT f.follow_up_id AS id, f.kind, f.about, coalesce(r.name, p.name) AS name, f.due_at AS "dueAt",
            f.whole_day AS "wholeDay", f.minutes, f.state, f.revision, f.made_at AS "madeAt", f.changed_at AS "changedAt"
     FROM follow_ups f
       LEFT JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
       LEFT JOIN people r ON r.business_id = f.business_id AND r.person_id = p.merged_into
     WHERE f.business_id = this_business() AND f.owner = $1 AND f.due_at < $3
       AND (f.state IN ('open', 'missed') OR f.due_at >= $2 AND f.changed_at >= $2)
     ORDER BY f.due_at DESC LIMIT $4`,
    [
      reader.user,
      timestamptz(now - BACK_DAYS * MS_PER_DAY),
      timestamptz(now + AHEAD_DAYS * MS_PER_DAY),
      MOST_EVENTS,
    ],
  );
  const calendar = ical({
    name: business.name,
    prodId: { company: 'Nardeban', product: 'Sales', language: reader.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    x: [{ key: 'X-WR-TIMEZONE', value: business.zone }],
  });
  const zone = zoneOf(business.zone);
  for (const row of rows) {
    const { start, end } = row.wholeDay
      ? { start: zone.dayOf(row.dueAt) * MS_PER_DAY, end: (zone.dayOf(row.dueAt) + 1) * MS_PER_DAY }
      : { start: row.dueAt, end: row.dueAt + row.minutes * 60_000 };
    calendar.createEvent({
      id: `follow-up-${row.id}@${business.slug}.nardeban`,
      sequence: row.revision,
      stamp: new Date(row.changedAt),
      created: new Date(row.madeAt),
      lastModified: new Date(row.changedAt),
      start: new Date(start),
      end: new Date(end),
      allDay: row.wholeDay,
      summary: summaryOf(row, reader),
      ...(reader.shows === 'all' && row.about !== '' ? { description: row.about } : {}),
      status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

function summaryOf(
  { kind, name, state }: Row,
  { shows, language }: { readonly shows: LinkShows; readonly language: Language },
): string {
  const deed = KIND_NAMES[language][kind];
  const said = shows === 'kind' || name === null || name === '' ? deed : `${deed}: ${name}`;
  return state === 'done' ? `✓ ${said}` : said;
}
