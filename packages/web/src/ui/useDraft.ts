import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'nardeban.draft:';

/**
 * State that outlives the page: what somebody is typing is kept in this tab's session storage under `name` (say which
 * view and which thing, `person:17:note`) and is there again after a reload, a deployment or a wrong turn. `value` is
 * plain data. Call `forget` when it has been sent. `restored` says that this came from an earlier visit.
 */
export function useDraft<Value>(
  name: string,
  initial: Value,
): readonly [
  value: Value,
  set: (next: Value | ((value: Value) => Value)) => void,
  draft: { readonly forget: () => void; readonly restored: boolean },
] {
  const first = useRef(initial);
  const [held, setHeld] = useState(() => read<Value>(name, initial));
  // Another view, or another thing in the same view: its own draft.
  const [shown, setShown] = useState(name);
  if (shown !== name) {
    setShown(name);
    setHeld(read<Value>(name, initial));
  }
  useEffect(() => {
    first.current = initial;
  });
  const set = useCallback(
    (next: Value | ((value: Value) => Value)) =>
      setHeld(({ value, restored }) => {
        const changed = typeof next === 'function' ? (next as (value: Value) => Value)(value) : next;
        keep(name, changed);
        return { value: changed, restored };
      }),
    [name],
  );
  const forget = useCallback(() => {
    drop(name);
    setHeld({ value: first.current, restored: false });
  }, [name]);
  return [held.value, set, { forget, restored: held.restored }];
}

/** Forgets every draft of this tab: whoever signs in next must not find what the last one typed. */
export function forgetDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read<Value>(name: string, initial: Value): { readonly value: Value; readonly restored: boolean } {
  try {
    const written = sessionStorage.getItem(PREFIX + name);
    if (written !== null) return { value: JSON.parse(written) as Value, restored: true };
  } catch {
    // Nothing kept, or nothing readable: the view begins as it would anyway.
  }
  return { value: initial, restored: false };
}

function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page still holds what was typed.
  }
}

function drop(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // As above.
  }
}
