import type { Identifier, IdentifierKind } from './identity.ts';

/** A person's number; below zero for one met in this batch who has no number yet. */
export type PersonId = number;

/**
 * Who holds which identifier, as far as one batch of identities needs to know: loaded with what is stored, and told
 * of every decision, so that a later identity of the batch sees the earlier ones.
 */
export class Register {
  private readonly holders = new Map<IdentifierKind, Map<string, PersonId>>();
  private readonly roots = new Map<PersonId, PersonId>();
  private readonly members = new Map<PersonId, PersonId[]>();
  private readonly held = new Map<PersonId, Identifier[]>();

  /** `person` holds the identifier; whoever holds it already keeps it. */
  hold(identifier: Identifier, person: PersonId): void {
    const { kind, value } = identifier;
    let ofKind = this.holders.get(kind);
    if (ofKind === undefined) this.holders.set(kind, (ofKind = new Map()));
    if (ofKind.has(value)) return;
    ofKind.set(value, person);
    const root = this.rootOf(person);
    const list = this.held.get(root);
    if (list === undefined) this.held.set(root, [identifier]);
    else list.push(identifier);
  }

  /** The very person the identifier was given to, whoever they were merged into since. */
  holderOf(identifier: Identifier): PersonId | undefined {
    return this.holders.get(identifier.kind)?.get(identifier.value);
  }

  /** The person that this one is now: themselves, or whom they were merged into. */
  rootOf(person: PersonId): PersonId {
    return this.roots.get(person) ?? person;
  }

  /** What the person and everybody merged into them are recognised by. */
  identifiersOf(root: PersonId): readonly Identifier[] {
    return this.held.get(root) ?? [];
  }

  /** Does the person, or anybody merged into them, hold an identifier of this kind? */
  holdsAny(root: PersonId, kind: IdentifierKind): boolean {
    return this.identifiersOf(root).some((identifier) => identifier.kind === kind);
  }

  /** From now on the loser is the winner. Both must be roots. */
  merge(loser: PersonId, winner: PersonId): void {
    if (loser === winner) return;
    const joined = [loser, ...(this.members.get(loser) ?? [])];
    for (const person of joined) this.roots.set(person, winner);
    this.members.set(winner, [...(this.members.get(winner) ?? []), ...joined]);
    this.members.delete(loser);
    this.held.set(winner, [...this.identifiersOf(winner), ...this.identifiersOf(loser)]);
    this.held.delete(loser);
  }
}
