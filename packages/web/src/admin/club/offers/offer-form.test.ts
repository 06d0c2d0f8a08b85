import { type Offer, offerSchema } from '@nardeban/core/offers';
import { zoneOf } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import { draftOf, keyFrom, newOffer, offerOf } from './offer-form.ts';

const zone = zoneOf('Asia/Tehran');
const none = { zone, taken: new Set<string>() };
const base: Offer = {
  ...newOffer('Asia/Tehran'),
  key: 'thanks',
  name: { fa: 'سپاس', en: 'Thanks' },
  thanks: { fa: 'سپاس از شما', en: 'Thank you' },
  for: { appreciation: 60, chosen: true },
  stacking: { exclusive: true, order: 3, group: 'spring', mostTogether: 2_000 },
  channels: { except: ['web'] },
  when: { zone: 'Asia/Tehran', from: zone.startOf(20_000), to: zone.startOf(20_010), weekdays: [0, 4] },
};
const GIVES: readonly Offer['gives'][] = [
  { kind: 'percent', share: 750, cap: 50_000 },
  { kind: 'amount', amount: 100_000 },
  { kind: 'price', price: 0 },
  { kind: 'buy-get', buy: 2, get: 1, share: 5_000, times: 3, gets: { items: { only: ['cake'] } } },
  { kind: 'free-product', item: 'قهوه', pieces: 2 },
  {
    kind: 'perk',
    perk: { key: 'service', name: { fa: 'سرویس', en: 'service' }, cost: 40_000, worth: 90_000 },
  },
  {
    kind: 'combination',
    discount: { kind: 'percent', share: 500 },
    perk: { key: 'service', name: { fa: 'سرویس', en: 'service' }, cost: 40_000 },
  },
];

test('whatever an offer gives, the form gives it back as it was', () => {
  for (const gives of GIVES) {
    const offer = { ...base, gives };
    expect(offerOf(draftOf(offer, zone), none)).toEqual({ offer });
    expect(offerSchema.safeParse(offer).success).toBe(true);
  }
});

test('a new offer says what is missing until it can be one, and speaks to everybody what is said in one language', () => {
  const draft = draftOf(newOffer('Asia/Tehran'), zone);
  expect(offerOf(draft, none)).toEqual({ missing: 'name' });
  const named = { ...draft, name: { fa: 'سپاس بهار', en: '' } };
  expect(offerOf(named, none)).toEqual({ missing: 'perk' });
  expect(offerOf({ ...named, kind: 'amount' }, none)).toEqual({ missing: 'gives' });
  const ready = {
    ...named,
    perk: { key: '', name: { fa: '', en: 'Free service' }, cost: 50_000, worth: null },
  };
  expect(offerOf({ ...ready, firstDay: 20_001, lastDay: 20_000 }, none)).toEqual({ missing: 'days' });
  expect(offerOf({ ...ready, for: { rungs: { ladder: 'customers', rungs: [] } } }, none)).toEqual({
    missing: 'rungs',
  });
  const made = offerOf({ ...ready, lastDay: 20_000 }, none);
  expect(made).toMatchObject({
    offer: {
      key: 'offer-1',
      name: { fa: 'سپاس بهار', en: 'سپاس بهار' },
      gives: { perk: { key: 'free-service', name: { fa: 'Free service', en: 'Free service' } } },
      when: { to: zone.startOf(20_001) },
    },
  });
  expect('offer' in made && offerSchema.safeParse(made.offer).success).toBe(true);
});

test('a key tells the name and is nobody else’s', () => {
  expect(keyFrom({ fa: '', en: '5 % & a Free Service!' }, 'offer', new Set())).toBe('a-free-service');
  expect(keyFrom({ fa: '', en: 'Spring' }, 'offer', new Set(['spring']))).toBe('spring-2');
  expect(keyFrom({ fa: 'بهار', en: 'بهار' }, 'offer', new Set(['offer-1']))).toBe('offer-2');
});
