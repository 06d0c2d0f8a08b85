import { checkTrait } from '@nardeban/core/facts';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { declaredTraitsOf, tellAsStaff } from '../facts/index.ts';
import { personById, type TraitValue } from '../people/index.ts';

type Told = string | number | boolean;

/**
 * Says what a trait of a person is from now on. The writer names the value they saw: who saw another one is refused, so
 * that nobody's change is lost without a word. Refusals: `person_unknown`, `trait_not_editable` (tags have their own
 * way), `changed_meanwhile` (detail.value is what stands), those of checkTrait.
 */
export async function setTrait(
  tx: Tx,
  business: Business,
  set: {
    readonly personId: number;
    readonly trait: string;
    readonly value: Told;
    /** The value the writer saw; null: none. */
    readonly was: Told | null;
    readonly at: Instant;
  },
): Promise<Result<true>> {
  if (set.trait === 'tags') return refuse('trait_not_editable', 'trait');
  const person = await lockedPerson(tx, set.personId);
  if (!person.ok) return person;
  const stands = set.trait === 'name' ? person.value.name : (person.value.traits[set.trait] ?? null);
  if (stands !== set.was && stands !== set.value)
    return refuse('changed_meanwhile', 'was', stands === null ? {} : { value: String(stands) });
  const checked = checkTrait(set.trait, set.value, await declaredTraitsOf(tx));
  if (!checked.ok) return checked;
  await tellAsStaff(tx, business, {
    personId: person.value.id,
    type: 'trait.changed',
    at: set.at,
    key: `trait ${person.value.id} ${set.at} ${set.trait}`.slice(0, 200),
    data: { trait: set.trait, value: set.value },
  });
  return accept(true);
}

/** Puts a tag on a person, or takes it off. Refusal: `person_unknown`. */
export async function setTag(
  tx: Tx,
  business: Business,
  set: { readonly personId: number; readonly tag: string; readonly on: boolean; readonly at: Instant },
): Promise<Result<true>> {
  const person = await lockedPerson(tx, set.personId);
  if (!person.ok) return person;
  const tags = person.value.traits['tags'];
  const isOn = Array.isArray(tags) && tags.includes(set.tag);
  if (isOn === set.on) return accept(true);
  await tellAsStaff(tx, business, {
    personId: person.value.id,
    type: set.on ? 'tag.added' : 'tag.removed',
    at: set.at,
    key: `tag ${person.value.id} ${set.at} ${set.on ? '+' : '-'} ${set.tag}`.slice(0, 200),
    data: { tag: set.tag },
  });
  return accept(true);
}

interface Stands {
  readonly id: number;
  readonly name: string | null;
  readonly traits: Readonly<Record<string, TraitValue>>;
}

/** The person as they stand; nobody else tells a trait of theirs by hand until this transaction ends. */
async function lockedPerson(tx: Tx, id: number): Promise<Result<Stands>> {
  const person = await personById(tx, id);
  if (person === null) return refuse('person_unknown', 'id', { id });
  await tx.query('SELECT FROM people WHERE business_id = this_business() AND person_id = $1 FOR UPDATE', [
    person.id,
  ]);
  const now = await personById(tx, person.id);
  return now === null ? refuse('person_unknown', 'id', { id }) : accept(now);
}
