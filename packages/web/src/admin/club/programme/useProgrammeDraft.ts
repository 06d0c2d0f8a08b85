import { sameParts } from '@nardeban/core/ladder';
import { type Programme, programmeSchema } from '@nardeban/core/programme';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type Failure, isPassing } from '../../../failure/failure.ts';
import { useSetting } from '../../setting.ts';
import { mergeProgrammes } from './merge.ts';
import { type Design, designQuery, keepClubDraft, readDesign } from './queries.ts';

/** How long nothing must be typed before it is kept. */
const PAUSE_MS = 700;
const AGAIN_MS = 2500;

/** `unfinished`: something is half written, and is kept when it is whole. */
export type Keeping = 'kept' | 'unkept' | 'keeping' | 'waiting' | 'unfinished' | 'refused';

/** Somebody else kept something else in the meantime. */
export interface Clash {
  readonly base: Programme;
  readonly theirs: Programme;
  readonly revision: number;
  readonly by: string;
  readonly at: number;
}

export interface ProgrammeDraft {
  readonly design: Design | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
  /** What is shown: what was written here, or what stands on the server; null while there is neither. */
  readonly programme: Programme | null | undefined;
  /** The revision of the draft that is agreed with the server; 0: there is no draft. */
  readonly revision: number;
  readonly keeping: Keeping;
  readonly failure: Failure | null;
  readonly clash: Clash | null;
  readonly change: (programme: Programme) => void;
  /** Keeps at once what is not kept yet; answers the revision, or null when it could not be kept. */
  readonly settle: () => Promise<number | null>;
  readonly resolve: (choice: 'mine' | 'theirs' | 'both') => void;
  /** After a draft was thrown away or published: begin again from what stands on the server. */
  readonly reset: (design: Design) => void;
}

const standsIn = (design: Design): Programme | null =>
  design.draft?.definition ?? design.club?.definition ?? null;

/**
 * A draft that is kept as it is written. What somebody else keeps in between is taken over where nothing was written
 * here, and is put to the reader to decide where something was. While the server is away it is tried again.
 */
export function useProgrammeDraft(): ProgrammeDraft {
  const { asking } = useSetting();
  const queries = useQueryClient();
  const query = useQuery(designQuery(asking));
  const [programme, setProgramme] = useState<Programme | null>();
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

  const adopt = useCallback((design: Design) => {
    const stands = standsIn(design);
    const state = held.current;
    state.mine = stands;
    state.base = stands;
    state.revision = design.draft?.revision ?? 0;
    state.dirty = false;
    clearTimeout(state.timer);
    setProgramme(stands);
    setRevision(state.revision);
    setKeeping('kept');
    setFailure(null);
  }, []);

  const design = query.data;
  useEffect(() => {
    const state = held.current;
    if (design === undefined || state.dirty || state.busy !== null) return;
    const revisionThere = design.draft?.revision ?? 0;
    const isNewer = revisionThere !== state.revision || !sameParts(standsIn(design), state.base);
    // An answer that was under way while something was kept is older than what is held.
    const isOlder = design.draft !== null && design.draft.revision < state.revision;
    if (state.mine === undefined || (isNewer && !isOlder)) adopt(design);
  }, [design, adopt]);

  const send = useCallback(async (): Promise<number | null> => {
    const state = held.current;
    if (state.busy !== null) await state.busy;
    clearTimeout(state.timer);
    const { mine } = state;
    if (mine == null) return null;
    if (!state.dirty) return state.revision;
    if (!programmeSchema.safeParse(mine).success) {
      setKeeping('unfinished');
      return null;
    }
    setKeeping('keeping');
    const meet = async (): Promise<void> => {
      const now = await readDesign(asking);
      const theirs = standsIn(now);
      if (theirs === null || sameParts(theirs, state.mine)) {
        adopt(now);
        return;
      }
      setKeeping('unkept');
      setClash({
        base: state.base ?? theirs,
        theirs,
        revision: now.draft?.revision ?? 0,
        by: now.draft?.editedBy ?? '',
        at: now.draft?.editedAt ?? now.club?.publishedAt ?? 0,
      });
    };
    const work = (async (): Promise<number | null> => {
      try {
        const kept = await keepClubDraft(asking, { definition: mine, revision: state.revision });
        state.revision = kept.revision;
        state.base = mine;
        state.dirty = state.mine !== mine;
        setRevision(kept.revision);
        setFailure(null);
        setKeeping(state.dirty ? 'unkept' : 'kept');
        void queries.invalidateQueries({ queryKey: ['club-design', asking.business] });
        return kept.revision;
      } catch (error) {
        const failed = asFailure(error);
        if (failed.kind === 'changed') {
          await meet();
          return null;
        }
        setFailure(failed);
        setKeeping(isPassing(failed) ? 'waiting' : 'refused');
        if (isPassing(failed)) state.timer = setTimeout(() => void send(), AGAIN_MS);
        return null;
      }
    })();
    state.busy = work;
    const answer = await work;
    state.busy = null;
    if (answer !== null && state.dirty) state.timer = setTimeout(() => void send(), PAUSE_MS);
    return answer;
  }, [asking, queries, adopt]);

  const change = useCallback(
    (changed: Programme) => {
      const state = held.current;
      state.mine = changed;
      state.dirty = true;
      setProgramme(changed);
      setKeeping('unkept');
      clearTimeout(state.timer);
      state.timer = setTimeout(() => void send(), PAUSE_MS);
    },
    [send],
  );

  const resolve = useCallback(
    (choice: 'mine' | 'theirs' | 'both') => {
      const state = held.current;
      if (clash === null || state.mine == null) return;
      const chosen =
        choice === 'theirs'
          ? clash.theirs
          : choice === 'mine'
            ? state.mine
            : mergeProgrammes(clash.base, state.mine, clash.theirs).merged;
      state.base = clash.theirs;
      state.revision = clash.revision;
      state.mine = chosen;
      state.dirty = choice !== 'theirs';
      setClash(null);
      setRevision(clash.revision);
      setProgramme(chosen);
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
      // Leaving the view within the application keeps what was written last.
      if (state.dirty) void send();
    };
  }, [send]);

  return {
    design,
    error: query.error,
    refetch: () => void query.refetch(),
    programme,
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
  mine: Programme | null | undefined;
  /** What was last agreed with the server. */
  base: Programme | null | undefined;
  revision: number;
  dirty: boolean;
  busy: Promise<number | null> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}
