import { placesOf } from '@nardeban/core/ladder';
import { accept, isoDay, refuse, type Instant, type Result, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../facts/index.ts';
import { personById } from '../people/index.ts';
import { endOfDay } from './asof.ts';
import type { Version } from './versions.ts';

/** Where facts that members of staff tell by hand come from. */
const STAFF_SOURCE = 'staff';
const LONGEST_REASON = 500;

export interface PinAsked {
  readonly personId: number;
  readonly rung: string;
  /** The last day of the pin, YYYY-MM-DD, Gregorian or Jalali. */
  readonly until: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * Holds a person on a rung through a day: told as a fact like everything else, so it is in their history and ends by
 * itself. Refusals: `person_unknown`, `rung_unknown`, `day_expected`, `pin_in_past`, `reason_missing`.
 */
export async function pinPerson(
  tx: Tx,
  business: Business,
  version: Version,
  asked: PinAsked,
  now: Instant,
): Promise<Result<true>> {
  const reason = asked.reason.trim();
  if (reason === '' || reason.length > LONGEST_REASON)
    return refuse('reason_missing', 'reason', { most: LONGEST_REASON });
  if (!placesOf(version.definition).some((place) => place.key === asked.rung))
    return refuse('rung_unknown', 'rung', { rung: asked.rung });
  const end = endOfDay(business, asked.until, 'until');
  if (!end.ok) return end;
  if (end.value < now) return refuse('pin_in_past', 'until');
  const until = isoDay(zoneOf(business.zone).dayOf(end.value));
  return tell(
    tx,
    business,
    asked.personId,
    'rung.pinned',
    { ladder: version.key, rung: asked.rung, until, reason, by: asked.by },
    now,
  );
}

/** Ends a pin before its day. */
export async function unpinPerson(
  tx: Tx,
  business: Business,
  version: Version,
  personId: number,
  by: string,
  now: Instant,
): Promise<Result<true>> {
  return tell(tx, business, personId, 'rung.unpinned', { ladder: version.key, by }, now);
}

async function tell(
  tx: Tx,
  business: Business,
  personId: number,
  type: string,
  data: Record<string, string>,
  at: Instant,
): Promise<Result<true>> {
  const person = await personById(tx, personId);
  if (!person) return refuse('person_unknown', 'person');
  const source = await sourceId(tx, business, STAFF_SOURCE);
  const key = `${type} ${data['ladder']} ${person.id} ${at}`;
  await appendFacts(tx, business, [
    { personId: person.id, conflictId: null, type, at, sourceId: source, key, data },
  ]);
  return accept(true);
}
