import {
  type AppreciationRule,
  factsAppreciationReads,
  factsRulesRead,
  HABIT_TYPES,
  type Offer,
} from '@nardeban/core/offers';
import { LEVEL_FACTS, type Programme } from '@nardeban/core/programme';
import { type Reading, readingOfFields } from '../../ladder/index.ts';

/** Fields of the facts by which somebody stands on a level of the club. */
const LEVEL_FIELDS = ['wallet', 'points', 'order', 'amount'] as const;

/**
 * What prices, levels and appreciation (null: nothing depends on it) read of a person's facts. Discounts of orders, which
 * are read for habits, are not among it: that is of a few orders only (`ClubNow.habitOrders`).
 */
export function readingOf({
  rule,
  offers,
  programme,
}: {
  readonly rule: AppreciationRule | null;
  readonly offers: readonly { readonly offer: Offer }[];
  readonly programme: Programme | null;
}): Reading {
  const priced = factsRulesRead(
    offers.map(({ offer }) => offer),
    programme,
  );
  const thanked = rule === null ? { types: [], fields: [] } : factsAppreciationReads(rule);
  const levelled =
    programme?.levels === undefined
      ? { types: [], fields: [] }
      : { types: LEVEL_FACTS, fields: LEVEL_FIELDS };
  const reading = readingOfFields({
    types: [...priced.types, ...thanked.types, 'club.joined', ...levelled.types],
    fields: [...priced.fields, ...thanked.fields, ...levelled.fields],
  });
  // What habits read of other facts than orders stands in their columns.
  return { ...reading, types: [...new Set([...reading.types, ...HABIT_TYPES])].sort() };
}
