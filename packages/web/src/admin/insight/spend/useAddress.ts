import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

type Changes<State> = { readonly [Key in keyof State]?: State[Key] | undefined };

/**
 * What a view shows, as its address holds it, and how to change that: what is made undefined leaves the address. Nothing
 * jumps, and going back leads to the page before and not through every move of a control.
 */
export function useAddress<State extends object>(
  read: (raw: Readonly<Record<string, unknown>>) => State,
): readonly [state: State, change: (changes: Changes<State>) => void] {
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useMemo(() => read(raw), [read, raw]);
  const change = useCallback(
    (changes: Changes<State>) =>
      void navigate({
        to: '.',
        search: (kept: object) => ({ ...kept, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [state, change];
}
