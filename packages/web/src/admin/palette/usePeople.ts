import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PersonFound } from '../../api/answers.ts';
import { searchQuery } from '../../api/queries.ts';
import { useSetting } from '../setting.ts';

/** How long the keys must rest before the server is asked for people. */
const REST_MS = 140;
const SHORTEST = 2;
const SHOWN = 6;

/**
 * People by what was typed. The server itself folds letters, and tries the other keyboard's layout where the words as
 * they stand find nobody.
 */
export function usePeople(typed: string): {
  readonly people: readonly PersonFound[];
  readonly looking: boolean;
} {
  const { session, asking } = useSetting();
  const settled = useSettled(typed.trim());
  const allowed = session?.scopes.includes('people:read') ?? false;
  const wanted = allowed && settled.length >= SHORTEST ? settled : '';
  const found = useQuery(searchQuery(asking, wanted));
  return {
    people: wanted === '' ? [] : (found.data ?? []).slice(0, SHOWN),
    looking: found.isFetching,
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
