import { describe, expect, test } from 'vitest';
import { lineFacts, orderFact } from './order-facts.ts';
import { hasReturnPrefix, type ImportedOrder, ordersOf, type OrderRules } from './order.ts';
import { personFacts, traitFacts } from './person-facts.ts';
import type { StagedRow } from './staged.ts';
import { Counting, summaryOf } from './tally.ts';

const MILLION = 1_000_000n;
const rules: OrderRules = { kind: 'lines', returnPrefixes: ['C', 'R', 'RET', 'CN'] };

function line(told: Partial<StagedRow>): StagedRow {
  return {
    line: 2,
    order: 'A',
    at: 1000,
    status: null,
    mobile: '',
    email: '',
    external: '7',
    name: '',
    value: 100n * MILLION,
    total: null,
    quantity: MILLION,
    discount: null,
    tax: null,
    sku: 'k',
    product: '',
    category: '',
    branch: '',
    channel: '',
    traits: [],
    tags: [],
    ...told,
  };
}

function only(rows: readonly StagedRow[], number = 'A', own: OrderRules = rules): ImportedOrder {
  const { orders, refused } = ordersOf(rows, number, own);
  expect(refused).toEqual([]);
  expect(orders).toHaveLength(1);
  return orders[0] as ImportedOrder;
}

describe('ordersOf', () => {
  test('makes one order of its lines, at the earliest, rounded once', () => {
    const cent = MILLION / 2n;
    const order = only([line({ at: 2000, value: cent }), line({ line: 3, at: 1500, value: cent })]);
    expect(order).toMatchObject({ kind: 'paid', at: 1500, amount: 1, rows: [2, 3] });
    expect(only([line({ value: cent })]).amount).toBe(1);
    expect(only([line({ value: -cent, quantity: MILLION })]).amount).toBe(-1);
  });

  test('a return is what has a return number, says so, or takes back more than it gives', () => {
    expect(only([line({ value: -500n * MILLION, quantity: -MILLION })], 'C12')).toMatchObject({
      kind: 'returned',
      amount: 500,
    });
    expect(only([line({ value: 500n * MILLION })], 'C12')).toMatchObject({
      kind: 'returned',
      amount: 500,
      namesOriginal: false,
    });
    expect(only([line({ status: 'returned' })])).toMatchObject({ kind: 'returned', namesOriginal: true });
    expect(only([line({ value: -5n * MILLION, quantity: -MILLION })])).toMatchObject({
      kind: 'returned',
      amount: 5,
    });
    expect(only([line({ value: -5n * MILLION, quantity: null })])).toMatchObject({
      kind: 'returned',
      amount: 5,
    });
  });

  test('everything else is an order: price adjustments, write-offs of no value, a return within a larger order', () => {
    expect(only([line({ value: -11_062n * MILLION, quantity: MILLION })])).toMatchObject({
      kind: 'paid',
      amount: -11_062,
    });
    expect(only([line({ value: 0n, quantity: -MILLION })])).toMatchObject({ kind: 'paid', amount: 0 });
    expect(only([line({}), line({ value: -30n * MILLION, quantity: -MILLION })])).toMatchObject({
      kind: 'paid',
      amount: 70,
    });
  });

  test('lines of an order that were returned make a return of their own, and were paid with the rest', () => {
    const { orders } = ordersOf(
      [line({}), line({ line: 3, status: 'returned', value: 40n * MILLION })],
      'A',
      rules,
    );
    expect(orders.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['paid', 140],
      ['returned', 40],
    ]);
    // A total repeated on every line is the order's, not what came back.
    const told = { total: 300n * MILLION };
    const totalled = ordersOf(
      [line(told), line({ ...told, line: 3, status: 'returned', value: 40n * MILLION })],
      'A',
      rules,
    );
    expect(totalled.orders.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['paid', 300],
      ['returned', 40],
    ]);
  });

  test('the total repeated on every line counts once, and must be the same', () => {
    const told = { value: null, total: 300n * MILLION };
    expect(only([line(told), line({ ...told, line: 3 })]).amount).toBe(300);
    const { orders, refused } = ordersOf([line(told), line({ ...told, line: 3, total: 1n })], 'A', rules);
    expect(orders).toEqual([]);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual([
      'order_amounts_differ',
      'order_amounts_differ',
    ]);
  });

  test('refuses an order whose lines name different customers, whole', () => {
    const { orders, refused } = ordersOf([line({}), line({ line: 3, external: '8' })], 'A', rules);
    expect(orders).toEqual([]);
    expect(refused.map((row) => row.line)).toEqual([2, 3]);
  });

  test('in a file of orders the same row twice counts once, another one under its number is refused', () => {
    const own = { ...rules, kind: 'orders' } as const;
    expect(only([line({}), line({ line: 3 })], 'A', own).rows).toEqual([2]);
    const { orders, refused } = ordersOf([line({}), line({ line: 3, value: 1n * MILLION })], 'A', own);
    expect(orders).toHaveLength(1);
    expect(refused).toEqual([{ line: 3, refusal: { code: 'order_differs', detail: { order: 'A' } } }]);
  });

  test.each([
    ['C536379', true],
    ['c536379', true],
    ['RET-12', true],
    ['CN 7', true],
    ['R۱', false],
    ['CASH12', false],
    ['C12A', false],
    ['536379', false],
    ['A563185', false],
    ['C', false],
  ])('has %s the mark of a return? %s', (number, expected) => {
    expect(hasReturnPrefix(number, rules.returnPrefixes)).toBe(expected);
  });
});

describe('the facts of an order', () => {
  test('have keys of number and status alone', () => {
    const paid = only([line({ quantity: 3n * MILLION, discount: 5n * MILLION })]);
    expect(orderFact(paid)).toEqual({
      type: 'order.paid',
      key: 'A:paid',
      at: 1000,
      data: { order: 'A', amount: 100, discount: 5 },
    });
    expect(lineFacts(paid)).toEqual([
      {
        type: 'product.bought',
        key: 'A#1',
        at: 1000,
        data: { order: 'A', sku: 'k', quantity: 3, amount: 100 },
      },
    ]);
  });

  test("a return names the order it undoes only where its number is that order's", () => {
    expect(orderFact(only([line({ status: 'returned' })])).data).toEqual({ order: 'A', amount: 100 });
    expect(orderFact(only([line({ value: -100n * MILLION, quantity: -MILLION })], 'C9')).data).toEqual({
      number: 'C9',
      amount: 100,
    });
    expect(lineFacts(only([line({ status: 'returned' })]))).toEqual([]);
  });

  test('traits are told once for each value of a person', () => {
    const told = {
      mobile: '',
      email: '',
      external: '7',
      traits: [['city', 'Shiraz']] as [string, string][],
      tags: ['vip'],
    };
    expect(traitFacts(told, 5).map(({ key }) => key)).toEqual(traitFacts(told, 6).map(({ key }) => key));
    expect(traitFacts({ ...told, external: '' }, 5)).toEqual([]);
    expect(personFacts(line({ ...told, at: 9 }), 10).map(({ type, at }) => [type, at])).toEqual([
      ['person.registered', 9],
      ['trait.changed', 9],
      ['tag.added', 9],
    ]);
  });
});

test('a summary adds up beyond what a number holds, and goes on from a tally', () => {
  const counting = new Counting();
  const person = { mobile: '', email: '', external: '', name: '' };
  for (let round = 0; round < 3; round++)
    counting.order({ kind: 'paid', amount: Number.MAX_SAFE_INTEGER, person, namesOriginal: false });
  const further = new Counting(counting.tally());
  further.order({ kind: 'returned', amount: 1, person, namesOriginal: false });
  expect(summaryOf(further.tally(), { lines: 4, people: 0 }, 'USD')).toMatchObject({
    orders: 3,
    returns: 1,
    ordersWithoutCustomer: 3,
    value: { gross: '270215977642229.73', returned: '0.01', net: '270215977642229.72' },
  });
});

test('of an order that only its return tells, the net is nothing: its money was taken once and given back', () => {
  const person = { mobile: '', email: '', external: '7', name: '' };
  const counting = new Counting();
  counting.order({ kind: 'returned', amount: 500, person, namesOriginal: true });
  // Its payment stands in the same file: counted there.
  counting.order({ kind: 'paid', amount: 800, person, namesOriginal: false }, true);
  counting.order({ kind: 'returned', amount: 800, person, namesOriginal: true }, true);
  // A credit note of its own number takes from what other orders brought.
  counting.order({ kind: 'returned', amount: 100, person, namesOriginal: false });
  expect(counting.tally()).toMatchObject({ orders: 1, returns: 3, gross: '1300', returned: '1400' });
});
