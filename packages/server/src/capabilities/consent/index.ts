export { type ConsentTold, keepConsents, keepingConsents } from './keeping.ts';
export {
  type Consent,
  consentPurposes,
  consentRecords,
  consentsOf,
  consentWords,
  PORTAL_SOURCE,
  sayConsent,
} from './said.ts';
