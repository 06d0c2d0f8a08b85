import type { Speech as Telling } from '@nardeban/core/criteria';
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
