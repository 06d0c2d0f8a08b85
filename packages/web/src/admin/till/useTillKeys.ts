import { useEffect, useRef } from 'react';
import { type Shortcut, useShortcuts } from '../shortcuts/shortcuts.ts';

export interface TillKey {
  /** A key that writes nothing, so that it works while a code is typed: `F2`, `Escape`. */
  readonly code: `F${number}` | 'Escape';
  readonly label: string;
  readonly run: () => void;
}

/**
 * Keys of the till. They stand in the sheet behind `?` like all others, and work inside fields as well, because a cashier's
 * hands are always in one. Escape stays with whatever is open over the page.
 */
export function useTillKeys(keys: readonly TillKey[]): void {
  useShortcuts(keys.map(({ code, label, run }): Shortcut => ({ code, label, run })));
  const box = useRef(keys);
  useEffect(() => {
    box.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[aria-modal=true],[role=menu],dialog:modal') !== null) return;
      const key = box.current.find(({ code }) => code === event.code);
      if (key === undefined) return;
      event.preventDefault();
      key.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * Puts the cursor where the next thing is typed: at once where that is there, so that no key of a fast hand or a scanner gets
 * lost, else as soon as it is drawn.
 */
export function goTo(id: string): void {
  if (!focused(id)) requestAnimationFrame(() => focused(id));
}

function focused(id: string): boolean {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== null && document.activeElement === field;
}
