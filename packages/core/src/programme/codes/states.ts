import type { Instant } from '../../values/index.ts';

/**
 * What may happen to a code and to a gift card, as tables: state → event → the state after it. What is not in the table
 * cannot happen and is refused.
 */
export type Transitions<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/**
 * `ready`: it can be used; `held`: all its uses are kept aside by open quotes; `used`: all its uses are gone. Of a code with
 * several uses the last one leads to `held` and `used`, the others leave it `ready`.
 */
export type VoucherState = 'ready' | 'held' | 'used' | 'disabled';
export type VoucherEvent = 'hold last' | 'release' | 'use last' | 'give back' | 'disable' | 'enable';
export const VOUCHER_STATES: Transitions<VoucherState, VoucherEvent> = {
  ready: { 'hold last': 'held', 'give back': 'ready', release: 'ready', disable: 'disabled' },
  // What a quote holds stays held: a code that is disabled meanwhile is refused to the next quote, not to this one.
  held: { release: 'ready', 'use last': 'used', 'give back': 'held', disable: 'disabled' },
  used: { 'give back': 'ready', disable: 'disabled' },
  disabled: { enable: 'ready', 'give back': 'disabled', release: 'disabled', 'use last': 'disabled' },
};

/** Where a code stands, by what is counted of it; `uses` null: without limit. */
export function voucherState({
  disabled,
  uses,
  used,
  held,
}: {
  readonly disabled: boolean;
  readonly uses: number | null;
  readonly used: number;
  readonly held: number;
}): VoucherState {
  if (disabled) return 'disabled';
  if (uses === null || used + held < uses) return 'ready';
  return used >= uses ? 'used' : 'held';
}

/** `refunded` is the end: the money for the card was given back, and nothing makes it worth anything again. */
export type CardState = 'active' | 'frozen' | 'refunded';
export type CardEvent = 'spend' | 'give back' | 'top up' | 'transfer' | 'freeze' | 'unfreeze' | 'refund';
export const CARD_STATES: Transitions<CardState, CardEvent> = {
  active: {
    spend: 'active',
    'give back': 'active',
    'top up': 'active',
    transfer: 'active',
    freeze: 'frozen',
    refund: 'refunded',
  },
  // Nothing leaves a frozen card; what comes back from a return of goods waits on it.
  frozen: { 'give back': 'frozen', unfreeze: 'active', refund: 'refunded' },
  refunded: {},
};

export type RedemptionState = 'open' | 'handed' | 'cancelled';
export type RedemptionEvent = 'hand over' | 'cancel';
export const REDEMPTION_STATES: Transitions<RedemptionState, RedemptionEvent> = {
  open: { 'hand over': 'handed', cancel: 'cancelled' },
  handed: {},
  cancelled: {},
};

/** The state after an event; null: this cannot happen to it. */
export function after<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  state: State,
  event: Event,
): State | null {
  const row: Readonly<Partial<Record<Event, State>>> = table[state];
  return row[event] ?? null;
}

/** From when on and until when something can be used: from the first instant on, up to but without the second. */
export interface Validity {
  readonly from: Instant | null;
  readonly until: Instant | null;
}

export function validAt({ from, until }: Validity, at: Instant): 'early' | 'valid' | 'over' {
  if (from !== null && at < from) return 'early';
  return until !== null && at >= until ? 'over' : 'valid';
}
