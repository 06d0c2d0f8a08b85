import type { Guard } from '@nardeban/core/offers';

/** The guard as it is typed: shares of one, null where a part does not check. */
export interface GuardDraft {
  readonly line: number | null;
  readonly basket: number | null;
  readonly leastAmount: number | null;
  readonly fees: number | null;
  readonly mostDiscount: number | null;
  readonly monthBudget: number | null;
  readonly publicNeeds: number | null;
  readonly newcomerOrders: number | null;
  readonly most: number | null;
  readonly days: number | null;
  readonly habitShare: number | null;
  readonly of: number | null;
  readonly heldBack: Guard['heldBack'];
}

const WHOLE = 10_000;

export function guardDraftOf(guard: Guard): GuardDraft {
  const { margin, waiting } = guard;
  const share = (hundredths: number | undefined) => (hundredths === undefined ? null : hundredths / WHOLE);
  return {
    line: share(margin?.line),
    basket: share(margin?.basket),
    leastAmount: margin?.leastAmount ?? null,
    fees: share(guard.fees),
    mostDiscount: share(guard.mostDiscount),
    monthBudget: guard.monthBudget ?? null,
    publicNeeds: share(guard.publicNeeds),
    newcomerOrders: guard.newcomerOrders ?? null,
    most: waiting?.most ?? null,
    days: waiting?.days ?? null,
    habitShare: share(waiting?.habit?.share),
    of: waiting?.habit?.of ?? null,
    heldBack: guard.heldBack,
  };
}

/** The guard that a form holds. What is said by halves (so many discounts, but in how many days?) does not check. */
export function guardOf(draft: GuardDraft, { perks }: Pick<Guard, 'perks'>): Guard {
  const { line, basket, leastAmount, most, days, habitShare, of } = draft;
  const hundredths = (share: number) => Math.round(share * WHOLE);
  const margin = {
    ...(line === null ? {} : { line: hundredths(line) }),
    ...(basket === null ? {} : { basket: hundredths(basket) }),
    ...(leastAmount === null ? {} : { leastAmount }),
  };
  return {
    ...(Object.keys(margin).length === 0 ? {} : { margin }),
    ...(draft.fees === null ? {} : { fees: hundredths(draft.fees) }),
    ...(draft.mostDiscount === null ? {} : { mostDiscount: hundredths(draft.mostDiscount) }),
    ...(draft.monthBudget === null ? {} : { monthBudget: draft.monthBudget }),
    heldBack: draft.heldBack,
    // At nothing it asks for nothing.
    ...(draft.publicNeeds === null || draft.publicNeeds <= 0
      ? {}
      : { publicNeeds: hundredths(draft.publicNeeds) }),
    ...(draft.newcomerOrders === null ? {} : { newcomerOrders: draft.newcomerOrders }),
    ...(most === null || days === null
      ? {}
      : {
          waiting: {
            most,
            days,
            ...(habitShare === null || habitShare <= 0 || of === null
              ? {}
              : { habit: { share: hundredths(habitShare), of } }),
          },
        }),
    perks,
  };
}
