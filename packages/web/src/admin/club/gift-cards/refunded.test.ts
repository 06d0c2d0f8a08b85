import { expect, test } from 'vitest';
import type { CardLoad } from './queries.ts';
import { refundOf } from './refunded.ts';

const load = (place: number, amount: number, refunded: number | null = null): CardLoad => ({
  place,
  amount,
  paid: true,
  order: null,
  by: 'x',
  at: 0,
  refunded,
  refundedAt: refunded === null ? null : 1,
});

test('refunding the purchase takes everything off the card, and never what was used', () => {
  const loads = [load(1, 500), load(2, 300)];
  expect(refundOf(loads, 1, 800)).toEqual({ goesOff: 800, used: 0 });
  expect(refundOf(loads, 1, 650)).toEqual({ goesOff: 650, used: 150 });
  expect(refundOf(loads, 1, 0)).toEqual({ goesOff: 0, used: 800 });
});

test('refunding a top-up takes at most its own amount', () => {
  const loads = [load(1, 500), load(2, 300)];
  expect(refundOf(loads, 2, 800)).toEqual({ goesOff: 300, used: 0 });
  expect(refundOf(loads, 2, 100)).toEqual({ goesOff: 100, used: 200 });
});

test('what was refunded before is not refunded again', () => {
  expect(refundOf([load(1, 500), load(2, 300, 300)], 1, 500)).toEqual({ goesOff: 500, used: 0 });
});
