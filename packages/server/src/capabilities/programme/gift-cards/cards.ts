import { randomBytes } from 'node:crypto';
import {
  after,
  CARD_STATES,
  type CardEvent,
  type CardState,
  GIFT_CARD_PAYLOAD,
  showCode,
} from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { Author } from '../codes/batches.ts';
import { codeFrom, hashOfCode } from '../codes/deriving.ts';
import { earn, prolong } from '../ledger/posting.ts';
import { GIFT_CARD_WALLET } from '../ledger/types.ts';

export interface GiftCard {
  readonly id: number;
  /** The last four signs of its code. */
  readonly tail: string;
  readonly state: CardState;
  /** Whose it is; null: of whoever has the code. */
  readonly person: number | null;
  readonly expiresAt: Instant | null;
  readonly note: string;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** A card with its code, which is told this once unless the card belongs to a person. */
export interface CardTold {
  readonly card: GiftCard;
  /** In groups. */
  readonly code: string;
}

export const CARD_COLUMNS = `card_id AS id, tail, state, person_id AS person, expires_at AS "expiresAt", note, revision,
  made_by AS "madeBy", made_at AS "madeAt", changed_by AS "changedBy", changed_at AS "changedAt"`;

/** Money that goes onto a card: sold on a line of an order, or by the business itself. */
export interface Load {
  /** Minor units, at least 1. */
  readonly amount: number;
  /** Whether somebody paid for it; what is given for nothing is a cost of marketing and no liability from a sale. */
  readonly paid: boolean;
  readonly order?: string | undefined;
  readonly line?: number | undefined;
}

/**
 * Makes a card and puts the money on it: an entry against `sold` where it was paid for, so that it is owed and no income.
 * Refusals: `gift_card_empty` (a card of 0 is not made), `gift_card_over` (it would have ended already), `person_unknown`.
 */
export async function issueCard(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: Load & {
    readonly person: number | null;
    readonly expiresAt: Instant | null;
    readonly note?: string | undefined;
  },
  author: Author,
): Promise<Result<CardTold>> {
  if (asked.amount < 1) return refuse('gift_card_empty', 'amount');
  if (asked.expiresAt !== null && asked.expiresAt <= author.now) return refuse('gift_card_over', 'expiresAt');
  const owner = await held(tx, asked.person);
  if (!owner.ok) return owner;
  const fresh = freshCode(business);
  const { rows } = await tx.query<GiftCard>(
    `INSERT INTO gift_cards (business_id, hash, seed, tail, person_id, expires_at, note, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1::uuid, $2, $3, $4, $5, $6, $7, $8, $7, $8) RETURNING ${CARD_COLUMNS}`,
    [
      fresh.hash,
      asked.person === null ? null : fresh.seed,
      fresh.tail,
      asked.person,
      asked.expiresAt === null ? null : timestamptz(asked.expiresAt),
      asked.note ?? '',
      author.by,
      timestamptz(author.now),
    ],
  );
  const [card] = rows;
  if (card === undefined) throw new Error('A gift card that was just made is not there');
  await load(tx, card, asked, author);
  return accept({ card, code: showCode(fresh.code) });
}

/** Puts more money on it. Refusals: `gift_card_empty`, `gift_card_unknown`, `gift_card_frozen`, `gift_card_refunded`, `gift_card_over`. */
export async function topUpCard(tx: Tx, id: number, asked: Load, author: Author): Promise<Result<GiftCard>> {
  if (asked.amount < 1) return refuse('gift_card_empty', 'amount');
  const card = await cardFor(tx, id, 'top up');
  if (!card.ok) return card;
  const { expiresAt } = card.value;
  if (expiresAt !== null && expiresAt <= author.now) return refuse('gift_card_over');
  await load(tx, card.value, asked, author);
  return card;
}

/** By what the money of a load is known in the ledger. */
export function loadKey(card: number, place: number): string {
  return `gift-card:${card}:${place}`;
}

async function load(tx: Tx, card: GiftCard, asked: Load, { by, now }: Author): Promise<void> {
  const { rows } = await tx.query<{ place: number }>(
    `INSERT INTO gift_card_loads (business_id, card_id, place, amount, order_number, line, paid, made_by, made_at)
     SELECT this_business(), $1, coalesce(max(place), 0) + 1, $2, $3, $4, $5, $6, $7
     FROM gift_card_loads WHERE business_id = this_business() AND card_id = $1 RETURNING place`,
    [card.id, asked.amount, asked.order ?? null, asked.line ?? null, asked.paid, by, timestamptz(now)],
  );
  const place = rows[0]?.place ?? 0;
  await earn(tx, {
    holder: { kind: 'card', id: card.id },
    credits: [
      {
        wallet: GIFT_CARD_WALLET,
        units: asked.amount,
        availableFrom: now,
        expiresAt: card.expiresAt,
        from: asked.paid ? 'sold' : 'issued',
        cause: {
          kind: 'gift-card',
          by,
          ...(asked.order === undefined ? {} : { order: asked.order }),
          ...(asked.line === undefined ? {} : { line: asked.line }),
        },
        key: loadKey(card.id, place),
      },
    ],
    at: now,
    now,
  });
}

/**
 * Nothing leaves a frozen card. Who priced a basket with it before keeps what was held. Refusals: `gift_card_unknown`,
 * `gift_card_frozen` / `gift_card_not_frozen`, `gift_card_refunded`.
 */
export async function freezeCard(
  tx: Tx,
  id: number,
  to: 'frozen' | 'active',
  reason: string,
  author: Author,
): Promise<Result<GiftCard>> {
  const card = await cardFor(tx, id, to === 'frozen' ? 'freeze' : 'unfreeze');
  if (!card.ok) return card;
  await noteChange(tx, card.value, { what: to === 'frozen' ? 'frozen' : 'unfrozen', reason }, author);
  return changed(tx, id, { state: to }, author);
}

/**
 * Gives a card to a person, with a new code: whoever has the old one has nothing any more. The money stays where it is, with
 * the instants at which it ends. Refusals: `gift_card_unknown`, `gift_card_frozen`, `gift_card_refunded`, `person_unknown`.
 */
export async function transferCard(
  tx: Tx,
  business: Pick<Business, 'id'>,
  id: number,
  asked: { readonly person: number; readonly reason: string },
  author: Author,
): Promise<Result<CardTold>> {
  const owner = await held(tx, asked.person);
  if (!owner.ok) return owner;
  const card = await cardFor(tx, id, 'transfer');
  if (!card.ok) return card;
  const { person, reason } = asked;
  await noteChange(tx, card.value, { what: 'transferred', reason, to: person }, author);
  return recoded(tx, business, id, person, author);
}

/** Gives a card a new code, where the old one was lost or seen by others. Refusals: as for `transferCard`. */
export async function recodeCard(
  tx: Tx,
  business: Pick<Business, 'id'>,
  id: number,
  reason: string,
  author: Author,
): Promise<Result<CardTold>> {
  const card = await cardFor(tx, id, 'transfer');
  if (!card.ok) return card;
  const { person } = card.value;
  await noteChange(tx, card.value, { what: 'recoded', reason, to: person }, author);
  return recoded(tx, business, id, person, author);
}

/** Lets what is on it end later, never earlier. Refusals: `gift_card_unknown`, `gift_card_refunded`, `gift_card_ends_later`, `gift_card_over`. */
export async function extendCard(
  tx: Tx,
  id: number,
  expiresAt: Instant,
  author: Author,
): Promise<Result<GiftCard>> {
  const card = await cardFor(tx, id, 'top up');
  if (!card.ok) return card;
  const before = card.value.expiresAt;
  if (before !== null && before <= author.now) return refuse('gift_card_over');
  if (before === null || before >= expiresAt) return refuse('gift_card_ends_later', 'expiresAt');
  await prolong(tx, { holder: { kind: 'card', id }, wallet: GIFT_CARD_WALLET, expiresAt, now: author.now });
  return changed(tx, id, { expiresAt }, author);
}

/** The card, held for the caller's transaction, if this may happen to it. */
export async function cardFor(tx: Tx, id: number, event: CardEvent): Promise<Result<GiftCard>> {
  const { rows } = await tx.query<GiftCard>(
    `SELECT ${CARD_COLUMNS} FROM gift_cards WHERE business_id = this_business() AND card_id = $1 FOR UPDATE`,
    [id],
  );
  const [card] = rows;
  if (card === undefined) return refuse('gift_card_unknown', 'id', { id });
  if (after(CARD_STATES, card.state, event) !== null) return accept(card);
  return refuse(
    event === 'unfreeze' && card.state === 'active' ? 'gift_card_not_frozen' : refusalOf(card.state),
  );
}

export function refusalOf(state: CardState): string {
  return state === 'frozen' ? 'gift_card_frozen' : 'gift_card_refunded';
}

export async function changed(
  tx: Tx,
  id: number,
  to: { readonly state?: CardState; readonly expiresAt?: Instant },
  { by, now }: Author,
): Promise<Result<GiftCard>> {
  const { rows } = await tx.query<GiftCard>(
    `UPDATE gift_cards SET state = coalesce($2, state), expires_at = coalesce($3, expires_at), revision = revision + 1,
       changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND card_id = $1 RETURNING ${CARD_COLUMNS}`,
    [
      id,
      to.state ?? null,
      to.expiresAt === undefined ? null : timestamptz(to.expiresAt),
      by,
      timestamptz(now),
    ],
  );
  return rows[0] === undefined ? refuse('gift_card_unknown', 'id', { id }) : accept(rows[0]);
}

async function recoded(
  tx: Tx,
  business: Pick<Business, 'id'>,
  id: number,
  person: number | null,
  { by, now }: Author,
): Promise<Result<CardTold>> {
  const fresh = freshCode(business);
  const { rows } = await tx.query<GiftCard>(
    `UPDATE gift_cards SET hash = $2::uuid, seed = $3, tail = $4, person_id = $5, revision = revision + 1, changed_by = $6,
       changed_at = $7
     WHERE business_id = this_business() AND card_id = $1 RETURNING ${CARD_COLUMNS}`,
    [id, fresh.hash, person === null ? null : fresh.seed, fresh.tail, person, by, timestamptz(now)],
  );
  return rows[0] === undefined
    ? refuse('gift_card_unknown', 'id', { id })
    : accept({ card: rows[0], code: showCode(fresh.code) });
}

export async function noteChange(
  tx: Tx,
  card: GiftCard,
  change: {
    readonly what: 'frozen' | 'unfrozen' | 'transferred' | 'recoded' | 'refunded';
    readonly reason: string;
    readonly to?: number | null;
  },
  { by, now }: Author,
): Promise<void> {
  await tx.query(
    `INSERT INTO gift_card_changes (business_id, card_id, what, from_person, to_person, reason, by_name, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7)`,
    [
      card.id,
      change.what,
      card.person,
      change.to === undefined ? card.person : change.to,
      change.reason,
      by,
      timestamptz(now),
    ],
  );
}

function freshCode(business: Pick<Business, 'id'>) {
  const seed = randomBytes(32);
  const code = codeOfSeed(seed);
  return { seed, code, hash: hashOfCode(business.id, code), tail: code.slice(-4) };
}

/** The code of a card that belongs to a person, to be shown to them. */
export function codeOfSeed(seed: Buffer): string {
  return codeFrom(seed, 1, GIFT_CARD_PAYLOAD);
}

/** Holds the person for the caller's transaction, so that an undo of an import does not take them off meanwhile. */
async function held(tx: Tx, person: number | null): Promise<Result<true>> {
  if (person === null) return accept(true);
  const { rowCount } = await tx.query(
    'SELECT FROM people WHERE business_id = this_business() AND person_id = $1 FOR KEY SHARE',
    [person],
  );
  return rowCount === 1 ? accept(true) : refuse('person_unknown', 'person', { id: person });
}
