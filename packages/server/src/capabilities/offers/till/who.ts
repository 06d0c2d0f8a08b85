import { readIdentity } from '@nardeban/core/people';
import { accept, type Instant, readEmail, readMobile, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts } from '../../facts/index.ts';
import { peopleIdentifiedBy, resolvePeople } from '../../people/index.ts';
import { personOfMemberCode } from './member-code.ts';
import type { QuoteRequest } from './schemas.ts';
import { sourcesOf } from './telling.ts';

/** Who stands at the till. */
export interface Who {
  /** Null: nobody said. */
  readonly person: number | null;
  /** They showed a code that only whoever is signed in as them can see. */
  readonly isProven: boolean;
}

type Asked = Pick<QuoteRequest, 'person' | 'identifier' | 'memberCode' | 'newcomer'>;

/**
 * Finds who is meant; a newcomer is entered and joins the club, unless nothing may be `written`. Refusals: `who_named_twice`,
 * `person_unknown`, `identifier_ambiguous`, `member_code_wrong`, those of `readIdentity`.
 */
export async function whoIs(
  tx: Tx,
  business: Business,
  asked: Asked,
  { now, written }: { readonly now: Instant; readonly written: boolean },
): Promise<Result<Who>> {
  const { person, identifier, memberCode, newcomer } = asked;
  const named = [person, identifier, memberCode].filter((one) => one !== undefined);
  if (named.length > 1) return refuse('who_named_twice', 'person');
  // Whether there is such a person, and who they are by now, is seen together with everything else about them.
  if (person !== undefined) return accept({ person, isProven: false });
  if (memberCode !== undefined) {
    const shown = await personOfMemberCode(tx, memberCode, now);
    return shown === null
      ? refuse('member_code_wrong', 'memberCode')
      : accept({ person: shown, isProven: true });
  }
  if (identifier === undefined) return accept({ person: null, isProven: false });
  const found = await peopleIdentifiedBy(tx, identifier);
  const [only] = found;
  if (found.length > 1) return refuse('identifier_ambiguous', 'identifier', { people: found.length });
  if (only !== undefined) return accept({ person: only, isProven: false });
  if (newcomer === undefined) return refuse('person_unknown', 'identifier');
  const identity = readIdentity({
    ...identityOf(identifier),
    ...(newcomer.name === undefined ? {} : { name: newcomer.name }),
  });
  if (!identity.ok) return refuse(identity.refusal.code, 'identifier', identity.refusal.detail);
  if (!written) return accept({ person: null, isProven: false });
  const [resolution] = await resolvePeople(tx, business, [identity.value], [now]);
  if (resolution === undefined || !('canonicalId' in resolution))
    return refuse('person_unknown', 'identifier');
  await tellJoined(tx, business, resolution.canonicalId, now);
  return accept({ person: resolution.canonicalId, isProven: false });
}

/** What somebody typed who wants to be known by it: a mobile, an e-mail address, else a customer number. */
function identityOf(text: string): { mobile: string } | { email: string } | { external: string } {
  if (readMobile(text).ok) return { mobile: text };
  return readEmail(text).ok ? { email: text } : { external: text };
}

async function tellJoined(tx: Tx, business: Business, person: number, at: Instant): Promise<void> {
  const sources = await sourcesOf(tx, business, []);
  await appendFacts(tx, business, [
    {
      personId: person,
      conflictId: null,
      type: 'club.joined',
      at,
      sourceId: sources.club,
      key: `joined:${person}`,
      data: { channel: 'till' },
    },
  ]);
}
