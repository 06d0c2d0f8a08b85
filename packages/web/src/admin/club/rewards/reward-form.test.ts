import { expect, test } from 'vitest';
import { speechOf } from '../../../language/speech.ts';
import type { Reward } from './queries.ts';
import { askedReward, faultsIn, formOf, keyFrom, newReward } from './reward-form.ts';

const speech = speechOf({ calendar: 'jalali', zone: 'Asia/Tehran', currency: 'IRR', unit: 'toman' }, 'fa');
const plain = {
  key: 'coffee',
  name: { fa: 'قهوه', en: 'Coffee' },
  price: { kind: 'fixed', wallet: 'points', units: 50 },
  proof: true,
} as const;

test('every kind of reward comes back from the form as it went in', () => {
  const rewards: readonly Reward[] = [
    { ...plain, what: { kind: 'gift' } },
    { ...plain, what: { kind: 'discount', gives: { kind: 'percent', share: 1250, cap: 50_000 } } },
    { ...plain, what: { kind: 'discount', gives: { kind: 'worth', units: 100, amount: 10_000 } } },
    { ...plain, what: { kind: 'discount', offer: 'five', gives: { kind: 'amount', amount: 70 } } },
    { ...plain, what: { kind: 'discount', offer: 'five' } },
    { ...plain, what: { kind: 'product', item: 'sku-1', pieces: 2 } },
    { ...plain, what: { kind: 'service' }, about: { fa: 'رایگان', en: 'free' }, cost: 0 },
    { ...plain, what: { kind: 'event', at: Date.parse('2026-12-01T15:45:00Z'), place: 'تالار' } },
    { ...plain, what: { kind: 'event' } },
    { ...plain, what: { kind: 'donation', to: 'محک' } },
    {
      ...plain,
      what: { kind: 'partner' },
      partner: { key: 'cinema', name: 'سینما', owed: -20_000 },
      price: { kind: 'range', wallet: 'coin', least: 10, most: 100, step: 10 },
      stock: 5,
      perPerson: 1,
      codeDays: 30,
      from: Date.parse('2026-12-01T08:00:00Z'),
      until: Date.parse('2026-12-20T08:00:00Z'),
      for: {
        levels: ['gold'],
        places: [{ ladder: 'main', places: ['customer'] }],
        who: { measure: 'tag', tag: 'vip' },
      },
    },
  ];
  for (const reward of rewards) {
    const form = formOf(reward, speech);
    expect([reward.what.kind, faultsIn(form)]).toEqual([reward.what.kind, []]);
    expect(askedReward(form, speech, reward)).toEqual(reward);
  }
});

test('a new reward needs a name in both languages, a price, and what its kind asks', () => {
  expect(faultsIn(newReward(''))).toEqual(['name', 'wallet', 'units']);
  const named = { ...newReward('points'), name: { fa: 'قهوه', en: 'Coffee' }, units: 10 };
  expect(faultsIn({ ...named, kind: 'discount' })).toEqual(['gives']);
  expect(faultsIn({ ...named, kind: 'partner' })).toEqual(['partner']);
  expect(faultsIn({ ...named, chosen: true, most: 9 })).toEqual(['most']);
  expect(faultsIn({ ...named, kind: 'event', eventDay: 20_000, eventTime: '۲۵:۰۰' })).toEqual(['time']);
  expect(faultsIn({ ...named, kind: 'event', eventDay: 20_000, eventTime: '۱۹:۳۰' })).toEqual([]);
  expect(faultsIn({ ...named, about: { fa: 'داغ', en: '' } })).toEqual(['about']);
});

test('a key is made of the name, and always begins with a letter', () => {
  expect(keyFrom({ fa: 'قهوه', en: '2 cups of Coffee' }, 'reward')).toBe('cups-of-coffee');
  expect(keyFrom({ fa: 'قهوه', en: '' }, 'reward')).toBe('ghhvh');
  expect(keyFrom({ fa: '۱۲', en: '☕' }, 'reward')).toBe('reward');
});
