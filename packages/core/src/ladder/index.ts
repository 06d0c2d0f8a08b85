export { becauseOfMove, climb, compile } from './climb.ts';
export type { Climb, Compiled, Move, MoveCause } from './climb.ts';
export { diffDefinitions, placesWithRules, sameParts } from './diff.ts';
export type { DefinitionChange, MeaningPart, PlaceNamed, RulePart } from './diff.ts';
export { sayChange } from './diff-sentences.ts';
export type { SpokenChange } from './diff-sentences.ts';
export { readDraft } from './draft.ts';
export { explain } from './explanation.ts';
export type { Explanation } from './explanation.ts';
export { definitionFaults } from './faults.ts';
export {
  criteriaIn,
  definitionSchema,
  factFieldsRead,
  factTypesRead,
  ladderSchema,
  placesOf,
  typologySchema,
  wordsSchema,
} from './ladder.ts';
export type { Definition, Ladder, Rung, Typology, Words } from './ladder.ts';
export { mergeDefinitions } from './merge.ts';
export type { MergeConflict } from './merge.ts';
export type { Pin } from './pins.ts';
export { WhatIf } from './what-if.ts';
export type { Comparison, Steps } from './what-if.ts';
export { customerTypes, fiveRungLadder, presets, sixRungLadder, thirteenStages } from './presets/index.ts';
export type { Preset } from './presets/index.ts';
export { validateDefinition } from './validate.ts';
