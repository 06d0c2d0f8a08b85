export { EARLIEST_FACT, FUTURE_TOLERANCE_MS, checkFact } from './arrival.ts';
export { historyOf } from './fact.ts';
export type { ArrivingFact, Fact, FactData, History } from './fact.ts';
export {
  checkTrait,
  checkTraitFact,
  type DeclaredTraits,
  mayBeDeclared,
  NO_TRAITS,
  type TraitDeclaration,
  traitDeclared,
} from './traits.ts';
export { standingReferrals } from './standing-referrals.ts';
export { baseVocabulary, vocabulary } from './vocabulary.ts';
export type { FactDeclaration, FieldDeclaration, FieldKind } from './declaration.ts';
export type { FactType, Vocabulary } from './vocabulary.ts';
