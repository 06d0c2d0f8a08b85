import {
  identifiersOf,
  type NormalIdentity,
  type PersonId,
  recognise,
  type Recognition,
  Register,
  remember,
} from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { confirmIdentifiers, confirmNames, type Confirmed } from './confirming.ts';
import { noticeConflicts } from './conflicts.ts';
import { type Holders, loadRegister } from './holders.ts';
import { recordMerge } from './merge.ts';
import { fillNames, type Newcomer, type NewIdentifier, storeNewcomers } from './newcomers.ts';

/** Whom a fact stands on. */
export type Resolution =
  /** `personId` stands on the fact; `canonicalId` is who that person is now, after merges. */
  | { readonly personId: number; readonly canonicalId: number }
  /** Several people could be meant: the fact waits, on nobody, for this conflict to be decided. */
  | { readonly conflictId: number }
  /** No identifier was given. */
  | { readonly nobody: true };

/** Each attempt after a lost race sees at least one identifier more, so this many mean a defect. */
const MOST_ATTEMPTS = 100;

/**
 * Whom each identity means, in order: found, created, or disputed (core/people/recognise.ts has the rules). Later
 * identities see what the earlier ones brought. `at` says, for each, since when the business knows a person it creates.
 * Any number per call; two statements, one when everybody is known. `importId` is the import that tells of them, if one
 * does: what it alone has told goes when it is undone.
 *
 * Two transactions may meet the same new identifier at once. The unique key lets one of them have it: the other waits
 * for the first to commit, finds that fewer identifiers went in than it sent, takes its own newcomers back and reads
 * again, now seeing the first one's. So nobody is doubled, the caller's transaction goes on, and unlike under a lock
 * per business, an import that creates people does not hold up the till.
 */
export async function resolvePeople(
  tx: Tx,
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
  at: readonly Instant[],
  importId: number | null = null,
): Promise<Resolution[]> {
  if (at.length !== identities.length) throw new RangeError('An instant is needed for each identity');
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const holders = await loadRegister(tx, business, identities, importId);
    const { register, nameless } = holders;
    const decided = decide(identities, at, register);
    const confirmed = confirmedBy(identities, decided.recognitions, holders);
    if (!(await confirmIdentifiers(tx, business, confirmed.identifiers, importId))) continue;
    const ids = await storeNewcomers(tx, business, decided.newcomers, decided.learnt, importId);
    if (ids === null) continue;
    const numberOf = (person: PersonId): number => (person < 0 ? (ids[-person - 1] ?? person) : person);
    for (const { loser, winner } of decided.merges) {
      await recordMerge(tx, business, {
        loser: numberOf(loser),
        winner: numberOf(winner),
        by: 'identify',
        reason: 'anonymous',
      });
    }
    await fillNames(tx, business, namesToFill(identities, decided.recognitions, nameless), importId);
    await confirmNames(tx, business, confirmed.named);
    return answer(tx, business, identities, decided, register, numberOf);
  }
  throw new Error('Resolving people never came to an end');
}

interface Decided {
  readonly recognitions: readonly Recognition[];
  /** For each identity, the person below zero who is made for it, if any. */
  readonly persons: readonly PersonId[];
  readonly newcomers: readonly Newcomer[];
  readonly learnt: readonly NewIdentifier[];
  readonly merges: readonly { loser: PersonId; winner: PersonId }[];
}

export function decide(
  identities: readonly NormalIdentity[],
  at: readonly Instant[],
  register: Register,
): Decided {
  const recognitions: Recognition[] = [];
  const persons: PersonId[] = [];
  const newcomers: { kind: 'person' | 'organisation'; name: string | null; knownSince: Instant }[] = [];
  const learnt: NewIdentifier[] = [];
  const merges: { loser: PersonId; winner: PersonId }[] = [];
  for (const [index, identity] of identities.entries()) {
    const recognition = recognise(identity, register);
    const moment = at[index] ?? Number.POSITIVE_INFINITY;
    let person = 0;
    if (recognition.is === 'new') {
      newcomers.push({ kind: identity.kind ?? 'person', name: identity.name ?? null, knownSince: moment });
      person = -newcomers.length;
    } else if (recognition.is === 'known') {
      person = recognition.person;
      const newcomer = newcomers[-person - 1];
      if (newcomer !== undefined) {
        newcomer.knownSince = Math.min(newcomer.knownSince, moment);
        newcomer.name ??= identity.name ?? null;
      }
      const winner = register.rootOf(person);
      for (const loser of recognition.absorbed) merges.push({ loser, winner });
    }
    remember(recognition, person, register);
    if (recognition.is === 'known' || recognition.is === 'new') {
      for (const identifier of recognition.learnt) learnt.push({ ...identifier, person });
    }
    recognitions.push(recognition);
    persons.push(person);
  }
  return { recognitions, persons, newcomers, learnt, merges };
}

/** What these identities say again of what only other imports had said: identifiers of whom they lead to, and names. */
export function confirmedBy(
  identities: readonly NormalIdentity[],
  recognitions: readonly Recognition[],
  { register, unconfirmed, lentNames }: Holders,
): Confirmed {
  const identifiers = new Map<string, Confirmed['identifiers'][number]>();
  const named = new Set<PersonId>();
  if (unconfirmed.size === 0 && lentNames.size === 0) return { identifiers: [], named: [] };
  for (const [index, recognition] of recognitions.entries()) {
    const identity = identities[index];
    if (recognition.is !== 'known' || recognition.person < 0 || identity === undefined) continue;
    const root = register.rootOf(recognition.person);
    for (const identifier of identifiersOf(identity)) {
      const key = `${identifier.kind} ${identifier.value}`;
      const holder = register.holderOf(identifier);
      if (holder === undefined || !unconfirmed.has(key) || register.rootOf(holder) !== root) continue;
      identifiers.set(key, { ...identifier, person: holder });
    }
    if (identity.name !== undefined && lentNames.get(recognition.person) === identity.name)
      named.add(recognition.person);
  }
  return { identifiers: [...identifiers.values()], named: [...named] };
}

/** The first name told of each known person who has none. */
export function namesToFill(
  identities: readonly NormalIdentity[],
  recognitions: readonly Recognition[],
  nameless: ReadonlySet<PersonId>,
): Map<PersonId, string> {
  const names = new Map<PersonId, string>();
  for (const [index, recognition] of recognitions.entries()) {
    const name = identities[index]?.name;
    if (recognition.is !== 'known' || name === undefined || !nameless.has(recognition.person)) continue;
    if (!names.has(recognition.person)) names.set(recognition.person, name);
  }
  return names;
}

async function answer(
  tx: Tx,
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
  decided: Decided,
  register: Register,
  numberOf: (person: PersonId) => number,
): Promise<Resolution[]> {
  const conflicts = decided.recognitions.map((recognition, index) => {
    if (recognition.is === 'nobody') return null;
    const identifiers = identifiersOf(identities[index] ?? {});
    if (recognition.is === 'disputed') {
      return { kind: 'two_people' as const, candidates: recognition.candidates.map(numberOf), identifiers };
    }
    if (recognition.resembled.length === 0) return null;
    const person = register.rootOf(decided.persons[index] ?? 0);
    return {
      kind: 'shared_identifier' as const,
      candidates: [person, ...recognition.resembled].map(numberOf),
      identifiers: identifiers.filter((identifier) => {
        const holder = register.holderOf(identifier);
        return holder !== undefined && recognition.resembled.includes(register.rootOf(holder));
      }),
    };
  });
  const settled = await noticeConflicts(tx, business, conflicts);
  return decided.recognitions.map((recognition, index): Resolution => {
    if (recognition.is === 'nobody') return { nobody: true };
    if (recognition.is === 'disputed') {
      const found = settled[index];
      if (found === undefined || found === null) throw new Error('A dispute was neither settled nor opened');
      return 'person' in found
        ? { personId: found.person, canonicalId: found.canonical }
        : { conflictId: found.conflict };
    }
    const person = decided.persons[index] ?? 0;
    return { personId: numberOf(person), canonicalId: numberOf(register.rootOf(person)) };
  });
}
