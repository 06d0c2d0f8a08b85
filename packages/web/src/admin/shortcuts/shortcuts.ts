import { makeRegistry, useOffered } from '../../ui/registry.ts';

/** A key that does something while the view that offers it is shown. */
export interface Shortcut {
  /** The key by its place on the keyboard, as `KeyboardEvent.code`: `KeyE`, `Slash`. */
  readonly code: string;
  /** With Shift. */
  readonly shift?: boolean;
  /** After `g`: «g p». */
  readonly afterG?: boolean;
  /** With Ctrl, or ⌘ on a Mac; works while typing, too. */
  readonly withCommand?: boolean;
  /** What it does, in the reader's language, for the sheet behind `?`. */
  readonly label: string;
  readonly run: () => void;
}

export const offeredShortcuts = makeRegistry<Shortcut>();

/** Shortcuts of the view that calls this, while it is shown. What was offered last wins where two want one key. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useOffered(offeredShortcuts, shortcuts);
}

/** Those of the frame, which any view may take over for its own. */
export function useFrameShortcuts(shortcuts: readonly Shortcut[]): void {
  useOffered(offeredShortcuts, shortcuts, true);
}
