import { CSV_START, csvLine, type Instant, isoDay, type Language, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { ownersNamed } from '../deals/colleagues.ts';
import { agreementInForce } from './agreement-store.ts';
import type { LeadState } from './lead.ts';
import { type LeadView, listLeads } from './listing.ts';

const AT_A_TIME = 1000;

const HEADERS = {
  fa: [
    'شماره',
    'شخص',
    'نام',
    'وضعیت',
    'تناسب',
    'درگیری',
    'همکار',
    'سرچشمه',
    'کارزار',
    'روز ورود',
    'روز سپردن',
    'مهلت پاسخ',
    'روز پاسخ',
    'دلیل',
    'گام بعدی',
    'روز گام بعدی',
  ],
  en: [
    'Number',
    'Person',
    'Name',
    'State',
    'Fit',
    'Engagement',
    'Colleague',
    'Source',
    'Campaign',
    'Captured',
    'Handed',
    'Answer by',
    'Answered',
    'Reason',
    'Next step',
    'Next step on',
  ],
} as const;
const STATES: Readonly<Record<Language, Readonly<Record<LeadState, string>>>> = {
  fa: {
    nurture: 'در پرورش',
    handed: 'در انتظار پاسخ فروش',
    accepted: 'پذیرفته',
    qualified: 'تأییدشده',
    refused: 'ردشده',
    closed: 'بسته',
  },
  en: {
    nurture: 'nurture',
    handed: 'waiting for sales',
    accepted: 'accepted',
    qualified: 'qualified',
    refused: 'refused',
    closed: 'closed',
  },
};

/** The leads of a view as lines of a sheet, read a page at a time while they are sent. */
export async function* leadSheet(
  inBusiness: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  business: Business,
  asked: {
    readonly view: LeadView;
    readonly owner: string | null;
    readonly source: string | null;
    readonly now: Instant;
    readonly language: Language;
  },
): AsyncGenerator<string> {
  const { language } = asked;
  const zone = zoneOf(business.zone);
  const day = (at: Instant | null): string => (at === null ? '' : isoDay(zone.dayOf(at)));
  yield CSV_START + csvLine([...HEADERS[language]]);
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    const { page, names, reasons } = await inBusiness(async (tx) => {
      const found = await listLeads(tx, { ...asked, after: from === '' ? null : from, limit: AT_A_TIME });
      const owners = await ownersNamed(
        tx,
        found.leads.map(({ owner }) => owner),
      );
      const { definition } = await agreementInForce(tx);
      return {
        page: found,
        names: new Map(owners.map(({ id, name }) => [id, name])),
        reasons: new Map(definition.reasons.map(({ key, name }) => [key, name[language]])),
      };
    });
    yield page.leads
      .map((lead) =>
        csvLine([
          String(lead.id),
          String(lead.root),
          lead.name ?? '',
          STATES[language][lead.state],
          String(Math.round(lead.fit)),
          String(Math.round(lead.engagement)),
          names.get(lead.owner ?? '') ?? '',
          lead.source ?? '',
          lead.campaign ?? '',
          day(lead.capturedAt),
          day(lead.handedAt),
          day(lead.answerBy),
          day(lead.answeredAt),
          reasons.get(lead.reason ?? '') ?? lead.reason ?? '',
          lead.next?.about ?? '',
          day(lead.next?.dueAt ?? null),
        ]),
      )
      .join('');
    after = page.next;
  }
}
