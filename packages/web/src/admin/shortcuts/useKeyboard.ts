import { useEffect } from 'react';
import { lettersWork } from './letters.ts';
import { match } from './matching.ts';
import { offeredShortcuts } from './shortcuts.ts';

/** How long `g` waits for its second key. */
const WAIT_MS = 1_500;

/** Listens to the keyboard for the whole page. Stands once, in the frame. */
export function useKeyboard(): void {
  useEffect(() => {
    let gAt = -Infinity;
    const onKeyDown = (event: KeyboardEvent) => {
      // Holding a key, and the keys that only accompany others, mean nothing by themselves.
      if (event.defaultPrevented || event.repeat || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key))
        return;
      const afterG = event.timeStamp - gAt < WAIT_MS;
      gAt = -Infinity;
      const { shortcut, waits } = match(event, offeredShortcuts.all(), {
        typing: isTyping(event.target) || isModalOpen(),
        afterG,
        lettersWork: lettersWork(),
      });
      if (waits) gAt = event.timeStamp;
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether the keyboard belongs to a field: a letter there is text, and an open list takes letters to jump by. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
  return (
    target.closest(
      '[role=combobox],[role=listbox],[role=menu],[role=textbox],[role=grid] [contenteditable]',
    ) !== null
  );
}

function isModalOpen(): boolean {
  return document.querySelector('[aria-modal=true],[role=menu],dialog:modal') !== null;
}
