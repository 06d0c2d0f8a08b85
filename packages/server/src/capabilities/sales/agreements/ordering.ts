import { quotationTotals, type Quotation } from '@nardeban/core/sales';
import {
  changedMeanwhile,
  type Instant,
  readIsoDay,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import { int8Array, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { winDeal } from '../deals/index.ts';
import { cancelFollowUps } from '../follow-ups/index.ts';
import { looksAt, planAfterSale } from './following.ts';
import { nextNumber } from './numbers.ts';
import type { Author } from './paper.ts';
import { type Agreement, agreementById, noteEvent, touch, versionOf } from './store.ts';
import { tellOfDeals } from '../deals/telling.ts';

export interface AgreementOrder {
  readonly number: string;
  readonly amount: number;
  readonly paid: number;
  readonly placedBy: string;
  readonly placedAt: Instant;
  /** When the last of the money was there; null: some is missing. */
  readonly paidAt: Instant | null;
  /** When it was called off, before all of it was paid. */
  readonly cancelledAt: Instant | null;
  /** What came back of it, as it was paid for. */
  readonly returned: number;
  /** When nothing of it was left with the customer. */
  readonly returnedAt: Instant | null;
}

export interface AgreementPayment {
  readonly place: number;
  readonly amount: number;
  readonly method: string;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
}

const MOST_PAYMENTS = 200;
const AHEAD_MS = 5 * 60_000;

export async function orderOf(
  tx: Tx,
  agreement: number,
  how: 'read' | 'hold' = 'read',
): Promise<AgreementOrder | null> {
  const { rows } = await tx.query<AgreementOrder>(
    `SELECT number, amount, paid, placed_by AS "placedBy", placed_at AS "placedAt", paid_at AS "paidAt",
       cancelled_at AS "cancelledAt", returned, returned_at AS "returnedAt"
     FROM agreement_orders WHERE business_id = this_business() AND agreement_id = $1
     ${how === 'hold' ? 'FOR UPDATE' : ''}`,
    [agreement],
  );
  return rows[0] ?? null;
}

export async function paymentsOf(tx: Tx, agreement: number): Promise<readonly AgreementPayment[]> {
  const { rows } = await tx.query<AgreementPayment>(
    `SELECT place, amount, method, note, at, made_by AS by FROM agreement_payments
     WHERE business_id = this_business() AND agreement_id = $1 ORDER BY place`,
    [agreement],
  );
  return rows;
}

/** Called off, or nothing of it is left. */
export function isOver({ cancelledAt, returnedAt }: AgreementOrder): boolean {
  return cancelledAt !== null || returnedAt !== null;
}

/**
 * Makes the order of a quotation that was accepted: told once, its deal won, and what was promised put on its days. Called again
 * it changes nothing. Refusals: `agreement_unknown`, `agreement_not_accepted`, `date_unreadable`; `order_over` {number} once it was
 * called off or came back: what is agreed on anew is agreed on in another quotation.
 */
export async function placeOrder(
  tx: Tx,
  business: Business,
  id: number,
  { soldOn }: { readonly soldOn?: string | undefined },
  author: Author,
): Promise<Result<Agreement>> {
  const { by, now } = author;
  const held = await agreementById(tx, id, 'hold');
  if (!held.ok) return held;
  const { kind, state, version, person, deal } = held.value;
  if (kind !== 'quotation' || state !== 'accepted') return refuse('agreement_not_accepted', 'id', { id });
  const before = await orderOf(tx, id);
  if (before !== null && isOver(before)) return refuse('order_over', 'id', { number: before.number });
  if (before !== null) return held;
  const today = zoneOf(business.zone).dayOf(now);
  const sold = soldOn === undefined ? today : readIsoDay(soldOn);
  if (sold === null) return refuse('date_unreadable', 'soldOn', { text: soldOn ?? '' });
  const { content, amount } = await versionOf(tx, id, version);
  const total = amount ?? 0;
  const number = `SO-${await nextNumber(tx, 'order')}`;
  await tx.query(
    `INSERT INTO agreement_orders (business_id, agreement_id, version, deal_id, person_id, number, amount, placed_by, placed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, version, deal, person, number, total, by, timestamptz(now)],
  );
  await touch(tx, id, { state, version, by, at: now });
  await noteEvent(tx, { agreement: id, version, kind: 'ordered', by, at: now, detail: { order: number } });
  await tellOfDeals(tx, business, [
    {
      deal,
      type: 'order.placed',
      key: `agreement-${id}-placed`,
      at: now,
      data: { order: number, amount: total },
    },
  ]);
  await cancelFollowUps(tx, business, { originRef: looksAt(id, 'accepted'), at: now, by });
  // Somebody may have won it by hand, or lost it: what was agreed on is agreed on.
  const won = await winDeal(tx, business, { deal, amount: total, at: now, by, key: `agreement-${id}` });
  if (!won.ok && won.refusal.code !== 'deal_unknown') return won;
  const promises = await planAfterSale(
    tx,
    business,
    held.value,
    { content: content as Quotation, sold },
    author,
  );
  await tx.query(
    'UPDATE agreement_orders SET promises = $2 WHERE business_id = this_business() AND agreement_id = $1',
    [id, int8Array(promises)],
  );
  // Nothing is to be paid for what was given away.
  if (total === 0) await settle(tx, business, held.value, { number, method: '', at: now });
  return agreementById(tx, id);
}

/**
 * Writes down money that was taken. With the last of it the purchase is told: once, as a whole, so that instalments are
 * not taken for several purchases. Refusals: `agreement_unknown`, `order_not_placed`, `changed_meanwhile` where `before` is not
 * what had been paid, `order_over` {number}, `payment_too_large` {left}, `payment_in_future`, `payments_too_many`.
 */
export async function takePayment(
  tx: Tx,
  business: Business,
  id: number,
  told: {
    readonly amount: number;
    readonly method: string;
    readonly note: string;
    readonly at: Instant | undefined;
    /** What had been paid as it was shown: two windows do not write one payment down twice. */
    readonly before: number;
  },
  { by, now }: Author,
): Promise<Result<Agreement>> {
  const found = await agreementById(tx, id, 'hold');
  if (!found.ok) return found;
  const order = await orderOf(tx, id, 'hold');
  if (order === null) return refuse('order_not_placed', 'id', { id });
  const payments = await paymentsOf(tx, id);
  const last = payments.at(-1);
  if (order.paid !== told.before)
    return changedMeanwhile(last?.by ?? order.placedBy, last?.at ?? order.placedAt, 'before');
  if (isOver(order)) return refuse('order_over', 'id', { number: order.number });
  const left = order.amount - order.paid;
  if (told.amount > left) return refuse('payment_too_large', 'amount', { left });
  const at = told.at ?? now;
  if (at > now + AHEAD_MS) return refuse('payment_in_future', 'at');
  if (payments.length >= MOST_PAYMENTS) return refuse('payments_too_many', 'id', { most: MOST_PAYMENTS });
  await tx.query(
    `INSERT INTO agreement_payments (business_id, agreement_id, place, amount, method, note, at, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, payments.length + 1, told.amount, told.method, told.note, timestamptz(at), by, timestamptz(now)],
  );
  await tx.query(
    'UPDATE agreement_orders SET paid = paid + $2 WHERE business_id = this_business() AND agreement_id = $1',
    [id, told.amount],
  );
  const { version, state } = found.value;
  await touch(tx, id, { state, version, by, at: now });
  await noteEvent(tx, {
    agreement: id,
    version,
    kind: 'paid',
    by,
    at: now,
    detail: { amount: told.amount, method: told.method },
  });
  if (told.amount === left)
    await settle(tx, business, found.value, {
      number: order.number,
      method: told.method,
      // Money that was taken beforehand pays for an order when there is one.
      at: Math.max(Math.min(at, now), order.placedAt),
    });
  return agreementById(tx, id);
}

/**
 * Tells a purchase that is paid. They are plain facts and no order of the till: the price was agreed on and no offer may change it
 * again. The club gives what the facts earn by its own job, under keys that name the order, so nothing is given twice.
 */
async function settle(
  tx: Tx,
  business: Business,
  { id, version, deal }: Agreement,
  { number, method, at }: { readonly number: string; readonly method: string; readonly at: Instant },
): Promise<void> {
  const { content } = await versionOf(tx, id, version);
  const quotation = content as Quotation;
  const totals = quotationTotals(quotation);
  if (!totals.ok) throw new Error(`What was accepted does not add up: ${totals.refusal.code}`);
  const { lineOff, wholeOff, tax, total, lines } = totals.value;
  await tx.query(
    'UPDATE agreement_orders SET paid_at = $2 WHERE business_id = this_business() AND agreement_id = $1',
    [id, timestamptz(at)],
  );
  const discount = lineOff + wholeOff;
  await tellOfDeals(tx, business, [
    {
      deal,
      type: 'order.paid',
      key: `agreement-${id}-paid`,
      at,
      data: {
        order: number,
        amount: total,
        ...(discount > 0 ? { discount } : {}),
        ...(tax > 0 ? { tax } : {}),
        ...(method === '' ? {} : { method }),
      },
    },
    ...quotation.lines.map(({ sku, text, quantity }, place) => ({
      deal,
      type: 'product.bought' as const,
      key: `agreement-${id}-bought-${place}`,
      at,
      data: {
        order: number,
        ...(sku === '' ? {} : { sku }),
        product: text.slice(0, 200),
        quantity: quantity / 1000,
        amount: lines[place]?.total ?? 0,
      },
    })),
  ]);
}

/** For whoever looks at a receipt. */
export async function receiptOf(
  tx: Tx,
  agreement: number,
): Promise<{ readonly order: AgreementOrder; readonly payments: readonly AgreementPayment[] } | null> {
  const order = await orderOf(tx, agreement);
  return order === null ? null : { order, payments: await paymentsOf(tx, agreement) };
}
