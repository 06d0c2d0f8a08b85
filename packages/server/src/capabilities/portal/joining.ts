import { readIdentity } from '@nardeban/core/people';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, historyPage, sourceId } from '../facts/index.ts';
import { membersOf, peopleIdentifiedBy, resolvePeople } from '../people/index.ts';

/** Where the club's own facts come from. */
const CLUB_SOURCE = 'club';
const JOINED = 'club.joined';

export interface Joined {
  readonly person: number;
  /** They came to the club just now. */
  readonly isNew: boolean;
}

/**
 * Finds who proved this mobile; somebody new is entered, and whoever was not in the club yet joins it. Refusals:
 * `portal_joining_closed`, those of `readIdentity`.
 */
export async function whoProved(
  tx: Tx,
  business: Business,
  { mobile, mayJoin, now }: { readonly mobile: string; readonly mayJoin: boolean; readonly now: Instant },
): Promise<Result<Joined>> {
  const known = await peopleIdentifiedBy(tx, mobile);
  if (known.length === 0 && !mayJoin) return refuse('portal_joining_closed');
  const identity = readIdentity({ mobile });
  if (!identity.ok) return identity;
  const [resolution] = await resolvePeople(tx, business, [identity.value], [now]);
  if (resolution === undefined || !('canonicalId' in resolution)) return refuse('person_unknown');
  const person = resolution.canonicalId;
  // Whoever joined long ago, at a till or with an import, does not join again.
  const people = (await membersOf(tx, [person])).get(person) ?? [person];
  const before = await historyPage(tx, people, { limit: 1, types: [JOINED] });
  if (before.ok && before.value.facts.length > 0) return accept({ person, isNew: false });
  const [outcome] = await appendFacts(tx, business, [
    {
      personId: person,
      conflictId: null,
      type: JOINED,
      at: now,
      sourceId: await sourceId(tx, business, CLUB_SOURCE),
      // The till tells it under the same key: nobody joins twice.
      key: `joined:${person}`,
      data: { channel: 'portal' },
    },
  ]);
  return accept({ person, isNew: outcome === 'stored' });
}
