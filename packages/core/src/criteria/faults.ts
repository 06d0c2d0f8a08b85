import type { Vocabulary } from '../facts/index.ts';
import type { Refusal } from '../values/index.ts';
import type { Criteria } from './criteria.ts';
import { validateCriteria } from './validate.ts';

/**
 * Everything that is wrong with criteria while they are being written, not only the first of it: each condition by
 * itself, and each group as a whole once its parts are right. Paths continue `path` as those of validateCriteria do.
 * The tree has the shape of criteria; what stands in it may be empty, unknown or contradictory.
 */
export function criteriaFaults(criteria: Criteria, words: Vocabulary, path = ''): Refusal[] {
  const faults = partsOf(criteria, path).flatMap((part) => criteriaFaults(part.criteria, words, part.path));
  if (faults.length > 0) return faults;
  const read = validateCriteria(criteria, words, path);
  return read.ok ? [] : [read.refusal];
}

function partsOf(criteria: Criteria, path: string): { readonly criteria: Criteria; readonly path: string }[] {
  const start = path === '' ? '' : `${path}.`;
  if ('all' in criteria)
    return criteria.all.map((part, index) => ({ criteria: part, path: `${start}all[${index}]` }));
  if ('any' in criteria)
    return criteria.any.map((part, index) => ({ criteria: part, path: `${start}any[${index}]` }));
  if ('not' in criteria) return [{ criteria: criteria.not, path: `${start}not` }];
  return [];
}
