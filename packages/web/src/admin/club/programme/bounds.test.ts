import { expect, test } from 'vitest';
import { boundOf } from './bounds.ts';

test('the key of a counter says what it bounds', () => {
  expect(boundOf('budget:club:money:month:1405-08')).toEqual({
    kind: 'budget',
    of: 'club',
    name: '',
    counted: 'money',
    per: 'month',
    period: '1405-08',
  });
  expect(boundOf('cap:rule:in-store:units:day:2026-11-22')).toMatchObject({
    kind: 'cap',
    of: 'rule',
    name: 'in-store',
    counted: 'units',
    period: '2026-11-22',
  });
  expect(boundOf('budget:campaign:autumn:money:ever:ever')).toMatchObject({ of: 'campaign', name: 'autumn' });
  expect(boundOf('offer:spring')).toBeNull();
});
