import { describe, expect, test } from 'vitest';
import { chainLadder } from './chain-ladder.ts';
import { giftCardsByAge } from './gift-cards.ts';
import { voucherKinds, vouchersOf } from './journal.ts';
import { stockLiability } from './liability.ts';
import { periodRevenue, recognisedToDate, trueUp } from './recognition.ts';
import { poolDeferrals, splitSale } from './split.ts';

const ONE_TO_ONE = { points: 1, amount: 1 };

describe('IFRS 15, Example 52', () => {
  const sale = splitSale({
    price: 100_000,
    points: 10_000,
    worth: ONE_TO_ONE,
    expected: 950_000,
    method: 'exact',
  });

  test('a sale of 100,000 with 10,000 points at 95 % is 91,324 of revenue and 8,676 owed', () => {
    expect(sale).toMatchObject({ revenue: 91_324, liability: 8_676 });
  });

  test('4,500 of 9,500 redeemed are 4,110, and 4,566 are left', () => {
    const first = recognisedToDate(sale.liability, { redeemed: 4_500, expected: 9_500 });
    expect([first, sale.liability - first]).toEqual([4_110, 4_566]);
  });

  test('8,500 to date, when 9,700 are expected now, are 3,493 in the second year, and 1,073 are left', () => {
    const second = periodRevenue(
      sale.liability,
      { redeemed: 4_500, expected: 9_500 },
      { redeemed: 8_500, expected: 9_700 },
    );
    expect([second, sale.liability - 4_110 - second]).toEqual([3_493, 1_073]);
  });

  test('the changed estimate alone takes 85 back at the redemptions of the first year', () => {
    // 8,676 · 4,500 / 9,700 = 4,024.95, against 4,110 before.
    expect(trueUp(sale.liability, 4_500, 9_500, 9_700)).toBe(-85);
  });
});

describe("KPMG's handbook, Example 10, whose split is rounded to whole hundredths", () => {
  const asked = { price: 100_000, points: 10_000, worth: ONE_TO_ONE, expected: 970_000 };
  const rounded = splitSale({ ...asked, method: 'whole-percent' });

  test('91,000 and 9,000, where the exact split is 91,158 and 8,842', () => {
    expect(rounded).toMatchObject({ revenue: 91_000, liability: 9_000 });
    expect(splitSale({ ...asked, method: 'exact' })).toMatchObject({ revenue: 91_158, liability: 8_842 });
  });

  test('10A: 4,500 in the second year are 4,175; 4,000 more with 9,900 expected are 3,552', () => {
    const second = { redeemed: 4_500, expected: 9_700 };
    expect(recognisedToDate(rounded.liability, second)).toBe(4_175);
    expect(periodRevenue(rounded.liability, second, { redeemed: 8_500, expected: 9_900 })).toBe(3_552);
  });

  test('10B: with 9,200 expected the third year brings 4,140', () => {
    const second = { redeemed: 4_500, expected: 9_700 };
    expect(periodRevenue(rounded.liability, second, { redeemed: 8_500, expected: 9_200 })).toBe(4_140);
  });

  test('what was split in different ways is not added up', () => {
    const exact = splitSale({ ...asked, method: 'exact' });
    expect(poolDeferrals([exact, rounded])).toMatchObject({
      ok: false,
      refusal: { code: 'split_methods_mixed' },
    });
    expect(poolDeferrals([exact, exact])).toMatchObject({ ok: true, value: { liability: 17_684 } });
  });
});

test('the stock liability is points × cost × redemption rate, cohort by cohort, and a debt is no asset in it', () => {
  const { total, cohorts } = stockLiability(
    [
      { cohort: '1405-01', open: 12_000, rate: 800_000 },
      { cohort: '1405-02', open: 333, rate: 333_333 },
      { cohort: '1405-03', open: -500, rate: 900_000 },
    ],
    { points: 100, amount: 1_000 },
  );
  expect(cohorts.map(({ liability }) => liability)).toEqual([96_000, 1_110, 0]);
  expect(total).toBe(97_110);
});

test("Mack's own triangle (Taylor and Ashe) gives his reserve and his standard errors", () => {
  const triangle = [
    [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
    [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
    [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
    [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
    [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
    [396132, 1333217, 2180715, 2985752, 3691712],
    [440832, 1288463, 2419861, 3483130],
    [359480, 1421128, 2864498],
    [376686, 1363294],
    [344014],
  ];
  const found = chainLadder(triangle);
  expect(Math.round((found?.ultimate ?? 0) - (found?.latest ?? 0))).toBe(18_680_856);
  expect(Math.round(found?.standardError ?? 0)).toBe(2_447_095);
  expect(found?.cohorts.map(({ standardError }) => Math.round(standardError))).toEqual([
    0, 75_535, 121_699, 133_549, 261_406, 411_010, 558_317, 875_328, 971_258, 1_363_155,
  ]);
});

test('gift cards stand by age, each age there, a card dated tomorrow among the youngest', () => {
  const ages = giftCardsByAge(
    [
      { issued: 1_001, cards: 1, balance: 7 },
      { issued: 910, cards: 2, balance: 100 },
      { issued: 909, cards: 1, balance: 50 },
      { issued: 1_000 - 731, cards: 1, balance: 9 },
    ],
    1_000,
  );
  expect(ages.map(({ age, cards, balance }) => [age, cards, balance])).toEqual([
    ['to-90', 3, 107],
    ['to-180', 1, 50],
    ['to-365', 0, 0],
    ['to-730', 0, 0],
    ['older', 1, 9],
  ]);
});

test('what is paid onto a gift card is a liability and nothing that happens to the card makes it income', () => {
  const kinds = voucherKinds.filter((kind) => kind.startsWith('cards-'));
  expect(kinds.length).toBe(6);
  for (const kind of kinds) {
    const [{ lines } = { lines: [] }] = vouchersOf({ [kind]: 500 });
    const accounts = lines.map(({ account }) => account);
    expect(accounts).toContain('card-liability');
    for (const income of ['sales', 'points-revenue', 'deferred-revenue'])
      expect(accounts).not.toContain(income);
  }
});
