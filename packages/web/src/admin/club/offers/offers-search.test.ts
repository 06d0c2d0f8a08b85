import { expect, test } from 'vitest';
import { readOffers } from './offers-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(
    readOffers({ view: 'guard', state: 'active', offer: 'spring-thanks', person: '4', year: 1405 }),
  ).toEqual({
    view: 'guard',
    state: 'active',
    offer: 'spring-thanks',
    person: 4,
    year: 1405,
  });
  expect(readOffers({ make: true })).toEqual({ make: true });
  expect(
    readOffers({ view: 'offers', state: 'gone', offer: '<b>', person: '-1', year: 12, make: 'no' }),
  ).toEqual({});
});
