import type { Routes } from '../../platform/http/index.ts';
import { appreciationRoutes } from './appreciation-routes.ts';
import { offerRoutes } from './offer-routes.ts';
import { openOfferRoutes } from './open-offers.ts';
import { offerSettingsRoutes } from './settings-routes.ts';
import { deviceRoutes } from './till/device-routes.ts';
import { tillClubRoutes } from './till/club-routes.ts';
import { findRoutes } from './till/find-routes.ts';
import { orderRoutes } from './till/order-routes.ts';
import { quoteRoutes } from './till/quote-routes.ts';
import { slipRoutes } from './till/slip-routes.ts';

/** Offers under guard, and the till where they are given. */
export const offersRoutes: Routes = (app, parts) => {
  offerRoutes(app, parts);
  offerSettingsRoutes(app, parts);
  openOfferRoutes(app, parts);
  appreciationRoutes(app, parts);
  tillClubRoutes(app, parts);
  findRoutes(app, parts);
  quoteRoutes(app, parts);
  orderRoutes(app, parts);
  deviceRoutes(app, parts);
  slipRoutes(app, parts);
};
