import { accept, refuse, type Result } from '../values/index.ts';
import { choiceFault, faultOf } from './arrival.ts';
import type { FactData } from './fact.ts';
import type { FieldDeclaration } from './declaration.ts';

/** What a business said that a trait of its people is. */
export interface TraitDeclaration extends Omit<FieldDeclaration, 'required'> {
  /** No longer asked for and no longer checked; what was told is called as before. */
  readonly archived?: true;
}

/** The traits of one business by the names under which they are told. */
export interface DeclaredTraits {
  readonly named: Readonly<Record<string, TraitDeclaration>>;
  /** Whether a trait that is not declared is refused. */
  readonly only: boolean;
}

export const NO_TRAITS: DeclaredTraits = { named: {}, only: false };

/**
 * Traits that the program itself reads or tells, and that so need no declaration even where nothing else is taken:
 * the name and what everybody's forms and files hold.
 */
const OWN_TRAITS: ReadonlySet<string> = new Set([
  'name',
  'birthday',
  'city',
  'company',
  'gender',
  'industry',
  'job',
  'kind',
  'language',
  'province',
]);

/** Whether a business may say what this trait is: a person's name and tags are the program's own. */
export function mayBeDeclared(trait: string): boolean {
  return trait !== 'name' && trait !== 'tags';
}

/** The declaration that holds for a trait; undefined: none does. */
export function traitDeclared(trait: string, declared: DeclaredTraits): TraitDeclaration | undefined {
  const found = Object.hasOwn(declared.named, trait) ? declared.named[trait] : undefined;
  return found?.archived ? undefined : found;
}

/**
 * May this value be told of this trait? Refusals: `trait_not_declared`, `text_expected`, `number_expected`,
 * `minor_units_expected`, `flag_expected`, `day_expected`, `choice_expected`, `text_too_long`.
 */
export function checkTrait(
  trait: string,
  value: string | number | boolean,
  declared: DeclaredTraits,
): Result<true> {
  const declaration = traitDeclared(trait, declared);
  if (declaration === undefined) {
    return declared.only && !OWN_TRAITS.has(trait)
      ? refuse('trait_not_declared', 'trait', { trait: trait.slice(0, 100) })
      : accept(true);
  }
  const fault = faultOf(value, declaration.kind);
  if (fault !== undefined) return refuse(fault, 'value', { field: trait });
  const among = choiceFault(value, declaration, trait);
  return among === null ? accept(true) : refuse(among.code, 'value', among.detail);
}

/** The same of a fact: only `trait.changed` tells a trait. The fields of refusals are those of the fact's record. */
export function checkTraitFact(
  { type, data }: { readonly type: string; readonly data: FactData },
  declared: DeclaredTraits,
): Result<true> {
  const { trait, value } = data;
  if (type !== 'trait.changed' || typeof trait !== 'string' || value === undefined) return accept(true);
  const checked = checkTrait(trait, value, declared);
  if (checked.ok) return checked;
  const { code, field, detail } = checked.refusal;
  return refuse(code, `data.${field}`, detail);
}
