import { addMonths, type Instant, MS_PER_DAY, startOfMonth, zoneOf } from '@nardeban/core/values';
import { changePortal } from '../../capabilities/portal/index.ts';
import {
  closeMonth,
  earnBusiness,
  makeEstimate,
  programmeInForce,
  rollBusiness,
  settleBusiness,
} from '../../capabilities/programme/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { made, ownerAt } from './author.ts';
import { type ClubCalendar, clubCalendar } from './calendar.ts';
import { friendsCome } from './friends.ts';
import { tellNews } from './members.ts';
import { type OpenedClub, openClub } from './opening.ts';
import { demoPortal } from './portal.ts';
import { daysAtTheTill } from './till.ts';

/** After which month members bring friends. */
const FRIENDS_COME = 2;
/** From the end of a month: friends come three days on, and the afternoon at the till is that of the sixth. */
const FRIENDS_AFTER_MS = 2.75 * MS_PER_DAY;
const TILL_AFTER_MS = 5.75 * MS_PER_DAY;
/** What is told of an afternoon at the till reaches so far. */
const TILL_LASTS_MS = 3 * MS_PER_DAY;
/** What of the units is expected to be spent one day, in millionths. */
const EXPECTED = 700_000;

export interface MakingClub {
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly onProgress?: (month: number, months: number) => void;
}

class Interrupted extends Error {}

/**
 * Gives a shop whose people have been told of a club that was opened five months before `now`: what was earned since then is
 * worked out from the recorded orders by the code that does it every day, month by month. All of it is one transaction, so
 * that the jobs, which know only the present, find it when its past is over; interrupted, the next call begins it anew, and
 * a shop that has a club is not touched. Answers whether there is one now.
 */
export async function makeClub(
  database: Database,
  business: Business,
  { now, signal, onProgress }: MakingClub,
): Promise<boolean> {
  const calendar = clubCalendar(business, now);
  try {
    await database.withBusiness(business.id, async (tx) => {
      if ((await programmeInForce(tx)) !== null) return;
      const opened = await openClub(tx, business, calendar);
      for (const month of calendar.rounds.keys()) {
        onProgress?.(month + 1, calendar.rounds.length);
        if (signal.aborted) throw new Interrupted();
        await liveMonth(tx, business, { ...opened, calendar, month });
      }
      await keepBooks(tx, business, calendar);
      made(await changePortal(tx, { ...demoPortal, revision: 0 }, ownerAt(calendar.openedAt)), 'portal');
    });
    return true;
  } catch (error) {
    if (error instanceof Interrupted) return false;
    throw error;
  }
}

/** What a month brought is earned as of its end, what was over by then expires, and the next one begins at the till. */
async function liveMonth(
  tx: Tx,
  business: Business,
  told: OpenedClub & { readonly calendar: ClubCalendar; readonly month: number },
): Promise<void> {
  const { calendar, month, members, honoured } = told;
  const until = calendar.rounds[month] ?? calendar.now;
  const after = calendar.rounds[month - 1] ?? calendar.openedAt - 1;
  const there = members.filter(({ joinedAt }) => joinedAt <= until).map(({ person }) => person);
  await tellNews(tx, there, { after, until });
  await earnBusiness(inside(tx), at(until), business);
  await settleBusiness(inside(tx), business.id, until);
  const tillAt = until + TILL_AFTER_MS;
  if (tillAt > calendar.now - TILL_LASTS_MS) return;
  if (month === FRIENDS_COME)
    members.push(...(await friendsCome(tx, business, members, until + FRIENDS_AFTER_MS)));
  const lastDay = zoneOf(business.zone).dayOf(calendar.now);
  await daysAtTheTill({ tx, business, at: tillAt }, members, { round: month, lastDay, honoured });
}

/** Brings the books up to the present, says what is expected of the units, and closes the first months. */
async function keepBooks(tx: Tx, business: Business, { openedAt, now }: ClubCalendar): Promise<void> {
  await rollBusiness(inside(tx), at(now), business);
  for (const wallet of ['points', 'credit']) {
    const asked = { wallet, rate: EXPECTED, lasts: null, reason: 'برآورد آغاز باشگاه' };
    made(await makeEstimate(tx, business, asked, ownerAt(now)), `estimate of ${wallet}`);
  }
  const first = startOfMonth(zoneOf(business.zone).dayOf(openedAt), business.calendar);
  for (const month of [first, addMonths(first, 1, business.calendar)])
    made(await closeMonth(tx, business, { month, note: '' }, ownerAt(now)), 'month that could be closed');
}

/** What the jobs do in transactions of their own happens in this one. */
function inside(tx: Tx): Database {
  const elsewhere = (): never => {
    throw new Error('The demo club is made in one transaction');
  };
  return {
    withBusiness: (_, work) => work(tx),
    withoutBusiness: elsewhere,
    get pool() {
      return elsewhere();
    },
    close: elsewhere,
  };
}

function at(instant: Instant): Clock {
  return { now: () => instant };
}
