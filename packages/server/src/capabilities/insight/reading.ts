import type { Buyer, Oddities } from '@nardeban/core/insight';
import { BuyerMaker } from '@nardeban/core/insight';
import { type Day, displayText, type Instant, MS_PER_DAY, type Zone, zoneOf } from '@nardeban/core/values';
import { type BinaryRow, readBinaryCopy, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** What insight reads, and which fields beside the two in columns stand for what. */
const PAID = 0;
const RETURNED = 1;
const BOUGHT = 2;
const COMPLAINED = 3;
const REFERRED = 4;
const TOUCHED = 5;
const TYPES: readonly (readonly [type: string, kind: number])[] = [
  ['order.paid', PAID],
  ['order.returned', RETURNED],
  ['product.bought', BOUGHT],
  ['complaint.opened', COMPLAINED],
  ['referral.converted', REFERRED],
  ['ad.viewed', TOUCHED],
  ['lead.captured', TOUCHED],
  ['newsletter.subscribed', TOUCHED],
  ['person.registered', TOUCHED],
  ['price.asked', TOUCHED],
  ['demo.asked', TOUCHED],
];
const list = TYPES.map(([type]) => `'${type}'`).join(', ');
const kinds = TYPES.map(([type, kind]) => `WHEN '${type}' THEN ${kind}`).join(' ');

/** Every fact of that kind before an instant, person by person in order of time. */
export function factsInOrder(before: Instant): string {
  return `COPY (
    SELECT f.person_id, (CASE f.type ${kinds} END)::int2, f.at, f.amount, f.ref,
      CASE f.type WHEN 'product.bought' THEN coalesce(f.data ->> 'product', f.data ->> 'sku') ELSE f.data ->> 'channel' END,
      CASE f.type WHEN 'order.paid' THEN f.data ->> 'branch' WHEN 'product.bought' THEN f.data ->> 'category' ELSE f.data ->> 'campaign' END,
      CASE f.type WHEN 'order.paid' THEN f.data ->> 'discount' WHEN 'product.bought' THEN f.data ->> 'quantity' END
    FROM facts f
    WHERE f.business_id = this_business() AND f.person_id IS NOT NULL AND f.type IN (${list})
      AND f.at < to_timestamp(${before / 1000})
    ORDER BY f.person_id, f.at) TO STDOUT (FORMAT binary)`;
}

interface Told {
  readonly kind: number;
  readonly at: Instant;
  readonly amount: number;
  readonly ref: string | null;
  readonly first: string | null;
  readonly second: string | null;
  readonly number: string | null;
}

/**
 * Reads everybody's facts once, in order of person, and calls `onBuyer` for each who kept an order; those who were merged
 * are one with whom they were merged into, and come last. `onPerson` hears of every person that was read. Only one history
 * is in memory, and those of merged people. Throwing from either ends the reading.
 */
export async function readBuyers(
  tx: Tx,
  business: Business,
  asOf: Day,
  onBuyer: (personId: number, buyer: Buyer) => void,
  onPerson: () => void,
): Promise<Oddities> {
  const zone = zoneOf(business.zone);
  const roots = await mergedInto(tx);
  const heads = new Set(roots.values());
  const aside = new Map<number, Told[]>();
  const maker = new BuyerMaker();
  const names = new Names();
  let present: number | null = null;
  const finish = (personId: number): void => {
    const buyer = maker.finish(String(personId));
    if (buyer !== null) onBuyer(personId, buyer);
    onPerson();
  };
  await readBinaryCopy(tx.copyOut(factsInOrder(zone.startOf(asOf + 1))), (row) => {
    const personId = row.int8(0);
    const told = toldOf(row, names);
    const root =
      roots.size === 0 ? undefined : (roots.get(personId) ?? (heads.has(personId) ? personId : undefined));
    if (root !== undefined) {
      const theirs = aside.get(root);
      if (theirs === undefined) aside.set(root, [told]);
      else theirs.push(told);
      return;
    }
    if (personId !== present) {
      if (present !== null) finish(present);
      present = personId;
    }
    take(maker, told, zone);
  });
  if (present !== null) finish(present);
  for (const [root, theirs] of aside) {
    theirs.sort((a, b) => a.at - b.at);
    for (const told of theirs) take(maker, told, zone);
    finish(root);
  }
  return maker.oddities;
}

/** Everybody who was merged, with whom they are now. */
async function mergedInto(tx: Tx): Promise<Map<number, number>> {
  const roots = new Map<number, number>();
  const stream = tx.copyOut(
    `COPY (SELECT person_id, merged_into FROM people
       WHERE business_id = this_business() AND merged_into IS NOT NULL) TO STDOUT (FORMAT binary)`,
  );
  await readBinaryCopy(stream, (row) => void roots.set(row.int8(0), row.int8(1)));
  return roots;
}

function toldOf(row: BinaryRow, names: Names): Told {
  const text = (column: number): string | null => (row.isNull(column) ? null : row.text(column));
  return {
    kind: row.int2(1),
    at: row.instant(2),
    amount: row.isNull(3) ? 0 : row.int8(3),
    ref: text(4),
    first: names.of(text(5)),
    second: names.of(text(6)),
    number: text(7),
  };
}

function take(maker: BuyerMaker, { kind, at, amount, ref, first, second, number }: Told, zone: Zone): void {
  const day = zone.dayOf(at);
  switch (kind) {
    case PAID:
      maker.paid({
        order: ref,
        day,
        hour: hourOf(at, zone),
        amount,
        discount: Math.max(0, numberOf(number, 0)),
        channel: first,
        branch: second,
      });
      return;
    case RETURNED:
      maker.returned(ref, day, amount);
      return;
    case BOUGHT:
      if (ref === null || first === null) return;
      maker.bought(ref, { item: first, category: second, quantity: numberOf(number, 1), amount });
      return;
    case COMPLAINED:
      maker.complained();
      return;
    case REFERRED:
      maker.referred();
      return;
    default:
      if (first !== null || second !== null) maker.touched({ day, channel: first, campaign: second });
  }
}

const MS_PER_HOUR = 3_600_000;

/** Null at the very beginning of a day: that is how a source that tells days only is stored. */
function hourOf(at: Instant, zone: Zone): number | null {
  const time = (at + zone.offsetAt(at)) % MS_PER_DAY;
  return time === 0 ? null : Math.floor((time < 0 ? time + MS_PER_DAY : time) / MS_PER_HOUR);
}

function numberOf(text: string | null, otherwise: number): number {
  const value = text === null ? otherwise : Number(text);
  return Number.isFinite(value) ? value : otherwise;
}

/** Channels, branches, products: the same few names over and over, each kept once and without space around it. */
class Names {
  readonly #known = new Map<string, string>();

  of(name: string | null): string | null {
    if (name === null) return null;
    let known = this.#known.get(name);
    if (known === undefined) {
      if (this.#known.size >= MOST_NAMES) this.#known.clear();
      known = displayText(name);
      this.#known.set(name, known);
    }
    return known === '' ? null : known;
  }
}

const MOST_NAMES = 50_000;
