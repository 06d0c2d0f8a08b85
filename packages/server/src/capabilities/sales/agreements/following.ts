import { type AfterSale, afterSale, guaranteeEnd, type Quotation } from '@nardeban/core/sales';
import {
  type Day,
  isoDay,
  type Language,
  readIsoDay,
  showDay,
  toPersianDigits,
  zoneOf,
} from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { dealById } from '../deals/index.ts';
import { cancelFollowUps, planFollowUp } from '../follow-ups/index.ts';
import { endPromise, makePromise, whomOf } from '../memory/index.ts';
import type { Author } from './paper.ts';
import type { Agreement } from './store.ts';

/** So long somebody thinks about a quotation before we ask. */
const ASK_AFTER_DAYS = 3;

/** What names the follow-ups that end with the customer's answer. */
export function waitsForAnswer(agreement: number): string {
  return `agreement-${agreement}-answer`;
}

/** What names the follow-up about an answer that somebody has to look at. */
export function looksAt(agreement: number, what: 'not_right' | 'declined' | 'accepted'): string {
  return `agreement-${agreement}-${what}`;
}

type Numbered = Agreement & { readonly number: number };

/** Whoever looks after the deal asks after some days, and before the last one on which it can be accepted. */
export async function planAsking(
  tx: Tx,
  business: Business,
  { id, kind, number, version, deal, person }: Numbered,
  validUntil: string | null,
  { by, now }: Author,
): Promise<void> {
  const zone = zoneOf(business.zone);
  const today = zone.dayOf(now);
  const last = validUntil === null ? null : readIsoDay(validUntil);
  const day = Math.max(today, Math.min(today + ASK_AFTER_DAYS, last === null ? Infinity : last - 1));
  await planned(tx, business, {
    person,
    deal,
    key: `agreement-${id}-${version}-ask`,
    ref: waitsForAnswer(id),
    day,
    about: said(business.language, {
      fa: kind === 'quotation' ? `پیش‌فاکتور ${number} را دیدند؟ نظرشان چیست؟` : `فهرست خواسته‌ها را دیدند؟`,
      en:
        kind === 'quotation'
          ? `Did they see quotation ${number}? What do they think?`
          : 'Did they see the list of wants?',
    }),
    by,
    now,
  });
}

/** The customer said something that somebody has to look at today. */
export async function planLooking(
  tx: Tx,
  business: Business,
  { id, number, version, deal, person }: Numbered,
  what: 'not_right' | 'declined' | 'accepted',
  { by, now }: Author,
): Promise<void> {
  const about = {
    not_right: {
      fa: 'خواسته‌ها را درست نفهمیده‌ایم: نظر مشتری را بخوانید و فهرست را درست کنید.',
      en: 'We did not understand the wants: read what the customer said and put the list right.',
    },
    declined: {
      fa: `پیش‌فاکتور ${number} را نپذیرفتند: دلیلشان را بخوانید و تماس بگیرید.`,
      en: `Quotation ${number} was declined: read why, and call.`,
    },
    accepted: {
      fa: `پیش‌فاکتور ${number} را پذیرفتند: سفارش را ثبت کنید.`,
      en: `Quotation ${number} was accepted: place the order.`,
    },
  }[what];
  await planned(tx, business, {
    person,
    deal,
    key: `agreement-${id}-${version}-${what}`,
    ref: looksAt(id, what),
    day: zoneOf(business.zone).dayOf(now),
    about: said(business.language, about),
    by,
    now,
  });
}

/** A discount waits for a manager: for whoever of them looks first. */
export async function planDeciding(
  tx: Tx,
  business: Business,
  { id, revision, deal, person }: Agreement,
  reason: string,
  { by, now }: Author,
): Promise<void> {
  await planned(tx, business, {
    person,
    deal,
    key: `agreement-${id}-approval-${revision}`,
    ref: waitsForManager(id),
    day: zoneOf(business.zone).dayOf(now),
    about: said(business.language, {
      fa: `تخفیف پیش‌فاکتور منتظر اجازهٔ مدیر است: ${reason}`,
      en: `The discount of a quotation waits for a manager: ${reason}`,
    }),
    isNobodys: true,
    by,
    now,
  });
}

/** What names the follow-up that ends with a manager's word, or with another draft. */
export function waitsForManager(agreement: number): string {
  return `agreement-${agreement}-approval`;
}

/**
 * What follows a sale, on its days. The visits that were promised are promises, kept or broken later; the rest are our own
 * reminders. Called once for an order; the keys hold should it be called again. Answers the numbers of the promises.
 */
export async function planAfterSale(
  tx: Tx,
  business: Business,
  { id, deal, person }: Agreement,
  { content, sold }: { readonly content: Quotation; readonly sold: Day },
  { by, now }: Author,
): Promise<readonly number[]> {
  const promises: number[] = [];
  const owner = (await dealById(tx, deal))?.owner ?? null;
  const today = zoneOf(business.zone).dayOf(now);
  const end = guaranteeEnd(content.guaranteeMonths, sold, business.calendar);
  for (const one of afterSale(content, { sold, calendar: business.calendar })) {
    const about = said(business.language, aboutOf(one, business, content, end));
    const day = Math.max(one.day, today);
    if (one.promised) {
      const whom = await whomOf(tx, { person, deal });
      const promised = whom.ok
        ? await makePromise(tx, business, whom.value, {
            side: 'us',
            text: about,
            dueOn: isoDay(day),
            owner,
            promisedBy: business.name,
            talk: null,
            replaces: null,
            by,
            at: now,
          })
        : whom;
      // Somebody with a hundred promises already still gets their visit.
      if (promised.ok) {
        promises.push(promised.value.id);
        continue;
      }
    }
    await planned(tx, business, {
      person,
      deal,
      key: `agreement-${id}-${one.kind}-${one.place}`,
      ref: afterSaleOf(id),
      day,
      about,
      by,
      now,
    });
  }
  return promises;
}

/** What names the follow-ups of an order. */
function afterSaleOf(agreement: number): string {
  return `agreement-${agreement}-sale`;
}

/** The sale is undone: nobody is thanked for it, asked about it, or visited for it. What was kept already stays kept. */
export async function endAfterSale(
  tx: Tx,
  business: Business,
  {
    id,
    promises,
    reason,
  }: { readonly id: number; readonly promises: readonly number[]; readonly reason: string },
  { by, now }: Author,
): Promise<void> {
  await cancelFollowUps(tx, business, { originRef: afterSaleOf(id), at: now, by });
  for (const promise of promises) {
    const ended = await endPromise(
      tx,
      business,
      { id: promise, revision: null },
      { state: 'released', ending: reason, by, at: now },
    );
    // Kept, broken or let go before.
    if (!ended.ok && ended.refusal.code !== 'promise_over' && ended.refusal.code !== 'promise_unknown')
      throw new Error(`A promise of an order was refused: ${ended.refusal.code}`);
  }
}

function aboutOf(
  { kind, place }: AfterSale,
  business: Business,
  { title, service }: Quotation,
  end: Day | null,
): { readonly fa: string; readonly en: string } {
  const of = title === '' ? { fa: '', en: '' } : { fa: ` («${title}»)`, en: ` (“${title}”)` };
  const day = (language: Language): string =>
    end === null ? '' : showDay(end, { calendar: business.calendar, language, style: 'long' });
  switch (kind) {
    case 'thanks':
      return { fa: `از خریدشان تشکر کنید${of.fa}.`, en: `Thank them for their purchase${of.en}.` };
    case 'ask':
      return { fa: `بپرسید کار با آن چطور پیش می‌رود${of.fa}.`, en: `Ask how it is going${of.en}.` };
    case 'service':
      return {
        fa: `سرویس ${place} از ${service?.visits ?? place} که قول داده‌ایم${of.fa}.`,
        en: `Service ${place} of ${service?.visits ?? place} that we promised${of.en}.`,
      };
    case 'guarantee-end':
      return {
        fa: `گارانتی در ${day('fa')} تمام می‌شود؛ پیش از آن حالشان را بپرسید${of.fa}.`,
        en: `The guarantee ends on ${day('en')}: ask before that${of.en}.`,
      };
  }
}

async function planned(
  tx: Tx,
  business: Business,
  plan: {
    readonly person: number;
    readonly deal: number;
    readonly key: string;
    readonly ref: string;
    readonly day: Day;
    readonly about: string;
    readonly isNobodys?: boolean;
  } & Author,
): Promise<void> {
  const { person, deal, key, ref, day, about, isNobodys = false, by, now } = plan;
  const done = await planFollowUp(tx, business, {
    person,
    deal,
    kind: 'task',
    due: zoneOf(business.zone).startOf(day),
    wholeDay: true,
    about,
    owner: isNobodys ? null : ((await dealById(tx, deal))?.owner ?? null),
    origin: 'agreement',
    originRef: ref,
    key,
    by,
    at: now,
  });
  // Their row is there, or the agreement would have been refused: an undone import may have taken it away meanwhile.
  if (!done.ok && done.refusal.code !== 'person_unknown')
    throw new Error(`A follow-up of an agreement was refused: ${done.refusal.code}`);
}

function said(language: Language, { fa, en }: { readonly fa: string; readonly en: string }): string {
  return language === 'fa' ? toPersianDigits(fa) : en;
}
