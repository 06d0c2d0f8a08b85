import { type Because, type Speech as Telling, typesOfCondition } from '@nardeban/core/criteria';
import { baseVocabulary, type Vocabulary } from '@nardeban/core/facts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { vocabularyQuery } from '../../api/queries.ts';
import { useSetting } from '../setting.ts';

/** The business's words for facts; until they arrive, the words everybody has. */
export function useVocabulary(): Vocabulary {
  const { asking } = useSetting();
  return useQuery(vocabularyQuery(asking)).data ?? baseVocabulary;
}

/** How core's sentences are to be spoken for this business and reader. */
export function useTelling(): Telling {
  const { speech } = useSetting();
  const vocabulary = useVocabulary();
  return useMemo(() => {
    const { language, currency, unit, calendar, zone } = speech;
    return { language, vocabulary, money: { currency, unit }, calendar, zone };
  }, [speech, vocabulary]);
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
