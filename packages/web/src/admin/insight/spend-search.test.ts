import { expect, test } from 'vitest';
import { readAdvisor, readCosts, readExperiments, readReturns, readTypes } from './spend-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(readAdvisor({ lift: 0.1, fade: 0.99, horizonMonths: 2.5, budget: 1e6, causalShare: 'x' })).toEqual({
    lift: 0.1,
    budget: 1e6,
  });
  expect(readReturns({ months: 40, rule: 'even', period: 'custom', from: '2026-01-01', to: 'x' })).toEqual({
    rule: 'even',
    period: 'custom',
    from: '2026-01-01',
  });
  expect(readTypes({ view: 'rfm', who: 'at-risk<script>' })).toEqual({ view: 'rfm' });
  expect(readExperiments({ make: 'true', rung: 'client' })).toEqual({ rung: 'client' });
});

test('a channel of digits is a name', () => {
  expect(readCosts({ channel: 123 })).toEqual({ channel: '123' });
});
