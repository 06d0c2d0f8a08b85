import { type Instant, looseKey } from '../../values/index.ts';

/** Something bought or brought back: which thing, in which order, how many; null: nobody said. */
export interface Moved {
  readonly name: string;
  readonly sku: string | null;
  readonly order: string | null;
  readonly quantity: number | null;
  readonly at: Instant;
}

/** What an order came to as it was paid, and what of it was given back. */
export interface OrderMoney {
  readonly order: string;
  readonly paid: number;
  readonly returned: number;
}

/**
 * What of the things that were bought is still with whoever bought them. A thing that came back is taken from its order, by its code
 * or by its name; of an order that was paid back in full nothing is left, whether or not anybody said which things came back.
 */
export function stillOwned<Thing extends Moved>(
  bought: readonly Thing[],
  back: readonly Moved[],
  money: readonly OrderMoney[],
): readonly Thing[] {
  const gone = new Set(
    money.flatMap(({ order, paid, returned }) => (returned > 0 && returned >= paid ? [order] : [])),
  );
  const open = Map.groupBy(
    back.map((one) => ({ one, left: piecesOf(one) })),
    ({ one }) => one.order,
  );
  return bought.filter((one) => {
    if (one.order === null) return true;
    if (gone.has(one.order)) return false;
    // Two lines of one thing: what came back is taken from one after the other.
    let kept = piecesOf(one);
    for (const piece of open.get(one.order) ?? []) {
      if (!isSame(piece.one, one)) continue;
      const part = Math.min(kept, piece.left);
      piece.left -= part;
      kept -= part;
    }
    return kept > TRIFLE;
  });
}

/** Within one order: by the code where both have one, else by the name. */
function isSame(one: Moved, other: Moved): boolean {
  if (one.sku !== null && other.sku !== null) return one.sku === other.sku;
  return looseKey(one.name) === looseKey(other.name);
}

/** Less than anybody counts in: thousandths of fractions do not add up to nothing. */
const TRIFLE = 0.0005;

function piecesOf({ quantity }: Moved): number {
  return quantity ?? 1;
}
