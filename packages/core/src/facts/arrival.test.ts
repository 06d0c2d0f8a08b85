import { expect, test } from 'vitest';
import { checkFact } from './arrival.ts';
import { baseVocabulary } from './vocabulary.ts';

const now = Date.UTC(2026, 10, 21);
const order = { type: 'order.paid', at: now, data: { order: 'A-1', amount: 1000 } };
const codeOf = (fact: Parameters<typeof checkFact>[0]): string | null => {
  const checked = checkFact(fact, now, baseVocabulary);
  return checked.ok ? null : checked.refusal.code;
};

test('an order as it should be is taken', () => {
  expect(codeOf(order)).toBeNull();
});

test.each([
  ['a fact of the year 1900', { ...order, at: Date.UTC(1900, 0, 1) }, 'fact_too_early'],
  ['a fact of the day after tomorrow', { ...order, at: now + 2 * 86_400_000 }, 'fact_in_future'],
  ['no instant at all', { ...order, at: Number.NaN }, 'instant_unreadable'],
  ['a kind nobody declared', { ...order, type: 'order.dreamt' }, 'unknown_fact_type'],
  ['the name of something every object has', { ...order, type: 'constructor' }, 'unknown_fact_type'],
  ['a misspelt field', { ...order, data: { ...order.data, amuont: 1 } }, 'unknown_field'],
  ['an amount with a fraction', { ...order, data: { ...order.data, amount: 1.5 } }, 'minor_units_expected'],
  ['an amount as text', { ...order, data: { ...order.data, amount: '1000' } }, 'minor_units_expected'],
  ['no order number', { ...order, data: { amount: 1000 } }, 'field_missing'],
  ['a NUL in a text', { ...order, data: { ...order.data, channel: 'a\u0000b' } }, 'text_unreadable'],
  [
    'an order number that no index would take',
    { ...order, data: { ...order.data, order: 'ن'.repeat(201) } },
    'text_too_long',
  ],
])('%s is refused', (_, fact, code) => {
  expect(codeOf(fact)).toBe(code);
});
