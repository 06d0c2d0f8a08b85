import type { QueryClient } from '@tanstack/react-query';
import { Failure } from '../failure/failure.ts';
import { askStanding } from './version.ts';

/** `lost`: the server does not answer. `replaced`: it does, and serves another version of the page. */
export type ConnectionState = 'fine' | 'lost' | 'replaced';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

let state: ConnectionState = 'fine';
const listeners = new Set<() => void>();

function become(next: ConnectionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export const connection = {
  snapshot: (): ConnectionState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * Watches what the reads and writes of the page come to. When they find nobody, the server is asked with growing
 * pauses until it is back; `onBack` then brings everything up to date, without a reload. `onStranger` is called when
 * the session is found to be over.
 */
export function watchConnection(
  queries: QueryClient,
  then: { readonly onBack: () => void; readonly onStranger: () => void },
): void {
  const notice = (error: unknown) => {
    if (!(error instanceof Failure)) return;
    if (isLoss(error)) void waitForServer();
    if (error.kind === 'stranger') then.onStranger();
  };
  const waitForServer = async () => {
    if (state === 'lost') return;
    become('lost');
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.6, LONGEST_WAIT_MS)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (await isReady()) break;
    }
    become((await askStanding()) === 'replaced' ? 'replaced' : 'fine');
    then.onBack();
  };
  queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && (event.action.type === 'failed' || event.action.type === 'error'))
      notice(event.action.error);
  });
  queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && (event.action.type === 'failed' || event.action.type === 'error'))
      notice(event.action.error);
  });
}

/** No answer at all, or one that a proxy or a server going down gives in its place. */
function isLoss(failure: Failure): boolean {
  if (failure.kind === 'offline') return true;
  if (failure.kind === 'broken') return failure.code === undefined;
  return failure.kind === 'busy' && (failure.code === undefined || failure.code === 'database_unavailable');
}

async function isReady(): Promise<boolean> {
  try {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(4_000) });
    return answer.ok;
  } catch {
    return false;
  }
}
