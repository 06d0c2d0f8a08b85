import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { Frame } from './admin/Frame.tsx';
import { LadderPage } from './admin/ladder/LadderPage.tsx';
import { Lost } from './admin/Lost.tsx';
import { Stopped } from './admin/Stopped.tsx';
import type { Asking } from './api/client.ts';
import { laddersQuery, sessionQuery } from './api/queries.ts';
import {
  type EverywhereSearch,
  paths,
  readEverywhere,
  readLadder,
  readPeople,
  readPerson,
  readRung,
  readSignIn,
} from './paths.ts';

interface Context {
  readonly queries: QueryClient;
  readonly languages: i18n;
}

const root = createRootRouteWithContext<Context>()({
  validateSearch: readEverywhere,
  search: { middlewares: [retainSearchParams(['lang', 'business'])] },
  component: Outlet,
  notFoundComponent: Lost,
  errorComponent: Stopped,
});

function askingIn(context: Context, search: EverywhereSearch): Asking {
  return { language: context.languages.language, business: search.business };
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: readSignIn,
  component: lazyRouteComponent(() => import('./admin/sign-in/SignInPage.tsx'), 'SignInPage'),
});

/** Everything behind the sign-in: a stranger is sent there and comes back to where they wanted to be. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, search, location }) => {
    const asking = askingIn(context, search);
    const session = await context.queries.ensureQueryData(sessionQuery(asking));
    if (session === null) throw redirect({ to: paths.signIn, search: { next: location.href } });
    // Who works for several businesses sees in the address which one this is; the server never guesses it.
    if (search.business === undefined && session.businesses.length > 1) {
      throw redirect({
        to: location.pathname,
        search: { ...search, business: session.business.slug },
        replace: true,
      });
    }
    // Every view needs the ladders' names.
    void context.queries.prefetchQuery(laddersQuery(asking));
  },
  component: Frame,
  errorComponent: Stopped,
});

/** The first ladder of the business is its face. */
const home = createRoute({
  getParentRoute: () => staff,
  path: paths.home,
  beforeLoad: async ({ context, search }) => {
    const ladders = await context.queries.ensureQueryData(laddersQuery(askingIn(context, search)));
    const first = ladders.find((one) => one.kind === 'ladder') ?? ladders[0];
    if (first !== undefined) throw redirect({ to: paths.ladder, params: { ladder: first.key } });
  },
  component: lazyRouteComponent(() => import('./admin/ladder/NoLadder.tsx'), 'NoLadder'),
});

const ladder = createRoute({
  getParentRoute: () => staff,
  path: paths.ladder,
  validateSearch: readLadder,
  component: LadderPage,
});

const rung = createRoute({
  getParentRoute: () => staff,
  path: paths.rung,
  validateSearch: readRung,
  component: lazyRouteComponent(() => import('./admin/ladder/RungPage.tsx'), 'RungPage'),
});

const people = createRoute({
  getParentRoute: () => staff,
  path: paths.people,
  validateSearch: readPeople,
  component: lazyRouteComponent(() => import('./admin/people/PeoplePage.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => staff,
  path: paths.person,
  validateSearch: readPerson,
  component: lazyRouteComponent(() => import('./admin/people/PersonPage.tsx'), 'PersonPage'),
});

const tree = root.addChildren([signIn, staff.addChildren([home, ladder, rung, people, person])]);

export function startRouter(queries: QueryClient, languages: i18n) {
  return createRouter({
    routeTree: tree,
    context: { queries, languages },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 300,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof startRouter>;
  }
}
