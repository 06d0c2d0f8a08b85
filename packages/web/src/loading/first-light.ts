import type { QueryClient } from '@tanstack/react-query';
import type { LadderListed, Session } from '../api/answers.ts';
import type { Asking } from '../api/client.ts';
import { laddersQuery, sessionQuery } from '../api/queries.ts';

declare global {
  /** What `public/first-light.js` asked before any script was here; null where there was no good answer. */
  var nardebanFirst:
    | {
        readonly session: Promise<{ readonly is: Session | null } | null>;
        readonly ladders: Promise<{
          readonly business: string | undefined;
          readonly are: readonly LadderListed[];
        } | null>;
      }
    | undefined;
}

/** Answers that are on their way are worth waiting this long: then the first view is drawn once, and whole. */
const WORTH_WAITING_MS = 1_000;

/** Takes over the answers that were asked for before there were scripts. Without one it is asked anew, as ever. */
export async function takeFirstAnswers(queries: QueryClient, asking: Asking): Promise<void> {
  const first = globalThis.nardebanFirst;
  const session = await first?.session;
  if (session) queries.setQueryData(sessionQuery(asking).queryKey, session.is);
  const ladders = await first?.ladders;
  if (ladders) {
    const { business, are } = ladders;
    queries.setQueryData(laddersQuery({ ...asking, business }).queryKey, are);
  }
}

/** Until everything that was asked has been answered, or it takes too long to wait for. */
export function firstAnswers(queries: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, WORTH_WAITING_MS);
    const stop = queries.getQueryCache().subscribe(() => {
      if (queries.isFetching() === 0) done();
    });
    if (queries.isFetching() === 0) done();
  });
}

/** Takes the first light away: the page itself is there. */
export function endFirstLight(): void {
  const { dataset } = document.documentElement;
  delete dataset['first'];
  delete dataset['firstNight'];
  document.getElementById('first-light')?.remove();
}
