export { firstName } from './first-name.ts';
export {
  type Identifier,
  type IdentifierKind,
  identifierKinds,
  identifiersOf,
  type Identity,
  LONGEST_IDENTIFIER,
  LONGEST_NAME,
  type NormalIdentity,
  type PersonKind,
  readIdentity,
} from './identity.ts';
export { type Merge, rootsAfter } from './merging.ts';
export { recognise, type Recognition, remember } from './recognise.ts';
export { type PersonId, Register } from './register.ts';
