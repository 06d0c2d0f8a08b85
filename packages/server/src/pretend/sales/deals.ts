import { SEVEN_STEPS } from '@nardeban/core/sales';
import { type Instant, isoDay, MS_PER_DAY, type Result, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { loseDeal, moveDeal, openDeal, winDeal } from '../../capabilities/sales/index.ts';

const DEALS = 32;
const BY = 'مهمان نردبان';

const WANTED: readonly (readonly [title: string, products: readonly string[], millions: number])[] = [
  ['سفارش عمدهٔ قهوه', ['قهوهٔ دانه', 'فنجان'], 48],
  ['میز و صندلی کافه', ['میز', 'صندلی'], 120],
  ['اشتراک سالانه', ['اشتراک'], 18],
  ['هدیهٔ سازمانی نوروز', ['بستهٔ هدیه'], 75],
  ['دستگاه اسپرسو', ['اسپرسوساز', 'آسیاب'], 210],
  ['چاپ بسته‌بندی', ['جعبه', 'برچسب'], 34],
  ['تعمیر و نگه‌داری', ['قرارداد خدمات'], 26],
];
const KNOWN = {
  interest: 'در اینستاگرام دید و پرسید',
  need: 'تا پایان ماه آماده باشد',
  want: 'کار تمیز و تحویل سر وقت',
  decides: 'self',
} as const;
/** How far the deals have come: most are near the beginning, some are sold, and some were lost on the way. */
const ENDS = [0, 1, 0, 2, 'lost', 1, 3, 'won', 0, 2, 4, 'lost', 1, 'won', 3, 0, 'won', 2, 1, 'lost'] as const;

/**
 * Deals as a demo shop has them after two months: on every step, some sold, some lost, some that nobody has touched for
 * weeks. `owners` look after them in turn. A shop that has deals is not touched.
 */
export async function pretendDeals(
  tx: Tx,
  business: Business,
  { now, owners }: { readonly now: Instant; readonly owners: readonly string[] },
): Promise<void> {
  const { rowCount } = await tx.query('SELECT FROM deals WHERE business_id = this_business() LIMIT 1');
  if (rowCount > 0) return;
  const zone = zoneOf(business.zone);
  const { rows } = await tx.query<{ person: number }>(
    `SELECT person_id AS person FROM people
     WHERE business_id = this_business() AND merged_into IS NULL AND name IS NOT NULL
     ORDER BY kind = 'organisation' DESC, person_id LIMIT $1`,
    [DEALS * 3],
  );
  const people = rows.filter((_, place) => place % 3 === 0).slice(0, DEALS);
  for (const [place, { person }] of people.entries()) {
    const [title, products, millions] = WANTED[place % WANTED.length] ?? ['سفارش', [], 10];
    const openedAt = now - (62 - (place % 30) * 2) * MS_PER_DAY + (place % 9) * 3_600_000;
    const opened = made(
      await openDeal(tx, business, {
        person,
        title,
        amount: place % 9 === 8 ? null : (millions + place) * 10_000_000,
        products,
        owner: owners[place % Math.max(1, owners.length)] ?? null,
        expectedClose: isoDay(zone.dayOf(now) + ((place * 5) % 40) - 3),
        source: ['instagram', 'site', 'phone', 'friend'][place % 4],
        by: BY,
        at: openedAt,
      }),
    );
    await goOn(tx, business, opened.id, { end: ENDS[place % ENDS.length] ?? 0, openedAt, now });
  }
}

/** Some days on each step, as far as this deal came. */
async function goOn(
  tx: Tx,
  business: Business,
  deal: number,
  {
    end,
    openedAt,
    now,
  }: { readonly end: number | 'won' | 'lost'; readonly openedAt: Instant; readonly now: Instant },
): Promise<void> {
  const steps = SEVEN_STEPS.steps.filter(({ after }) => after !== true);
  const far = end === 'won' ? steps.length - 1 : end === 'lost' ? 2 : end;
  const days = Math.max(1, Math.floor((now - openedAt) / MS_PER_DAY / (far + 2)));
  const at = (stay: number): Instant => Math.min(now, openedAt + stay * days * MS_PER_DAY);
  const signed = { deal, by: BY, unproven: 'allow' as const };
  for (const [place, step] of steps.slice(1, far + 1).entries())
    made(await moveDeal(tx, business, { ...signed, to: step.key, known: KNOWN, at: at(place + 1) }));
  if (end === 'won') made(await winDeal(tx, business, { ...signed, amount: null, at: at(far + 1) }));
  if (end === 'lost')
    made(
      await loseDeal(tx, business, {
        deal,
        reason: ['price', 'competitor', 'no-answer'][deal % 3] ?? 'other',
        note: 'در تماس آخر گفت',
        by: BY,
        at: at(far + 1),
      }),
    );
}

/** The demo asks for nothing that can be refused: what is refused all the same is a fault of the program. */
function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo shop has no deal: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
