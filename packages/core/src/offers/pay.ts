import { divide, unitsFor, type Wallet, worthOf } from '../programme/index.ts';
import type { LineFacts } from './lines.ts';
import type { Payment, PricingReason, Priced, Spent } from './priced.ts';
import type { GiftCardAtHand, WalletAtHand } from './pricing-input.ts';
import { partOf, sumOf, timesOver } from './proportion.ts';

/** What is paid otherwise than with money, and what of each line is left to pay. */
export interface Paid {
  readonly payments: readonly Payment[];
  readonly spent: readonly Spent[];
  readonly cards: Priced['giftCards'];
  readonly byWallets: readonly number[];
  readonly byCards: readonly number[];
}

/**
 * Pays with wallets in the order of the programme, then with gift cards, the one that ends first before the others. Neither
 * pays for a gift card that is bought, and neither pays more than is left. The customer says how much of each; what cannot be
 * spent is left where it is, with the reason.
 *
 * @param taken units of wallets that rewards of this basket cost already
 */
export function pay(
  facts: readonly LineFacts[],
  nets: readonly number[],
  wallets: readonly WalletAtHand[],
  definitions: readonly Wallet[],
  taken: readonly Spent[],
  cards: readonly GiftCardAtHand[],
): Paid {
  const left = nets.map((net, place) => (facts[place]?.kind === 'gift-card' ? 0 : net));
  const payable = sumOf(left);
  const byWallets = nets.map(() => 0);
  const byCards = nets.map(() => 0);
  const payments: Payment[] = [];
  const spent: Spent[] = [];
  const used: Priced['giftCards'] = [];
  const takeFrom = (amount: number, by: number[]): number[] => {
    const parts = divide(amount, left);
    for (const [place, part] of parts.entries()) {
      left[place] = (left[place] ?? 0) - part;
      by[place] = (by[place] ?? 0) + part;
    }
    return parts;
  };

  const known = new Set(definitions.map(({ key }) => key));
  for (const { wallet } of wallets.filter((at) => !known.has(at.wallet)))
    payments.push(nothing(`wallet:${wallet}`, 0, { code: 'wallet_unknown' }));
  for (const definition of definitions) {
    const at = wallets.find(({ wallet }) => wallet === definition.key);
    if (at === undefined || at.use === 0) continue;
    const before = sumOf(taken.filter(({ wallet }) => wallet === definition.key).map(({ points }) => points));
    const balance = Math.max(0, at.balance - before);
    const { units, reasons } = unitsToSpend(definition, { ...at, balance }, sumOf(left), payable);
    const source = `wallet:${definition.key}`;
    const asked = worthOf(definition, Math.min(at.use ?? balance, MOST_UNITS));
    const amount = worthOf(definition, units);
    if (amount === 0) {
      payments.push(nothing(source, asked, ...reasons));
      continue;
    }
    const { proofFrom } = definition.spending ?? {};
    const proof = proofFrom !== undefined && units + before >= proofFrom;
    payments.push({ source, outcome: outcomeOf(reasons), amount, asked, proof, reasons });
    spent.push({ wallet: definition.key, points: units, worth: amount, lines: takeFrom(amount, byWallets) });
  }

  const byEnd = [...new Map(cards.map((one) => [one.card, one])).values()].sort(
    (a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) || a.card - b.card,
  );
  for (const card of byEnd) {
    const source = `card:${card.card}`;
    const asked = card.use ?? card.balance;
    if (card.refused !== null) {
      payments.push(nothing(source, asked, card.refused));
      continue;
    }
    const reasons: PricingReason[] = [];
    let amount = asked;
    if (amount > card.balance) {
      reasons.push({
        code: 'card_too_small',
        detail: { balance: card.balance, missing: amount - card.balance },
      });
      amount = card.balance;
    }
    const rest = sumOf(left);
    if (amount > rest) {
      if (card.use !== null || rest === 0)
        reasons.push({ code: 'nothing_left_to_pay', detail: { left: rest } });
      amount = rest;
    }
    if (amount === 0) {
      if (card.use !== 0) payments.push(nothing(source, asked, ...orEmpty(reasons, 'card_empty')));
      continue;
    }
    payments.push({ source, outcome: outcomeOf(reasons), amount, asked, proof: false, reasons });
    used.push({ card: card.card, amount, lines: takeFrom(amount, byCards) });
  }
  return { payments, spent, cards: used, byWallets, byCards };
}

/** Beyond this nobody owns units, and worth is still exact. */
const MOST_UNITS = 1e15;

/** How many units are spent: what was asked for, held to what the wallet has, what may be spent and what is left to pay. */
function unitsToSpend(
  wallet: Wallet,
  { use, balance }: WalletAtHand,
  left: number,
  payable: number,
): { readonly units: number; readonly reasons: PricingReason[] } {
  const { spending, worth } = wallet;
  if (spending === undefined || worth.amount === 0)
    return { units: 0, reasons: [{ code: 'wallet_not_spent_here' }] };
  if (left === 0) return { units: 0, reasons: [{ code: 'nothing_left_to_pay', detail: { left } }] };
  const reasons: PricingReason[] = [];
  let units = use ?? balance;
  const hold = (most: number, reason: PricingReason, isSaid = true): void => {
    if (units <= most) return;
    units = most;
    if (isSaid) reasons.push(reason);
  };
  // As many as may be means just that: only what the customer asked for by number says why it is fewer.
  const byNumber = use !== null;
  hold(balance, { code: 'wallet_too_small', detail: { balance, missing: units - balance } });
  hold(unitsWithin(wallet, left), { code: 'more_than_to_pay', detail: { left } }, byNumber);
  if (spending.mostShare !== undefined) {
    const most = partOf(payable, spending.mostShare);
    hold(unitsWithin(wallet, most), {
      code: 'wallet_share_of_basket',
      detail: { most, share: spending.mostShare },
    });
  }
  const step = spending.step ?? 1;
  const stepped = units - (units % step);
  if (stepped < units && byNumber && reasons.length === 0)
    reasons.push({ code: 'wallet_in_steps', detail: { step } });
  // Units that take nothing more off stay with their owner.
  const needed = unitsFor(wallet, worthOf(wallet, stepped)) ?? 0;
  units = Math.min(stepped, Math.ceil(needed / step) * step);
  if (spending.least !== undefined && units < spending.least) {
    reasons.push({ code: 'wallet_least', detail: { least: spending.least, units } });
    return { units: 0, reasons };
  }
  if (units === 0) return { units, reasons: orEmpty(reasons, 'wallet_empty') };
  return { units, reasons };
}

/** The most units that are worth no more than so much. */
function unitsWithin({ worth: { points, amount } }: Wallet, most: number): number {
  return timesOver(most, points, amount);
}

function orEmpty(reasons: PricingReason[], code: string): PricingReason[] {
  return reasons.length === 0 ? [{ code }] : reasons;
}

function outcomeOf(reasons: readonly PricingReason[]): 'applied' | 'trimmed' {
  return reasons.length === 0 ? 'applied' : 'trimmed';
}

function nothing(source: string, asked: number, ...reasons: PricingReason[]): Payment {
  return { source, outcome: 'skipped', amount: 0, asked, proof: false, reasons };
}
