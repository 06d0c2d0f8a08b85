import { expect, test } from 'vitest';
import { type Moved, stillOwned } from './kept.ts';

const thing = (name: string, more: Partial<Moved> = {}): Moved => ({
  name,
  sku: null,
  order: 'a',
  quantity: 1,
  at: 0,
  ...more,
});

test.each([
  ['nothing came back', [thing('کفش')], [], [], ['کفش']],
  ['one thing of an order came back', [thing('کفش'), thing('واکس')], [thing('واکس')], [], ['کفش']],
  [
    'by its code, whatever it was called',
    [thing('کفش', { sku: 'K' })],
    [thing('Shoes', { sku: 'K' })],
    [],
    [],
  ],
  ['another code is another thing', [thing('کفش', { sku: 'K' })], [thing('کفش', { sku: 'L' })], [], ['کفش']],
  ['the same name in another spelling', [thing('كيف پول')], [thing('کیف‌پول')], [], []],
  ['some of it stays', [thing('بند', { quantity: 2.5 })], [thing('بند', { quantity: 1 })], [], ['بند']],
  [
    'in two parts all of it came back',
    [thing('بند', { quantity: 2.5 })],
    [thing('بند', { quantity: 1 }), thing('بند', { quantity: 1.5 })],
    [],
    [],
  ],
  ['one of two lines of the same thing', [thing('بند'), thing('بند')], [thing('بند')], [], ['بند']],
  ['of another order', [thing('کفش')], [thing('کفش', { order: 'b' })], [], ['کفش']],
  [
    'an order was paid back whole, and nobody said what came back',
    [thing('کفش'), thing('واکس', { order: 'b' })],
    [],
    [{ order: 'a', paid: 100, returned: 100 }],
    ['واکس'],
  ],
  ['an order was paid back in part', [thing('کفش')], [], [{ order: 'a', paid: 100, returned: 99 }], ['کفش']],
  [
    'what names no order cannot come back',
    [thing('کفش', { order: null })],
    [thing('کفش', { order: null })],
    [],
    ['کفش'],
  ],
] as const)('what is still owned: %s', (_what, bought, back, money, names) => {
  expect(stillOwned(bought, back, money).map(({ name }) => name)).toEqual(names);
});
