import { createRoute, Outlet } from '@tanstack/react-router';
import { readCapture } from './admin/sales/capture/capture-search.ts';
import { readReports } from './admin/sales/reports/reports-search.ts';
import { readBelongs, readWants } from './admin/sales/memory/memory-search.ts';
import { readObjections, readRecommendations } from './admin/sales/words/words-search.ts';
import { readDeals, readPipelines } from './admin/sales/deals/deals-search.ts';
import { readSalesSettings, readToday } from './admin/sales/today/today-search.ts';
import { readLeads, readQualification } from './admin/sales/leads/leads-search.ts';
import { type LateRoom, loadRoom } from './language/languages.ts';
import { loadChunk } from './loading/chunk.ts';
import { lazyPage } from './loading/lazyPage.ts';
import { paths } from './paths.ts';
import { type Context, staff } from './staff-route.tsx';

/** The sentences of a room of sales come with its first page; what all of them say comes with the first of all. */
const sentencesOf =
  (...rooms: readonly LateRoom[]) =>
  ({ context }: { readonly context: Context }) =>
    Promise.all(rooms.map((room) => loadChunk(() => loadRoom(context.languages, room))));

const sales = createRoute({
  getParentRoute: () => staff,
  path: paths.sales,
  loader: sentencesOf('sales', 'insight', 'spend'),
  component: Outlet,
});

const salesReports = createRoute({
  getParentRoute: () => sales,
  path: '/reports',
  validateSearch: readReports,
  loader: sentencesOf('salesReports'),
  component: lazyPage(() => import('./admin/sales/reports/ReportsPage.tsx'), 'ReportsPage'),
});

const salesBelongs = createRoute({
  getParentRoute: () => sales,
  path: '/belongs',
  validateSearch: readBelongs,
  loader: sentencesOf('salesMemory'),
  component: lazyPage(() => import('./admin/sales/memory/BelongsPage.tsx'), 'BelongsPage'),
});

const salesWants = createRoute({
  getParentRoute: () => sales,
  path: '/wants',
  validateSearch: readWants,
  loader: sentencesOf('salesMemory'),
  component: lazyPage(() => import('./admin/sales/memory/WantsPage.tsx'), 'WantsPage'),
});

const salesDeals = createRoute({
  getParentRoute: () => sales,
  path: '/deals',
  validateSearch: readDeals,
  staticData: { wide: true },
  loader: sentencesOf('salesDeals'),
  component: lazyPage(() => import('./admin/sales/deals/DealsPage.tsx'), 'DealsPage'),
});

const salesDeal = createRoute({
  getParentRoute: () => sales,
  path: '/deals/$deal',
  loader: sentencesOf('salesDeals'),
  component: lazyPage(() => import('./admin/sales/deals/DealPage.tsx'), 'DealPage'),
});

const salesPipelines = createRoute({
  getParentRoute: () => sales,
  path: '/pipelines',
  validateSearch: readPipelines,
  loader: sentencesOf('salesDeals'),
  component: lazyPage(() => import('./admin/sales/deals/PipelinesPage.tsx'), 'PipelinesPage'),
});

const salesToday = createRoute({
  getParentRoute: () => sales,
  path: '/',
  validateSearch: readToday,
  loader: sentencesOf('salesToday'),
  component: lazyPage(() => import('./admin/sales/today/TodayPage.tsx'), 'TodayPage'),
});

const salesSettings = createRoute({
  getParentRoute: () => sales,
  path: '/settings',
  validateSearch: readSalesSettings,
  loader: sentencesOf('salesToday'),
  component: lazyPage(() => import('./admin/sales/today/SettingsPage.tsx'), 'SettingsPage'),
});

const salesObjections = createRoute({
  getParentRoute: () => sales,
  path: '/objections',
  validateSearch: readObjections,
  loader: sentencesOf('salesWords'),
  component: lazyPage(() => import('./admin/sales/words/ObjectionsPage.tsx'), 'ObjectionsPage'),
});

const salesRecommendations = createRoute({
  getParentRoute: () => sales,
  path: '/recommendations',
  validateSearch: readRecommendations,
  loader: sentencesOf('salesWords'),
  component: lazyPage(() => import('./admin/sales/words/RecommendationsPage.tsx'), 'RecommendationsPage'),
});

const salesLeads = createRoute({
  getParentRoute: () => sales,
  path: '/leads',
  validateSearch: readLeads,
  loader: sentencesOf('salesLeads'),
  component: lazyPage(() => import('./admin/sales/leads/LeadsPage.tsx'), 'LeadsPage'),
});

const salesQualification = createRoute({
  getParentRoute: () => sales,
  path: '/qualification',
  validateSearch: readQualification,
  loader: sentencesOf('salesLeads'),
  component: lazyPage(() => import('./admin/sales/leads/QualificationPage.tsx'), 'QualificationPage'),
});

const salesForms = createRoute({
  getParentRoute: () => sales,
  path: '/forms',
  validateSearch: readCapture,
  loader: sentencesOf('salesCapture'),
  component: lazyPage(() => import('./admin/sales/capture/FormsPage.tsx'), 'FormsPage'),
});

const salesPaper = createRoute({
  getParentRoute: () => sales,
  path: '/paper',
  loader: sentencesOf('salesAgreement'),
  component: lazyPage(() => import('./admin/sales/agreement/PaperPage.tsx'), 'PaperPage'),
});

export const salesTree = sales.addChildren([
  salesPaper,
  salesForms,
  salesLeads,
  salesQualification,
  salesObjections,
  salesRecommendations,
  salesToday,
  salesSettings,
  salesDeals,
  salesDeal,
  salesPipelines,
  salesReports,
  salesBelongs,
  salesWants,
]);
