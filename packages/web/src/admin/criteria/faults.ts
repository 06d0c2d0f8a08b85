import { criteriaFaults, type Criteria } from '@nardeban/core/criteria';
import type { Vocabulary } from '@nardeban/core/facts';
import type { Language, Refusal } from '@nardeban/core/values';
import { sayRefusal } from '../../language/refusal-text.ts';

/** What is wrong with criteria, and where: `field` is the path inside them, '' for the whole. */
export interface Fault {
  readonly field: string;
  readonly sentence: string;
}

/** Everything that is wrong with criteria as they stand. */
export function faultsOf(criteria: Criteria, vocabulary: Vocabulary, language: Language): readonly Fault[] {
  return criteriaFaults(criteria, vocabulary).map((refusal) => faultOf(refusal, vocabulary, language));
}

export function faultOf(refusal: Refusal, vocabulary: Vocabulary, language: Language): Fault {
  return {
    field: refusal.field ?? '',
    sentence: sayRefusal(inWords(refusal, vocabulary, language), language),
  };
}

/** Types and fields are named to people by their names, not by their keys. */
function inWords(refusal: Refusal, vocabulary: Vocabulary, language: Language): Refusal {
  const { type, field, measured } = refusal.detail ?? {};
  const detail: Record<string, string | number> = { ...refusal.detail };
  const known = typeof type === 'string' && Object.hasOwn(vocabulary, type) ? vocabulary[type] : undefined;
  if (known !== undefined) detail['type'] = language === 'fa' ? known.fa : known.en.one;
  for (const [part, name] of Object.entries({ field, measured })) {
    if (typeof name !== 'string') continue;
    const declared = Object.values(vocabulary).find((one) => Object.hasOwn(one.fields, name))?.fields[name];
    if (declared !== undefined) detail[part] = declared[language];
  }
  return { ...refusal, detail };
}

/** The faults that lie in one part, with their paths continuing from there. */
export function under(faults: readonly Fault[], path: string): readonly Fault[] {
  if (path === '') return faults;
  return faults.flatMap((fault) => {
    if (fault.field === path) return [{ ...fault, field: '' }];
    if (fault.field.startsWith(`${path}.`)) return [{ ...fault, field: fault.field.slice(path.length + 1) }];
    return fault.field.startsWith(`${path}[`) ? [{ ...fault, field: fault.field.slice(path.length) }] : [];
  });
}

/** The sentence of the first fault of one part, if there is one. */
export function sentenceAt(faults: readonly Fault[], path: string): string | undefined {
  return (path === '' ? faults.filter((fault) => fault.field === '') : under(faults, path))[0]?.sentence;
}
