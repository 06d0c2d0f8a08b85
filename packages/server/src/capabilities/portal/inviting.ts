import { firstName } from '@nardeban/core/people';
import { showCode } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { personById } from '../people/index.ts';
import {
  claimReferral,
  holderOfCode,
  kinOf,
  noteTraces,
  personalLink,
  referralOf,
} from '../programme/index.ts';

/** By what a member brings friends, and how many came. */
export interface Invitation {
  readonly code: string;
  /** The code in groups, to be read aloud. */
  readonly shown: string;
  readonly friends: number;
  readonly converted: number;
  readonly rewarded: readonly { readonly wallet: string; readonly units: number }[];
}

/** Refusals: `referral_off`, `referral_not_allowed`, `person_unknown`. */
export async function invitationOf(
  tx: Tx,
  business: Business,
  person: number,
  now: Instant,
): Promise<Result<Invitation>> {
  const kin = await kinOf(tx, person);
  if (!kin.ok) return kin;
  const { terms, mayRefer, friends, converted, rewarded } = await referralOf(tx, business, kin.value, now);
  if (terms === null) return refuse('referral_off');
  if (!mayRefer) return refuse('referral_not_allowed');
  const { code } = await personalLink(tx, kin.value.members, { by: `member ${person}`, now });
  return accept({
    code,
    shown: showCode(code),
    friends,
    converted,
    rewarded: rewarded.units.map(({ wallet, units }) => ({ wallet, units })),
  });
}

/**
 * By which first name a friend knows whoever's code it is; strangers who come by a link learn nothing more of them. Null: the
 * code is nobody's or no longer good, or the name is not known.
 */
export async function inviterNamed(tx: Tx, code: string): Promise<string | null> {
  const holder = await holderOfCode(tx, code);
  if (!holder.ok) return null;
  const person = await personById(tx, holder.value.person);
  return person?.kind === 'person' && person.name !== null ? firstName(person.name) : null;
}

/**
 * Notes who brought somebody that has just joined, and what they were seen with, by which a ring gives itself away. A code
 * that is no longer good keeps nobody out: they are a member either way. True: the friend is noted.
 */
export async function noteComing(
  tx: Tx,
  business: Business,
  came: {
    readonly person: number;
    readonly isNew: boolean;
    readonly friendCode: string | undefined;
    readonly device: string;
    readonly network: string;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { person, isNew, friendCode, device, network, now } = came;
  const seenWith = { device, network };
  await noteTraces(tx, business, person, seenWith, now);
  if (!isNew || friendCode === undefined) return false;
  const claim = { code: friendCode, friend: { id: person }, channel: 'portal', seenWith };
  const claimed = await claimReferral(tx, business, claim, { by: `member ${person}`, now });
  return claimed.ok;
}
