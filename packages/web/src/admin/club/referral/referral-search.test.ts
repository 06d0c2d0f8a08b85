import { expect, test } from 'vitest';
import { readReferrals } from './referral-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(readReferrals({ view: 'review', state: 'paid', referrer: '12' })).toEqual({
    view: 'review',
    state: 'paid',
    referrer: 12,
  });
  expect(readReferrals({ view: 'all', state: 'review', referrer: '-1' })).toEqual({});
  expect(readReferrals({ referrer: 'x', state: 3 })).toEqual({});
});
