import type { Routes } from '../../../platform/http/index.ts';
import { leadDeedRoutes } from './deed-routes.ts';
import { leadReadRoutes } from './lead-routes.ts';
import { qualificationRoutes } from './qualification-routes.ts';
import { leadReviewRoutes } from './review-routes.ts';

/** Leads, what sales does with them, and what marketing and sales agree a good one is. */
export const leadRoutes: Routes = (app, parts) => {
  leadReadRoutes(app, parts);
  leadDeedRoutes(app, parts);
  qualificationRoutes(app, parts);
  leadReviewRoutes(app, parts);
};
