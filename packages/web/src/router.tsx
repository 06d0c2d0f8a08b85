import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
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
import { setupQuery } from './api/coming-in-queries.ts';
import { Failure } from './failure/failure.ts';
import { laddersQuery, sessionQuery } from './api/queries.ts';
import { lazyPage } from './loading/lazyPage.ts';
import {
  type EverywhereSearch,
  paths,
  readAudit,
  readHook,
  readEverywhere,
  readLadder,
  readDuplicates,
  readMoves,
  readPeople,
  readPerson,
  readRung,
  readSignIn,
  readStudio,
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
  component: lazyPage(() => import('./admin/sign-in/SignInPage.tsx'), 'SignInPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: paths.welcome,
  component: lazyPage(() => import('./admin/welcome/WelcomePage.tsx'), 'WelcomePage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: paths.invitation,
  component: lazyPage(() => import('./admin/welcome/InvitationPage.tsx'), 'InvitationPage'),
});

const nowhere = createRoute({
  getParentRoute: () => root,
  path: paths.nowhere,
  component: lazyPage(() => import('./admin/welcome/NowherePage.tsx'), 'NowherePage'),
});

/** Everything behind the sign-in: a stranger is sent there and comes back to where they wanted to be. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, search, location }) => {
    const asking = askingIn(context, search);
    const session = await context.queries.ensureQueryData(sessionQuery(asking)).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'membership_missing')
        throw redirect({ to: paths.nowhere });
      // A business one no longer works for: there may be others.
      if (error instanceof Failure && error.code === 'business_unknown' && search.business !== undefined)
        throw redirect({ to: paths.home, search: { business: undefined } });
      throw error;
    });
    if (session === null) {
      const isNew = await context.queries.fetchQuery(setupQuery()).catch(() => false);
      throw isNew
        ? redirect({ to: paths.welcome })
        : redirect({ to: paths.signIn, search: { next: location.href } });
    }
    // Who works for several businesses sees in the address which one this is; the server never guesses it.
    if (search.business === undefined && session.businesses.length > 1) {
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

/** The first ladder of the business is its face. */
const home = createRoute({
  getParentRoute: () => staff,
  path: paths.home,
  beforeLoad: async ({ context, search }) => {
    const session = await context.queries.ensureQueryData(sessionQuery(askingIn(context, search)));
    // Who may not see the ladder, a cashier, begins with the people.
    if (session?.scopes.includes('ladder:read') === false) throw redirect({ to: paths.people });
    const ladders = await context.queries.ensureQueryData(laddersQuery(askingIn(context, search)));
    const first = ladders.find((one) => one.kind === 'ladder') ?? ladders[0];
    if (first !== undefined) throw redirect({ to: paths.ladder, params: { ladder: first.key } });
  },
  component: lazyPage(() => import('./admin/ladder/NoLadder.tsx'), 'NoLadder'),
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
  component: lazyPage(() => import('./admin/ladder/RungPage.tsx'), 'RungPage'),
});

const moves = createRoute({
  getParentRoute: () => staff,
  path: paths.moves,
  validateSearch: readMoves,
  component: lazyPage(() => import('./admin/ladder/MovesPage.tsx'), 'MovesPage'),
});

const people = createRoute({
  getParentRoute: () => staff,
  path: paths.people,
  validateSearch: readPeople,
  component: lazyPage(() => import('./admin/people/PeoplePage.tsx'), 'PeoplePage'),
});

const duplicates = createRoute({
  getParentRoute: () => staff,
  path: paths.duplicates,
  validateSearch: readDuplicates,
  component: lazyPage(() => import('./admin/people/duplicates/DuplicatesPage.tsx'), 'DuplicatesPage'),
});

const person = createRoute({
  getParentRoute: () => staff,
  path: paths.person,
  validateSearch: readPerson,
  component: lazyPage(() => import('./admin/people/PersonPage.tsx'), 'PersonPage'),
});

const newBusiness = createRoute({
  getParentRoute: () => staff,
  path: paths.newBusiness,
  component: lazyPage(() => import('./admin/welcome/NewBusinessPage.tsx'), 'NewBusinessPage'),
});

const settings = createRoute({
  getParentRoute: () => staff,
  path: paths.settings,
  component: lazyPage(() => import('./admin/settings/SettingsPage.tsx'), 'SettingsPage'),
});

const settingsBusiness = createRoute({
  getParentRoute: () => settings,
  path: '/business',
  component: lazyPage(() => import('./admin/settings/BusinessSection.tsx'), 'BusinessSection'),
});

const settingsStaff = createRoute({
  getParentRoute: () => settings,
  path: '/staff',
  component: lazyPage(() => import('./admin/settings/StaffSection.tsx'), 'StaffSection'),
});

const settingsRoles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  component: lazyPage(() => import('./admin/settings/RolesSection.tsx'), 'RolesSection'),
});

const settingsKeys = createRoute({
  getParentRoute: () => settings,
  path: '/keys',
  component: lazyPage(() => import('./admin/settings/KeysSection.tsx'), 'KeysSection'),
});

const settingsAudit = createRoute({
  getParentRoute: () => settings,
  path: '/audit',
  validateSearch: readAudit,
  component: lazyPage(() => import('./admin/settings/AuditSection.tsx'), 'AuditSection'),
});

const settingsAccount = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyPage(() => import('./admin/settings/AccountSection.tsx'), 'AccountSection'),
});

const settingsAppearance = createRoute({
  getParentRoute: () => settings,
  path: '/appearance',
  component: lazyPage(() => import('./admin/settings/AppearanceSection.tsx'), 'AppearanceSection'),
});

const settingsWords = createRoute({
  getParentRoute: () => settings,
  path: '/words',
  component: lazyPage(() => import('./admin/settings/words/WordsSection.tsx'), 'WordsSection'),
});

const settingsHooks = createRoute({
  getParentRoute: () => settings,
  path: '/hooks',
  component: lazyPage(() => import('./admin/settings/hooks/HooksSection.tsx'), 'HooksSection'),
});

const settingsHook = createRoute({
  getParentRoute: () => settings,
  path: '/hooks/$hook',
  validateSearch: readHook,
  component: lazyPage(() => import('./admin/settings/hooks/HookPage.tsx'), 'HookPage'),
});

const settingsMappings = createRoute({
  getParentRoute: () => settings,
  path: '/mappings',
  component: lazyPage(() => import('./admin/imports/MappingsSection.tsx'), 'MappingsSection'),
});

/** Ladders and typologies are designed in a place of their own; whoever looks for them in the settings is led there. */
const settingsLadders = createRoute({
  getParentRoute: () => settings,
  path: '/ladders',
  beforeLoad: () => {
    throw redirect({ to: paths.studio });
  },
});

const settingsTree = settings.addChildren([
  settingsLadders,
  settingsMappings,
  settingsHooks,
  settingsHook,
  settingsWords,
  settingsBusiness,
  settingsStaff,
  settingsRoles,
  settingsKeys,
  settingsAudit,
  settingsAccount,
  settingsAppearance,
]);

const studioHome = createRoute({
  getParentRoute: () => staff,
  path: paths.studio,
  component: lazyPage(() => import('./admin/studio/StudioHome.tsx'), 'StudioHome'),
});

const studio = createRoute({
  getParentRoute: () => staff,
  path: paths.studioLadder,
  validateSearch: readStudio,
  component: lazyPage(() => import('./admin/studio/StudioPage.tsx'), 'StudioPage'),
});

const imports = createRoute({
  getParentRoute: () => staff,
  path: paths.imports,
  component: lazyPage(() => import('./admin/imports/ImportsPage.tsx'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: () => staff,
  path: paths.newImport,
  component: lazyPage(() => import('./admin/imports/NewImportPage.tsx'), 'NewImportPage'),
});

const oneImport = createRoute({
  getParentRoute: () => staff,
  path: paths.import,
  component: lazyPage(() => import('./admin/imports/ImportPage.tsx'), 'ImportPage'),
});

const tree = root.addChildren([
  signIn,
  welcome,
  invitation,
  nowhere,
  staff.addChildren([
    imports,
    newImport,
    oneImport,
    studioHome,
    studio,
    newBusiness,
    settingsTree,
    home,
    ladder,
    rung,
    moves,
    people,
    duplicates,
    person,
  ]),
]);

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
  interface StaticDataRouteOption {
    /** The page takes the whole width beside the navigation: wide tables. */
    wide?: boolean;
  }
}
