import type { Shortcut } from './shortcuts.ts';

/** The part of a KeyboardEvent that says which key was pressed. */
export interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The key that was meant. A Latin letter is taken as it is written, so that Dvorak and AZERTY keep their letters; under
 * a layout of another script, Persian above all, the key's place on the keyboard says which letter it is.
 */
export function codeOf(pressed: Pick<Pressed, 'code' | 'key'>): string {
  if (/^[a-z]$/i.test(pressed.key)) return `Key${pressed.key.toUpperCase()}`;
  // The Persian question mark stands where ours does; on layouts where it does not, the sign itself counts.
  if (pressed.key === '?' || pressed.key === '؟' || pressed.key === '/') return 'Slash';
  return pressed.code;
}

export interface Matched {
  readonly shortcut: Shortcut | undefined;
  /** `g` was pressed and the next key is waited for. */
  readonly waits: boolean;
}

/**
 * What a key press means among what is offered. `typing`: the keyboard belongs to a field or an open dialog, and only
 * shortcuts with Ctrl or ⌘ work. `afterG`: `g` was the key before.
 */
export function match(
  pressed: Pressed,
  offered: readonly Shortcut[],
  state: { readonly typing: boolean; readonly afterG: boolean; readonly lettersWork: boolean },
): Matched {
  const nothing: Matched = { shortcut: undefined, waits: false };
  // AltGr is Ctrl and Alt at once: somebody is writing a sign, not giving a command.
  if (pressed.isComposing || pressed.altKey) return nothing;
  const code = codeOf(pressed);
  const withCommand = pressed.ctrlKey || pressed.metaKey;
  if (!withCommand && (state.typing || !state.lettersWork)) return nothing;
  // Where ? and / stand, and whether they need Shift, differs between layouts: the sign tells which of them it is.
  const shift = code === 'Slash' ? pressed.key !== '/' : pressed.shiftKey;
  const found = offered.findLast(
    (one) =>
      one.code === code &&
      (one.shift ?? false) === shift &&
      (one.withCommand ?? false) === withCommand &&
      (one.afterG ?? false) === (state.afterG && !withCommand),
  );
  if (found !== undefined) return { shortcut: found, waits: false };
  return { shortcut: undefined, waits: code === 'KeyG' && !shift && !withCommand && !state.afterG };
}
