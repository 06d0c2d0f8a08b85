import { type Definition, mergeDefinitions, sameParts } from '@nardeban/core/ladder';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type Failure } from '../../failure/failure.ts';
import { type InStudio, inStudioQuery, keepDraft, readInStudio } from '../../api/studio-queries.ts';
import { useSetting } from '../setting.ts';

/** How long nothing must be typed before it is kept. */
const PAUSE_MS = 700;
const AGAIN_MS = 2500;

export type Keeping = 'kept' | 'unkept' | 'keeping' | 'waiting' | 'refused';

/** Somebody else kept something else in the meantime. */
export interface Clash {
  readonly base: Definition;
  readonly theirs: Definition;
  readonly revision: number;
  readonly by: string;
  readonly at: number;
}

export interface StudioDraft {
  readonly server: InStudio | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
  /** What is shown: what was typed, or what stands on the server. */
  readonly definition: Definition | undefined;
  /** The revision of the draft that is agreed with the server; 0: there is no draft. */
  readonly revision: number;
  readonly keeping: Keeping;
  readonly failure: Failure | null;
  readonly clash: Clash | null;
  readonly change: (definition: Definition) => void;
  /** Keeps at once what is not kept yet; answers the revision, or null when it could not be kept. */
  readonly settle: (note?: string) => Promise<number | null>;
  readonly resolve: (choice: 'mine' | 'theirs' | 'both') => void;
  /** After a draft was thrown away or published: begin again from what stands on the server. */
  readonly reset: (server: InStudio) => void;
}

/**
 * A draft that is kept as it is written. What somebody else keeps in between is taken over where nothing was typed here,
 * and is put to the reader to decide where something was. When the server is away, it is tried again until it is there.
 */
export function useStudioDraft(key: string): StudioDraft {
  const { asking } = useSetting();
  const queries = useQueryClient();
  const query = useQuery(inStudioQuery(asking, key));
  const [definition, setDefinition] = useState<Definition>();
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [revision, setRevision] = useState(0);
  const held = useRef<Held>({
    mine: undefined,
    base: undefined,
    revision: 0,
    dirty: false,
    busy: null,
    timer: undefined,
  });

  const adopt = useCallback((server: InStudio) => {
    const stands = server.draft?.definition ?? server.published?.definition;
    const state = held.current;
    state.mine = stands;
    state.base = stands;
    state.revision = server.draft?.revision ?? 0;
    state.dirty = false;
    setDefinition(stands);
    setRevision(state.revision);
    setKeeping('kept');
    setFailure(null);
  }, []);

  const server = query.data;
  useEffect(() => {
    const state = held.current;
    if (server === undefined || state.dirty || state.busy !== null) return;
    const stands = server.draft?.definition ?? server.published?.definition;
    const newer = (server.draft?.revision ?? 0) !== state.revision || !sameParts(stands, state.base);
    // An answer that was under way while something was kept is older than what is held.
    if (
      state.mine === undefined ||
      (newer && (server.draft === null || server.draft.revision > state.revision))
    )
      adopt(server);
  }, [server, adopt]);

  const send = useCallback(
    async (note?: string): Promise<number | null> => {
      const state = held.current;
      if (state.busy !== null) await state.busy;
      clearTimeout(state.timer);
      const { mine } = state;
      if (mine === undefined) return null;
      if (!state.dirty && note === undefined) return state.revision;
      setKeeping('keeping');
      const work = (async (): Promise<number | null> => {
        try {
          const kept = await keepDraft(asking, key, {
            definition: mine,
            revision: state.revision,
            ...(note === undefined || note === '' ? {} : { note }),
          });
          state.revision = kept.revision;
          state.base = mine;
          state.dirty = state.mine !== mine;
          setRevision(kept.revision);
          setFailure(null);
          setKeeping(state.dirty ? 'unkept' : 'kept');
          void queries.invalidateQueries({ queryKey: ['studio', asking.business] });
          return kept.revision;
        } catch (error) {
          const failed = asFailure(error);
          if (failed.kind === 'changed') {
            await meet();
            return null;
          }
          const passing = failed.kind === 'offline' || failed.kind === 'busy' || failed.kind === 'broken';
          setFailure(failed);
          setKeeping(passing ? 'waiting' : 'refused');
          if (passing) state.timer = setTimeout(() => void send(), AGAIN_MS);
          return null;
        }
      })();
      state.busy = work;
      const answer = await work;
      state.busy = null;
      if (answer !== null && state.dirty) state.timer = setTimeout(() => void send(), PAUSE_MS);
      return answer;

      async function meet(): Promise<void> {
        const now = await readInStudio(asking, key);
        const theirs = now.draft?.definition ?? now.published?.definition;
        if (theirs === undefined || state.base === undefined) return;
        if (sameParts(theirs, state.mine)) {
          adopt(now);
          return;
        }
        setKeeping('unkept');
        setClash({
          base: state.base,
          theirs,
          revision: now.draft?.revision ?? 0,
          by: now.draft?.editedBy ?? now.published?.by ?? '',
          at: now.draft?.editedAt ?? now.published?.at ?? 0,
        });
      }
    },
    [asking, key, queries, adopt],
  );

  const change = useCallback(
    (changed: Definition) => {
      const state = held.current;
      state.mine = changed;
      state.dirty = true;
      setDefinition(changed);
      setKeeping('unkept');
      clearTimeout(state.timer);
      state.timer = setTimeout(() => void send(), PAUSE_MS);
    },
    [send],
  );

  const resolve = useCallback(
    (choice: 'mine' | 'theirs' | 'both') => {
      const state = held.current;
      if (clash === null || state.mine === undefined) return;
      const chosen =
        choice === 'theirs'
          ? clash.theirs
          : choice === 'mine'
            ? state.mine
            : mergeDefinitions(clash.base, state.mine, clash.theirs).merged;
      state.base = clash.theirs;
      state.revision = clash.revision;
      state.mine = chosen;
      state.dirty = choice !== 'theirs';
      setClash(null);
      setRevision(clash.revision);
      setDefinition(chosen);
      setKeeping(state.dirty ? 'unkept' : 'kept');
      if (state.dirty) void send();
    },
    [clash, send],
  );

  useEffect(() => {
    const state = held.current;
    const warn = (event: BeforeUnloadEvent) => {
      if (state.dirty) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      clearTimeout(state.timer);
      // Leaving the view within the application keeps what was typed last.
      if (state.dirty) void send();
    };
  }, [send]);

  return {
    server,
    error: query.error,
    refetch: () => void query.refetch(),
    definition,
    revision,
    keeping,
    failure,
    clash,
    change,
    settle: send,
    resolve,
    reset: adopt,
  };
}

interface Held {
  mine: Definition | undefined;
  /** What was last agreed with the server. */
  base: Definition | undefined;
  revision: number;
  dirty: boolean;
  busy: Promise<number | null> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}
