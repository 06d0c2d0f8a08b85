import type { FastifyInstance } from 'fastify';
import { fileRoutes } from './capabilities/dossier/file-routes.ts';
import { noteRoutes } from './capabilities/dossier/note-routes.ts';
import { dossierRoutes } from './capabilities/dossier/routes.ts';
import { factRoutes } from './capabilities/facts/routes.ts';
import { importRoutes } from './capabilities/imports/routes.ts';
import { insightAnswerRoutes } from './capabilities/insight/answer-routes.ts';
import { experimentRoutes } from './capabilities/insight/experiments/routes.ts';
import { moneyRoutes } from './capabilities/insight/money/routes.ts';
import { moneySettings } from './capabilities/insight/index.ts';
import { insightRoutes } from './capabilities/insight/routes.ts';
import { clubAccountingRoutes } from './capabilities/programme/accounting/routes.ts';
import { businessRoutes } from './capabilities/ladder/business-routes.ts';
import { ladderChangeRoutes } from './capabilities/ladder/change-routes.ts';
import { foundingRoutes } from './capabilities/ladder/founding-routes.ts';
import { ladderRoutes } from './capabilities/ladder/routes.ts';
import { studioRoutes } from './capabilities/ladder/studio-routes.ts';
import { bulkRoutes } from './capabilities/lists/bulk-routes.ts';
import { duplicateRoutes } from './capabilities/lists/duplicate-routes.ts';
import { listRoutes } from './capabilities/lists/routes.ts';
import { mayBeBrought } from './capabilities/offers/index.ts';
import { offersRoutes } from './capabilities/offers/routes.ts';
import { peopleRoutes } from './capabilities/people/routes.ts';
import { portalRoutes } from './capabilities/portal/routes.ts';
import { referralRoutesWith } from './capabilities/programme/referral/routes.ts';
import { clubRoutes } from './capabilities/programme/studio/routes.ts';
import { webhookRoutes } from './capabilities/webhooks/routes.ts';
import { voucherRoutesWith } from './capabilities/programme/codes/routes.ts';
import { giftCardRoutes } from './capabilities/programme/gift-cards/routes.ts';
import { rewardRoutesWith } from './capabilities/programme/rewards/routes.ts';
import { salesReportRoutes } from './capabilities/sales/reports/routes.ts';
import { salesAgreementRoutes } from './capabilities/sales/agreements/routes.ts';
import { salesDealRoutes } from './capabilities/sales/deals/routes.ts';
import { leadRoutes } from './capabilities/sales/leads/routes.ts';
import { salesFollowUpRoutes } from './capabilities/sales/follow-ups/routes.ts';
import { belongsRoutes } from './capabilities/sales/belongs/routes.ts';
import { memoryRoutes } from './capabilities/sales/memory/routes.ts';
import { objectionRoutes } from './capabilities/sales/objections/routes.ts';
import { recommendationRoutes } from './capabilities/sales/recommendations/routes.ts';
import { testimonialRoutes } from './capabilities/sales/testimonials/routes.ts';
import { captureRoutes } from './capabilities/sales/capture/routes.ts';
import { buildServer, type Routes, type ServerParts } from './platform/http/index.ts';

const capabilities: readonly Routes[] = [
  factRoutes,
  listRoutes,
  bulkRoutes,
  duplicateRoutes,
  peopleRoutes,
  dossierRoutes,
  noteRoutes,
  fileRoutes,
  ladderRoutes,
  ladderChangeRoutes,
  studioRoutes,
  importRoutes,
  webhookRoutes,
  clubRoutes,
  portalRoutes,
  referralRoutesWith(moneySettings),
  insightRoutes,
  insightAnswerRoutes,
  moneyRoutes,
  experimentRoutes,
  clubAccountingRoutes,
  offersRoutes,
  foundingRoutes,
  businessRoutes,
  voucherRoutesWith(mayBeBrought),
  giftCardRoutes,
  rewardRoutesWith(mayBeBrought),
  salesDealRoutes,
  salesAgreementRoutes,
  leadRoutes,
  salesFollowUpRoutes,
  salesReportRoutes,
  objectionRoutes,
  recommendationRoutes,
  testimonialRoutes,
  memoryRoutes,
  belongsRoutes,
  captureRoutes,
];

/** The HTTP server with all its routes; it does not listen yet. */
export function buildApp(parts: ServerParts): Promise<FastifyInstance> {
  return buildServer(parts, capabilities);
}
