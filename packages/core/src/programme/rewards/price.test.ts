import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewardSchema } from './definition.ts';
import { givesFor, unitsOf } from './price.ts';

// Pain 4: the customer chooses how many points to spend.
describe('the price of a reward', () => {
  const range = { kind: 'range', wallet: 'points', least: 100, most: 1000, step: 50 } as const;

  test('is chosen by the customer where it is a range, and nothing else is taken', () => {
    expect(unitsOf(range, 350)).toEqual({ ok: true, value: 350 });
    expect(unitsOf(range, null)).toEqual({ ok: true, value: 100 });
    for (const wrong of [0, -100, 99, 120, 1050])
      expect(unitsOf(range, wrong)).toMatchObject({ ok: false, refusal: { code: 'reward_units_wrong' } });
    expect(unitsOf({ kind: 'fixed', wallet: 'points', units: 7 }, null)).toEqual({ ok: true, value: 7 });
    expect(unitsOf({ kind: 'fixed', wallet: 'points', units: 7 }, 8).ok).toBe(false);
  });

  test('takes off whole units of money, never more than they are worth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        (units, per, amount) => {
          const gives = givesFor({ kind: 'worth', units: per, amount }, units);
          const taken = gives === null ? 0n : BigInt(gives.kind === 'amount' ? gives.amount : 0);
          const worth = BigInt(units) * BigInt(amount);
          const isMost = taken === 10n ** 15n;
          expect(taken * BigInt(per) <= worth && (isMost || worth < (taken + 1n) * BigInt(per))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
    expect(givesFor({ kind: 'worth', units: 100, amount: 1 }, 99)).toBeNull();
    expect(givesFor({ kind: 'percent', share: 500, cap: 50_000 }, 1)).toEqual({
      kind: 'percent',
      share: 500,
      cap: 50_000,
    });
  });
});

describe('a reward', () => {
  const coffee = {
    key: 'coffee',
    name: { fa: 'قهوه', en: 'Coffee' },
    price: { kind: 'fixed', wallet: 'points', units: 50 },
    proof: true,
  };
  test('can be of every kind the catalogue knows', () => {
    for (const what of [
      { kind: 'discount', gives: { kind: 'percent', share: 500, cap: 50_000 } },
      { kind: 'discount', offer: 'five-percent' },
      { kind: 'product', item: 'sku-1', pieces: 1 },
      { kind: 'service' },
      { kind: 'gift' },
      { kind: 'event', at: 1_790_000_000_000, place: 'تالار وحدت' },
      { kind: 'donation', to: 'محک' },
      { kind: 'partner' },
    ])
      expect(rewardSchema.safeParse({ ...coffee, what }).success, what.kind).toBe(true);
    expect(rewardSchema.safeParse({ ...coffee, what: { kind: 'discount' } }).success).toBe(false);
    expect(
      rewardSchema.safeParse({
        ...coffee,
        what: { kind: 'gift' },
        price: { kind: 'range', wallet: 'points', least: 5, most: 1 },
      }).success,
    ).toBe(false);
  });
});
