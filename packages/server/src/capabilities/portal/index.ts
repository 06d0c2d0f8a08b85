export { changePortal, type PortalSettings, portalSettings } from './settings.ts';
