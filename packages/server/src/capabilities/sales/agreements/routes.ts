import type { Routes } from '../../../platform/http/index.ts';
import { agreementRoutes } from './agreement-routes.ts';
import { deedRoutes } from './deed-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { publicAgreementRoutes } from './public-routes.ts';
import { returnRoutes } from './return-routes.ts';

/** Agreements: written, let through, sent and answered; the order and the money; and the head of the papers. */
export const salesAgreementRoutes: Routes = (app, parts) => {
  paperRoutes(app, parts);
  agreementRoutes(app, parts);
  deedRoutes(app, parts);
  returnRoutes(app, parts);
  publicAgreementRoutes(app, parts);
};
