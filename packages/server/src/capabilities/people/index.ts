export { CLIMB_CHANNEL } from './climbs.ts';
export {
  decideConflict,
  type Decision,
  openConflicts,
} from './conflicts.ts';
export { membersOf } from './members.ts';
export {
  mergePeople,
  mergesOf,
  unmergePeople,
} from './merge.ts';
export { type Person, personById } from './person.ts';
export { type Resolution, resolvePeople } from './resolve.ts';
export { peopleIdentifiedBy, type PersonFound, searchPeople } from './search.ts';
export { foldTraits, traitTypes } from './traits.ts';
