import type { Routes } from '../../../platform/http/index.ts';
import { cadenceRoutes } from './cadence-routes.ts';
import { calendarFeedRoutes } from './feed-routes.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { salesSettingsRoutes } from './settings-routes.ts';
import { todayRoutes } from './today-routes.ts';

/** What is to be done next, by whom and when; series of touches; working hours; the feed for calendars. */
export const salesFollowUpRoutes: Routes = (app, parts) => {
  todayRoutes(app, parts);
  followUpRoutes(app, parts);
  cadenceRoutes(app, parts);
  salesSettingsRoutes(app, parts);
  calendarFeedRoutes(app, parts);
};
