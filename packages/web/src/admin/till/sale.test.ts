import { describe, expect, test } from 'vitest';
import { inWords } from '@nardeban/core/values';
import { boundsOf } from './bounds.ts';
import {
  isCardCode,
  isIdentifier,
  NO_SALE,
  plainly,
  requestOf,
  sellsCards,
  type Sale,
  withLine,
  withQuantity,
} from './sale.ts';

const coffee = { item: 'coffee', quantity: 1, unitPrice: 900_000 };

describe('what is rung up', () => {
  test('the same product at the same price is one line of more pieces; at another price a line of its own', () => {
    const twice = withLine(withLine(NO_SALE, coffee), coffee);
    expect(twice.lines).toEqual([{ ...coffee, id: 1, quantity: 2 }]);
    expect(withLine(twice, { ...coffee, unitPrice: 800_000 }).lines.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('nothing left of a line takes it away', () => {
    const one = withLine(NO_SALE, coffee);
    expect(withQuantity(one, 1, 0).lines).toEqual([]);
    expect(withQuantity(one, 1, 1e9).lines[0]?.quantity).toBe(1_000_000);
  });
});

describe('a gift card that is bought', () => {
  const card = { item: 'gift-card', quantity: 1, unitPrice: 2_000_000, card: true } as const;

  test('is a line of its own kind, and no product that happens to be called so', () => {
    const sale = withLine(withLine(withLine(NO_SALE, card), card), {
      item: card.item,
      quantity: 1,
      unitPrice: card.unitPrice,
    });
    expect(requestOf(sale)?.basket.lines).toEqual([
      { item: 'gift-card', quantity: 2, unitPrice: 2_000_000, kind: 'gift-card' },
      { item: 'gift-card', quantity: 1, unitPrice: 2_000_000 },
    ]);
    expect([sellsCards(sale), sellsCards({ ...sale, by: 'amount' }), sellsCards(NO_SALE)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test('of a reward the customer chooses within what it costs and what they have, in whole steps', () => {
  const price = { kind: 'range', wallet: 'points', least: 95, most: 900, step: 50 } as const;
  expect(boundsOf(price, 5_000)).toEqual({ least: 100, most: 900, step: 50 });
  expect(boundsOf(price, 270)).toEqual({ least: 100, most: 250, step: 50 });
  expect(boundsOf(price, 40)).toEqual({ least: 100, most: 100, step: 50 });
  expect(boundsOf({ kind: 'fixed', wallet: 'points', units: 7 }, 0)).toEqual({ least: 7, most: 7, step: 1 });
});

describe('what is asked of the server', () => {
  test('nothing in the basket asks nothing; an amount of nought is nothing', () => {
    expect(requestOf(NO_SALE)).toBeNull();
    expect(requestOf({ ...NO_SALE, by: 'amount', amount: 0 })).toBeNull();
  });

  test('a code on their phone proves who they are for a while, and they stay known after', () => {
    const person = {
      id: 7,
      name: null,
      mobile: null,
      member: true,
      places: [],
      level: null,
      balances: [],
      say: [],
    };
    const sale: Sale = {
      ...withLine(NO_SALE, coffee),
      customer: { kind: 'known', person, shown: { code: 'M7-AA', at: 1_000 } },
    };
    expect(requestOf(sale, 2_000)).toMatchObject({ memberCode: 'M7-AA' });
    expect(requestOf(sale, 1_000_000)).toMatchObject({ person: 7 });
    expect(requestOf(sale)).toMatchObject({ person: 7 });
  });

  test('without network nothing is promised that has to be looked up', () => {
    const sale: Sale = {
      ...withLine(NO_SALE, coffee),
      codes: [{ id: 1, code: 'NOWRUZ', name: 'x' }],
      use: { points: 100 },
      rewards: [{ key: 'cup', units: null }],
      offers: ['thanks'],
    };
    expect(requestOf(plainly(sale))).toEqual({ basket: { lines: [coffee], method: 'card' } });
  });
});

test('a gift card is told from a voucher by its twenty signs, however it is typed', () => {
  expect(isCardCode('acef-hjkm-prtv-wxy2-3456')).toBe(true);
  expect(isCardCode('ACEFHJKMPRTVWXY۲۳۴۵۶')).toBe(true);
  expect(isCardCode('NOWRUZ')).toBe(false);
  expect(isCardCode('ACEF-HJKM-PRTV-WXY2')).toBe(false);
});

test('whoever is not known is entered under a mobile or an address, never under a name', () => {
  for (const text of ['۰۹۱۲ ۱۲۳ ۴۵۶۷', '+98 912 123 4567', 'a@b.ir'])
    expect([text, isIdentifier(text)]).toEqual([text, true]);
  for (const text of ['سارا', '12', 'a@b', '']) expect([text, isIdentifier(text)]).toEqual([text, false]);
});

test.each([
  [0, 'صفر', 'zero'],
  [11, 'یازده', 'eleven'],
  [1_000, 'هزار', 'one thousand'],
  [21_105, 'بیست و یک هزار و صد و پنج', 'twenty one thousand one hundred five'],
  [1_250_000, 'یک میلیون و دویست و پنجاه هزار', 'one million two hundred fifty thousand'],
  [2_000_000_001, 'دو میلیارد و یک', 'two billion one'],
  [1e15, '', ''],
  [1.5, '', ''],
])('%d is read aloud', (value, fa, en) => {
  expect([inWords(value, 'fa'), inWords(value, 'en')]).toEqual([fa, en]);
});
