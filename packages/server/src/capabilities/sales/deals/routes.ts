import type { Routes } from '../../../platform/http/index.ts';
import { boardRoutes } from './board-routes.ts';
import { colleagueRoutes } from './colleague-routes.ts';
import { dealRoutes } from './deal-routes.ts';
import { pipelineRoutes } from './pipeline-routes.ts';

/** Pipelines, the board, deals, and who looks after them. */
export const salesDealRoutes: Routes = (app, parts) => {
  pipelineRoutes(app, parts);
  boardRoutes(app, parts);
  dealRoutes(app, parts);
  colleagueRoutes(app, parts);
};
