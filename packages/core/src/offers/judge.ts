import { accept, type BusinessCalendar, type Instant, type Result } from '../values/index.ts';
import { boundsOfGuard, Counting } from './counters.ts';
import type { Guard } from './guard-settings.ts';
import { holdBack, lessonOf } from './guard.ts';
import { factsOfLines } from './lines.ts';
import type { PricingReason } from './priced.ts';
import type { Buyer, Costs, CounterNow } from './pricing-input.ts';
import { sumOf } from './proportion.ts';
import { standingOf } from './standing.ts';

/** A line of which somebody wants to take something off by their own word, as in a quotation. */
export interface JudgedLine {
  readonly item: string;
  /** What all of it comes to, and what is to be taken off that, in minor units without tax. */
  readonly gross: number;
  readonly off: number;
  /** What all of it costs the business; null: by the list of costs or the rate of the business. */
  readonly cost: number | null;
}

/** What the guard leaves of each line's discount, and why it is not all of it. No reason: nothing is held back. */
export interface Judgement {
  readonly allowed: readonly number[];
  readonly reasons: readonly PricingReason[];
}

/**
 * Holds discounts that no offer gives to what offers are held to: floors of lines and of the whole, the most that may be
 * taken off, what is left of the month's budget, and what the person has been taught already. A newcomer may be given
 * one: what was agreed on once becomes no habit. What the sale will earn the customer is not reckoned with.
 *
 * Refusals: those of `factsOfLines`.
 */
export function judgeDiscounts(
  lines: readonly JudgedLine[],
  {
    guard,
    costs,
    counters,
    buyer,
    calendar,
    now,
  }: {
    readonly guard: Guard | null;
    readonly costs: Costs;
    readonly counters: readonly CounterNow[];
    readonly buyer: Buyer | null;
    readonly calendar: BusinessCalendar;
    readonly now: Instant;
  },
): Result<Judgement> {
  const off = lines.map((line) => line.off);
  // Quantities may be broken ones: a line is one piece that costs all of it.
  const facts = factsOfLines(
    {
      lines: lines.map(({ item, gross, cost }) => ({
        item,
        quantity: 1,
        unitPrice: gross,
        ...(cost === null ? {} : { unitCost: cost }),
      })),
    },
    { ...costs, unitCosts: new Map() },
  );
  if (!facts.ok) return facts;
  if (sumOf(off) === 0) return accept({ allowed: off, reasons: [] });
  const lesson = lessonOf(guard, buyer?.history ?? null, now, calendar.zone);
  if (lesson !== null) return accept({ allowed: off.map(() => 0), reasons: [lesson] });
  const counting = new Counting(counters);
  const left = boundsOfGuard(guard, now, calendar).map((bound) => counting.left(bound) ?? Infinity);
  const standing = standingOf(
    facts.value,
    guard,
    lines.map(() => 0),
  );
  const held = holdBack({ off, given: lines.map(() => 0) }, standing, {
    own: null,
    money: left.length === 0 ? null : Math.min(...left),
    perk: 0,
  });
  return accept({ allowed: held.off, reasons: held.reasons });
}
