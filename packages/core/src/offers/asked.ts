import { divide, isChosen, shareOfPieces } from '../programme/index.ts';
import type { LineFacts } from './lines.ts';
import type { Discount } from './offer.ts';
import { partOf, sumOf } from './proportion.ts';

/** What a discount takes off each line of the basket, and how many of its pieces are given away for nothing. */
export interface Asked {
  readonly off: readonly number[];
  readonly given: readonly number[];
}

/**
 * What a discount asks for on what lines still come to (`nets`, by place), before anything holds it back. It never asks for
 * more than there is: 100 % is exactly all, an amount is at most what is left.
 *
 * @param on the lines it is on, of `all` lines of the basket
 */
export function askedOf(
  discount: Discount,
  on: readonly LineFacts[],
  all: readonly LineFacts[],
  nets: readonly number[],
): Asked {
  const none = nets.map(() => 0);
  const netOf = ({ place }: LineFacts): number => nets[place] ?? 0;
  switch (discount.kind) {
    case 'percent': {
      const part = partOf(sumOf(on.map(netOf)), discount.share);
      return spread(Math.min(part, discount.cap ?? part), on, nets);
    }
    case 'amount':
      return spread(Math.min(discount.amount, sumOf(on.map(netOf))), on, nets);
    case 'price': {
      const off = [...none];
      for (const one of on) {
        off[one.place] = Math.max(0, netOf(one) - discount.price * one.line.quantity);
      }
      return { off, given: none };
    }
    case 'free-product': {
      const lines = all.filter(({ kind, line }) => kind === 'goods' && line.item === discount.item);
      return cheaper(lines, discount.pieces, 10_000, nets, () => Infinity);
    }
    case 'buy-get':
      return buyGet(discount, on, all, nets);
  }
}

function spread(total: number, on: readonly LineFacts[], nets: readonly number[]): Asked {
  const off = nets.map(() => 0);
  const parts = divide(
    total,
    on.map(({ place }) => nets[place] ?? 0),
  );
  for (const [index, one] of on.entries()) off[one.place] = parts[index] ?? 0;
  return { off, given: nets.map(() => 0) };
}

/**
 * How many sets there are: `buy` pieces of those that count as bought and `get` further ones of those that get cheaper. A
 * piece that is in both counts once, so that no piece makes itself cheaper.
 */
function buyGet(
  discount: Extract<Discount, { kind: 'buy-get' }>,
  on: readonly LineFacts[],
  all: readonly LineFacts[],
  nets: readonly number[],
): Asked {
  const { buy, get, gets, share, times } = discount;
  const getting =
    gets === undefined
      ? on
      : all.filter(
          ({ kind, line }) =>
            kind === 'goods' && isChosen(gets.items, line.item) && isChosen(gets.groups, line.group),
        );
  const bought = new Set(on.map(({ place }) => place));
  const got = new Set(getting.map(({ place }) => place));
  const count = (lines: readonly LineFacts[], wanted: (place: number) => boolean): number =>
    sumOf(lines.filter(({ place }) => wanted(place)).map(({ line }) => line.quantity));
  const both = count(on, (place) => got.has(place));
  const onlyBought = count(on, (place) => !got.has(place));
  const onlyGot = count(getting, (place) => !bought.has(place));
  const sets = Math.min(
    Math.floor((onlyBought + both) / buy),
    Math.floor((onlyGot + both) / get),
    Math.floor((onlyBought + onlyGot + both) / (buy + get)),
    times ?? Infinity,
  );
  // Of the pieces that are in both, so many have to stay for buying.
  let spare = onlyBought + both - sets * buy;
  return cheaper(getting, sets * get, share, nets, ({ place }, taken) => {
    if (!bought.has(place)) return Infinity;
    const most = spare;
    spare -= Math.min(spare, taken);
    return most;
  });
}

/** Makes so many pieces cheaper by a share, those of the cheapest lines first. `most` says how many a line may give. */
function cheaper(
  lines: readonly LineFacts[],
  pieces: number,
  share: number,
  nets: readonly number[],
  most: (line: LineFacts, wanted: number) => number,
): Asked {
  const off = nets.map(() => 0);
  const given = nets.map(() => 0);
  const byPrice = [...lines].sort((a, b) => a.line.unitPrice - b.line.unitPrice || a.place - b.place);
  let left = pieces;
  for (const one of byPrice) {
    const wanted = Math.min(left, one.line.quantity);
    if (wanted <= 0) continue;
    const taken = Math.min(wanted, most(one, wanted));
    if (taken <= 0) continue;
    left -= taken;
    off[one.place] = partOf(shareOfPieces(nets[one.place] ?? 0, 0, taken, one.line.quantity), share);
    if (share === 10_000) given[one.place] = taken;
  }
  return { off, given };
}
