import { createContext, use } from 'react';
import type { Failure } from '../failure/failure.ts';

/** One of two versions of the same thing, line by line: what a field is called and what stands in it. */
export type Version = readonly { readonly label: string; readonly text: string }[];

export interface Conflict {
  readonly failure: Failure;
  /** Both versions, or null where they cannot be shown beside each other. */
  readonly versions: () => Promise<{ readonly mine: Version; readonly theirs: Version } | null>;
  readonly canGoOnTop: boolean;
}

/** `reload`: show what stands now. `onTop`: write mine over it. `stay`: back to what was typed, nothing done. */
export type Decision = 'reload' | 'onTop' | 'stay';

/** A conflict in front of the reader, with what to do when they have decided. */
export interface Asked {
  readonly conflict: Conflict;
  readonly versions: { readonly mine: Version; readonly theirs: Version } | null;
  readonly decide: (decision: Decision) => void;
}

export const ConflictContext = createContext<((conflict: Conflict) => Promise<Decision>) | null>(null);

/** Asks the reader what to do when somebody else wrote the same thing meanwhile. */
export function useConflicts(): { readonly ask: (conflict: Conflict) => Promise<Decision> } {
  const ask = use(ConflictContext);
  if (ask === null) throw new Error('Conflicts are asked about inside <ConflictDialog>.');
  return { ask };
}
