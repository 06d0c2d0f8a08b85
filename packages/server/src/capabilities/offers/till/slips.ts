import { createHash } from 'node:crypto';
import { type Offer, priceBasket } from '@nardeban/core/offers';
import { accept, type Instant, type Refusal, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { release } from '../../programme/index.ts';
import { secretOfDevice } from './devices.ts';
import { loadPricing } from './loading.ts';
import { type Order, orderByNumber } from './order-store.ts';
import { holdFor, postOrder } from './posting.ts';
import { type Asking, checkRequest, priceNow, type PricedNow } from './quoting.ts';
import { instant, orderNumber, quoteRequestSchema } from './schemas.ts';
import { isSignedBy } from './slip-signature.ts';
import { sourcesOf } from './telling.ts';
import { whoIs } from './who.ts';

/** What a till writes down of an order while the network is away. */
export const slipOrderSchema = z
  .strictObject({
    ...quoteRequestSchema.omit({ order: true }).shape,
    order: orderNumber,
    at: instant.describe('When it was paid, by the clock of the till.'),
    paid: z.int().min(0).max(1e15).describe('What was paid in money.'),
    method: z.string().trim().min(1).max(200).optional(),
  })
  .meta({ id: 'SlipOrder' });
type SlipOrder = z.infer<typeof slipOrderSchema>;

export interface Slip {
  readonly device: number;
  readonly sequence: number;
  readonly body: string;
  readonly signature: string;
}

/** What could not be honoured, and why. */
type Reason = Pick<Refusal, 'code' | 'detail'>;

export type SlipOutcome =
  | {
      readonly status: 'posted' | 'review';
      readonly order: string | null;
      readonly reasons: readonly Reason[];
      /** It had been sent before, and this is what became of it then. */
      readonly isRepeated: boolean;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal };

/** How far the clock of a till may be ahead of ours, and how old a slip may be to be posted by itself. */
const AHEAD_MS = 5 * 60_000;
const OLDEST_MS = 30 * 24 * 60 * 60_000;

/**
 * Takes in one slip, in a transaction of its own, so that one that is faulty keeps no other out. It is posted once, however
 * often it is sent; what of it cannot be honoured any more is listed for somebody to look at, and the slip is kept as it
 * was sent. Refusals (nothing is kept then): `till_unknown`, `till_revoked`, `slip_signature_wrong`, `slip_differs`.
 */
export async function takeSlip(database: Database, asking: Asking, slip: Slip): Promise<SlipOutcome> {
  return retrying(() =>
    database.withBusiness(asking.business.id, async (tx): Promise<SlipOutcome> => {
      const secret = await secretOfDevice(tx, slip.device);
      if (!secret.ok) return { status: 'refused', refusal: secret.refusal };
      if (!isSignedBy(secret.value, slip, slip.signature))
        return { status: 'refused', refusal: { code: 'slip_signature_wrong', field: 'signature' } };
      // Sent twice at the same moment it waits here for the first.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, this_business()))', [
        `slip ${slip.device} ${slip.sequence}`,
      ]);
      const hash = createHash('sha256').update(slip.body).digest();
      const before = await slipBefore(tx, slip);
      if (before !== null) {
        return before.hash.equals(hash)
          ? { ...before.outcome, isRepeated: true }
          : { status: 'refused', refusal: { code: 'slip_differs', field: 'sequence' } };
      }
      const posted = await post(tx, asking, slip);
      await keepSlip(tx, slip, hash, posted, asking.now);
      return {
        status: posted.reasons.length === 0 ? 'posted' : 'review',
        order: posted.order,
        reasons: posted.reasons,
        isRepeated: false,
      };
    }),
  );
}

interface Posting {
  readonly order: string | null;
  readonly reasons: readonly Reason[];
}

async function post(tx: Tx, asking: Asking, slip: Slip): Promise<Posting> {
  const read = readBody(slip.body);
  if (!read.ok) return { order: null, reasons: [reasonOf(read.refusal)] };
  const order = read.value;
  const { now } = asking;
  if (order.at > now + AHEAD_MS || order.at < now - OLDEST_MS)
    return {
      order: null,
      reasons: [{ code: 'slip_time_wrong', detail: { at: new Date(order.at).toISOString() } }],
    };
  if ((await orderByNumber(tx, order.order)) !== null)
    return { order: null, reasons: [{ code: 'order_number_taken', detail: { number: order.order } }] };
  // What fails on the first way leaves nothing behind, so that the second begins from the start.
  await tx.query('SAVEPOINT as_told');
  const asTold = await sellAsTold(tx, asking, slip, order);
  if (asTold.ok) return { order: asTold.value.number, reasons: [] };
  await tx.query('ROLLBACK TO SAVEPOINT as_told');
  const asPaid = await sellAsPaid(tx, asking, slip, order);
  if (asPaid.ok) {
    const { due, number } = asPaid.value;
    const differs: Reason[] =
      due === order.paid ? [] : [{ code: 'paid_differs', detail: { paid: order.paid, due } }];
    return { order: number, reasons: [reasonOf(asTold.refusal), ...differs] };
  }
  await tx.query('ROLLBACK TO SAVEPOINT as_told');
  return { order: null, reasons: [reasonOf(asTold.refusal), reasonOf(asPaid.refusal)] };
}

function readBody(body: string): Result<SlipOrder> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return refuse('slip_unreadable', 'body');
  }
  const read = slipOrderSchema.safeParse(parsed);
  if (!read.success)
    return refuse('slip_unreadable', 'body', { field: read.error.issues[0]?.path.join('.') ?? '' });
  const checked = checkRequest(read.data);
  return checked.ok ? accept(read.data) : checked;
}

/** With everything the till promised: it has to come to what was paid. */
async function sellAsTold(tx: Tx, asking: Asking, slip: Slip, order: SlipOrder): Promise<Result<Order>> {
  const at = Math.min(order.at, asking.now);
  const { order: _number, at: _at, paid, method: _method, ...asked } = order;
  const priced = await priceNow(tx, asked, { ...asking, now: at }, { written: true });
  if (!priced.ok) return priced;
  const { due } = priced.value.priced;
  if (due !== paid) return refuse('paid_differs', 'paid', { paid, due });
  return sell(tx, asking, slip, order, priced.value);
}

/**
 * With nothing that has to be there to be given: the goods have left the shop, so the order is told as it was paid. What was
 * taken off besides is one discount, and what was paid is what earns.
 */
async function sellAsPaid(tx: Tx, asking: Asking, slip: Slip, order: SlipOrder): Promise<Result<Order>> {
  const at = Math.min(order.at, asking.now);
  const { business, guesser } = asking;
  const asked = { basket: order.basket };
  const who = await whoIs(tx, business, order, { now: at, written: true });
  const person = who.ok ? who.value.person : null;
  const loaded = await loadPricing(tx, { business, asked, person, now: at, guesser, holding: true });
  if (!loaded.ok) return loaded;
  const gross = order.basket.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const off = Math.max(0, gross - order.paid);
  const priced = priceBasket({
    ...loaded.value.input,
    guard: null,
    offers:
      off === 0 ? [] : [{ offer: tillDiscount(off, business.zone), version: 1, chosen: false, asked: true }],
  });
  if (!priced.ok) return priced;
  return sell(tx, asking, slip, order, {
    loaded: loaded.value,
    priced: priced.value,
    who: who.ok ? who.value : { person: null, isProven: false },
  });
}

/** What a till gave of its own accord while nobody could say whether it might. */
function tillDiscount(amount: number, zone: string): Offer {
  return {
    key: 'till-offline',
    name: { fa: 'تخفیف صندوق بدون شبکه', en: 'Discount of a till without network' },
    for: {},
    gives: { kind: 'amount', amount },
    when: { zone },
    by: 'asking',
    announcement: 'private',
    stacking: { exclusive: false, order: 0 },
    newcomers: true,
  };
}

async function sell(
  tx: Tx,
  asking: Asking,
  slip: Slip,
  order: SlipOrder,
  { loaded, priced }: PricedNow,
): Promise<Result<Order>> {
  const { business, now, by } = asking;
  const { person, club } = loaded;
  const at = Math.min(order.at, now);
  const held = await holdFor(tx, priced, { person, until: now + AHEAD_MS, now, purpose: 'slip' });
  if (!held.ok) return held;
  const sold = await postOrder(tx, {
    business,
    number: order.order,
    person,
    basket: order.basket,
    priced,
    version: club.programme?.version ?? null,
    hold: held.value,
    quote: null,
    method: order.method ?? order.basket.method ?? null,
    at,
    now,
    by,
    sources: await sourcesOf(tx, business, []),
    device: slip.device,
    slip: slip.sequence,
  });
  if (!sold.ok && held.value !== null) await release(tx, held.value);
  return sold;
}

function reasonOf({ code, detail }: Refusal): Reason {
  return { code, ...(detail === undefined ? {} : { detail }) };
}

async function slipBefore(
  tx: Tx,
  { device, sequence }: Slip,
): Promise<{
  readonly hash: Buffer;
  readonly outcome: Extract<SlipOutcome, { readonly order: string | null }>;
} | null> {
  const { rows } = await tx.query<{
    hash: Buffer;
    outcome: 'posted' | 'review' | 'reviewed';
    order: string | null;
    reasons: Reason[];
  }>(
    `SELECT body_hash AS hash, outcome, order_number AS "order", reasons FROM till_slips
     WHERE business_id = this_business() AND device_id = $1 AND sequence = $2`,
    [device, sequence],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { hash, outcome, order, reasons } = row;
  return {
    hash,
    outcome: { status: outcome === 'posted' ? 'posted' : 'review', order, reasons, isRepeated: true },
  };
}

async function keepSlip(
  tx: Tx,
  { device, sequence, body }: Slip,
  hash: Buffer,
  { order, reasons }: Posting,
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO till_slips (business_id, device_id, sequence, body, body_hash, outcome, order_number, reasons, received_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      device,
      sequence,
      body,
      hash,
      reasons.length === 0 ? 'posted' : 'review',
      order,
      JSON.stringify(reasons),
      timestamptz(now),
    ],
  );
}
