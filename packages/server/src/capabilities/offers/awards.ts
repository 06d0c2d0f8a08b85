import { bestOfYear, yearOf } from '@nardeban/core/offers';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../facts/index.ts';
import { calendarOf } from '../ladder/index.ts';
import { personById } from '../people/index.ts';
import { CLUB_SOURCE } from '../programme/index.ts';
import { appreciationsOf } from './appreciating.ts';
import type { Author } from './offer-store.ts';
import { offerSettings } from './settings-store.ts';

/** Somebody who was honoured for a year. */
export interface AwardKept {
  readonly year: number;
  readonly person: number;
  readonly name: string | null;
  readonly place: number;
  readonly score: number;
  readonly title: { readonly fa: string; readonly en: string };
  readonly isPublic: boolean;
  readonly givenBy: string;
  readonly givenAt: Instant;
}

/** Somebody who deserves to be. */
export interface Candidate {
  readonly person: number;
  readonly name: string | null;
  readonly place: number;
  readonly score: number;
  readonly orders: number;
  readonly spent: number;
}

/** So many of those who bought most in the year are weighed: nobody else comes near the first places. */
const MOST_WEIGHED = 300;

/** The customers of a year of the business's calendar who are to be thanked most, the first first. */
export async function candidatesFor(
  tx: Tx,
  business: Business,
  asked: { readonly year: number; readonly count: number; readonly least: number; readonly now: Instant },
): Promise<readonly Candidate[]> {
  const { from, to } = yearOf(asked.year, calendarOf(business));
  const { rows } = await tx.query<{ person: number; name: string | null }>(
    `WITH sums AS MATERIALIZED (
       SELECT person_id, sum(CASE type WHEN 'order.paid' THEN amount ELSE -amount END) AS bought FROM facts
       WHERE business_id = this_business() AND at >= $1 AND at < $2 AND type IN ('order.paid', 'order.returned')
         AND person_id IS NOT NULL AND amount IS NOT NULL GROUP BY person_id
     ), roots AS MATERIALIZED (
       SELECT coalesce(p.merged_into, p.person_id) AS root, sum(s.bought) AS bought
       FROM sums s, LATERAL (SELECT o.person_id, o.merged_into FROM people o
                             WHERE o.business_id = this_business() AND o.person_id = s.person_id LIMIT 1) p
       GROUP BY 1 ORDER BY 2 DESC LIMIT ${MOST_WEIGHED}
     ) SELECT r.root AS person, p.name
       FROM roots r, LATERAL (SELECT o.name FROM people o
                              WHERE o.business_id = this_business() AND o.person_id = r.root LIMIT 1) p`,
    [timestamptz(from), timestamptz(to)],
  );
  const { settings } = await offerSettings(tx);
  const people = rows.map(({ person }) => person);
  const weighed = await appreciationsOf(tx, business, settings, {
    people,
    from,
    at: Math.min(asked.now, to - 1),
  });
  const names = new Map(rows.map(({ person, name }) => [person, name]));
  const nominees = [...weighed].map(([person, { score, orders, spent }]) => ({
    person,
    score,
    orders,
    spent,
  }));
  return bestOfYear(nominees, asked).map((award) => ({ ...award, name: names.get(award.person) ?? null }));
}

export async function awardsOf(tx: Tx, year: number): Promise<readonly AwardKept[]> {
  const { rows } = await tx.query<AwardKept>(
    `SELECT a.year, a.person_id AS person, a.place, a.score, json_build_object('fa', a.title_fa, 'en', a.title_en) AS title,
            a.is_public AS "isPublic", a.given_by AS "givenBy", a.given_at AS "givenAt",
            (SELECT p.name FROM people p WHERE p.business_id = this_business() AND p.person_id = a.person_id) AS name
     FROM annual_awards a WHERE a.business_id = this_business() AND a.year = $1 ORDER BY a.place, a.person_id`,
    [year],
  );
  return rows;
}

export interface AwardGiven {
  readonly year: number;
  readonly person: number;
  readonly place: number;
  readonly title: { readonly fa: string; readonly en: string };
  readonly isPublic: boolean;
}

/**
 * Honours somebody for a year and tells it as a fact of theirs. Refusals: `person_unknown`, `award_given_already` (they
 * have one of this year).
 */
export async function giveAward(
  tx: Tx,
  business: Business,
  given: AwardGiven,
  { by, now }: Author,
): Promise<Result<AwardKept>> {
  const person = await personById(tx, given.person);
  if (person === null) return refuse('person_unknown', 'person', { id: given.person });
  const { from, to } = yearOf(given.year, calendarOf(business));
  const { settings } = await offerSettings(tx);
  const weighed = await appreciationsOf(tx, business, settings, {
    people: [person.id],
    from,
    at: Math.min(now, to - 1),
  });
  const { rowCount } = await tx.query(
    `INSERT INTO annual_awards (business_id, year, person_id, place, score, title_fa, title_en, is_public, given_by, given_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      given.year,
      person.id,
      given.place,
      weighed.get(person.id)?.score ?? 0,
      given.title.fa,
      given.title.en,
      given.isPublic,
      by,
      timestamptz(now),
    ],
  );
  if (rowCount === 0) return refuse('award_given_already', 'person', { year: given.year, id: person.id });
  await appendFacts(tx, business, [
    {
      personId: person.id,
      conflictId: null,
      type: 'offer.given',
      at: now,
      sourceId: await sourceId(tx, business, CLUB_SOURCE),
      key: `award:${given.year}:${person.id}`,
      data: { offer: `award-${given.year}` },
    },
  ]);
  const award = (await awardsOf(tx, given.year)).find((one) => one.person === person.id);
  return award === undefined ? refuse('person_unknown', 'person', { id: person.id }) : accept(award);
}
