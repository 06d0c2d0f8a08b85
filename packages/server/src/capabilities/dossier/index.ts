export { addNotes, addingNote, noteWritten } from './notes.ts';
export { type Relation, type RelationKind, relationKinds, relationsOf, stateRelation } from './relations.ts';
export { type Whose, whose } from './whose.ts';
