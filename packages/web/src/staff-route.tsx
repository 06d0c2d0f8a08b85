import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { Frame } from './admin/Frame.tsx';
import { Lost } from './admin/Lost.tsx';
import { Stopped } from './admin/Stopped.tsx';
import type { Asking } from './api/client.ts';
import { setupQuery } from './api/coming-in-queries.ts';
import type { Session } from './api/answers.ts';
import { Failure, isPassing } from './failure/failure.ts';
import { keptSession, soonOr } from './loading/kept-session.ts';
import { laddersQuery, sessionQuery } from './api/queries.ts';
import { type EverywhereSearch, paths, readEverywhere } from './paths.ts';

export interface Context {
  readonly queries: QueryClient;
  readonly languages: i18n;
}

export const root = createRootRouteWithContext<Context>()({
  validateSearch: readEverywhere,
  search: { middlewares: [retainSearchParams(['lang', 'business'])] },
  component: Outlet,
  notFoundComponent: Lost,
  errorComponent: Stopped,
});

export function askingIn(context: Context, search: EverywhereSearch): Asking {
  return { language: context.languages.language, business: search.business };
}

/** Everything behind the sign-in: a stranger is sent there and comes back to where they wanted to be. */
export const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, search, location }) => {
    const asking = askingIn(context, search);
    const who = sessionQuery(asking);
    const kept = location.pathname === paths.till ? keptSession.read(search.business) : null;
    const byTheTill = (): Session | null => {
      // Known a long time ago, as far as the page can tell: it goes on asking.
      context.queries.setQueryData(who.queryKey, kept, { updatedAt: 0 });
      return kept;
    };
    const asked = context.queries.ensureQueryData(kept === null ? who : { ...who, retry: false });
    const heard = kept === null ? asked : soonOr(asked, byTheTill);
    const session = await heard.catch((error: unknown) => {
      if (kept !== null && isPassing(error)) return byTheTill();
      if (error instanceof Failure && error.code === 'membership_missing')
        throw redirect({ to: paths.nowhere });
      // A business one no longer works for: there may be others.
      if (error instanceof Failure && error.code === 'business_unknown' && search.business !== undefined)
        throw redirect({ to: paths.home, search: { business: undefined } });
      throw error;
    });
    if (session === null) {
      keptSession.forget();
      const isNew = await context.queries.fetchQuery(setupQuery()).catch(() => false);
      throw isNew
        ? redirect({ to: paths.welcome })
        : redirect({ to: paths.signIn, search: { next: location.href } });
    }
    // Who works for several businesses sees in the address which one this is; the server never guesses it.
    if (search.business === undefined && session.businesses.length > 1) {
      // The answer is the same when the business is named.
      const named = { ...asking, business: session.business.slug };
      context.queries.setQueryData(sessionQuery(named).queryKey, session);
      throw redirect({
        to: location.pathname,
        search: { ...search, business: session.business.slug },
        replace: true,
      });
    }
    // Every view needs the ladders' names.
    if (session.scopes.includes('ladder:read')) void context.queries.prefetchQuery(laddersQuery(asking));
  },
  component: Frame,
  errorComponent: Stopped,
});
