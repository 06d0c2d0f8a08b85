import { expect, test } from 'vitest';
import { narrowedBy, readDeals } from './deals-search.ts';

test('counts what narrows the deals behind the one control of a phone', () => {
  expect(narrowedBy(readDeals({}))).toBe(0);
  expect(narrowedBy(readDeals({ owner: 'me', stalled: true, closeFrom: '2026-11-22' }))).toBe(3);
});

test('counts neither what is typed, which stays in sight, nor the order or the view', () => {
  expect(narrowedBy(readDeals({ search: 'tea', order: 'value', view: 'list', add: true }))).toBe(0);
});
