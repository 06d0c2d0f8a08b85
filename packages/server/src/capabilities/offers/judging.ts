import { boundsOfGuard, judgeDiscounts, type PricingReason } from '@nardeban/core/offers';
import { accept, type Instant, type Result, timesOverUp } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { calendarOf } from '../ladder/index.ts';
import { capture, hold, uncount } from '../programme/index.ts';
import { offerSettings } from './settings-store.ts';
import { loadPricing } from './till/loading.ts';

/** A line of which somebody takes something off by their own word. */
export interface LineToJudge {
  /** Empty: it has no code, and its cost is not known. */
  readonly sku: string;
  /** Thousandths. */
  readonly quantity: number;
  readonly gross: number;
  readonly off: number;
}

export interface GuardSays {
  /** Whether the business has a club or has ever said what its guard is; without, nothing is judged. */
  readonly present: boolean;
  readonly asked: number;
  readonly allowed: number;
  /** What of each line's discount is within the guard, by place. */
  readonly lines: readonly number[];
  readonly reasons: readonly PricingReason[];
}

/**
 * What the guard of the offers says of discounts that a member of staff gives by their own word, as in a quotation. Nothing
 * is kept aside. Refusals: `person_unknown`, those of `judgeDiscounts`.
 */
export async function judgeOwnDiscounts(
  tx: Tx,
  business: Business,
  {
    person,
    lines,
    now,
  }: { readonly person: number; readonly lines: readonly LineToJudge[]; readonly now: Instant },
): Promise<Result<GuardSays>> {
  const basket = {
    lines: lines.map(({ sku, gross }) => ({ item: sku === '' ? '-' : sku, quantity: 1, unitPrice: gross })),
  };
  const loaded = await loadPricing(tx, {
    business,
    asked: { basket },
    person,
    now,
    guesser: { kind: 'staff', name: '' },
    holding: false,
  });
  if (!loaded.ok) return loaded;
  const { input, club } = loaded.value;
  const asked = lines.reduce((sum, { off }) => sum + off, 0);
  if (club.programme === null && club.settings.revision === 0)
    return accept({ present: false, asked, allowed: asked, lines: lines.map(({ off }) => off), reasons: [] });
  const judged = judgeDiscounts(
    lines.map(({ sku, quantity, gross, off }) => {
      const unit = sku === '' ? undefined : input.costs.unitCosts.get(sku);
      return { item: sku, gross, off, cost: unit === undefined ? null : timesOverUp(unit, quantity, 1000) };
    }),
    { ...input, calendar: input.calendar, now },
  );
  if (!judged.ok) return judged;
  const { allowed, reasons } = judged.value;
  return accept({
    present: true,
    asked,
    allowed: allowed.reduce((sum, one) => sum + one, 0),
    lines: allowed,
    reasons,
  });
}

/**
 * Counts a discount that was agreed on in the budgets it is held to, which may go beyond their end by it: a manager let it
 * through, or there was room when it was promised.
 */
export async function countOwnDiscount(
  tx: Tx,
  business: Business,
  { amount, purpose, now }: { readonly amount: number; readonly purpose: string; readonly now: Instant },
): Promise<void> {
  const { settings } = await offerSettings(tx);
  const bounds = boundsOfGuard(settings.guard, now, calendarOf(business));
  if (amount === 0 || bounds.length === 0) return;
  const claims = bounds.map(({ key, of }) => ({ key, of, add: amount, limit: null }));
  const held = await hold(tx, { wallets: [], cards: [], claims, until: now + 60_000, now, purpose });
  if (!held.ok) throw new Error(`A count without an end was refused: ${held.refusal.code}`);
  const counted = await capture(tx, held.value.hold, {
    at: now,
    now,
    cause: { kind: 'quotation', reason: purpose },
  });
  if (!counted.ok) throw new Error(`What was just held cannot be counted: ${counted.refusal.code}`);
}

/**
 * Takes a counted discount back out of the budgets of the time it was agreed in: what it was given for was called off, or came
 * back. The same `key` does it once.
 */
export async function uncountOwnDiscount(
  tx: Tx,
  business: Business,
  {
    amount,
    agreedAt,
    key,
    now,
  }: {
    readonly amount: number;
    readonly agreedAt: Instant;
    readonly key: string;
    readonly now: Instant;
  },
): Promise<void> {
  const { settings } = await offerSettings(tx);
  const bounds = boundsOfGuard(settings.guard, agreedAt, calendarOf(business));
  if (amount === 0 || bounds.length === 0) return;
  await uncount(tx, {
    claims: bounds.map((bound) => ({ key: bound.key, of: bound.of, subtract: amount })),
    key,
    now,
  });
}
