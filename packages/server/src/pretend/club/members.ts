import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../capabilities/facts/index.ts';
import { CLUB_SOURCE } from '../../capabilities/programme/index.ts';
import { chanceOf } from '../chance.ts';
import type { ClubCalendar } from './calendar.ts';

/** A first group, as a club has in its first months: one buyer in three, and what they earn is worked out in seconds. */
const MOST_MEMBERS = 120;
const ONE_IN = 3;
const LEAST_MEMBERS = 24;
const SEED = 1400;

export interface Member {
  readonly person: number;
  readonly joinedAt: Instant;
}

/**
 * Some of those who bought since the club was opened, each of whom joined before the last of these orders; always the same
 * ones of the same shop.
 */
export async function chosenMembers(tx: Tx, { openedAt, now }: ClubCalendar): Promise<Member[]> {
  const { rows } = await tx.query<{ person: number; last: Instant }>(
    `SELECT f.person_id AS person, max(f.at) AS last FROM facts f
     JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
     WHERE f.business_id = this_business() AND f.type = 'order.paid' AND f.at >= $1 AND f.at <= $2
       AND p.kind = 'person' AND p.merged_into IS NULL AND p.name IS NOT NULL
       AND f.source_id IN (SELECT s.source_id FROM sources s WHERE s.business_id = this_business() AND s.name <> 'till')
       AND EXISTS (SELECT FROM identifiers i WHERE i.business_id = f.business_id AND i.person_id = f.person_id
                     AND i.kind = 'mobile')
     GROUP BY 1 ORDER BY 1`,
    [timestamptz(openedAt), timestamptz(now)],
  );
  const many = Math.min(MOST_MEMBERS, Math.max(LEAST_MEMBERS, Math.floor(rows.length / ONE_IN)));
  const step = Math.max(1, rows.length / many);
  const members: Member[] = [];
  for (let place = 0; place < rows.length && members.length < many; place += step) {
    const row = rows[Math.floor(place)];
    if (row === undefined) break;
    // By the place and not by the number, which depends on how many other businesses there are.
    const waited = 0.85 * chanceOf(SEED, members.length).next();
    members.push({ person: row.person, joinedAt: Math.round(openedAt + waited * (row.last - openedAt)) });
  }
  return members;
}

/** Tells that they joined; told again, nothing changes. */
export async function tellJoined(tx: Tx, business: Business, members: readonly Member[]): Promise<void> {
  const source = await sourceId(tx, business, CLUB_SOURCE);
  await appendFacts(
    tx,
    business,
    members.map(({ person, joinedAt }, place) => ({
      personId: person,
      conflictId: null,
      type: 'club.joined',
      at: joinedAt,
      sourceId: source,
      key: `joined:${person}`,
      data: { channel: chanceOf(SEED, -1 - place).is(0.6) ? 'branch' : 'portal' },
    })),
  );
}

/** Has those looked at who did something in a stretch of the past, as the queue has it while things happen. */
export async function tellNews(
  tx: Tx,
  people: readonly number[],
  { after, until }: { readonly after: Instant; readonly until: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO club_news AS n (business_id, person_id, look_at)
     SELECT DISTINCT this_business(), f.person_id, '-infinity'::timestamptz
     FROM facts f WHERE f.business_id = this_business() AND f.person_id = ANY($1::bigint[]) AND f.at > $2 AND f.at <= $3
       AND f.type IN ('order.paid', 'order.returned', 'survey.answered', 'club.joined')
     ORDER BY 2
     ON CONFLICT (business_id, person_id) DO UPDATE SET look_at = excluded.look_at WHERE n.look_at > excluded.look_at`,
    [people, timestamptz(after), timestamptz(until)],
  );
}
