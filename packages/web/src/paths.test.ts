import { describe, expect, test } from 'vitest';
import { paths, readEverywhere, readLadder, readPeople, readPerson, readSignIn } from './paths.ts';

test('the addresses of the application', () => {
  expect(paths).toMatchInlineSnapshot(`
    {
      "club": "/club",
      "clubBooks": "/club/books",
      "clubGiftCards": "/club/gift-cards",
      "clubOffers": "/club/offers",
      "clubProgramme": "/club/programme",
      "clubReferrals": "/club/referrals",
      "clubRewards": "/club/rewards",
      "clubVouchers": "/club/vouchers",
      "duplicates": "/people/duplicates",
      "home": "/",
      "import": "/imports/$import",
      "imports": "/imports",
      "insight": "/insight",
      "insightAdvisor": "/insight/advisor",
      "insightBaskets": "/insight/baskets",
      "insightChannels": "/insight/channels",
      "insightCohorts": "/insight/cohorts",
      "insightCosts": "/insight/costs",
      "insightExperiment": "/insight/experiments/$experiment",
      "insightExperiments": "/insight/experiments",
      "insightLeaving": "/insight/leaving",
      "insightModels": "/insight/models",
      "insightReturns": "/insight/returns",
      "insightRhythm": "/insight/rhythm",
      "insightSeasons": "/insight/seasons",
      "insightTypes": "/insight/types",
      "insightValue": "/insight/value",
      "invitation": "/invitation",
      "ladder": "/ladders/$ladder",
      "moves": "/ladders/$ladder/moves",
      "newBusiness": "/new-business",
      "newImport": "/imports/new",
      "nowhere": "/nowhere",
      "people": "/people",
      "person": "/people/$person",
      "rung": "/ladders/$ladder/rungs/$rung",
      "sales": "/sales",
      "salesBelongs": "/sales/belongs",
      "salesDeal": "/sales/deals/$deal",
      "salesDeals": "/sales/deals",
      "salesForms": "/sales/forms",
      "salesLeads": "/sales/leads",
      "salesObjections": "/sales/objections",
      "salesPaper": "/sales/paper",
      "salesPipelines": "/sales/pipelines",
      "salesQualification": "/sales/qualification",
      "salesRecommendations": "/sales/recommendations",
      "salesReports": "/sales/reports",
      "salesSettings": "/sales/settings",
      "salesWants": "/sales/wants",
      "settings": "/settings",
      "settingsAccount": "/settings/account",
      "settingsAppearance": "/settings/appearance",
      "settingsAudit": "/settings/audit",
      "settingsBusiness": "/settings/business",
      "settingsHook": "/settings/hooks/$hook",
      "settingsHooks": "/settings/hooks",
      "settingsKeys": "/settings/keys",
      "settingsLadders": "/settings/ladders",
      "settingsMappings": "/settings/mappings",
      "settingsPortal": "/settings/portal",
      "settingsRoles": "/settings/roles",
      "settingsStaff": "/settings/staff",
      "settingsWords": "/settings/words",
      "signIn": "/sign-in",
      "studio": "/studio",
      "studioLadder": "/studio/$ladder",
      "till": "/till",
      "welcome": "/welcome",
    }
  `);
});

describe('what an address says', () => {
  test('is taken when it makes sense and dropped when it does not', () => {
    expect(readLadder({ asOf: '2026-01-05', period: 'custom', from: '2025-01-01', to: 'soon' })).toEqual({
      asOf: '2026-01-05',
      period: 'custom',
      from: '2025-01-01',
    });
    expect(readLadder({ asOf: '۱۴۰۵', period: 'forever', from: 7 })).toEqual({});
    expect(readEverywhere({ lang: 'de', business: '' })).toEqual({});
    expect(readPerson({ ladder: 'loyalty', show: 'moves', asOf: [] })).toEqual({
      ladder: 'loyalty',
      show: 'moves',
    });
    expect(readPeople({ search: 912 })).toEqual({ search: '912' });
  });

  test('never leads to another site after signing in', () => {
    expect(readSignIn({ next: '/ladders/loyalty?asOf=2026-01-05' })).toEqual({
      next: '/ladders/loyalty?asOf=2026-01-05',
    });
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'evil']) {
      expect(readSignIn({ next })).toEqual({});
    }
  });
});
