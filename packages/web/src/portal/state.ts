import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ask, Refused, slug } from './api.ts';

/** What was answered last, by path: a page that was seen is there at once when it is seen again. */
const known = new Map<string, unknown>();
/** Answers that a phone keeps for the next time, with or without a connection; forgotten at sign-out. */
const KEPT: ReadonlySet<string> = new Set(['', '/me']);
const keptName = (path: string): string => `nardeban.portal.${slug}${path}`;

function remembered(path: string): unknown {
  if (known.has(path)) return known.get(path);
  if (!KEPT.has(path)) return undefined;
  try {
    const text = localStorage.getItem(keptName(path));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function remember(path: string, answer: unknown): void {
  known.set(path, answer);
  if (!KEPT.has(path)) return;
  try {
    localStorage.setItem(keptName(path), JSON.stringify(answer));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Everything about the member; the business's own card stays. */
export function forgetMember(): void {
  for (const path of known.keys()) if (path !== '') known.delete(path);
  try {
    localStorage.removeItem(keptName('/me'));
  } catch {
    // Nothing was kept.
  }
}

export interface Answered<Answer> {
  /** What is known, perhaps from last time; undefined: nothing yet. */
  readonly answer: Answer | undefined;
  readonly refused: Refused | undefined;
  readonly again: () => void;
  /** Puts in what a deed has answered. */
  readonly put: (answer: Answer) => void;
}

/** Asks for a path when a page that shows it opens, and again when the phone is back on the net. */
export function useAnswer<Answer>(path: string): Answered<Answer> {
  const [answer, setAnswer] = useState<Answer | undefined>(() => remembered(path) as Answer | undefined);
  const [refused, setRefused] = useState<Refused>();
  const [turn, setTurn] = useState(0);
  const isOnline = useOnline();
  useEffect(() => {
    let isHere = true;
    const read = async (): Promise<void> => {
      try {
        const fresh = await ask<Answer>(path);
        remember(path, fresh);
        if (!isHere) return;
        setRefused(undefined);
        setAnswer(fresh);
      } catch (error) {
        if (isHere) setRefused(error instanceof Refused ? error : new Refused('offline', ''));
      }
    };
    void read();
    return () => {
      isHere = false;
    };
  }, [path, turn, isOnline]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const put = useCallback(
    (fresh: Answer) => {
      remember(path, fresh);
      setAnswer(fresh);
    },
    [path],
  );
  return { answer, refused, again, put };
}

function watchOnline(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(watchOnline, () => navigator.onLine);
}

const MOVED = 'nardeban-moved';

function watchPath(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(MOVED, changed);
  };
}

/** Where in the pages the reader is: `''`, `rewards`, `codes` … */
export function useRoom(): string {
  return useSyncExternalStore(watchPath, () => location.pathname.split('/')[3] ?? '');
}

export const roomPath = (room: string): string => `/p/${slug}/${room}`;

export function goTo(room: string): void {
  history.pushState(null, '', roomPath(room));
  dispatchEvent(new Event(MOVED));
  scrollTo({ top: 0 });
}
