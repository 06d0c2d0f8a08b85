import {
  sayBecause as becauseOf,
  sayCriteria as criteriaOf,
  sayFacts as factsOf,
  sayGap as gapOf,
  type SpokenReason,
} from '@nardeban/core/criteria';
import type { Language } from '@nardeban/core/values';
import { inDigits } from './digits.ts';

/** Core's sentences, in the digits the reader chose: core itself speaks in those of the language. */

export function sayCriteria(...[criteria, telling]: Parameters<typeof criteriaOf>): string {
  return inDigits(criteriaOf(criteria, telling), telling.language);
}

export function sayFacts(...[facts, telling]: Parameters<typeof factsOf>): string {
  return inDigits(factsOf(facts, telling), telling.language);
}

export function sayBecause(...[because, telling]: Parameters<typeof becauseOf>): SpokenReason {
  return reasonIn(becauseOf(because, telling), telling.language);
}

function reasonIn(reason: SpokenReason, language: Language): SpokenReason {
  return {
    ...reason,
    text: inDigits(reason.text, language),
    measuredText: reason.measuredText === null ? null : inDigits(reason.measuredText, language),
    parts: reason.parts.map((part) => reasonIn(part, language)),
  };
}

export function sayGap(...[gap, telling]: Parameters<typeof gapOf>): string[] {
  return gapOf(gap, telling).map((step) => inDigits(step, telling.language));
}
