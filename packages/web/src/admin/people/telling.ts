import type { Speech as Telling } from '@nardeban/core/criteria';
import { baseVocabulary, type TraitDeclaration, type Vocabulary } from '@nardeban/core/facts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { vocabularyQuery } from '../../api/queries.ts';
import { useSetting } from '../setting.ts';

/** The business's words for facts; until they arrive, the words everybody has. */
export function useVocabulary(): Vocabulary {
  const { asking } = useSetting();
  return useQuery(vocabularyQuery(asking)).data?.vocabulary ?? baseVocabulary;
}

const NONE: Readonly<Record<string, TraitDeclaration>> = {};

/** What the business declared of its people's traits, archived declarations too: they still say what a trait is called. */
export function useTraits(): Readonly<Record<string, TraitDeclaration>> {
  const { asking } = useSetting();
  return useQuery(vocabularyQuery(asking)).data?.traits ?? NONE;
}

/** How core's sentences are to be spoken for this business and reader. */
export function useTelling(): Telling {
  const { speech } = useSetting();
  const vocabulary = useVocabulary();
  const traits = useTraits();
  return useMemo(() => {
    const { language, currency, unit, calendar, zone } = speech;
    return { language, vocabulary, traits, money: { currency, unit }, calendar, zone };
  }, [speech, vocabulary, traits]);
}
