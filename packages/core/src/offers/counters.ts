import type { Claim } from '../programme/index.ts';
import { type BusinessCalendar, type Instant, isoDay, startOfMonth, zoneOf } from '../values/index.ts';
import type { Guard } from './guard-settings.ts';
import type { Offer } from './offer.ts';
import type { ClaimPart, PricedClaim } from './priced.ts';
import type { CounterNow, RewardAtHand, VoucherAtHand } from './pricing-input.ts';

/** A counter that bounds an offer, a code or a reward: which, whose, and what each use or minor unit adds. */
export interface Bound {
  readonly key: string;
  readonly of: Claim['of'];
  readonly limit: number | null;
  readonly counts: 'uses' | 'money' | 'units';
}

/** The counters of an offer at an instant. "Per day" is a day of the offer's own zone. */
export function boundsOfOffer(offer: Offer, now: Instant): Bound[] {
  const name = `offer:${offer.key}`;
  const bounds: Bound[] = [];
  const { perPerson, perDay, total } = offer.limits ?? {};
  if (perPerson !== undefined)
    bounds.push({ key: `${name}:uses`, of: 'person', limit: perPerson, counts: 'uses' });
  bounds.push({ key: `${name}:uses`, of: 'all', limit: total ?? null, counts: 'uses' });
  if (perDay !== undefined) {
    const day = isoDay(zoneOf(offer.when.zone).dayOf(now));
    bounds.push({ key: `${name}:day:${day}`, of: 'all', limit: perDay, counts: 'uses' });
  }
  bounds.push({ key: `${name}:cost`, of: 'all', limit: offer.budget ?? null, counts: 'money' });
  return bounds;
}

/** The month's budget of all offers together. */
export function boundsOfGuard(guard: Guard | null, now: Instant, calendar: BusinessCalendar): Bound[] {
  if (guard?.monthBudget === undefined) return [];
  const month = isoDay(startOfMonth(zoneOf(calendar.zone).dayOf(now), calendar.calendar));
  return [{ key: `discounts:month:${month}`, of: 'all', limit: guard.monthBudget, counts: 'money' }];
}

export function boundsOfVoucher({ id, uses, usesPerPerson }: VoucherAtHand): Bound[] {
  const key = `voucher:${id}`;
  const bounds: Bound[] = [{ key, of: 'all', limit: uses, counts: 'uses' }];
  if (usesPerPerson !== null) bounds.push({ key, of: 'person', limit: usesPerPerson, counts: 'uses' });
  return bounds;
}

export function boundsOfReward({ key, stock, perPerson }: RewardAtHand): Bound[] {
  const bounds: Bound[] = [];
  if (stock !== null) bounds.push({ key: `reward:${key}:stock`, of: 'all', limit: stock, counts: 'uses' });
  if (perPerson !== null)
    bounds.push({ key: `reward:${key}:uses`, of: 'person', limit: perPerson, counts: 'uses' });
  return bounds;
}

/** Baskets are tried in many ways on the same counters. */
const read = new WeakMap<readonly CounterNow[], ReadonlyMap<string, number>>();

function usedBy(counters: readonly CounterNow[]): ReadonlyMap<string, number> {
  let used = read.get(counters);
  if (used === undefined) {
    used = new Map(counters.map((counter) => [`${counter.of} ${counter.key}`, counter.used]));
    read.set(counters, used);
  }
  return used;
}

/** What is used of counters now, and what this basket takes of them on top. `counters` must stay as they are. */
export class Counting {
  readonly #used: ReadonlyMap<string, number>;
  readonly #claims = new Map<string, { readonly bound: Bound; readonly parts: ClaimPart[] }>();

  constructor(counters: readonly CounterNow[]) {
    this.#used = usedBy(counters);
  }

  used(key: string, of: Claim['of']): number {
    return this.#used.get(`${of} ${key}`) ?? 0;
  }

  /** What is left of a bound, claims of this basket taken off; null: it has no end. Never negative. */
  left({ key, of, limit }: Bound): number | null {
    if (limit === null) return null;
    return Math.max(
      0,
      limit - this.used(key, of) - sumOfParts(this.#claims.get(`${of} ${key}`)?.parts ?? []),
    );
  }

  claim(bound: Bound, source: string, add: number): void {
    if (add === 0) return;
    const name = `${bound.of} ${bound.key}`;
    const known = this.#claims.get(name) ?? { bound, parts: [] };
    known.parts.push({ source, add, counts: bound.counts });
    this.#claims.set(name, known);
  }

  /** One claim a counter, in the order of the keys: whoever takes several in that order waits for nobody in a circle. */
  claims(): PricedClaim[] {
    return [...this.#claims.values()]
      .map(({ bound: { key, of, limit }, parts }) => ({ key, of, limit, add: sumOfParts(parts), parts }))
      .sort((a, b) => (a.key === b.key ? (a.of < b.of ? -1 : 1) : a.key < b.key ? -1 : 1));
  }
}

function sumOfParts(parts: readonly ClaimPart[]): number {
  return parts.reduce((sum, { add }) => sum + add, 0);
}
