import type { ReactNode } from 'react';
import { makeRegistry, useOffered } from '../../ui/registry.ts';
import type { Scope } from '../navigation.ts';

/** Something that can be done from the command palette. */
export interface PaletteAction {
  /** Stable: the palette remembers by it what was used lately. */
  readonly id: string;
  /** In the reader's language. */
  readonly label: string;
  /** More words by which it may be looked for, in either language. */
  readonly words?: string;
  readonly icon?: ReactNode;
  /** Who may not do this does not see it; the server holds it anyway. */
  readonly scope?: Scope;
  readonly run: () => void | Promise<unknown>;
}

export const offeredActions = makeRegistry<PaletteAction>();

/** What the view that calls this offers in the palette while it is shown. */
export function useActions(actions: readonly PaletteAction[]): void {
  useOffered(offeredActions, actions);
}
