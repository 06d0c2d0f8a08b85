import { accept, type Instant, refuse, type Result } from '../../values/index.ts';
import {
  available,
  type Book,
  type Deed,
  enter,
  lotAt,
  lotsOf,
  type Lot,
  owedBy,
  settle,
  spendable,
} from './book.ts';

/** Who does something in what wallet, and when; a key that was used before changes nothing. */
export interface Ask {
  readonly holder: number;
  readonly wallet: string;
  readonly units: number;
  readonly now: Instant;
  readonly key: string;
}

const EMPTY = { remaining: 0, held: 0, expired: 0, reversed: 0, writtenOff: 0 };

function begin(book: Book, deed: Omit<Deed, 'entries'>): Deed {
  const made: Deed = { ...deed, entries: [] };
  book.deeds.push(made);
  return made;
}

function isDone(book: Book, key: string): boolean {
  return book.deeds.some((deed) => deed.key === key);
}

function newLot(book: Book, lot: Omit<Lot, keyof typeof EMPTY>): number {
  return book.lots.push({ ...lot, ...EMPTY }) - 1;
}

export function earn(
  book: Book,
  ask: Ask & { readonly availableFrom: Instant; readonly expiresAt: Instant | null },
  kind: 'earn' | 'adjust' = 'earn',
): void {
  if (isDone(book, ask.key)) return;
  const { holder, wallet, units, now, availableFrom, expiresAt, key } = ask;
  const deed = begin(book, { kind, key, wallet, units, reverses: null });
  const lot = newLot(book, {
    holder,
    wallet,
    amount: units,
    forLot: null,
    at: now,
    availableFrom,
    expiresAt,
  });
  enter(book, deed, { lot, units, against: kind === 'earn' ? 'issued' : 'adjusted', forLot: null });
  absorb(book, deed, lot, units);
}

/** Pays what is owed in the wallet out of a lot that has just been filled. */
function absorb(book: Book, deed: Deed, from: number, free: number): void {
  const { holder, wallet } = lotAt(book, from);
  for (const [to, debt] of lotsOf(book, holder, wallet)) {
    const units = Math.min(free, -debt.remaining);
    if (debt.amount > 0 || units <= 0) continue;
    settle(book, deed, { from, to, units, forFrom: debt.forLot, forTo: debt.forLot });
    free -= units;
  }
}

export function hold(book: Book, ask: Ask & { readonly until: Instant }): Result<null> {
  // What was held for too long is free before anything is refused.
  if (available(book, ask.holder, ask.wallet, ask.now) < ask.units) releaseDue(book, ask.now);
  const there = available(book, ask.holder, ask.wallet, ask.now);
  if (there < ask.units)
    return refuse('units_insufficient', 'wallets', {
      wallet: ask.wallet,
      available: there,
      missing: ask.units - there,
    });
  const lots = pick(book, ask, false);
  for (const { lot, units } of lots) lotAt(book, lot).held += units;
  book.holds.set(ask.key, { until: ask.until, wallet: ask.wallet, lots, state: 'open' });
  return accept(null);
}

function pick(book: Book, ask: Ask, withPending: boolean): { lot: number; units: number }[] {
  let rest = ask.units;
  const lots: { lot: number; units: number }[] = [];
  for (const { lot, free } of spendable(book, ask, withPending)) {
    const units = Math.min(rest, free);
    if (units > 0) lots.push({ lot, units });
    rest -= units;
  }
  return lots;
}

export function release(book: Book, key: string): void {
  const held = book.holds.get(key);
  if (held?.state !== 'open') return;
  for (const { lot, units } of held.lots) lotAt(book, lot).held -= units;
  held.state = 'released';
}

/** Spends what is held, or the first `units` of it; the rest is freed. */
export function capture(book: Book, key: string, now: Instant, units?: number): Result<null> {
  const held = book.holds.get(key);
  if (held === undefined) return refuse('hold_unknown');
  if (held.state === 'captured') return accept(null);
  if (held.until <= now) return refuse('hold_expired');
  if (held.state === 'released') return refuse('hold_released');
  const all = held.lots.reduce((sum, part) => sum + part.units, 0);
  const taken = units ?? all;
  if (taken > all) return refuse('capture_exceeds_hold');
  release(book, key);
  held.state = 'captured';
  if (taken === 0) return accept(null);
  const deed = begin(book, { kind: 'spend', key, wallet: held.wallet, units: -taken, reverses: null });
  let rest = taken;
  for (const part of held.lots) {
    const least = Math.min(rest, part.units);
    enter(book, deed, { lot: part.lot, units: -least, against: 'redeemed', forLot: null });
    rest -= least;
  }
  return accept(null);
}

/** To the lots it came from, the last taken first. */
export function giveBack(
  book: Book,
  ask: Omit<Ask, 'holder' | 'wallet'> & { readonly spend: string },
): Result<null> {
  const spent = book.deeds.find((deed) => deed.key === ask.spend && deed.kind === 'spend');
  if (spent === undefined) return refuse('spend_unknown');
  if (isDone(book, ask.key)) return accept(null);
  const before = sumOf(book, 'give-back', ask.spend);
  if (before + ask.units > -spent.units) return refuse('give_back_exceeds_spent');
  const deed = begin(book, {
    kind: 'give-back',
    key: ask.key,
    wallet: spent.wallet,
    units: ask.units,
    reverses: ask.spend,
  });
  let passed = before;
  let rest = ask.units;
  for (const { lot, units } of spent.entries.toReversed()) {
    const gone = Math.min(passed, -units);
    passed -= gone;
    const back = Math.min(rest, -units - gone);
    rest -= back;
    if (back === 0) continue;
    enter(book, deed, { lot, units: back, against: 'redeemed', forLot: null });
    fill(book, deed, lot, back, ask.now);
  }
  return accept(null);
}

function sumOf(book: Book, kind: Deed['kind'], reverses: string): number {
  return book.deeds
    .filter((deed) => deed.kind === kind && deed.reverses === reverses)
    .reduce((sum, deed) => sum + deed.units, 0);
}

/** What becomes of units that have come back into a lot: see club_fill. */
function fill(book: Book, deed: Deed, from: number, back: number, now: Instant): void {
  const lot = lotAt(book, from);
  let free = back;
  for (const [to, paid] of chargesFor(book, from)) {
    const units = Math.min(free, paid);
    if (units === 0) break;
    settle(book, deed, { from, to, units, forFrom: null, forTo: from });
    if (lotAt(book, to).amount > 0) fill(book, deed, to, units, now);
    free -= units;
  }
  const forgiven = Math.min(free, lot.writtenOff);
  enter(book, deed, { lot: from, units: -forgiven, against: 'written-off', forLot: null });
  free -= forgiven;
  if (lot.expiresAt !== null && lot.expiresAt <= now)
    enter(book, deed, { lot: from, units: -free, against: 'expired', forLot: null });
  else absorb(book, deed, from, free);
}

/** Which lots paid how much for this one: debts first, then the newest. */
function chargesFor(book: Book, lot: number): [lot: number, paid: number][] {
  const paid = new Map<number, number>();
  for (const entry of book.deeds.flatMap(({ entries }) => entries))
    if (entry.forLot === lot) paid.set(entry.lot, (paid.get(entry.lot) ?? 0) - entry.units);
  return [...paid]
    .filter(([, units]) => units > 0)
    .sort(([a], [b]) => Number(lotAt(book, a).amount > 0) - Number(lotAt(book, b).amount > 0) || b - a);
}

/** From its own lot, then what of it expired counts, then from others; the rest is owed or written off. */
export function takeBack(
  book: Book,
  ask: Omit<Ask, 'holder' | 'wallet'> & { readonly earned: string; readonly negative: 'allow' | 'clamp' },
): Result<null> {
  const earned = book.deeds.find(
    (deed) => deed.key === ask.earned && deed.units > 0 && deed.reverses === null,
  );
  const own = earned?.entries[0]?.lot;
  if (earned === undefined || own === undefined) return refuse('credit_unknown');
  if (isDone(book, ask.key)) return accept(null);
  releaseDue(book, ask.now);
  const lot = lotAt(book, own);
  if (lot.reversed + ask.units > lot.amount) return refuse('take_back_exceeds_earned');
  const { key, units, now } = ask;
  const deed = begin(book, {
    kind: 'take-back',
    key,
    wallet: lot.wallet,
    units: -units,
    reverses: ask.earned,
  });
  let rest = units - Math.min(units, lot.remaining - lot.held);
  lot.reversed += units;
  enter(book, deed, {
    lot: own,
    units: -units,
    against: earned.kind === 'earn' ? 'issued' : 'adjusted',
    forLot: null,
  });
  const lapsed = Math.min(rest, lot.expired);
  enter(book, deed, { lot: own, units: lapsed, against: 'expired', forLot: null });
  rest -= lapsed;
  const { holder, wallet } = lot;
  for (const other of spendable(book, { holder, wallet, now }, true)) {
    if (other.lot === own) continue;
    const part = Math.min(rest, other.free);
    settle(book, deed, { from: other.lot, to: own, units: part, forFrom: own, forTo: null });
    rest -= part;
  }
  if (ask.negative === 'clamp') {
    enter(book, deed, { lot: own, units: rest, against: 'written-off', forLot: null });
  } else if (rest > 0) {
    const when = { at: now, availableFrom: now, expiresAt: null };
    const debt = newLot(book, { holder, wallet, amount: -rest, forLot: own, ...when });
    settle(book, deed, { from: debt, to: own, units: rest, forFrom: own, forTo: null });
  }
  return accept(null);
}

function releaseDue(book: Book, now: Instant): void {
  for (const [key, held] of book.holds) if (held.until <= now) release(book, key);
}

/** Everything that is due and not held, in all lots. */
export function expire(book: Book, now: Instant): void {
  releaseDue(book, now);
  for (const [number, lot] of book.lots.entries()) {
    const units = lot.remaining - lot.held;
    if (lot.expiresAt === null || lot.expiresAt > now || units <= 0) continue;
    const key = `expire ${book.deeds.length}`;
    const deed = begin(book, { kind: 'expire', key, wallet: lot.wallet, units: -units, reverses: null });
    enter(book, deed, { lot: number, units: -units, against: 'expired', forLot: null });
  }
}

export function adjust(book: Book, ask: Ask & { readonly expiresAt: Instant | null }): Result<null> {
  if (isDone(book, ask.key)) return accept(null);
  if (ask.units > 0) {
    earn(book, { ...ask, availableFrom: ask.now }, 'adjust');
    return accept(null);
  }
  const wanted = { ...ask, units: -ask.units };
  const lots = pick(book, wanted, true);
  const free = spendable(book, ask, true).reduce((sum, lot) => sum + lot.free, 0);
  if (free - owedBy(book, ask.holder, ask.wallet) < wanted.units) return refuse('units_insufficient');
  const deed = begin(book, {
    kind: 'adjust',
    key: ask.key,
    wallet: ask.wallet,
    units: ask.units,
    reverses: null,
  });
  for (const { lot, units } of lots)
    enter(book, deed, { lot, units: -units, against: 'adjusted', forLot: null });
  return accept(null);
}

/** To another holder; each part keeps the instants of the lot it was taken from. */
export function transfer(book: Book, ask: Ask & { readonly to: number }): Result<null> {
  if (book.kin(ask.holder).includes(ask.to)) return refuse('transfer_to_oneself');
  if (isDone(book, ask.key)) return accept(null);
  if (available(book, ask.holder, ask.wallet, ask.now) < ask.units) return refuse('units_insufficient');
  const { key, wallet } = ask;
  const lots = pick(book, ask, false);
  const deed = begin(book, { kind: 'transfer', key, wallet, units: -ask.units, reverses: null });
  for (const { lot, units } of lots) {
    const { at, availableFrom, expiresAt } = lotAt(book, lot);
    enter(book, deed, { lot, units: -units, against: 'transferred', forLot: null });
    const made = newLot(book, {
      holder: ask.to,
      wallet,
      amount: units,
      forLot: null,
      at,
      availableFrom,
      expiresAt,
    });
    enter(book, deed, { lot: made, units, against: 'transferred', forLot: null });
    absorb(book, deed, made, units);
  }
  return accept(null);
}

/** What does not add up, in words; nothing, when all is well. */
export function faultsOf(book: Book): string[] {
  const faults: string[] = [];
  for (const [number, lot] of book.lots.entries()) {
    const isDebt = lot.amount < 0;
    if (isDebt ? lot.remaining > 0 || lot.remaining < lot.amount : lot.remaining < lot.held || lot.held < 0)
      faults.push(`lot ${number} holds ${lot.remaining}, ${lot.held} of it held`);
    if (!isDebt && lot.remaining > lot.amount) faults.push(`lot ${number} holds more than it got`);
    const told = book.deeds.flatMap(({ entries }) => entries).filter((entry) => entry.lot === number);
    if (told.reduce((sum, { units }) => sum + units, 0) !== lot.remaining)
      faults.push(`lot ${number} is not what its entries say`);
  }
  for (const deed of book.deeds)
    for (const against of ['settled', 'transferred'])
      if (deed.entries.reduce((sum, entry) => sum + (entry.against === against ? entry.units : 0), 0) !== 0)
        faults.push(`${deed.key}: ${against} does not sum to zero`);
  return faults;
}
