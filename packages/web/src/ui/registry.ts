import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * What the views that are shown offer just now: the palette's actions, the keyboard's shortcuts. A view adds its own
 * while it is shown and takes them along when it goes.
 */
export interface Registry<One> {
  readonly all: () => readonly One[];
  /** `first`: what everything added by others comes after, whichever is shown earlier. */
  readonly add: (offered: { readonly current: readonly One[] }, first?: boolean) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeRegistry<One>(): Registry<One> {
  // Each view hands over a box, so that what it offers may change without registering anew.
  let boxes: readonly { readonly current: readonly One[] }[] = [];
  let flat: { readonly of: readonly (readonly One[])[]; readonly all: readonly One[] } = { of: [], all: [] };
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    all() {
      const now = boxes.map((box) => box.current);
      const isSame = now.length === flat.of.length && now.every((list, index) => list === flat.of[index]);
      if (!isSame) flat = { of: now, all: now.flat() };
      return flat.all;
    },
    add(offered, first = false) {
      boxes = first ? [offered, ...boxes] : [...boxes, offered];
      changed();
      return () => {
        boxes = boxes.filter((box) => box !== offered);
        changed();
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Offers these as long as the calling component is shown. The list may be made anew with every showing. */
export function useOffered<One>(registry: Registry<One>, list: readonly One[], first = false): void {
  const box = useRef(list);
  useEffect(() => {
    box.current = list;
  });
  useEffect(() => registry.add(box, first), [registry, first]);
}

export function useRegistry<One>(registry: Registry<One>): readonly One[] {
  return useSyncExternalStore(registry.subscribe, registry.all);
}
