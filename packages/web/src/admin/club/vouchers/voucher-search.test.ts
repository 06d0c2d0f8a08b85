import { expect, test } from 'vitest';
import { readVouchers } from './voucher-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(readVouchers({ batch: '3', code: 12, name: 1405 })).toEqual({ batch: 3, code: 12, name: '1405' });
  expect(readVouchers({ batch: '-3', code: 12, name: '' })).toEqual({});
  expect(readVouchers({ batch: [3], code: true, name: 'x'.repeat(201) })).toEqual({});
});
