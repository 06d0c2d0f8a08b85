import { describe, expect, test } from 'vitest';
import {
  after,
  CARD_STATES,
  REDEMPTION_STATES,
  validAt,
  VOUCHER_STATES,
  type VoucherEvent,
  voucherState,
} from './states.ts';

describe('the tables of states', () => {
  test('lead only to states that are in them', () => {
    for (const table of [VOUCHER_STATES, CARD_STATES, REDEMPTION_STATES]) {
      const states = Object.keys(table);
      for (const row of Object.values(table))
        for (const next of Object.values(row)) expect(states).toContain(next);
    }
  });

  test('let nothing happen to a refunded card', () => {
    for (const event of ['spend', 'give back', 'top up', 'transfer', 'freeze', 'unfreeze', 'refund'] as const)
      expect(after(CARD_STATES, 'refunded', event)).toBeNull();
    expect(after(CARD_STATES, 'frozen', 'spend')).toBeNull();
    expect(after(CARD_STATES, 'frozen', 'give back')).toBe('frozen');
  });

  test('let a use that is given back make a used code ready, and leave a disabled one disabled', () => {
    expect(after(VOUCHER_STATES, 'used', 'give back')).toBe('ready');
    expect(after(VOUCHER_STATES, 'disabled', 'give back')).toBe('disabled');
    expect(after(VOUCHER_STATES, 'used', 'hold last')).toBeNull();
  });

  test('say of a code what its counters say, whatever happens to it', () => {
    for (const uses of [1, 3]) {
      const counted = { disabled: false, uses, used: 0, held: 0 };
      const deeds: Readonly<Record<VoucherEvent, () => boolean>> = {
        'hold last': () =>
          counted.used + counted.held === uses - 1 && !counted.disabled && ++counted.held > 0,
        release: () => counted.held > 0 && counted.held-- > 0,
        'use last': () =>
          counted.held > 0 &&
          counted.used + counted.held === uses &&
          counted.held-- > 0 &&
          ++counted.used > 0,
        'give back': () => counted.used > 0 && counted.used-- > 0,
        disable: () => !counted.disabled && (counted.disabled = true),
        enable: () => counted.disabled && !(counted.disabled = false),
      };
      const names = Object.keys(deeds) as VoucherEvent[];
      for (let step = 0; step < 400; step += 1) {
        const event = names[(step * step * 7 + step * 3) % names.length] ?? 'release';
        const before = voucherState(counted);
        if (!deeds[event]()) continue;
        const next = after(VOUCHER_STATES, before, event);
        // From there it may be in the state of the table, or, where others of its uses are counted too, in that of the counters.
        expect(next, `${before} ${event}`).not.toBeNull();
        if (uses === 1 && event !== 'enable') expect(voucherState(counted), `${before} ${event}`).toBe(next);
      }
    }
  });

  test('let a redemption end once', () => {
    expect(after(REDEMPTION_STATES, 'cancelled', 'cancel')).toBeNull();
    expect(after(REDEMPTION_STATES, 'handed', 'cancel')).toBeNull();
  });
});

// Pain 17: nothing is called expired before it is.
describe('validity', () => {
  test('is a range of instants, its first within and its last without', () => {
    const range = { from: 1000, until: 2000 };
    expect([999, 1000, 1999, 2000].map((at) => validAt(range, at))).toEqual([
      'early',
      'valid',
      'valid',
      'over',
    ]);
    expect(validAt({ from: null, until: null }, 0)).toBe('valid');
  });
});
