import { baseVocabulary } from '@nardeban/core/facts';
import {
  type AppreciationRule,
  factsAppreciationReads,
  factsPricingReads,
  type Offer,
} from '@nardeban/core/offers';
import { LEVEL_FACTS, type Programme } from '@nardeban/core/programme';
import type { readPeople } from '../../ladder/index.ts';

/** What a reader of histories fetches: these types, and of some of them more than amount and reference. */
export type FactReading = Parameters<typeof readPeople>[2];

/** Fields of the facts by which somebody stands on a level of the club. */
const LEVEL_FIELDS = ['wallet', 'points', 'order', 'amount'] as const;

/** What prices, levels and appreciation read of a person's facts. */
export function readingOf({
  rule,
  offers,
  programme,
}: {
  readonly rule: AppreciationRule;
  readonly offers: readonly { readonly offer: Offer }[];
  readonly programme: Programme | null;
}): FactReading {
  const priced = factsPricingReads(
    offers.map(({ offer }) => offer),
    programme,
  );
  const thanked = factsAppreciationReads(rule);
  const levelled =
    programme?.levels === undefined
      ? { types: [], fields: [] }
      : { types: LEVEL_FACTS, fields: LEVEL_FIELDS };
  return readingFrom({
    types: [...priced.types, ...thanked.types, 'club.joined', ...levelled.types],
    fields: [...priced.fields, ...thanked.fields, ...levelled.fields],
  });
}

/** Of these types, the fields named; `ids`: with the number of each fact. */
export function readingFrom(
  asked: { readonly types: readonly string[]; readonly fields: readonly string[] },
  options: { readonly ids?: boolean } = {},
): FactReading {
  const types = [...new Set(asked.types)].sort();
  const fields = new Set(asked.fields);
  const refs = types.map((type) => baseVocabulary[type]?.ref);
  const detailed = types.filter((type, place) => {
    const declared = baseVocabulary[type];
    if (declared === undefined) return true;
    return Object.keys(declared.fields).some(
      (field) => field !== 'amount' && field !== refs[place] && fields.has(field),
    );
  });
  return { types, refs, detailed: new Set(detailed), ids: options.ids ?? false };
}
