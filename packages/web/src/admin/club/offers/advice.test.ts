import type { Offer, Perk } from '@nardeban/core/offers';
import { expect, test } from 'vitest';
import { insteadOf, runsOf, swapped } from './advice.ts';
import { newOffer } from './offer-form.ts';

const service: Perk = { key: 'service', name: { fa: 'سرویس', en: 'service' }, cost: 30_000, worth: 90_000 };
const tenth: Offer = {
  ...newOffer('Asia/Tehran'),
  key: 'tenth',
  gives: { kind: 'percent', share: 1_000, cap: 200_000 },
};

test('instead of ten percent: five and a service, with what both cost', () => {
  expect(insteadOf(tenth, [service], 1_000_000)).toEqual({
    perk: service,
    discount: 50_000,
    cost: 80_000,
    instead: 100_000,
  });
  expect(swapped(tenth, { perk: service, discount: 50_000 }).gives).toEqual({
    kind: 'combination',
    discount: { kind: 'percent', share: 500, cap: 100_000 },
    perk: service,
  });
});

test('nothing is proposed that costs as much, and nothing where there is a perk already', () => {
  expect(insteadOf(tenth, [{ ...service, cost: 100_000 }], 1_000_000)).toBeNull();
  expect(insteadOf({ ...tenth, gives: { kind: 'perk', perk: service } }, [service], 1_000_000)).toBeNull();
});

test('only public discounts count as days on offer, as long as they ran', () => {
  const kept = { offer: { ...tenth, announcement: 'public' as const }, madeAt: 10, changedAt: 40 };
  const asked = { but: 'another', now: 100 };
  expect(runsOf([{ ...kept, state: 'active' }], asked)).toEqual([{ from: 10, to: 100 }]);
  expect(runsOf([{ ...kept, state: 'archived' }], asked)).toEqual([{ from: 10, to: 40 }]);
  expect(runsOf([{ ...kept, state: 'draft' }], asked)).toEqual([]);
  expect(runsOf([{ ...kept, state: 'active' }], { but: 'tenth', now: 100 })).toEqual([]);
  expect(runsOf([{ ...kept, offer: tenth, state: 'active' }], asked)).toEqual([]);
});
