import { toLatinDigits } from '@nardeban/core/values';
import type { PersonAtTill, QuoteBody } from './answers.ts';

/** Who stands at the till: nobody said, somebody the club knows, or somebody named by what was typed. */
export type Customer =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'known';
      readonly person: PersonAtTill;
      /** The code on their phone, and when it was read: it proves who they are for a while. */
      readonly shown: { readonly code: string; readonly at: number } | null;
    }
  | { readonly kind: 'typed'; readonly identifier: string; readonly name: string };

export interface Line {
  /** Of this page alone, so that a line stays itself while others go. */
  readonly id: number;
  readonly item: string;
  readonly quantity: number;
  readonly unitPrice: number;
  /** A gift card that is bought: each piece has this much on it. */
  readonly card?: true;
}

interface CodeTaken {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

interface CardTaken {
  readonly id: number;
  readonly code: string;
  readonly available: number;
  /** How much of it; null: as much as is needed. */
  readonly amount: number | null;
}

export const METHODS = ['card', 'cash', 'transfer'] as const;
export type Method = (typeof METHODS)[number];

/** What is being sold: plain data, kept in the tab while it is not paid. */
export interface Sale {
  readonly customer: Customer;
  /** Whether lines are rung up, or only an amount is. */
  readonly by: 'lines' | 'amount';
  readonly lines: readonly Line[];
  readonly amount: number | null;
  readonly codes: readonly CodeTaken[];
  readonly cards: readonly CardTaken[];
  /** Units the customer wants to pay with, by wallet. */
  readonly use: Readonly<Record<string, number>>;
  readonly rewards: readonly { readonly key: string; readonly units: number | null }[];
  /** Offers that were asked for, by key. */
  readonly offers: readonly string[];
  readonly method: Method;
}

export const NO_SALE: Sale = {
  customer: { kind: 'nobody' },
  by: 'lines',
  lines: [],
  amount: null,
  codes: [],
  cards: [],
  use: {},
  rewards: [],
  offers: [],
  method: 'card',
};

/** What an amount without a product is rung up as. */
export const AMOUNT_ITEM = 'amount';
/** What a gift card that is bought is rung up as. */
export const CARD_ITEM = 'gift-card';
export const MOST_LINES = 500;
const MOST_PIECES = 1_000_000;
/** A code that was shown is good for up to four minutes at the server; here a little less. */
const SHOWN_FOR_MS = 200_000;

/** Rings up one more; the same product at the same price becomes one line of more pieces. */
export function withLine(sale: Sale, added: Omit<Line, 'id'>): Sale {
  const same = sale.lines.find(
    (one) => one.item === added.item && one.unitPrice === added.unitPrice && one.card === added.card,
  );
  if (same !== undefined) return withQuantity(sale, same.id, same.quantity + added.quantity);
  const id = 1 + Math.max(0, ...sale.lines.map((one) => one.id));
  return sale.lines.length >= MOST_LINES ? sale : { ...sale, lines: [...sale.lines, { ...added, id }] };
}

/** Nothing left of a line takes it away. */
export function withQuantity(sale: Sale, id: number, quantity: number): Sale {
  if (quantity < 1) return { ...sale, lines: sale.lines.filter((one) => one.id !== id) };
  const whole = Math.min(MOST_PIECES, Math.floor(quantity));
  return { ...sale, lines: sale.lines.map((one) => (one.id === id ? { ...one, quantity: whole } : one)) };
}

/** Somebody else stands there: what only the one before could use goes. */
export function withCustomer(sale: Sale, customer: Customer): Sale {
  return { ...sale, customer, use: {}, rewards: [] };
}

export function grossOf(sale: Sale): number {
  if (sale.by === 'amount') return sale.amount ?? 0;
  return sale.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
}

function basketLines(sale: Sale): QuoteBody['basket']['lines'] {
  if (sale.by === 'amount')
    return sale.amount === null || sale.amount === 0
      ? []
      : [{ item: AMOUNT_ITEM, quantity: 1, unitPrice: sale.amount }];
  return sale.lines.map(({ item, quantity, unitPrice, card }) => ({
    item,
    quantity,
    unitPrice,
    ...(card === true ? { kind: 'gift-card' as const } : {}),
  }));
}

/** Whether a gift card is in the basket: its code is made by the server, so it is not sold without network. */
export function sellsCards(sale: Sale): boolean {
  return sale.by === 'lines' && sale.lines.some(({ card }) => card === true);
}

export function isEmpty(sale: Sale): boolean {
  return basketLines(sale).length === 0;
}

type Who = Pick<QuoteBody, 'person' | 'identifier' | 'memberCode' | 'newcomer'>;

function whoOf(customer: Customer, now: number | null): Who {
  switch (customer.kind) {
    case 'nobody':
      return {};
    case 'known': {
      const { shown, person } = customer;
      const isFresh = shown !== null && now !== null && now - shown.at < SHOWN_FOR_MS;
      return isFresh ? { memberCode: shown.code } : { person: person.id };
    }
    case 'typed': {
      const name = customer.name.trim();
      return { identifier: customer.identifier, newcomer: name === '' ? {} : { name } };
    }
  }
}

/**
 * What is asked of the server for a sale; null: nothing is in the basket. `now` lets a code that was shown prove who they
 * are, for a price that is promised; a look at the price does not need it.
 */
export function requestOf(sale: Sale, now: number | null = null): QuoteBody | null {
  const lines = basketLines(sale);
  if (lines.length === 0) return null;
  const use = Object.entries(sale.use).flatMap(([wallet, units]) => (units > 0 ? [{ wallet, units }] : []));
  return {
    ...whoOf(sale.customer, now),
    basket: { lines, method: sale.method },
    ...(sale.codes.length === 0 ? {} : { codes: sale.codes.map(({ code }) => code) }),
    ...(use.length === 0 ? {} : { use }),
    ...(sale.cards.length === 0
      ? {}
      : {
          giftCards: sale.cards.map(({ code, amount }) => ({ code, ...(amount === null ? {} : { amount }) })),
        }),
    ...(sale.rewards.length === 0
      ? {}
      : {
          rewards: sale.rewards.map(({ key, units }) => ({
            reward: key,
            ...(units === null ? {} : { units }),
          })),
        }),
    ...(sale.offers.length === 0 ? {} : { offers: [...sale.offers] }),
  };
}

/** The same sale with nothing that has to be looked up to be given: for a till without network that knows no price. */
export function plainly(sale: Sale): Sale {
  return { ...sale, codes: [], cards: [], use: {}, rewards: [], offers: [] };
}

/** Whether somebody who is not known can be entered under this: a mobile or an e-mail address. */
export function isIdentifier(text: string): boolean {
  const plain = toLatinDigits(text).replace(/[\s()\-.]/g, '');
  return /^(?:\+|00)?[0-9]{10,15}$/.test(plain) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

const CARD_SIGNS = /^[23456789ACEFHJKMPRTVWXY]{20}$/;

/** Gift cards have twenty signs, vouchers fewer: so one field, and one scanner, takes both. */
export function isCardCode(text: string): boolean {
  return CARD_SIGNS.test(
    toLatinDigits(text)
      .replace(/[\s\-–_]/g, '')
      .toUpperCase(),
  );
}
