import { expect, test } from 'vitest';
import type { Give } from './offer.ts';
import { mostOpenCost } from './open-cost.ts';
import { offer, percent } from './shop.fixture.ts';

const perk = { key: 'service', name: { fa: 'سرویس', en: 'service' }, cost: 700 };
const amount: Give = { kind: 'amount', amount: 5_000 };

test.each<[string, Give, { uses: number | null; money: number | null }, number | null]>([
  ['an amount by its uses', amount, { uses: 3, money: null }, 15_000],
  ['whatever ends first: uses', amount, { uses: 3, money: 20_000 }, 15_000],
  ['whatever ends first: money', amount, { uses: 3, money: 9_000 }, 9_000],
  ['a share of a basket by its budget alone', percent(1_000), { uses: 3, money: 9_000 }, 9_000],
  ['a share up to a cap', { kind: 'percent', share: 1_000, cap: 2_000 }, { uses: 3, money: null }, 6_000],
  ['a perk by what it costs', { kind: 'perk', perk }, { uses: 10, money: null }, 7_000],
  [
    'a discount with a perk by both',
    { kind: 'combination', discount: { kind: 'amount', amount: 300 }, perk },
    { uses: 2, money: null },
    2_000,
  ],
  ['a share without a budget by nothing', percent(1_000), { uses: 3, money: null }, null],
  ['an amount without an end by nothing', amount, { uses: null, money: null }, null],
  ['what is used up by nought', amount, { uses: 0, money: null }, 0],
])('is bound, %s', (_what, gives, left, most) => {
  expect(mostOpenCost(offer('one', gives), left)).toBe(most);
});
