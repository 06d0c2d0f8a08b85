import { type BusinessCalendar, type Instant, MS_PER_DAY } from '@nardeban/core/values';
import { yearAt, yearOf } from '@nardeban/core/offers';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { changeMoneySettings, changeUnitCosts } from '../../capabilities/insight/index.ts';
import { calendarOf } from '../../capabilities/ladder/index.ts';
import { changeOfferSettings, giveAward, makeOffer, setOfferState } from '../../capabilities/offers/index.ts';
import {
  changeReward,
  draftReward,
  drawBatch,
  insertVersion,
  issueCard,
  sayTerms,
  wordBatch,
} from '../../capabilities/programme/index.ts';
import { made, ownerAt } from './author.ts';
import type { ClubCalendar } from './calendar.ts';
import { chosenMembers, type Member, tellJoined } from './members.ts';
import {
  beansDraft,
  demoRewards,
  letterCode,
  LETTER_WORD,
  MARGIN_RATE,
  offerSettingsFor,
  thankYou,
  unitCosts,
} from './offers.ts';
import { demoProgramme } from './programme.ts';

const TOMAN = 10;
/** Of a month's turnover of the shop, which its loyal customers are asked to bear. */
const TARGET_SHARE = 0.3;
const PRINTED_CODES = 200;

export interface OpenedClub {
  /** Whoever joins later is put to them. */
  readonly members: Member[];
  /** Who was honoured for last year, the first first. */
  readonly honoured: readonly number[];
}

/** Opens the club, as of the day it was opened: everything that somebody of the house decides. */
export async function openClub(tx: Tx, business: Business, calendar: ClubCalendar): Promise<OpenedClub> {
  const { openedAt } = calendar;
  const owner = ownerAt(openedAt);
  await insertVersion(tx, { definition: demoProgramme, note: null, ...owner });
  made(
    await changeMoneySettings(tx, { marginRate: MARGIN_RATE, assumed: {}, revision: 0 }, owner),
    'margin of its own',
  );
  await changeUnitCosts(tx, unitCosts, owner);
  const target = Math.round(TARGET_SHARE * (await monthlyTurnover(tx, openedAt)));
  made(await changeOfferSettings(tx, offerSettingsFor(target), 0, owner), 'guard');
  for (const { key, unit } of demoProgramme.wallets) {
    const cost = unit === 'money' ? { points: 1, amount: 1 } : { points: 1, amount: 12 * TOMAN };
    const standAlone = unit === 'money' ? cost : { points: 1, amount: 20 * TOMAN };
    const terms = {
      wallet: key,
      fromMonth: null,
      cost,
      standAlone,
      method: 'exact',
      reason: 'آغاز باشگاه',
    } as const;
    made(await sayTerms(tx, business, terms, owner), 'terms');
  }
  await makeOffers(tx, business, calendar);
  for (const reward of demoRewards) {
    const { revision } = made(await draftReward(tx, reward, owner), `reward ${reward.key}`);
    const active = { definition: reward, state: 'active', revision } as const;
    made(await changeReward(tx, reward.key, active, owner), `reward ${reward.key}`);
  }
  const members = await chosenMembers(tx, calendar);
  await tellJoined(tx, business, members);
  await sellCards(tx, business, calendar, members);
  return { members, honoured: await honour(tx, business, calendar.now, members) };
}

async function makeOffers(tx: Tx, business: Business, { openedAt, now }: ClubCalendar): Promise<void> {
  const owner = ownerAt(openedAt);
  for (const offer of [thankYou, letterCode]) {
    const { revision } = made(await makeOffer(tx, offer, owner), `offer ${offer.key}`);
    made(await setOfferState(tx, offer.key, { state: 'active', revision }, owner), `offer ${offer.key}`);
  }
  made(await makeOffer(tx, beansDraft, ownerAt(now - 3 * MS_PER_DAY)), `offer ${beansDraft.key}`);
  const terms = { offer: letterCode.key, usesPerPerson: 1, validFrom: openedAt, validUntil: null };
  made(
    await wordBatch(tx, business, { ...terms, name: 'خبرنامه', word: LETTER_WORD, uses: 300 }, owner),
    'word that is a code',
  );
  const printed = {
    ...terms,
    name: 'کارت‌های جشنوارهٔ قهوه',
    uses: 1,
    validUntil: now + 120 * MS_PER_DAY,
    count: PRINTED_CODES,
  };
  made(await drawBatch(tx, business, printed, ownerAt(now - 20 * MS_PER_DAY)), 'batch of vouchers');
}

/** Cards that were bought for somebody, and one that the house gave away. */
async function sellCards(
  tx: Tx,
  business: Business,
  { openedAt, now }: ClubCalendar,
  members: readonly Member[],
): Promise<void> {
  const cards = [
    { thousands: 500, paid: true, owner: null, days: 20, note: 'هدیهٔ تولد' },
    { thousands: 1_000, paid: true, owner: members[0], days: 41, note: 'هدیهٔ همکاران' },
    { thousands: 300, paid: true, owner: null, days: 66, note: '' },
    { thousands: 200, paid: false, owner: members[1], days: 90, note: 'دلجویی برای سفارش دیررسیده' },
  ];
  for (const { thousands, paid, owner, days, note } of cards) {
    const at = Math.min(openedAt + days * MS_PER_DAY, now);
    const card = {
      amount: thousands * 1_000 * TOMAN,
      paid,
      person: owner?.person ?? null,
      expiresAt: at + 365 * MS_PER_DAY,
      note,
    };
    made(await issueCard(tx, business, card, ownerAt(at)), 'gift card');
  }
}

/** The best of last year among the members, as it was made known in the first weeks of this one. */
async function honour(
  tx: Tx,
  business: Business,
  now: Instant,
  members: readonly Member[],
): Promise<number[]> {
  const calendar: BusinessCalendar = calendarOf(business);
  const year = yearAt(now, calendar) - 1;
  const { from, to } = yearOf(year, calendar);
  const { rows } = await tx.query<{ person: number }>(
    `SELECT person_id AS person FROM facts
     WHERE business_id = this_business() AND type = 'order.paid' AND at >= $1 AND at < $2 AND person_id = ANY($3::bigint[])
     GROUP BY 1 ORDER BY count(*) DESC, sum(amount) DESC, 1 LIMIT 3`,
    [timestamptz(from), timestamptz(to), members.map(({ person }) => person)],
  );
  const title = { fa: 'همراه سال', en: 'Companion of the year' };
  const at = Math.min(to + 18 * MS_PER_DAY, now);
  for (const [index, { person }] of rows.entries())
    made(
      await giveAward(
        tx,
        business,
        { year, person, place: index + 1, title, isPublic: index === 0 },
        ownerAt(at),
      ),
      'award',
    );
  return rows.map(({ person }) => person);
}

async function monthlyTurnover(tx: Tx, before: Instant): Promise<number> {
  const { rows } = await tx.query<{ sum: number }>(
    `SELECT coalesce(sum(amount), 0)::float8 AS sum FROM facts
     WHERE business_id = this_business() AND type = 'order.paid' AND at >= $1 AND at < $2`,
    [timestamptz(before - 30 * MS_PER_DAY), timestamptz(before)],
  );
  return rows[0]?.sum ?? 0;
}
