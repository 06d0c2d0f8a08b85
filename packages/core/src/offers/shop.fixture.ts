import { type Fact, historyOf } from '../facts/index.ts';
import type { Basket, BasketLine, EarningRule, Programme, Wallet } from '../programme/index.ts';
import type { Guard } from './guard-settings.ts';
import type { Give, Offer } from './offer.ts';
import { priceBasket } from './price.ts';
import type { Decision, Priced } from './priced.ts';
import type {
  Buyer,
  GiftCardAtHand,
  OfferAtHand,
  PricingInput,
  RewardAtHand,
  VoucherAtHand,
} from './pricing-input.ts';

/** A small shop for tests: 25 Mehr 1405, 10:30 in Tehran. */
export const NOW = Date.UTC(2026, 9, 17, 7, 0);
export const DAY = 86_400_000;
export const CALENDAR = { zone: 'Asia/Tehran', calendar: 'jalali' } as const;

const words = (text: string) => ({ fa: text, en: text });

/** `line('tea', 2, 50_000)`: two pieces at 50,000 each. */
export function line(
  item: string,
  quantity: number,
  unitPrice: number,
  more: Partial<BasketLine> = {},
): BasketLine {
  return { item, quantity, unitPrice, ...more };
}

/** An offer for everybody, by itself, that stacks with all others; `more` says what is otherwise. */
export function offer(key: string, gives: Give, more: Partial<Offer> = {}): Offer {
  return {
    key,
    name: words(key),
    for: {},
    gives,
    when: { zone: 'Asia/Tehran' },
    by: 'itself',
    announcement: 'private',
    stacking: { exclusive: false, order: 100 },
    newcomers: true,
    ...more,
  };
}

export function percent(hundredths: number): Give {
  return { kind: 'percent', share: hundredths };
}

export function atHand(of: Offer, more: Partial<OfferAtHand> = {}): OfferAtHand {
  return { offer: of, version: 1, chosen: false, asked: false, ...more };
}

export function voucher(
  id: number,
  offerKey: string | null,
  more: Partial<VoucherAtHand> = {},
): VoucherAtHand {
  return {
    id,
    name: words(`code ${id}`),
    offer: offerKey,
    refused: null,
    uses: 1,
    usesPerPerson: null,
    ...more,
  };
}

export function card(id: number, balance: number, more: Partial<GiftCardAtHand> = {}): GiftCardAtHand {
  return { card: id, name: words(`card ${id}`), balance, expiresAt: null, use: null, refused: null, ...more };
}

export function reward(
  key: string,
  units: number,
  gives: Give,
  more: Partial<RewardAtHand> = {},
): RewardAtHand {
  return {
    key,
    name: words(key),
    wallet: 'points',
    units,
    gives,
    on: null,
    stock: null,
    perPerson: null,
    refused: null,
    ...more,
  };
}

/** 1 point is worth 100 minor units at the till. */
export function wallet(more: Partial<Wallet> = {}): Wallet {
  return {
    key: 'points',
    name: words('points'),
    unit: 'points',
    worth: { points: 1, amount: 100 },
    vesting: 0,
    expiry: { kind: 'never' },
    negative: 'allow',
    spending: {},
    ...more,
  };
}

/** 1 point for every 10,000 paid with money. */
export const ONE_PER_TEN_THOUSAND: EarningRule = {
  key: 'buying',
  name: words('buying'),
  wallet: 'points',
  on: { kind: 'order' },
  gives: { kind: 'per', units: 1, amount: 10_000 },
};

export function programme(wallets: Wallet[], rules: EarningRule[]): PricingInput['programme'] {
  const definition: Programme = { name: words('club'), membership: 'everybody', wallets, rules };
  return { definition, version: 3 };
}

let told = 0;
/** Something that happened so many days before now. */
export function ago(days: number, type: string, data: Fact['data'] = {}): Fact {
  told += 1;
  return { id: told, type, at: NOW - days * DAY, data };
}

export function paid(days: number, order: string, amount: number, data: Fact['data'] = {}): Fact {
  return ago(days, 'order.paid', { order, amount, ...data });
}

export function buyer(facts: readonly Fact[] = [], more: Partial<Buyer> = {}): Buyer {
  const history = historyOf(facts.map((fact) => ({ ...fact, source: 'test', key: String(fact.id) })));
  return { person: 7, history, rungs: {}, appreciation: null, member: true, level: null, ...more };
}

export interface Shop extends Partial<Omit<PricingInput, 'basket' | 'offers'>> {
  readonly basket?: Partial<Basket>;
  readonly offers?: readonly (Offer | OfferAtHand)[];
}

/** A basket in this shop; without a guard unless one is said. */
export function shop(lines: readonly BasketLine[], more: Shop = {}): PricingInput {
  const { basket, offers = [], ...rest } = more;
  return {
    basket: { lines: [...lines], ...basket },
    currency: 'IRR',
    businessCurrency: 'IRR',
    calendar: CALENDAR,
    now: NOW,
    buyer: buyer(),
    offers: offers.map((one) => ('offer' in one ? one : atHand(one))),
    vouchers: [],
    giftCards: [],
    rewards: [],
    wallets: [],
    programme: null,
    guard: null,
    costs: { unitCosts: new Map(), marginRate: 3000, rateFrom: 'assumed', perUnit: new Map() },
    counters: [],
    base: { kind: 'unknown' },
    ...rest,
  };
}

export const OPEN_GUARD: Guard = { heldBack: 'trim', perks: [] };

export function priced(input: PricingInput): Priced {
  const result = priceBasket(input);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** What became of an offer, code or reward; fails when it is not among the decisions. */
export function decisionOf({ decisions }: Priced, source: string): Decision {
  const found = decisions.find((decision) => decision.source === source);
  if (found === undefined) throw new Error(`No decision of ${source}`);
  return found;
}

export function codesOf({ reasons }: Pick<Decision, 'reasons'>): string[] {
  return reasons.map(({ code }) => code);
}
