import type club from './fa/club.json';
import type clubBooks from './fa/club-books.json';
import type clubCodes from './fa/club-codes.json';
import type clubOffers from './fa/club-offers.json';
import type clubReferral from './fa/club-referral.json';
import type fa from './fa/index.ts';
import type insight from './fa/insight.json';
import type sales from './fa/sales.json';
import type salesAgreement from './fa/sales-agreement.json';
import type salesCapture from './fa/sales-capture.json';
import type salesDeals from './fa/sales-deals.json';
import type salesLeads from './fa/sales-leads.json';
import type salesMemory from './fa/sales-memory.json';
import type salesReports from './fa/sales-reports.json';
import type salesToday from './fa/sales-today.json';
import type salesWords from './fa/sales-words.json';
import type spend from './fa/spend.json';
import type till from './fa/till.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof fa &
        typeof club &
        typeof clubBooks &
        typeof clubCodes &
        typeof clubOffers &
        typeof clubReferral &
        typeof insight &
        typeof sales &
        typeof salesAgreement &
        typeof salesCapture &
        typeof salesDeals &
        typeof salesLeads &
        typeof salesMemory &
        typeof salesReports &
        typeof salesToday &
        typeof salesWords &
        typeof spend &
        typeof till;
    };
  }
}
