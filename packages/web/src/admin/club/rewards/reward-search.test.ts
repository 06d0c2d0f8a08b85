import { expect, test } from 'vitest';
import { readRewards } from './reward-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(readRewards({ view: 'redemptions', redeemed: 'handed', reward: 'coffee' })).toEqual({
    view: 'redemptions',
    redeemed: 'handed',
    reward: 'coffee',
  });
  expect(readRewards({ state: 'draft', add: true })).toEqual({ state: 'draft', add: true });
  expect(readRewards({ view: 'all', state: 'gone', redeemed: 1, reward: '../x', add: 'yes' })).toEqual({});
});
