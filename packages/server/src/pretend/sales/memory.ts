import type { NewNote } from '@nardeban/core/sales';
import { type Instant, isoDay, MS_PER_DAY, type Result, zoneOf } from '@nardeban/core/values';
import { answerSuggestion, endPromise, savePair, tellTalk, whomOf } from '../../capabilities/sales/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

const BY = 'مهمان نردبان';
const TOMAN = 10;

/** What customers of a roastery say, by turns. */
const SAID: readonly {
  readonly summary: string;
  readonly notes: readonly NewNote[];
  readonly promise: string;
  readonly decides: string | null;
}[] = [
  {
    summary: 'کافه‌ای تازه باز می‌کند و هنوز قهوه‌اش را انتخاب نکرده است.',
    notes: [
      { kind: 'need', text: 'قهوه‌ای که هر هفته یک‌دست برسد', product: '' },
      { kind: 'want', text: 'ترکیب عربیکا برای اسپرسو', product: 'قهوهٔ دانه' },
      { kind: 'like', text: 'رُست متوسط، بی تلخی', product: '' },
      {
        kind: 'budget',
        text: '',
        product: '',
        low: 40_000_000 * TOMAN,
        high: 60_000_000 * TOMAN,
        byDay: null,
      },
      { kind: 'purpose', purpose: 'sells_on', text: 'در کافهٔ خودش', product: '' },
      { kind: 'expectation', source: 'others', text: 'شنیده که روز بعد می‌رسد', product: '', met: null },
    ],
    promise: 'نمونهٔ سه ترکیب را بفرستیم',
    decides: 'شریکش',
  },
  {
    summary: 'برای هدیهٔ نوروز همکارانش می‌پرسد؛ سال پیش دیر رسید.',
    notes: [
      { kind: 'need', text: 'هدیه‌ای که همه خوششان بیاید', product: '' },
      { kind: 'want', text: 'بستهٔ هدیه با نام شرکت', product: 'بستهٔ هدیه' },
      { kind: 'purpose', purpose: 'gives', text: 'به همکارانش', product: '' },
      { kind: 'expectation', source: 'experience', text: 'این بار پیش از عید برسد', product: '', met: null },
    ],
    promise: 'طرح جعبه را با نشان شرکت بفرستیم',
    decides: null,
  },
  {
    summary: 'دستگاه خانه‌اش خراب شده و می‌خواهد بداند تعمیر بهتر است یا خرید.',
    notes: [
      { kind: 'need', text: 'صبح‌ها قهوهٔ خوب بی‌دردسر', product: '' },
      { kind: 'want', text: 'دستگاهی که خودش تمیز شود', product: 'اسپرسوساز' },
      { kind: 'like', text: 'کوچک و سفید', product: '' },
      {
        kind: 'budget',
        text: 'قسطی هم می‌پذیرد',
        product: '',
        low: null,
        high: 25_000_000 * TOMAN,
        byDay: null,
      },
      { kind: 'purpose', purpose: 'uses', text: '', product: '' },
    ],
    promise: 'قیمت تعمیر را بپرسیم و بگوییم',
    decides: 'همسرش',
  },
  {
    summary: 'چاپ جعبه را با جای دیگری می‌سنجد.',
    notes: [
      { kind: 'want', text: 'جعبهٔ مقوایی با برچسب', product: 'جعبه' },
      { kind: 'expectation', source: 'knowledge', text: 'جنس مقوا را می‌شناسد', product: '', met: true },
    ],
    promise: 'نمونهٔ مقوا را ببریم',
    decides: null,
  },
];

const PAIRS: readonly (readonly [item: string, other: string, fa: string])[] = [
  ['قهوهٔ دانه', 'آسیاب دستی', 'دانهٔ تازه‌آسیاب عطر دیگری دارد. آسیاب دستی هم برایتان بگذارم؟'],
  ['اسپرسوساز', 'آسیاب', 'اسپرسو با آسیاب ریز و یک‌دست درمی‌آید. آسیابش را هم دیده‌اید؟'],
  ['میز', 'صندلی', 'برای این میز صندلی هم‌رنگ داریم. با هم ببریم؟'],
  ['بستهٔ هدیه', 'کارت دست‌نویس', 'روی هدیه کارتی با دست‌خط خودتان می‌گذاریم. متنش را می‌گویید؟'],
];
const ANSWERS = ['taken', 'refused', 'later', 'taken', 'taken'] as const;

/**
 * What was said in the deals of a demo shop, what was promised (some of it kept, one overdue), the business's own pairs and what
 * customers answered to them. A shop in which something is remembered is not touched.
 */
export async function pretendMemory(
  tx: Tx,
  business: Business,
  { now, sellers }: { readonly now: Instant; readonly sellers: readonly { id: string; name: string }[] },
): Promise<void> {
  const { rowCount } = await tx.query('SELECT FROM sales_talks WHERE business_id = this_business() LIMIT 1');
  if (rowCount > 0) return;
  const pairs = PAIRS.map(([item, other, sentenceFa]) => ({ item, other, sentenceFa }));
  for (const pair of pairs)
    made(
      await savePair(tx, { ...pair, own: true, hidden: false, sentenceEn: null }, null, {
        by: BY,
        at: now - 50 * MS_PER_DAY,
      }),
    );
  const { rows: deals } = await tx.query<{ deal: number; person: number; owner: string | null; at: Instant }>(
    `SELECT deal_id AS deal, person_id AS person, owner, step_since AS at FROM deals
     WHERE business_id = this_business() AND state = 'open' ORDER BY deal_id LIMIT 16`,
  );
  for (const [place, { deal, person, owner, at }] of deals.entries()) {
    const whom = made(await whomOf(tx, { person, deal }));
    const told = SAID[place % SAID.length];
    if (told === undefined) continue;
    const seller = sellers.find(({ id }) => id === owner) ?? null;
    const said = Math.min(now - MS_PER_DAY, at + 3_600_000);
    const zone = zoneOf(business.zone);
    const isLate = place === 2;
    made(
      await tellTalk(
        tx,
        business,
        whom,
        {
          channel: (['call', 'visit', 'meeting', 'message'] as const)[place % 4] ?? 'call',
          at: said,
          saidBy: {},
          summary: told.summary,
          notes: told.notes,
          roles:
            told.decides === null ? [] : [{ role: 'decides', name: told.decides, note: '', belonging: null }],
          promises: [
            {
              side: 'us',
              text: told.promise,
              dueOn: isoDay(isLate ? zone.dayOf(now) - 1 : zone.dayOf(now) + 1 + (place % 6)),
              owner,
            },
          ],
          next: null,
        },
        { user: seller, by: seller?.name ?? BY, now: isLate ? now - 3 * MS_PER_DAY : now - 3_600_000 },
      ),
    );
    const pair = pairs.find(({ item }) => whom.products.includes(item));
    const answer = ANSWERS[place % ANSWERS.length];
    if (pair !== undefined && answer !== undefined)
      made(
        await answerSuggestion(
          tx,
          business,
          whom,
          { item: pair.item, other: pair.other, answer, due: null, addToDeal: false },
          { owner, by: seller?.name ?? BY, at: now - 2 * 3_600_000 },
        ),
      );
  }
  const { rows: promises } = await tx.query<{ id: number }>(
    `SELECT promise_id AS id FROM sales_promises WHERE business_id = this_business() AND state = 'open'
     ORDER BY promise_id LIMIT 24`,
  );
  for (const { id } of promises.filter((_, place) => place % 3 === 0))
    made(
      await endPromise(
        tx,
        business,
        { id, revision: null },
        { state: 'kept', ending: '', by: BY, at: now - 1_800_000 },
      ),
    );
}

function made<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`The demo shop does not remember what was said: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
