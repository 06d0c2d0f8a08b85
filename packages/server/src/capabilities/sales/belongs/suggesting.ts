import {
  type Answered,
  type BoughtTogether,
  type Having,
  type LeftOutWhy,
  pairKey,
  sentenceToSay,
  suggestBeside,
  type Suggestion,
  type SuggestionAnswer,
} from '@nardeban/core/sales';
import { type Day, type Instant, isoDay, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { Whom } from '../memory/index.ts';
import { ownedBy } from './owned.ts';
import { boughtTogether, type KeptPair, pairsSaid } from './pairs.ts';
import { type Tried, triedOf, UNTRIED } from './tried.ts';

/** What belongs with what somebody buys, as it is shown. Days are YYYY-MM-DD. */
export interface ShownSuggestion {
  readonly item: string;
  readonly other: string;
  /** Whether the thing it belongs with is on the deal, or was bought lately. */
  readonly from: 'deal' | 'bought';
  readonly numbers: Omit<BoughtTogether, 'item' | 'other'> | null;
  /** The day on which they said "later". */
  readonly later: string | null;
  readonly sentence: { readonly fa: string; readonly en: string };
  /** What the business says of the pair; null: nothing of its own. */
  readonly pair: Pick<KeptPair, 'id' | 'revision' | 'own' | 'hidden' | 'sentenceFa' | 'sentenceEn'> | null;
  readonly tried: Tried;
}

export interface Suggestions {
  readonly suggestions: readonly ShownSuggestion[];
  readonly leftOut: readonly (ShownSuggestion & { readonly why: LeftOutWhy; readonly day: string | null })[];
  /** What they have that is asked about: the deal's products and what was bought lately. */
  readonly has: readonly Having[];
  /** Whether insight has counted what is bought together. */
  readonly counted: boolean;
}

/** What was bought in so many days speaks for what belongs with it. */
const LATELY_DAYS = 90;
const MOST_LATELY = 30;
const MOST_ANSWERS = 1_000;

/** What belongs with the deal's products, and with what they bought lately. */
export async function suggestionsFor(
  tx: Tx,
  business: Business,
  whom: Whom,
  now: Instant,
): Promise<Suggestions> {
  const zone = zoneOf(business.zone);
  const today = zone.dayOf(now);
  const bought = await ownedBy(tx, whom.members);
  const dayOf = (at: Instant): Day => zone.dayOf(at);
  const lately = bought.filter(({ at }) => dayOf(at) > today - LATELY_DAYS).slice(0, MOST_LATELY);
  const codes = new Map(bought.flatMap(({ name, sku }) => (sku === null ? [] : [[sku, name] as const])));
  const has: Having[] = [
    ...whom.products.map((item) => ({ item: codes.get(item) ?? item, from: 'deal' as const })),
    ...lately.map(({ name }) => ({ item: name, from: 'bought' as const })),
  ];
  const owned = new Map<string, Day>();
  // The last first: the newest day of each thing stands.
  for (const { name, sku, at } of [...bought].reverse()) {
    owned.set(name, dayOf(at));
    if (sku !== null) owned.set(sku, dayOf(at));
  }
  const pairs = await pairsSaid(tx);
  const rules = await boughtTogether(tx);
  const answers = await answersOf(tx, whom.members, dayOf);
  const { suggestions, leftOut } = suggestBeside({ has, owned, answers, rules, pairs, today });
  const said = new Map(pairs.map((pair) => [pairKey(pair.item, pair.other), pair]));
  const tried = await triedOf(tx, [...suggestions, ...leftOut]);
  const shown = (one: Suggestion): ShownSuggestion => {
    const key = pairKey(one.item, one.other);
    return dressed(one, said.get(key) ?? null, tried.get(key) ?? UNTRIED);
  };
  return {
    suggestions: suggestions.map(shown),
    leftOut: leftOut.map((one) => ({
      ...shown(one),
      why: one.why,
      day: one.day === null ? null : isoDay(one.day),
    })),
    has: has.slice(0, MOST_LATELY),
    counted: rules.length > 0,
  };
}

function dressed(one: Suggestion, pair: KeptPair | null, tried: Tried): ShownSuggestion {
  const own = { fa: pair?.sentenceFa ?? null, en: pair?.sentenceEn ?? null };
  return {
    item: one.item,
    other: one.other,
    from: one.from,
    numbers:
      one.numbers === null
        ? null
        : { how: one.numbers.how, of: one.numbers.of, both: one.numbers.both, lift: one.numbers.lift },
    later: one.later === null ? null : isoDay(one.later),
    sentence: { fa: sentenceToSay(own, one, 'fa'), en: sentenceToSay(own, one, 'en') },
    pair:
      pair === null
        ? null
        : {
            id: pair.id,
            revision: pair.revision,
            own: pair.own,
            hidden: pair.hidden,
            sentenceFa: pair.sentenceFa,
            sentenceEn: pair.sentenceEn,
          },
    tried,
  };
}

async function answersOf(
  tx: Tx,
  members: readonly number[],
  dayOf: (at: Instant) => Day,
): Promise<readonly Answered[]> {
  const { rows } = await tx.query<{ item: string; other: string; answer: SuggestionAnswer; at: Instant }>({
    name: 'belongs-answers',
    text: `SELECT item, other, answer, at FROM belongs_answers
           WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
           ORDER BY answer_id DESC LIMIT ${MOST_ANSWERS}`,
    values: [members],
  });
  // The oldest first: of two on one day the later one counts.
  return rows.reverse().map(({ at, ...answer }) => ({ ...answer, day: dayOf(at) }));
}
