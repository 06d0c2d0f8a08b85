import { createRoute, Outlet } from '@tanstack/react-router';
import { readCohorts, readLeaving, readModels, readSeasons } from './admin/insight/search.ts';
import {
  readAdvisor,
  readBaskets,
  readChannels,
  readCosts,
  readExperiments,
  readReturns,
  readRhythm,
  readTypes,
} from './admin/insight/spend-search.ts';
import { type LateRoom, loadRoom } from './language/languages.ts';
import { loadChunk } from './loading/chunk.ts';
import { lazyPage } from './loading/lazyPage.ts';
import { paths } from './paths.ts';
import { type Context, staff } from './staff-route.tsx';

/** Insight's sentences come with its first page. */
const sentencesOf =
  (room: LateRoom) =>
  ({ context }: { readonly context: Context }) =>
    loadChunk(() => loadRoom(context.languages, room));

const insight = createRoute({
  getParentRoute: () => staff,
  path: paths.insight,
  loader: sentencesOf('insight'),
  component: Outlet,
});

const insightOverview = createRoute({
  getParentRoute: () => insight,
  path: '/',
  component: lazyPage(() => import('./admin/insight/overview/OverviewPage.tsx'), 'OverviewPage'),
});

const insightValue = createRoute({
  getParentRoute: () => insight,
  path: '/value',
  component: lazyPage(() => import('./admin/insight/value/ValuePage.tsx'), 'ValuePage'),
});

const insightLeaving = createRoute({
  getParentRoute: () => insight,
  path: '/leaving',
  validateSearch: readLeaving,
  component: lazyPage(() => import('./admin/insight/leaving/LeavingPage.tsx'), 'LeavingPage'),
});

const insightCohorts = createRoute({
  getParentRoute: () => insight,
  path: '/cohorts',
  validateSearch: readCohorts,
  component: lazyPage(() => import('./admin/insight/cohorts/CohortsPage.tsx'), 'CohortsPage'),
});

const insightSeasons = createRoute({
  getParentRoute: () => insight,
  path: '/seasons',
  validateSearch: readSeasons,
  component: lazyPage(() => import('./admin/insight/seasons/SeasonsPage.tsx'), 'SeasonsPage'),
});

const insightModels = createRoute({
  getParentRoute: () => insight,
  path: '/models',
  validateSearch: readModels,
  component: lazyPage(() => import('./admin/insight/models/ModelsPage.tsx'), 'ModelsPage'),
});

const insightTypes = createRoute({
  getParentRoute: () => insight,
  path: '/types',
  validateSearch: readTypes,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/types/TypesPage.tsx'), 'TypesPage'),
});

const insightBaskets = createRoute({
  getParentRoute: () => insight,
  path: '/baskets',
  validateSearch: readBaskets,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/baskets/BasketsPage.tsx'), 'BasketsPage'),
});

const insightRhythm = createRoute({
  getParentRoute: () => insight,
  path: '/rhythm',
  validateSearch: readRhythm,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/rhythm/RhythmPage.tsx'), 'RhythmPage'),
});

const insightChannels = createRoute({
  getParentRoute: () => insight,
  path: '/channels',
  validateSearch: readChannels,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/channels/ChannelsPage.tsx'), 'ChannelsPage'),
});

const insightCosts = createRoute({
  getParentRoute: () => insight,
  path: '/costs',
  validateSearch: readCosts,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/costs/CostsPage.tsx'), 'CostsPage'),
});

const insightReturns = createRoute({
  getParentRoute: () => insight,
  path: '/returns',
  validateSearch: readReturns,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/returns/ReturnsPage.tsx'), 'ReturnsPage'),
});

const insightAdvisor = createRoute({
  getParentRoute: () => insight,
  path: '/advisor',
  validateSearch: readAdvisor,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/advisor/AdvisorPage.tsx'), 'AdvisorPage'),
});

const insightExperiments = createRoute({
  getParentRoute: () => insight,
  path: '/experiments',
  validateSearch: readExperiments,
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/experiments/ExperimentsPage.tsx'), 'ExperimentsPage'),
});

const insightExperiment = createRoute({
  getParentRoute: () => insight,
  path: '/experiments/$experiment',
  loader: sentencesOf('spend'),
  component: lazyPage(() => import('./admin/insight/experiments/ExperimentPage.tsx'), 'ExperimentPage'),
});

export const insightTree = insight.addChildren([
  insightOverview,
  insightValue,
  insightLeaving,
  insightCohorts,
  insightSeasons,
  insightModels,
  insightTypes,
  insightBaskets,
  insightRhythm,
  insightChannels,
  insightCosts,
  insightReturns,
  insightAdvisor,
  insightExperiments,
  insightExperiment,
]);
