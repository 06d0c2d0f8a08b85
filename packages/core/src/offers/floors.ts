import type { Guard } from './guard-settings.ts';
import type { LineFacts } from './lines.ts';
import { partOf, timesOverUp, WHOLE } from './proportion.ts';

/**
 * The least a line may come to so that, net of its tax, the pieces' cost, the cost of what it earns the customer and the fees
 * are covered and `margin` of the revenue is kept:
 *
 *   revenue(n) − fees(n) − margin · revenue(n) ≥ costs,  revenue(n) = n · (gross − tax) / gross
 *
 * solved for n in whole numbers and rounded up; the gross price where even that does not reach it, so that a line sold below
 * its floor already takes no discount but is not made dearer. 0 without a margin to hold.
 */
export function floorOfLine(line: LineFacts, guard: Guard | null, rewards: number): number {
  const least = guard?.margin?.line;
  if (line.kind === 'gift-card') return line.gross;
  if (least === undefined || line.kind === 'shipping' || line.gross === 0) return 0;
  const kept = keptOf(line, guard?.fees ?? 0, least);
  if (kept <= 0n) return line.gross;
  const costs = BigInt(line.reckoned + rewards) * BigInt(WHOLE) * BigInt(line.gross);
  const floor = (costs + kept - 1n) / kept;
  return floor > BigInt(line.gross) ? line.gross : Number(floor);
}

/** A floor without the pieces that are given away: what is left of it is for those that are paid. */
export function floorWithout(floor: number, line: LineFacts, given: number): number {
  return timesOverUp(floor, Math.max(0, line.line.quantity - given), line.line.quantity);
}

/** What is kept of each minor unit of a line, as a number to be divided by gross · WHOLE. */
function keptOf(line: LineFacts, fees: number, margin: number): bigint {
  return BigInt(line.gross - line.tax) * BigInt(WHOLE - margin) - BigInt(line.gross) * BigInt(fees);
}

/** The floor of a basket as a whole: what all goods keep together bears what is given away and the perks. */
export interface BasketFloor {
  /** Whether the basket bears these nets and perks that cost so much. Lower nets or dearer perks never help. */
  bears(nets: readonly number[], perks: number): boolean;
}

/**
 * @param rewards what each line earns the customer, as a cost
 */
export function floorOfBasket(
  facts: readonly LineFacts[],
  guard: Guard | null,
  rewards: readonly number[],
): BasketFloor {
  const margin = guard?.margin;
  if (margin === undefined || (margin.basket === undefined && margin.leastAmount === undefined))
    return { bears: () => true };
  const fees = guard?.fees ?? 0;
  const costs = facts.map(({ reckoned, kind }, place) =>
    kind === 'goods' ? BigInt(reckoned + (rewards[place] ?? 0)) : 0n,
  );
  const cost = costs.reduce((sum, one) => sum + one, 0n);
  const shares = [margin.basket ?? 0, 0].map((share) => facts.map((line) => keptOf(line, fees, share)));
  /** What is kept of the nets, in parts of WHOLE. A parcel carried for less costs the difference. */
  const kept = (nets: readonly number[], of: readonly bigint[] | undefined): bigint => {
    let sum = 0n;
    for (const [place, line] of facts.entries()) {
      const net = nets[place] ?? 0;
      if (line.kind === 'shipping') sum -= BigInt(line.gross - net) * BigInt(WHOLE);
      else if (line.kind === 'goods' && line.gross > 0)
        sum += (BigInt(net) * (of?.[place] ?? 0n)) / BigInt(line.gross);
    }
    return sum;
  };
  const least = margin.leastAmount;
  return {
    bears(nets, perks) {
      const needed = (cost + BigInt(perks)) * BigInt(WHOLE);
      if (kept(nets, shares[0]) < needed) return false;
      return least === undefined || kept(nets, shares[1]) >= needed + BigInt(least) * BigInt(WHOLE);
    },
  };
}

/** What taking so much money costs. */
export function feesOn(amount: number, guard: Guard | null): number {
  return partOf(amount, guard?.fees ?? 0);
}
