import { type Because, typesOfCondition } from '@nardeban/core/criteria';
import { baseVocabulary } from '@nardeban/core/facts';
import type { Speech } from '../../language/speech.ts';

/** How core's sentences are to be spoken for this business and reader. */
export function tellingOf(speech: Speech) {
  return {
    language: speech.language,
    vocabulary: baseVocabulary,
    money: { currency: speech.currency, unit: speech.unit },
    calendar: speech.calendar,
    zone: speech.zone,
  };
}

/** The fact types a reason was measured from, in the order of its conditions. */
export function typesBehind(because: Because): string[] {
  const types = new Set<string>();
  const walk = (one: Because) => {
    if (one.kind === 'condition') for (const type of typesOfCondition(one.condition)) types.add(type);
    else if (one.kind === 'not') walk(one.part);
    else for (const part of one.parts) walk(part);
  };
  walk(because);
  return [...types];
}
