import type { History } from '../facts/index.ts';
import type { Words } from '../ladder/index.ts';
import type { Basket, Programme } from '../programme/index.ts';
import type { BusinessCalendar, Instant } from '../values/index.ts';
import type { BaseStability } from './base.ts';
import type { Guard } from './guard-settings.ts';
import type { Give, Offer, On } from './offer.ts';
import type { PricingReason } from './priced.ts';

/** Who buys. What is asked about them (criteria, habits) is answered from the history, at `now`. */
export interface Buyer {
  readonly person: number;
  /** The facts the offers, rules and guards read (`pricingFactTypes` names them), in order of time. */
  readonly history: History;
  /** The rung they stand on, by ladder. */
  readonly rungs: Readonly<Record<string, string>>;
  /** Their score of appreciation, 0 to 100; null: not scored. */
  readonly appreciation: number | null;
  /** Whether they belong to the club. */
  readonly member: boolean;
  /** The level of the club they stand on; null: none. */
  readonly level: string | null;
}

/** An offer as it stands, and what the server knows of it for this person. */
export interface OfferAtHand {
  readonly offer: Offer;
  /** Which version of it: an order that is edited keeps the version it was made under. */
  readonly version: number;
  /** Whether the person is on the list of those chosen for it. */
  readonly chosen: boolean;
  /** Somebody asked for it at the till; only looked at for offers given by asking. */
  readonly asked: boolean;
}

/** A code that was shown. The code itself never comes here: `id` is the number it is stored under. */
export interface VoucherAtHand {
  readonly id: number;
  readonly name: Words;
  /** The offer it brings; null: unknown. An offer that comes by code is only given by such a voucher. */
  readonly offer: string | null;
  /** Why it cannot be used (expired, used, blocked, another person's, not known); null: it can. */
  readonly refused: PricingReason | null;
  /** How often it may be used: by everybody together, by one person; null: without limit. */
  readonly uses: number | null;
  readonly usesPerPerson: number | null;
}

export interface GiftCardAtHand {
  readonly card: number;
  readonly name: Words;
  /** What is free on it: balance less what is held. */
  readonly balance: number;
  readonly expiresAt: Instant | null;
  /** How much of it is to be used; null: as much as fits. */
  readonly use: number | null;
  /** Why it cannot be used; null: it can. */
  readonly refused: PricingReason | null;
}

/** A reward of the catalogue that the customer wants off this basket, paid for with units of a wallet. */
export interface RewardAtHand {
  readonly key: string;
  readonly name: Words;
  readonly wallet: string;
  readonly units: number;
  readonly gives: Give;
  readonly on: On | null;
  /** What is left of it and how much of it one person may have; null: without limit. */
  readonly stock: number | null;
  readonly perPerson: number | null;
  readonly refused: PricingReason | null;
}

export interface WalletAtHand {
  readonly wallet: string;
  /** What can be spent now: available less held. */
  readonly balance: number;
  /** How many units the customer wants to spend; null: as many as may be; 0: none. */
  readonly use: number | null;
}

/** How far a counter stands already, holds included, without this order. A counter that is not named stands at 0. */
export interface CounterNow {
  readonly key: string;
  readonly of: 'person' | 'all';
  readonly used: number;
}

/** What pieces cost and what is kept where nobody knows: never a fraction. */
export interface Costs {
  /** What one piece costs, in minor units, by product code. A cost told with the line goes before it. */
  readonly unitCosts: ReadonlyMap<string, number>;
  /** What is kept of a sale whose cost is not known, in hundredths of a percent of revenue net of tax. */
  readonly marginRate: number;
  readonly rateFrom: 'stated' | 'assumed';
  /** What a unit of a wallet costs, as `amount` minor units for `points` units: worth times expected redemption. */
  readonly perUnit: ReadonlyMap<string, { readonly points: number; readonly amount: number }>;
}

/** Everything the price of a basket depends on. The same input gives the same answer, on any day and any machine. */
export interface PricingInput {
  readonly basket: Basket;
  /** The currency the basket is priced in, and the one the business works in. */
  readonly currency: string;
  readonly businessCurrency: string;
  readonly calendar: BusinessCalendar;
  readonly now: Instant;
  /** Null: somebody who is not known. */
  readonly buyer: Buyer | null;
  readonly offers: readonly OfferAtHand[];
  readonly vouchers: readonly VoucherAtHand[];
  readonly giftCards: readonly GiftCardAtHand[];
  readonly rewards: readonly RewardAtHand[];
  readonly wallets: readonly WalletAtHand[];
  /** The club as published, and the number of its version; null: there is none. */
  readonly programme: { readonly definition: Programme; readonly version: number } | null;
  /** Null: no guard at all, and only zero holds. */
  readonly guard: Guard | null;
  readonly costs: Costs;
  readonly counters: readonly CounterNow[];
  /** Whether loyal customers cover the month's target: what public offers need. */
  readonly base: BaseStability;
}
