import { describe, expect, it } from 'vitest';
import { DEFAULT_GUARD, type Guard } from './guard-settings.ts';
import { type JudgedLine, judgeDiscounts } from './judge.ts';

const costs = {
  unitCosts: new Map<string, number>(),
  marginRate: 3000,
  rateFrom: 'assumed' as const,
  perUnit: new Map(),
};
const line = (gross: number, off: number, cost: number | null = null): JudgedLine => ({
  item: 'K-1',
  gross,
  off,
  cost,
});

function judged(lines: JudgedLine[], guard: Guard | null, used = 0) {
  const result = judgeDiscounts(lines, {
    guard,
    costs,
    counters: [{ key: 'discounts:month:2026-03-21', of: 'all', used }],
    buyer: null,
    calendar: { zone: 'Asia/Tehran', calendar: 'jalali' },
    now: Date.UTC(2026, 2, 25),
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return { allowed: result.value.allowed, why: result.value.reasons.map(({ code }) => code) };
}

describe('discounts that somebody gives by their own word', () => {
  it('are let through within the floors', () => {
    expect(judged([line(100_000, 20_000, 50_000)], DEFAULT_GUARD)).toEqual({ allowed: [20_000], why: [] });
    expect(judged([line(100_000, 100_000)], null)).toEqual({ allowed: [100_000], why: [] });
  });

  it('are held to what the pieces cost, by the rate of the business where nobody knows', () => {
    const floor = { ...DEFAULT_GUARD, margin: { line: 0 }, fees: 0 };
    expect(judged([line(100_000, 60_000, 70_000)], floor)).toEqual({
      allowed: [30_000],
      why: ['below_margin_of_line'],
    });
    expect(judged([line(100_000, 40_000)], floor)).toEqual({
      allowed: [30_000],
      why: ['below_margin_of_line'],
    });
  });

  it('are held to the most that may be taken off and to what is left of the month', () => {
    const guard: Guard = { mostDiscount: 1000, monthBudget: 1_000_000, heldBack: 'refuse', perks: [] };
    expect(judged([line(100_000, 15_000), line(100_000, 15_000)], guard)).toEqual({
      allowed: [10_000, 10_000],
      why: ['stacked_beyond_limit'],
    });
    expect(judged([line(1_000_000, 50_000)], guard, 970_000)).toEqual({
      allowed: [30_000],
      why: ['budget_spent'],
    });
  });
});
