import { readCode } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { type Rows, type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { hashOfCode } from '../codes/deriving.ts';
import { refusalOf } from './cards.ts';
import { availableOn } from './money-on-cards.ts';

/** A gift card as a basket is priced with it: `GiftCardAtHand` of core/offers without what is to be used of it. */
export interface PricedCard {
  /** The number of the card; below 0 for a code that is none. */
  readonly card: number;
  readonly name: { readonly fa: string; readonly en: string };
  /** What is free on it: balance less what is held. */
  readonly balance: number;
  readonly expiresAt: Instant | null;
  /** Why it cannot be used; null: it can. */
  readonly refused: { readonly code: string; readonly detail?: Record<string, string | number> } | null;
}

export interface CardsRead {
  /** In the order of the codes. */
  readonly cards: readonly PricedCard[];
  /** How many were looked up and not found: for `noteWrongCodes`. */
  readonly wrong: number;
}

interface CardRow {
  readonly place: number;
  readonly card: number;
  readonly tail: string;
  readonly state: 'active' | 'frozen' | 'refunded';
  readonly expiresAt: Instant | null;
  readonly balance: number;
}

/**
 * Looks cards up for a basket, to be sent together with other statements. `holding`: what is read is to be held, so nobody
 * freezes, refunds or gives a card away until the transaction ends; others may hold of it all the while.
 */
export function cardsStatement(
  business: Pick<Business, 'id'>,
  codes: readonly string[],
  { now, holding }: { readonly now: Instant; readonly holding: boolean },
): Statement {
  const hashes = codes.map((typed) => {
    const read = readCode(typed);
    return read.ok && read.value.kind === 'drawn' ? hashOfCode(business.id, read.value.code) : null;
  });
  return {
    name: holding ? 'club-cards-held' : 'club-cards',
    text: `SELECT given.place::int AS place, c.card_id AS card, c.tail, c.state, c.expires_at AS "expiresAt",
             ${availableOn('$2')} AS balance
           FROM unnest($1::uuid[]) WITH ORDINALITY AS given (hash, place),
             LATERAL (SELECT * FROM gift_cards o WHERE o.business_id = this_business() AND o.hash = given.hash LIMIT 1
                      ${holding ? 'FOR SHARE' : ''}) c`,
    values: [hashes, timestamptz(now)],
  };
}

/** The answer of `cardsStatement` for the same codes. */
export function readCards(
  { rows }: Pick<Rows<object>, 'rows'>,
  codes: readonly string[],
  now: Instant,
): CardsRead {
  const found = new Map((rows as CardRow[]).map((row) => [row.place, row]));
  let wrong = 0;
  const cards = codes.map((typed, index): PricedCard => {
    const row = found.get(index + 1);
    if (row !== undefined) return shown(row, now);
    const read = readCode(typed);
    if (read.ok) wrong += 1;
    return {
      card: -1 - index,
      name: { fa: 'کارت هدیه', en: 'Gift card' },
      balance: 0,
      expiresAt: null,
      refused: { code: read.ok ? 'gift_card_unknown' : read.refusal.code },
    };
  });
  return { cards, wrong };
}

function shown({ card, tail, state, expiresAt, balance }: CardRow, now: Instant): PricedCard {
  const over = expiresAt !== null && expiresAt <= now;
  const refused =
    state !== 'active'
      ? { code: refusalOf(state) }
      : over
        ? { code: 'gift_card_over', detail: { until: expiresAt } }
        : balance === 0
          ? { code: 'gift_card_spent' }
          : null;
  return { card, name: { fa: `کارت هدیه …${tail}`, en: `Gift card …${tail}` }, balance, expiresAt, refused };
}

/** The same in one step. */
export async function cardsForPricing(
  tx: Tx,
  business: Pick<Business, 'id'>,
  codes: readonly string[],
  asked: { readonly now: Instant; readonly holding: boolean },
): Promise<CardsRead> {
  if (codes.length === 0) return { cards: [], wrong: 0 };
  return readCards(await tx.query(cardsStatement(business, codes, asked)), codes, asked.now);
}
