import { fieldsRead, typesRead } from '../criteria/index.ts';
import { type Claim, countersAsked, type Programme } from '../programme/index.ts';
import type { BusinessCalendar, Instant } from '../values/index.ts';
import { boundsOfGuard, boundsOfOffer, boundsOfReward, boundsOfVoucher } from './counters.ts';
import type { Guard } from './guard-settings.ts';
import { HABIT_FIELDS, HABIT_TYPES } from './habits.ts';
import type { Offer } from './offer.ts';
import type { RewardAtHand, VoucherAtHand } from './pricing-input.ts';

/** The facts of the buyer that pricing looks at: types and fields, sorted. Others need not be fetched. */
export function factsPricingReads(
  offers: readonly Offer[],
  programme: Programme | null,
): { readonly types: string[]; readonly fields: string[] } {
  const { types, fields } = factsRulesRead(offers, programme);
  return { types: sorted([...types, ...HABIT_TYPES]), fields: sorted([...fields, ...HABIT_FIELDS]) };
}

/** The same but for habits: those are read of `HABIT_TYPES`, and of no more orders than the guard looks back on. */
export function factsRulesRead(
  offers: readonly Offer[],
  programme: Programme | null,
): { readonly types: string[]; readonly fields: string[] } {
  const types = new Set<string>(['order.paid', 'order.returned']);
  const fields = new Set<string>(['order', 'amount']);
  const asked = [...offers.map(({ for: { who } }) => who), ...(programme?.rules ?? []).map(({ who }) => who)];
  for (const criteria of asked) {
    if (criteria === undefined) continue;
    for (const type of typesRead(criteria)) types.add(type);
    for (const field of fieldsRead(criteria)) fields.add(field);
  }
  return { types: sorted(types), fields: sorted(fields) };
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].sort();
}

/** The counters pricing looks at, each once: their present use is read in one go. Of one without a limit it is not asked. */
export function countersPricingReads({
  offers,
  vouchers,
  rewards,
  guard,
  programme,
  now,
  calendar,
}: {
  readonly offers: readonly Offer[];
  readonly vouchers: readonly VoucherAtHand[];
  readonly rewards: readonly RewardAtHand[];
  readonly guard: Guard | null;
  readonly programme: Programme | null;
  readonly now: Instant;
  readonly calendar: BusinessCalendar;
}): { readonly key: string; readonly of: Claim['of'] }[] {
  const found = new Map<string, { readonly key: string; readonly of: Claim['of'] }>();
  for (const { key, of, limit } of [
    ...offers.flatMap((offer) => boundsOfOffer(offer, now)),
    ...vouchers.flatMap(boundsOfVoucher),
    ...rewards.flatMap(boundsOfReward),
    ...boundsOfGuard(guard, now, calendar),
    ...(programme === null ? [] : countersAsked(programme, now, calendar)),
  ])
    if (limit !== null) found.set(`${of} ${key}`, { key, of });
  return [...found.values()];
}
