import { type ReactNode, useCallback, useState } from 'react';
import { usePart } from '../loading/usePart.ts';
import { type Asked, type Conflict, ConflictContext, type Decision } from './conflicts.ts';

const loadChoice = () => import('./ConflictChoice.tsx');

/**
 * Gives `useConflicts()` to what stands inside. When two people have written the same thing, the second one sees both
 * versions and decides; what they typed stays where it is until they do.
 */
export function ConflictDialog({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const Choice = usePart(loadChoice, asked !== null);
  const ask = useCallback(async (conflict: Conflict): Promise<Decision> => {
    // The other version may not be had just now; the choice is offered all the same.
    const versions = await conflict.versions().catch(() => null);
    return new Promise((resolve) => {
      setAsked({
        conflict,
        versions,
        decide: (decision) => {
          setAsked(null);
          resolve(decision);
        },
      });
    });
  }, []);
  return (
    <ConflictContext value={ask}>
      {children}
      {asked === null || Choice === null ? null : <Choice {...asked} />}
    </ConflictContext>
  );
}
