import type { Minor } from '../../values/index.ts';

/** The accounts that the club books to. A business gives each the number and name it has in its own books. */
export const journalAccounts = [
  'sales',
  'deferred-revenue',
  'points-revenue',
  'marketing-cost',
  'points-provision',
  'points-redeemed',
  'opening-balance',
  'receivable',
  'debts-recovered',
  'card-clearing',
  'card-liability',
  'unclaimed',
  'partners',
  'partner-clearing',
] as const;
export type JournalAccount = (typeof journalAccounts)[number];

export const voucherKinds = [
  'deferral',
  'deferral-returned',
  'revenue',
  'revenue-true-up',
  'provision',
  'provision-used',
  'provision-true-up',
  'opening',
  'debts',
  'cards-sold',
  'cards-given',
  'cards-used',
  'cards-returned',
  'cards-refunded',
  'cards-expired',
  'partner-redeemed',
  'partner-cancelled',
  'partner-settled',
] as const;
export type VoucherKind = (typeof voucherKinds)[number];

/** Exactly one of `debit` and `credit` is above zero. */
export interface JournalLine {
  readonly account: JournalAccount;
  readonly debit: Minor;
  readonly credit: Minor;
}

export interface JournalVoucher {
  readonly kind: VoucherKind;
  readonly lines: readonly JournalLine[];
}

/** Which account is debited and which credited by an amount above zero. */
const PAIRS: Readonly<Record<VoucherKind, readonly [JournalAccount, JournalAccount]>> = {
  deferral: ['sales', 'deferred-revenue'],
  'deferral-returned': ['deferred-revenue', 'sales'],
  revenue: ['deferred-revenue', 'points-revenue'],
  'revenue-true-up': ['deferred-revenue', 'points-revenue'],
  provision: ['marketing-cost', 'points-provision'],
  'provision-used': ['points-provision', 'points-redeemed'],
  'provision-true-up': ['marketing-cost', 'points-provision'],
  opening: ['opening-balance', 'points-provision'],
  debts: ['receivable', 'debts-recovered'],
  'cards-sold': ['card-clearing', 'card-liability'],
  'cards-given': ['marketing-cost', 'card-liability'],
  'cards-used': ['card-liability', 'card-clearing'],
  'cards-returned': ['card-clearing', 'card-liability'],
  'cards-refunded': ['card-liability', 'card-clearing'],
  // What is unclaimed stays somebody else's money and never becomes income.
  'cards-expired': ['card-liability', 'unclaimed'],
  // Above nought we owe them more: what their rewards cost, what a cancellation takes off again, what was paid.
  'partner-redeemed': ['points-redeemed', 'partners'],
  'partner-cancelled': ['points-redeemed', 'partners'],
  'partner-settled': ['partner-clearing', 'partners'],
};

/** One voucher of two lines; an amount below zero turns the sides round, and 0 needs none. */
export function voucher(kind: VoucherKind, amount: Minor): JournalVoucher | null {
  if (amount === 0) return null;
  const [first, second] = PAIRS[kind];
  const [debited, credited] = amount > 0 ? [first, second] : [second, first];
  const size = Math.abs(amount);
  return {
    kind,
    lines: [
      { account: debited, debit: size, credit: 0 },
      { account: credited, debit: 0, credit: size },
    ],
  };
}

/** The vouchers of a wallet's month, in the order of their kinds. */
export function vouchersOf(
  amounts: Readonly<Partial<Record<VoucherKind, Minor>>>,
): readonly JournalVoucher[] {
  return voucherKinds.flatMap((kind) => {
    const one = voucher(kind, amounts[kind] ?? 0);
    return one === null ? [] : [one];
  });
}

/** Debits less credits; 0, or the books do not balance. */
export function imbalance(vouchers: readonly JournalVoucher[]): Minor {
  let sum = 0;
  for (const { lines } of vouchers) for (const { debit, credit } of lines) sum += debit - credit;
  return sum;
}
