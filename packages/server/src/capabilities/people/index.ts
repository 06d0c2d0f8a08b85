export { askClimbs, CLIMB_CHANNEL } from './climbs.ts';
export {
  type Conflict,
  type ConflictKind,
  decideConflict,
  type Decision,
  openConflicts,
} from './conflicts.ts';
export { membersOf } from './members.ts';
export {
  type MergeAsked,
  type MergeInForce,
  type MergeMade,
  mergePeople,
  mergesOf,
  unmergePeople,
} from './merge.ts';
export { type Person, personById, type TraitValue } from './person.ts';
export { type Resolution, resolvePeople } from './resolve.ts';
export { peopleIdentifiedBy, type PersonFound, searchPeople } from './search.ts';
export { foldTraits, traitTypes } from './traits.ts';
