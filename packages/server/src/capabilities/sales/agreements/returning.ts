import {
  type AgreedReturn,
  agreedReturn,
  type Back,
  quotationTotals,
  type Quotation,
  type QuotationTotals,
} from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result, timesOver } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { uncountOwnDiscount } from '../../offers/index.ts';
import { dealById, loseDeal, noteReturned, reopenDeal } from '../deals/index.ts';
import { endAfterSale } from './following.ts';
import { type AgreementOrder, isOver, orderOf } from './ordering.ts';
import type { Author } from './paper.ts';
import { type Agreement, agreementById, holdAgreement, noteEvent, touch, versionOf } from './store.ts';
import { tellOfDeals } from '../deals/telling.ts';

/** One time when an order was called off or something of it came back. */
export interface AgreementReturn {
  readonly place: number;
  readonly kind: 'cancelled' | 'returned';
  /** What is to be paid back. */
  readonly amount: number;
  readonly lines: AgreedReturn['lines'];
  readonly reason: string;
  /** How it is paid back. */
  readonly method: string;
  readonly at: Instant;
  readonly by: string;
}

/** What becomes of a deal whose order was called off: the talk goes on, or it is lost for one of its pipeline's reasons. */
export type DealAfter = { readonly becomes: 'open' } | { readonly becomes: 'lost'; readonly reason: string };

const MOST_RETURNS = 100;

/** The first of them first. */
export async function returnsOf(tx: Tx, agreement: number): Promise<readonly AgreementReturn[]> {
  const { rows } = await tx.query<AgreementReturn>(
    `SELECT place, kind, amount, lines, reason, method, at, made_by AS by FROM agreement_returns
     WHERE business_id = this_business() AND agreement_id = $1 ORDER BY place`,
    [agreement],
  );
  return rows;
}

/**
 * Calls off an order before all of it is paid for: nothing was sold. What had been paid of it is to be paid back; what was
 * planned for it ends, and its discount is given back to the budgets. Its deal is opened again, or lost, unless another order of it stands.
 * Refusals: `agreement_unknown`, `changed_meanwhile`, `order_not_placed`, `order_over` {number}, `order_paid_already` {number},
 * `lost_reason_unknown`.
 */
export async function cancelOrder(
  tx: Tx,
  business: Business,
  id: number,
  asked: {
    readonly revision: number;
    readonly reason: string;
    readonly method: string;
    readonly deal: DealAfter;
  },
  author: Author,
): Promise<Result<Agreement>> {
  const held = await holdOrder(tx, id, asked.revision);
  if (!held.ok) return held;
  const { agreement, order } = held.value;
  const { number, paid, amount, promises } = order;
  if (order.paidAt !== null) return refuse('order_paid_already', 'id', { number });
  const { by, now } = author;
  const { reason, method } = asked;
  await tx.query(
    'UPDATE agreement_orders SET cancelled_at = $2 WHERE business_id = this_business() AND agreement_id = $1',
    [id, timestamptz(now)],
  );
  await keep(tx, id, { place: 1, kind: 'cancelled', amount: paid, lines: [], reason, method, at: now, by });
  await note(tx, agreement, { kind: 'cancelled', order: number, amount: paid, reason }, author);
  await tellOfDeals(tx, business, [
    {
      deal: agreement.deal,
      type: 'order.cancelled',
      key: `agreement-${id}-cancelled`,
      at: now,
      data: { order: number, amount, reason: reason.slice(0, 200) },
    },
  ]);
  await endAfterSale(tx, business, { id, promises, reason }, author);
  const sold = await soldWith(tx, agreement);
  await giveDiscountBack(tx, business, sold, { id, place: 1, amount: sold.discount, now });
  const deal = await endDeal(tx, business, agreement, asked, author);
  return deal.ok ? agreementById(tx, id) : deal;
}

/**
 * Takes back what was paid for: some of it, by lines, or all that is left. Its deal stays won and is worth so much less; the club
 * takes back what was earned by its own job, from the fact. When nothing is left, what was planned after the sale ends.
 * Refusals: `agreement_unknown`, `changed_meanwhile`, `order_not_placed`, `order_over` {number}, `order_not_paid` {number},
 * `returns_too_many`, those of `agreedReturn`.
 */
export async function returnOrdered(
  tx: Tx,
  business: Business,
  id: number,
  asked: {
    readonly revision: number;
    /** Null: all that is left. */
    readonly lines: readonly Back[] | null;
    readonly reason: string;
    readonly method: string;
  },
  author: Author,
): Promise<Result<Agreement>> {
  const held = await holdOrder(tx, id, asked.revision);
  if (!held.ok) return held;
  const { agreement, order } = held.value;
  const { number } = order;
  if (order.paidAt === null) return refuse('order_not_paid', 'id', { number });
  const earlier = await returnsOf(tx, id);
  if (earlier.length >= MOST_RETURNS) return refuse('returns_too_many', 'id', { most: MOST_RETURNS });
  const sold = await soldWith(tx, agreement);
  const planned = agreedReturn(sold.content, sold.totals, goneBefore(sold.content, earlier), asked.lines);
  if (!planned.ok) return planned;
  const { lines, amount, everything } = planned.value;
  const { by, now } = author;
  const { reason, method } = asked;
  const at = Math.max(now, order.paidAt);
  const place = earlier.length + 1;
  await tx.query(
    `UPDATE agreement_orders SET returned = returned + $2, returned_at = $3
     WHERE business_id = this_business() AND agreement_id = $1`,
    [id, amount, everything ? timestamptz(at) : null],
  );
  await keep(tx, id, { place, kind: 'returned', amount, lines, reason, method, at, by });
  await note(
    tx,
    agreement,
    { kind: everything ? 'returned' : 'returned_part', order: number, amount, reason },
    author,
  );
  await tellReturn(tx, business, agreement, { sold, number, place, at, reason, back: planned.value });
  if (everything) await endAfterSale(tx, business, { id, promises: order.promises, reason }, author);
  await giveDiscountBack(tx, business, sold, {
    id,
    place,
    amount:
      discountOf(sold, order.amount, order.returned + amount) -
      discountOf(sold, order.amount, order.returned),
    now,
  });
  const { deal } = agreement;
  await noteReturned(tx, { deal, amount, soldAt: order.placedAt, reason, by, at: now });
  return agreementById(tx, id);
}

interface HeldOrder {
  readonly agreement: Agreement;
  readonly order: AgreementOrder & { readonly promises: readonly number[] };
}

async function holdOrder(tx: Tx, id: number, revision: number): Promise<Result<HeldOrder>> {
  const held = await holdAgreement(tx, id, revision);
  if (!held.ok) return held;
  const order = await orderOf(tx, id, 'hold');
  if (order === null) return refuse('order_not_placed', 'id', { id });
  if (isOver(order)) return refuse('order_over', 'id', { number: order.number });
  const { rows } = await tx.query<{ promises: number[] }>(
    'SELECT promises FROM agreement_orders WHERE business_id = this_business() AND agreement_id = $1',
    [id],
  );
  return accept({ agreement: held.value, order: { ...order, promises: rows[0]?.promises ?? [] } });
}

interface Sold {
  readonly content: Quotation;
  readonly totals: QuotationTotals;
  /** What was counted in the budgets of the guard. */
  readonly discount: number;
  readonly agreedAt: Instant;
}

async function soldWith(tx: Tx, { id, version }: Agreement): Promise<Sold> {
  const { content, guard, answeredAt } = await versionOf(tx, id, version);
  const quotation = content as Quotation;
  const totals = quotationTotals(quotation);
  if (!totals.ok) throw new Error(`What was accepted does not add up: ${totals.refusal.code}`);
  const { lineOff, wholeOff } = totals.value;
  return {
    content: quotation,
    totals: totals.value,
    discount: guard?.present === true ? lineOff + wholeOff : 0,
    agreedAt: answeredAt ?? 0,
  };
}

/** What of the discount belongs to so much that came back. */
function discountOf({ discount }: Sold, amount: number, returned: number): number {
  return amount === 0 ? 0 : timesOver(discount, returned, amount);
}

async function giveDiscountBack(
  tx: Tx,
  business: Business,
  { agreedAt }: Sold,
  {
    id,
    place,
    amount,
    now,
  }: {
    readonly id: number;
    readonly place: number;
    readonly amount: number;
    readonly now: Instant;
  },
): Promise<void> {
  await uncountOwnDiscount(tx, business, { amount, agreedAt, key: `agreement:${id}:back:${place}`, now });
}

function goneBefore({ lines }: Quotation, earlier: readonly AgreementReturn[]): number[] {
  const gone = lines.map(() => 0);
  for (const { lines: back } of earlier)
    for (const { line, quantity } of back) gone[line] = (gone[line] ?? 0) + quantity;
  return gone;
}

async function keep(tx: Tx, id: number, one: AgreementReturn): Promise<void> {
  await tx.query(
    `INSERT INTO agreement_returns (business_id, agreement_id, place, kind, amount, lines, reason, method, made_by, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      one.place,
      one.kind,
      one.amount,
      JSON.stringify(one.lines),
      one.reason,
      one.method,
      one.by,
      timestamptz(one.at),
    ],
  );
}

async function note(
  tx: Tx,
  { id, version, state }: Agreement,
  {
    kind,
    ...detail
  }: {
    readonly kind: string;
    readonly order: string;
    readonly amount: number;
    readonly reason: string;
  },
  { by, now }: Author,
): Promise<void> {
  await touch(tx, id, { state, version, by, at: now });
  await noteEvent(tx, { agreement: id, version, kind, by, at: now, detail });
}

async function tellReturn(
  tx: Tx,
  business: Business,
  { id, deal }: Agreement,
  told: {
    readonly sold: Sold;
    readonly number: string;
    readonly place: number;
    readonly at: Instant;
    readonly reason: string;
    readonly back: AgreedReturn;
  },
): Promise<void> {
  const { number, place, at } = told;
  const { lines, amount, everything } = told.back;
  const key = `agreement-${id}-returned-${place}`;
  // A line that was given away comes back as a thing and not as money: the purchase was kept.
  const money =
    amount > 0 || everything
      ? [
          {
            deal,
            type: 'order.returned' as const,
            key,
            at,
            data: { order: number, amount, reason: told.reason.slice(0, 200) },
          },
        ]
      : [];
  await tellOfDeals(tx, business, [
    ...money,
    ...lines.map(({ line, quantity, amount: worth }) => {
      const { sku = '', text = '' } = told.sold.content.lines[line] ?? {};
      return {
        deal,
        type: 'product.returned' as const,
        key: `${key}-${line}`,
        at,
        data: {
          order: number,
          ...(sku === '' ? {} : { sku }),
          product: text.slice(0, 200),
          quantity: quantity / 1000,
          amount: worth,
        },
      };
    }),
  ]);
}

/** The deal of an order that was called off, if it was won by it: another order that stands keeps it won. */
async function endDeal(
  tx: Tx,
  business: Business,
  { deal }: Agreement,
  { reason, deal: after }: { readonly reason: string; readonly deal: DealAfter },
  { by, now: at }: Author,
): Promise<Result<true>> {
  const matter = await dealById(tx, deal);
  if (matter === null || matter.state === 'lost' || (await hasStandingOrder(tx, deal))) return accept(true);
  if (matter.state === 'won') {
    const opened = await reopenDeal(tx, business, { deal, reason, by, at });
    if (!opened.ok) return opened;
  }
  if (after.becomes === 'open') return accept(true);
  const lost = await loseDeal(tx, business, { deal, reason: after.reason, note: reason, by, at });
  return lost.ok ? accept(true) : lost;
}

async function hasStandingOrder(tx: Tx, deal: number): Promise<boolean> {
  const { rows } = await tx.query<{ stands: boolean }>(
    `SELECT EXISTS (SELECT FROM agreements a JOIN agreement_orders o ON o.business_id = a.business_id AND o.agreement_id = a.agreement_id
       WHERE a.business_id = this_business() AND a.deal_id = $1 AND o.cancelled_at IS NULL AND o.returned_at IS NULL) AS stands`,
    [deal],
  );
  return rows[0]?.stands === true;
}
