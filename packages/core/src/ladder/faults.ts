import { criteriaFaults } from '../criteria/index.ts';
import type { Vocabulary } from '../facts/index.ts';
import type { Refusal } from '../values/index.ts';
import { placesWithRules } from './diff.ts';
import type { Definition } from './ladder.ts';
import { validateDefinition } from './validate.ts';

/**
 * Everything that keeps a draft from being published, as far as it can be told at once: every empty name, every fault
 * of every rule; and when there is none of these, what is wrong with the whole. Paths are those of validateDefinition.
 */
export function definitionFaults(draft: Definition, words: Vocabulary): Refusal[] {
  const faults: Refusal[] = [];
  const unnamed = (path: string) => ({ code: 'name_missing_in_language', field: path });
  for (const language of ['fa', 'en'] as const)
    if (draft.name[language].trim() === '') faults.push(unnamed(`name.${language}`));
  const list = draft.kind === 'ladder' ? 'rungs' : 'classes';
  for (const [index, place] of placesWithRules(draft).entries()) {
    const path = `${list}[${index}]`;
    for (const language of ['fa', 'en'] as const) {
      if (place.name[language].trim() === '') faults.push(unnamed(`${path}.name.${language}`));
      for (const part of ['who', 'feels', 'helps'] as const) {
        const text = place.meaning?.[part][language];
        if (text !== undefined && text.trim() === '')
          faults.push(unnamed(`${path}.meaning.${part}.${language}`));
      }
    }
    for (const part of ['enter', 'stay', 'when'] as const) {
      const rule = place[part];
      if (rule !== undefined) faults.push(...criteriaFaults(rule, words, `${path}.${part}`));
    }
    const size = Object.values(place.grace ?? {})[0];
    if (size !== undefined && (!Number.isInteger(size) || size < 1))
      faults.push({ code: 'whole_number_expected', field: `${path}.grace` });
  }
  if (faults.length > 0) return faults;
  const read = validateDefinition(draft, words);
  return read.ok ? [] : [read.refusal];
}
