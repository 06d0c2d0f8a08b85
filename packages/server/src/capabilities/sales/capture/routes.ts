import type { Routes } from '../../../platform/http/index.ts';
import { formRoutes } from './form-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { publicFormRoutes } from './public-routes.ts';
import { captureSettingsRoutes } from './settings-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { submissionRoutes } from './submission-routes.ts';
import { visitRoutes } from './visit-routes.ts';

/** How leads come in: what staff lay out and look at, and what strangers meet. */
export const captureRoutes: Routes = (app, parts) => {
  formRoutes(app, parts);
  submissionRoutes(app, parts);
  linkRoutes(app, parts);
  captureSettingsRoutes(app, parts);
  sheetRoutes(app, parts);
  publicFormRoutes(app, parts);
  visitRoutes(app, parts);
};
