import { pairKey, type Rate, rateOf, type SuggestionAnswer } from '@nardeban/core/sales';
import type { Tx } from '../../../platform/database/index.ts';

/** How a pair fared: to so many people it was suggested, and what they said. */
export interface Tried {
  readonly asked: number;
  readonly taken: number;
  readonly refused: number;
  readonly later: number;
  /** Taken of asked; who said "later" has not decided yet and counts as asked. */
  readonly rate: Rate;
}

export const UNTRIED: Tried = { asked: 0, taken: 0, refused: 0, later: 0, rate: rateOf(0, 0) };

/** How these pairs fared, by `pairKey`; one never suggested is not in it. */
export async function triedOf(
  tx: Tx,
  pairs: readonly { readonly item: string; readonly other: string }[],
): Promise<ReadonlyMap<string, Tried>> {
  if (pairs.length === 0) return new Map();
  const { rows } = await tx.query<{ place: number; answer: SuggestionAnswer; count: number }>({
    name: 'belongs-tried',
    text: `SELECT g.place::int AS place, a.answer, a.count::int AS count
           FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS g (item, other, place), LATERAL (
             SELECT o.answer, count(*) FROM belongs_answers o
             WHERE o.business_id = this_business() AND o.item_key = fa_loose(g.item) AND o.other_key = fa_loose(g.other)
               AND NOT o.is_followed
             GROUP BY o.answer) a`,
    values: [pairs.map(({ item }) => item), pairs.map(({ other }) => other)],
  });
  const tried = new Map<string, Tried>();
  for (const [index, pair] of pairs.entries()) {
    const own = rows.filter(({ place }) => place === index + 1);
    if (own.length === 0) continue;
    const of = (answer: SuggestionAnswer): number => own.find((row) => row.answer === answer)?.count ?? 0;
    const [taken, refused, later] = [of('taken'), of('refused'), of('later')];
    const asked = taken + refused + later;
    tried.set(pairKey(pair.item, pair.other), { asked, taken, refused, later, rate: rateOf(taken, asked) });
  }
  return tried;
}
