import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { LadderPage } from './admin/ladder/LadderPage.tsx';
import { lookedAt } from './admin/ladder/looked.ts';
import { speechFor } from './admin/setting.ts';
import { ladderQuery, laddersQuery, sessionQuery } from './api/queries.ts';
import { lazyPage } from './loading/lazyPage.ts';
import {
  paths,
  readAudit,
  readHook,
  readLadder,
  readDuplicates,
  readMoves,
  readPeople,
  readPerson,
  readRung,
  readSignIn,
  readStudio,
} from './paths.ts';
import { clubTree } from './club-routes.tsx';
import { salesTree } from './sales-routes.tsx';
import { insightTree } from './insight-routes.tsx';
import { loadRoom } from './language/languages.ts';
import { loadChunk } from './loading/chunk.ts';
import { askingIn, root, staff } from './staff-route.tsx';

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
  loaderDeps: ({ search }) => search,
  // Asked for as soon as it is known where somebody goes, and not when the page is drawn.
  loader: async ({ context, params, deps }) => {
    const asking = askingIn(context, deps);
    const session = await context.queries.ensureQueryData(sessionQuery(asking));
    if (session?.scopes.includes('ladder:read') !== true) return;
    const speech = speechFor(session, asking.language);
    const { asOf, from, to } = lookedAt(deps, speech.dayOf(Date.now()), speech.calendar);
    void context.queries.prefetchQuery(ladderQuery(asking, { ladder: params.ladder, asOf, from, to }));
  },
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

const settingsPortal = createRoute({
  getParentRoute: () => settings,
  path: '/portal',
  component: lazyPage(() => import('./admin/settings/PortalSection.tsx'), 'PortalSection'),
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
  settingsPortal,
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

const till = createRoute({
  getParentRoute: () => staff,
  path: paths.till,
  loader: ({ context }) => loadChunk(() => loadRoom(context.languages, 'till')),
  component: lazyPage(() => import('./admin/till/TillPage.tsx'), 'TillPage'),
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
    clubTree,
    salesTree,
    insightTree,
    till,
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
