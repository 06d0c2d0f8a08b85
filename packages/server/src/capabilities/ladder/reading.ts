import { baseVocabulary } from '@nardeban/core/facts';
import { factFieldsRead, factTypesRead, type Definition } from '@nardeban/core/ladder';
import { columnFieldsOf } from '../facts/index.ts';

/** What a reader of histories fetches: the fact types and fields that are read, and no others. */
export interface Reading {
  readonly types: readonly string[];
  /** Types of which a field is read that has no column. */
  readonly detailed: ReadonlySet<string>;
  /** Whether each fact comes with its number. */
  readonly ids: boolean;
}

/** What these definitions read, and facts of other types beside it. */
export function readingFor(
  definitions: readonly Definition[],
  { also = [], ids = false }: { readonly ids?: boolean; readonly also?: readonly string[] } = {},
): Reading {
  return readingOfFields(
    { types: [...definitions.flatMap(factTypesRead), ...also], fields: definitions.flatMap(factFieldsRead) },
    { ids },
  );
}

/** Of these types the fields that are named here. */
export function readingOfFields(
  asked: { readonly types: Iterable<string>; readonly fields: Iterable<string> },
  { ids = false }: { readonly ids?: boolean } = {},
): Reading {
  const types = [...new Set(asked.types)].sort();
  const fields = new Set(asked.fields);
  const isDetailed = (type: string): boolean => {
    const declared = baseVocabulary[type];
    const { ref, figure } = columnFieldsOf(type);
    return (
      declared === undefined ||
      Object.keys(declared.fields).some((field) => fields.has(field) && field !== ref && field !== figure)
    );
  };
  return { types, detailed: new Set(types.filter(isDetailed)), ids };
}

/** All fields of these types. */
export function readingOfTypes(asked: Iterable<string>): Reading {
  const types = [...new Set(asked)].sort();
  return { types, detailed: new Set(types), ids: false };
}
