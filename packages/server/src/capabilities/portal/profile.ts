import { LONGEST_NAME } from '@nardeban/core/people';
import {
  accept,
  dayFrom,
  displayText,
  type Instant,
  isoDay,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import type { FactData } from '@nardeban/core/facts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../facts/index.ts';
import { personById } from '../people/index.ts';
import { PORTAL_SOURCE } from '../consent/index.ts';

/** What members may say of themselves. */
export interface ProfileSaid {
  readonly name?: string | undefined;
  /** In the calendar of the business. Said once: what a birthday brings is not to be had twice a year. */
  readonly birthday?: { readonly year: number; readonly month: number; readonly day: number } | undefined;
}

const OLDEST_YEARS = 120;
const YEAR = 365.25 * 24 * 60 * 60 * 1000;

/** Refusals: `name_missing`, `name_too_long`, `birthday_unreadable`, `birthday_told_already`, `person_unknown`. */
export async function sayProfile(
  tx: Tx,
  business: Business,
  { person: id, said, now }: { readonly person: number; readonly said: ProfileSaid; readonly now: Instant },
): Promise<Result<true>> {
  // Two savings at once are told one after the other.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban profile', $1))`, [id]);
  const person = await personById(tx, id);
  if (person === null) return refuse('person_unknown');
  const told: FactData[] = [];
  if (said.name !== undefined) {
    const name = displayText(said.name);
    if (name === '') return refuse('name_missing', 'name');
    if (name.length > LONGEST_NAME) return refuse('name_too_long', 'name', { most: LONGEST_NAME });
    if (name !== person.name) told.push({ trait: 'name', value: name });
  }
  if (said.birthday !== undefined) {
    const { year, month, day } = said.birthday;
    const born = dayFrom(business.calendar, year, month, day);
    const zone = zoneOf(business.zone);
    if (born === null || born >= zone.dayOf(now) || born < zone.dayOf(now - OLDEST_YEARS * YEAR))
      return refuse('birthday_unreadable', 'birthday');
    const known = person.traits['birthday'];
    if (known !== undefined && known !== isoDay(born)) return refuse('birthday_told_already', 'birthday');
    if (known === undefined) told.push({ trait: 'birthday', value: isoDay(born) });
  }
  if (told.length === 0) return accept(true);
  const source = await sourceId(tx, business, PORTAL_SOURCE);
  await appendFacts(
    tx,
    business,
    told.map((data) => ({
      personId: id,
      conflictId: null,
      type: 'trait.changed',
      at: now,
      sourceId: source,
      key: `trait ${id} ${now} ${data['trait']}`,
      data,
    })),
  );
  return accept(true);
}
