import type { Quotation } from '@nardeban/core/sales';
import { type Instant, isoDay, MS_PER_DAY, type Result, zoneOf } from '@nardeban/core/values';
import {
  answerAgreement,
  changePaper,
  DEFAULT_PAPER,
  draftAgreement,
  placeOrder,
  salesPaper,
  sendAgreement,
  takePayment,
} from '../../capabilities/sales/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

const BY = 'مهمان نردبان';
const DEALS = 14;
const TERMS = '۱. نیمی از مبلغ پیش از تحویل پرداخت می‌شود.\n۲. هزینهٔ حمل در تهران با ماست.';

interface Matter {
  readonly id: number;
  readonly state: 'open' | 'won';
  readonly title: string;
  readonly products: readonly string[];
  readonly amount: number;
  readonly opened: Instant;
  readonly closed: Instant | null;
}

/**
 * What was agreed on in the deals of a demo shop: wants confirmed, quotations that wait, were accepted or declined, orders that
 * are paid in part or in full. A shop that has agreements is not touched.
 */
export async function pretendAgreements(
  tx: Tx,
  business: Business,
  { now }: { readonly now: Instant },
): Promise<void> {
  const { rowCount } = await tx.query('SELECT FROM agreements WHERE business_id = this_business() LIMIT 1');
  if (rowCount > 0) return;
  const kept = await salesPaper(tx);
  if (kept.revision === 0)
    made(
      await changePaper(
        tx,
        {
          ...DEFAULT_PAPER,
          address: 'تهران، خیابان ولی‌عصر، پلاک ۱۲۳',
          phones: '021-8877 6655',
          footer: 'با سپاس از همراهی شما',
          terms: { fa: TERMS, en: '1. Half of it is paid in advance.' },
        },
        0,
        { by: BY, now: now - 70 * MS_PER_DAY },
      ),
    );
  const { rows } = await tx.query<Matter>(
    `SELECT deal_id AS id, state, title, products, coalesce(amount, 100000000) AS amount, opened_at AS opened,
       closed_at AS closed FROM deals
     WHERE business_id = this_business() AND state <> 'lost' ORDER BY state DESC, deal_id LIMIT $1`,
    [DEALS],
  );
  for (const [place, matter] of rows.entries()) await agree(tx, business, matter, place, now);
}

async function agree(tx: Tx, business: Business, matter: Matter, place: number, now: Instant): Promise<void> {
  const isWon = matter.state === 'won';
  const sentAt = isWon
    ? (matter.closed ?? now) - MS_PER_DAY
    : Math.max(matter.opened, now - (place % 6) * MS_PER_DAY);
  const author = { by: BY, now: sentAt };
  const said = { name: 'مشتری', address: '127.0.0.1', wording: 'پذیرفتم.', mobile: null };
  if (place % 3 === 0) {
    const wants = matter.products.map((text) => ({ text, note: '' }));
    const list = made(
      await draftAgreement(
        tx,
        business,
        matter.id,
        { kind: 'wants', language: 'fa', content: { intro: '', wants } },
        author,
      ),
    );
    made(await sendAgreement(tx, business, list.id, list.revision, author));
    const right = wants.map(() => ({ right: true, comment: '' }));
    const of = { agreement: list.id, version: 1 };
    made(
      await answerAgreement(tx, business, of, { ...said, kind: 'wants', wants: right, comment: '' }, sentAt),
    );
  }
  const content = quotationOf(business, matter, place, sentAt);
  const draft = made(
    await draftAgreement(tx, business, matter.id, { kind: 'quotation', language: 'fa', content }, author),
  );
  const sent = await sendAgreement(tx, business, draft.id, draft.revision, author);
  // A discount beyond the guard stays a draft that waits for a manager.
  if (!sent.ok) return;
  const of = { agreement: draft.id, version: 1 };
  const answeredAt = Math.min(now, sentAt + MS_PER_DAY / 4);
  if (!isWon) {
    if (place % 4 === 1)
      made(
        await answerAgreement(tx, business, of, { ...said, kind: 'decline', reason: 'گران است' }, answeredAt),
      );
    return;
  }
  made(await answerAgreement(tx, business, of, { ...said, kind: 'accept' }, answeredAt));
  const after = { by: BY, now: answeredAt };
  const ordered = made(await placeOrder(tx, business, draft.id, {}, after));
  const total = sent.value.agreement.id === ordered.id ? await amountOf(tx, ordered.id) : 0;
  const part = place % 2 === 0 ? total : Math.floor(total / 20) * 10;
  if (part > 0)
    made(
      await takePayment(
        tx,
        business,
        ordered.id,
        { amount: part, method: 'واریز به حساب', note: '', at: undefined, before: 0 },
        after,
      ),
    );
}

async function amountOf(tx: Tx, agreement: number): Promise<number> {
  const { rows } = await tx.query<{ amount: number }>(
    'SELECT amount FROM agreement_orders WHERE business_id = this_business() AND agreement_id = $1',
    [agreement],
  );
  return rows[0]?.amount ?? 0;
}

function quotationOf(business: Business, matter: Matter, place: number, at: Instant): Quotation {
  const { products, title, amount } = matter;
  const each = Math.floor(amount / Math.max(1, products.length) / 10_000) * 10_000;
  return {
    title,
    lines: products.map((text, line) => ({
      sku: `P-${line + 1}`,
      text,
      quantity: (1 + (place % 3)) * 1000,
      unit: '',
      unitPrice: Math.floor(each / (1 + (place % 3)) / 10_000) * 10_000,
      discount: { kind: 'none' },
      taxRate: 1000,
    })),
    discount: place % 3 === 1 ? { kind: 'share', share: 300 } : { kind: 'none' },
    rounding: 10,
    validUntil: isoDay(zoneOf(business.zone).dayOf(at) + 10),
    delivery: '۳ روز پس از پذیرش',
    terms: TERMS,
    guaranteeMonths: place % 2 === 0 ? 12 : 0,
    service: place % 4 === 0 ? { visits: 2, everyMonths: 6 } : null,
    askAfterDays: 7,
    proof: false,
  };
}

/** The demo asks for nothing that can be refused: what is refused all the same is a fault of the program. */
function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo shop has no agreement: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
