import { type Identifier, identifiersOf, type NormalIdentity } from './identity.ts';
import type { PersonId, Register } from './register.ts';

/** Who an identity is, by the rules below. */
export type Recognition =
  /** It names nobody. */
  | { readonly is: 'nobody' }
  /** Somebody known. `person` holds the strongest identifier that is known. */
  | {
      readonly is: 'known';
      readonly person: PersonId;
      readonly learnt: readonly Identifier[];
      /** Visitors without a name that turn out to be this person. */
      readonly absorbed: readonly PersonId[];
      readonly resembled: readonly PersonId[];
    }
  /** Somebody new. */
  | { readonly is: 'new'; readonly learnt: readonly Identifier[]; readonly resembled: readonly PersonId[] }
  /** One of several, and nobody can tell which without asking. */
  | { readonly is: 'disputed'; readonly candidates: readonly PersonId[] };

/**
 * Who is who.
 *
 * 1. Identifiers that lead to one person: it is that person, and identifiers not yet known are theirs from now on.
 * 2. A customer number says more than a shared mobile or e-mail. Somebody with another customer number is another
 *    person: the shared identifier stays with who had it, and the resemblance is noted. In the same way another
 *    mobile says more than a shared e-mail or device.
 * 3. A visitor of whom only the device was known, now seen together with a known person, is that person.
 * 4. Identifiers that still lead to several people: nobody guesses.
 *
 * People named in the answer are roots, but for `person`, who holds the identifier.
 */
export function recognise(identity: NormalIdentity, register: Register): Recognition {
  const identifiers = identifiersOf(identity);
  const [first] = identifiers;
  if (first === undefined) return { is: 'nobody' };
  if (identifiers.length === 1) {
    // One sign alone contradicts nothing: the rules come down to this.
    const person = register.holderOf(first);
    return person === undefined
      ? { is: 'new', learnt: identifiers, resembled: [] }
      : { is: 'known', person, learnt: [], absorbed: [], resembled: [] };
  }
  const learnt: Identifier[] = [];
  const alike: PersonId[] = [];
  const resembled: PersonId[] = [];
  for (const identifier of identifiers) {
    const holder = register.holderOf(identifier);
    if (holder === undefined) {
      learnt.push(identifier);
      continue;
    }
    const root = register.rootOf(holder);
    if (alike.includes(root) || resembled.includes(root)) continue;
    (isSomebodyElse(root, identity, register) ? resembled : alike).push(root);
  }

  const absorbed = alike.length > 1 ? alike.filter((root) => isOnlyDevice(root, register)) : [];
  const candidates = alike.filter((root) => !absorbed.includes(root));
  if (candidates.length > 1) return { is: 'disputed', candidates: candidates.sort((a, b) => a - b) };
  const [root] = candidates;
  if (root === undefined) return { is: 'new', learnt, resembled };
  return { is: 'known', person: strongestHolder(identifiers, root, register), learnt, absorbed, resembled };
}

/** Writes down what was recognised, for the identities that follow. `newcomer` is the number of somebody new. */
export function remember(recognition: Recognition, newcomer: PersonId, register: Register): void {
  if (recognition.is !== 'known' && recognition.is !== 'new') return;
  const person = recognition.is === 'known' ? recognition.person : newcomer;
  for (const identifier of recognition.learnt) register.hold(identifier, person);
  if (recognition.is !== 'known') return;
  for (const visitor of recognition.absorbed) register.merge(visitor, register.rootOf(person));
}

/** Does the identity carry a customer number, or a mobile beside weaker signs alone, that this person does not? */
function isSomebodyElse(root: PersonId, identity: NormalIdentity, register: Register): boolean {
  if (differs(root, 'external', identity.external, register)) return true;
  if (identity.external !== undefined && leadsTo('external', identity.external, root, register)) return false;
  return differs(root, 'mobile', identity.mobile, register);
}

/** The person has identifiers of this kind, and the one said is not among them. */
function differs(
  root: PersonId,
  kind: 'external' | 'mobile',
  value: string | undefined,
  register: Register,
): boolean {
  if (value === undefined || !register.holdsAny(root, kind)) return false;
  return !leadsTo(kind, value, root, register);
}

function leadsTo(kind: Identifier['kind'], value: string, root: PersonId, register: Register): boolean {
  const holder = register.holderOf({ kind, value });
  return holder !== undefined && register.rootOf(holder) === root;
}

function isOnlyDevice(root: PersonId, register: Register): boolean {
  return register.identifiersOf(root).every(({ kind }) => kind === 'anonymous');
}

function strongestHolder(identifiers: readonly Identifier[], root: PersonId, register: Register): PersonId {
  for (const identifier of identifiers) {
    const holder = register.holderOf(identifier);
    if (holder !== undefined && register.rootOf(holder) === root) return holder;
  }
  return root;
}
