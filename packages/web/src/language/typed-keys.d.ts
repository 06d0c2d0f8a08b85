import type club from './fa/club.json';
import type clubBooks from './fa/club-books.json';
import type clubCodes from './fa/club-codes.json';
import type clubOffers from './fa/club-offers.json';
import type clubReferral from './fa/club-referral.json';
import type fa from './fa/index.ts';
import type insight from './fa/insight.json';
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
        typeof spend &
        typeof till;
    };
  }
}
