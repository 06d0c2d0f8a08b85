import type { FactData } from '@nardeban/core/facts';
import type { Priced } from '@nardeban/core/offers';
import type { Basket } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type FactRow, sourceId } from '../../facts/index.ts';
import { CLUB_SOURCE } from '../../programme/index.ts';

/** What is bought and returned is told by the till; what the club makes of it, by the club. */
export const TILL_SOURCE = 'till';

export interface Sources {
  readonly till: number;
  readonly club: number;
}

/** The numbers of both sources where they have been heard of: for one round trip together with others. */
export const sourcesStatement: Statement = {
  name: 'till-sources',
  text: `SELECT name, source_id AS id FROM sources WHERE business_id = this_business() AND name = ANY($1::text[])`,
  values: [[TILL_SOURCE, CLUB_SOURCE]],
  many: { types: [] },
};

/** By the answer of `sourcesStatement`; gives them numbers where they have none. */
export async function sourcesOf(
  tx: Tx,
  business: Pick<Business, 'id'>,
  rows: readonly { readonly name: string; readonly id: number }[],
): Promise<Sources> {
  const numberOf = async (name: string): Promise<number> =>
    rows.find((row) => row.name === name)?.id ?? (await sourceId(tx, business, name));
  return { till: await numberOf(TILL_SOURCE), club: await numberOf(CLUB_SOURCE) };
}

interface Told {
  readonly number: string;
  readonly person: number | null;
  readonly at: Instant;
  readonly basket: Basket;
  readonly priced: Priced;
}

/**
 * An order as facts. What it came to is what was paid for goods in money and with gift cards: units of wallets are no
 * revenue, and a gift card that is bought is no sale until it is used.
 */
export function purchaseFacts(order: Told & { readonly method: string | null }, sources: Sources): FactRow[] {
  const { number, basket, priced } = order;
  const rows: FactRow[] = [];
  const tell = (source: number, key: string, type: string, data: FactData): void => {
    rows.push({
      personId: order.person,
      conflictId: null,
      type,
      at: order.at,
      sourceId: source,
      key: `${number}:${key}`,
      data,
    });
  };
  const sold = soldLines(basket);
  if (sold.length > 0) {
    let [amount, discount, tax] = [0, 0, 0];
    for (const place of sold) {
      const line = priced.lines[place];
      amount += revenueOf(line);
      discount += line?.discount ?? 0;
      tax += line?.tax ?? 0;
    }
    tell(sources.till, 'paid', 'order.paid', {
      order: number,
      amount,
      ...where(basket),
      ...(discount > 0 ? { discount } : {}),
      ...(tax > 0 ? { tax } : {}),
      ...(order.method === null ? {} : { method: order.method }),
    });
  }
  for (const place of sold) {
    const line = basket.lines[place];
    if (line === undefined || line.kind === 'shipping') continue;
    tell(sources.till, `bought:${place}`, 'product.bought', {
      order: number,
      sku: line.item,
      ...(line.name === undefined || line.name === '' ? {} : { product: line.name }),
      ...(line.group === undefined ? {} : { category: line.group }),
      quantity: line.quantity,
      amount: revenueOf(priced.lines[place]),
    });
  }
  for (const { source, offer, amount, outcome } of priced.decisions) {
    if (outcome === 'skipped') continue;
    if (offer !== undefined)
      tell(sources.club, `offer:${offer.key}`, 'offer.given', { offer: offer.key, amount, order: number });
    if (source.startsWith('voucher:')) tell(sources.club, source, 'voucher.used', { amount, order: number });
  }
  const spent = summed(priced.spent.map(({ wallet, points }) => [wallet, points]));
  for (const [wallet, points] of spent)
    tell(sources.club, `spent:${wallet}`, 'points.spent', { points, wallet, order: number });
  for (const { reward, points } of priced.spent)
    if (reward !== undefined) tell(sources.club, `reward:${reward}`, 'reward.redeemed', { reward, points });
  for (const { card, amount } of priced.giftCards)
    tell(sources.club, `card:${card}`, 'giftcard.used', { amount, order: number });
  for (const { rule, wallet, points } of priced.earned)
    tell(sources.club, `earned:${rule}`, 'points.earned', { points, wallet, rule, order: number });
  return rows.filter(({ personId, sourceId: source }) => personId !== null || source === sources.till);
}

/** What came back, as facts: `place` counts the returns of the order. */
export function returnFacts(
  order: Pick<Told, 'number' | 'person' | 'basket'>,
  told: {
    readonly place: number;
    readonly at: Instant;
    readonly reason: string;
    /** Of what the order came to as a sale. */
    readonly amount: number;
    /** The pieces that came back, by the place of their line. */
    readonly lines: readonly { readonly line: number; readonly pieces: number; readonly amount: number }[];
    readonly reversed: readonly { readonly rule: string; readonly wallet: string; readonly points: number }[];
    readonly restored: readonly { readonly wallet: string; readonly points: number }[];
  },
  sources: Sources,
): FactRow[] {
  const { number, person, basket } = order;
  const { place, at, reason, amount } = told;
  const row = (sourceId_: number, key: string, type: string, data: FactData): FactRow => ({
    personId: person,
    conflictId: null,
    type,
    at,
    sourceId: sourceId_,
    key: `${number}:${key}`,
    data,
  });
  const rows: FactRow[] =
    soldLines(basket).length === 0
      ? []
      : [
          row(sources.till, `returned:${place}`, 'order.returned', {
            order: number,
            amount,
            ...where(basket),
            ...(reason === '' ? {} : { reason }),
          }),
        ];
  const sold = new Set(soldLines(basket));
  for (const { line: at_, pieces, amount: worth } of told.lines) {
    const line = basket.lines[at_];
    if (line === undefined || line.kind === 'shipping' || !sold.has(at_) || pieces === 0) continue;
    rows.push(
      row(sources.till, `back:${place}:${at_}`, 'product.returned', {
        order: number,
        sku: line.item,
        ...(line.name === undefined || line.name === '' ? {} : { product: line.name }),
        ...(line.group === undefined ? {} : { category: line.group }),
        quantity: pieces,
        amount: worth,
      }),
    );
  }
  if (person === null) return rows;
  for (const { rule, wallet, points } of told.reversed)
    rows.push(
      row(sources.club, `reversed:${place}:${rule}`, 'points.reversed', { points, wallet, order: number }),
    );
  for (const { wallet, points } of told.restored)
    rows.push(
      row(sources.club, `restored:${place}:${wallet}`, 'points.restored', { points, wallet, order: number }),
    );
  return rows;
}

/** The lines that are a sale, by place. */
export function soldLines(basket: Basket): number[] {
  return basket.lines.flatMap(({ kind }, place) => (kind === 'gift-card' ? [] : [place]));
}

function revenueOf(line: Priced['lines'][number] | undefined): number {
  return line === undefined ? 0 : line.net - line.byWallets;
}

function where({ channel, branch }: Basket): FactData {
  return { ...(channel === undefined ? {} : { channel }), ...(branch === undefined ? {} : { branch }) };
}

export function summed(parts: readonly (readonly [key: string, units: number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, units] of parts) if (units > 0) sums.set(key, (sums.get(key) ?? 0) + units);
  return sums;
}
