export { MOST_EVIDENCE } from './answer.ts';
export type { Answer, Because, Gap, GapStep, Measured } from './answer.ts';
export { becauseOfMeasured } from './because.ts';
export {
  conditionSchema,
  conditionsOf,
  criteriaSchema,
  fieldsRead,
  fieldTestSchema,
  typesOfCondition,
  typesRead,
  windowSchema,
} from './criteria.ts';
export type { Condition, Criteria, FieldTest, Scalar } from './criteria.ts';
export { NEVER } from './cursor.ts';
export { evaluate } from './evaluate.ts';
export { criteriaFaults } from './faults.ts';
export { gapOf } from './gap.ts';
export { Machine, passes } from './machine.ts';
export type { Question } from './question.ts';
export { deedsFor } from './next-deeds.ts';
export type { NextDeed, Reason } from './next-deeds.ts';
export { holdsAt, inOrder } from './play.ts';
export { excludes, freshPatience, implies, sameCriteria } from './logic.ts';
export { sayCriteria, sayFacts } from './sentence.ts';
export type { Speech } from './sentence.ts';
export { sayBecause, sayGap, sayMeasured } from './sentence-reasons.ts';
export type { SpokenReason } from './sentence-reasons.ts';
export { SOURCE_NAMES, TRAIT_NAMES } from './sentence-tongue.ts';
export { validateCriteria } from './validate.ts';
