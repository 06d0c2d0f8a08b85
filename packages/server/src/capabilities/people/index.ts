export { callClimber, CLIMB_CHANNEL, hearClimbs } from './climbs.ts';
export {
  decideConflict,
  type Conflict,
  conflictById,
  type Decision,
  noticeLikely,
  openConflicts,
} from './conflicts.ts';
export { type Arrivals, arrivalsOf, type Recognised } from './arrivals.ts';
export { addIdentifier, editableKinds, removeIdentifier } from './identifiers.ts';
export { canonicalNumber, membersOf } from './members.ts';
export {
  mergePeople,
  mergeById,
  mergesInForce,
  mergesOf,
  unmergePeople,
} from './merge.ts';
export { namesOf, type Person, personById, type TraitValue } from './person.ts';
export { type Resolution, resolvePeople } from './resolve.ts';
export { peopleIdentifiedBy, type PersonFound, searchPeople } from './search.ts';
export { foldingTraits, foldTraits, NAME_TRAIT, traitTypes } from './traits.ts';
export {
  forgetIdentifiers,
  forgetNames,
  type IdentifierPlace,
  settleConflicts,
  settleWithdrawn,
} from './withdrawing.ts';
