import type { Routes } from '../../platform/http/index.ts';
import { portalClubRoutes } from './club-routes.ts';
import { mailboxRoutes } from './mailbox.ts';
import { portalMemberRoutes } from './member-routes.ts';
import { portalSettingsRoutes } from './settings-routes.ts';
import { portalSignInRoutes } from './sign-in-routes.ts';

/** The customer's own pages: the way in, what they see and say, and how staff set them. */
export const portalRoutes: Routes = (app, parts) => {
  portalSettingsRoutes(app, parts);
  portalSignInRoutes(app, parts);
  portalMemberRoutes(app, parts);
  portalClubRoutes(app, parts);
  mailboxRoutes(app, parts);
};
