import { CADENCE_PRESETS, type FollowUpKind, OUTCOMES } from '@nardeban/core/sales';
import { type Instant, MS_PER_DAY, type Result, zoneOf } from '@nardeban/core/values';
import {
  changeWorkingHours,
  finishFollowUp,
  planFollowUp,
  saveCadence,
  startCadence,
} from '../../capabilities/sales/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

const BY = 'مهمان نردبان';
const DEALS = 60;

/** What a seller has to do next with somebody, in turn; every seventh deal has nothing, which the day says. */
const STEPS: readonly (readonly [kind: FollowUpKind, about: string, days: number, hour: number | null])[] = [
  ['call', 'بپرسید پیش‌فاکتور رسید و چه نکته‌ای روشن نیست', 0, 11],
  ['message', 'عکس کار تازه را بفرستید', 0, null],
  ['meeting', 'نمونه‌ها را در فروشگاه ببیند', 1, 17],
  ['call', 'قیمت نهایی را بگویید', -2, null],
  ['promise', 'نمونهٔ پارچه را به دستش برسانید', 0, null],
  ['visit', 'اندازه‌گیری در محل', 3, 10],
  ['task', 'موجودی انبار را بپرسید', 5, null],
  ['call', 'یادش بیاورید تخفیف تا پایان ماه است', 8, null],
];

/**
 * The hours of a demo shop, what its sellers have done and have to do next, and a series of touches that runs with some. A
 * shop in which something was planned is not touched.
 */
export async function pretendFollowUps(
  tx: Tx,
  business: Business,
  { now }: { readonly now: Instant },
): Promise<void> {
  const { rowCount } = await tx.query('SELECT FROM cadences WHERE business_id = this_business() LIMIT 1');
  if (rowCount > 0) return;
  const author = { by: BY, now };
  const morning: [number, number] = [9 * 60, 13 * 60];
  const week = Array.from({ length: 7 }, (_, day): [number, number][] =>
    day === 6 ? [] : day === 5 ? [[...morning]] : [[...morning], [16 * 60, 20 * 60]],
  );
  const hours = { week, official: true, days: [], grace: 60 };
  await changeWorkingHours(tx, business, { hours, version: 0 }, { by: BY, at: now });
  for (const { key, fa } of CADENCE_PRESETS)
    made(await saveCadence(tx, { key, definition: fa, archived: false, revision: 0 }, author));

  const { rows } = await tx.query<{ id: number; person: number; owner: string | null; opened: Instant }>(
    `SELECT deal_id AS id, person_id AS person, owner, opened_at AS opened FROM deals
     WHERE business_id = this_business() AND state = 'open' ORDER BY deal_id LIMIT $1`,
    [DEALS],
  );
  const zone = zoneOf(business.zone);
  for (const [place, deal] of rows.entries()) {
    if (place % 7 === 6) continue;
    const before = Math.max(deal.opened, now - (2 + (place % 9)) * MS_PER_DAY);
    await planAndDo(tx, business, deal, before);
    if (place % 11 === 5) {
      made(
        await startCadence(
          tx,
          business,
          { cadence: 'after-quotation', person: deal.person, deal: deal.id, owner: deal.owner },
          author,
        ),
      );
      continue;
    }
    const [kind, about, days, hour] = STEPS[place % STEPS.length] ?? ['call', 'پیگیری', 1, null];
    const day = zone.dayOf(now) + days;
    made(
      await planFollowUp(tx, business, {
        person: deal.person,
        deal: deal.id,
        kind,
        about,
        due: hour === null ? zone.startOf(day) : zone.at(day, hour * 3_600_000),
        wholeDay: hour === null,
        owner: deal.owner,
        origin: 'staff',
        key: `pretend-${deal.id}`,
        by: BY,
        at: now,
      }),
    );
  }
}

/** A call of some days ago that was made. */
async function planAndDo(
  tx: Tx,
  business: Business,
  deal: { readonly id: number; readonly person: number; readonly owner: string | null },
  at: Instant,
): Promise<void> {
  const planned = made(
    await planFollowUp(tx, business, {
      person: deal.person,
      deal: deal.id,
      kind: 'call',
      about: 'نخستین تماس',
      due: at,
      wholeDay: true,
      owner: deal.owner,
      origin: 'staff',
      key: `pretend-first-${deal.id}`,
      by: BY,
      at,
    }),
  );
  const outcome = OUTCOMES.call[deal.id % 3 === 0 ? 1 : 0];
  made(
    await finishFollowUp(
      tx,
      business,
      { id: planned.id, revision: 1, outcome, note: null },
      { by: BY, now: at },
    ),
  );
}

function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
