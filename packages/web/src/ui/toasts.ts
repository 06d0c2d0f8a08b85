import { createContext, use } from 'react';
import type { Failure } from '../failure/failure.ts';

/** How long a word stays; one that offers an undo stays longer, and one about a failure until it is put away. */
const SAID_MS = 5_000;
export const UNDO_MS = 8_000;

export interface Toast {
  readonly id: number;
  readonly kind: 'said' | 'undo' | 'failed';
  readonly text: string;
  /** Milliseconds until it goes by itself; null: it stays. */
  readonly lasts: number | null;
  readonly action: { readonly label: string; readonly run: () => void | Promise<unknown> } | null;
}

/** Short words on what was done, at the edge of the page, read aloud by screen readers. */
export interface Toasts {
  /** «Saved.» */
  say(text: string): void;
  /** «Deleted.» with an undo button and a countdown. `undo` runs once at most; when it rejects, that is said too. */
  undo(text: string, undo: () => void | Promise<unknown>): void;
  /** What went wrong and what to do; a Failure is put into words, and `again` offers to try once more. */
  failed(what: Failure | Error | string, again?: () => void | Promise<unknown>): void;
  dismiss(id: number): void;
  /** Undoes what was offered last, as the key `u` does; false when there is nothing to undo. */
  undoLast(): boolean;
}

/** What the store needs of the page to put things into words. */
interface Words {
  readonly undo: () => string;
  readonly again: () => string;
  readonly failure: (error: unknown) => string;
}

const MOST = 4;

export interface ToastStore extends Toasts {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => readonly Toast[];
}

export function makeToasts(words: Words): ToastStore {
  let shown: readonly Toast[] = [];
  let last = 0;
  const listeners = new Set<() => void>();
  const show = (toasts: readonly Toast[]) => {
    shown = toasts.slice(-MOST);
    for (const listener of listeners) listener();
  };
  const add = (toast: Omit<Toast, 'id'>) => {
    last += 1;
    show([...shown, { ...toast, id: last }]);
  };
  const store: ToastStore = {
    say: (text) => add({ kind: 'said', text, lasts: SAID_MS, action: null }),
    undo(text, undo) {
      const run = async () => {
        try {
          await undo();
        } catch (error) {
          store.failed(words.failure(error));
        }
      };
      add({ kind: 'undo', text, lasts: UNDO_MS, action: { label: words.undo(), run } });
    },
    failed(what, again) {
      const text = typeof what === 'string' ? what : words.failure(what);
      // The same failure twice says nothing new.
      const others = shown.filter((one) => one.kind !== 'failed' || one.text !== text);
      if (others.length < shown.length) show(others);
      add({
        kind: 'failed',
        text,
        lasts: null,
        action: again === undefined ? null : { label: words.again(), run: again },
      });
    },
    dismiss: (id) => show(shown.filter((one) => one.id !== id)),
    undoLast() {
      const one = shown.findLast((toast) => toast.kind === 'undo');
      if (one === undefined || one.action === null) return false;
      store.dismiss(one.id);
      void one.action.run();
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
  };
  return store;
}

export const ToastContext = createContext<ToastStore | null>(null);

export function useToasts(): Toasts {
  const store = use(ToastContext);
  if (store === null) throw new Error('Toasts are said inside <ToastRegion>.');
  return store;
}
