import { expect, test } from 'vitest';
import { readObjections, readRecommendations } from './words-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(readObjections({ view: 'testimonials', kind: 'price', archived: true, state: 'given' })).toEqual({
    view: 'testimonials',
    kind: 'price',
    archived: true,
    state: 'given',
  });
  expect(readObjections({ view: 'x', kind: 'x', archived: 'yes', state: 1 })).toEqual({});
  expect(readRecommendations({ view: 'friends', answer: 'later', referrer: '7' })).toEqual({
    view: 'friends',
    answer: 'later',
    referrer: 7,
  });
  expect(readRecommendations({ view: 'ready', answer: 'maybe', referrer: '-1' })).toEqual({});
});
