import { floorOfBasket, floorOfLine, floorWithout, type BasketFloor } from './floors.ts';
import type { Guard } from './guard-settings.ts';
import type { LineFacts } from './lines.ts';
import { partOf, sumOf } from './proportion.ts';

/** A bound on what all discounts together may take off some lines. */
export interface TogetherBound {
  readonly places: readonly number[];
  readonly most: number;
  /** In hundredths of a percent, for the sentence. */
  readonly share: number;
}

/** A basket while discounts are taken off it one after the other. */
export interface Standing {
  readonly facts: readonly LineFacts[];
  readonly basket: BasketFloor;
  /** What each line still comes to. */
  nets: readonly number[];
  /** Pieces of each line that are given away. */
  given: readonly number[];
  /** What the perks given so far cost. */
  perks: number;
  together: readonly TogetherBound[];
  /** The floor of each line with all its pieces paid. */
  readonly wholeFloors: readonly number[];
}

/** @param rewards what each line earns the customer, as a cost to the business */
export function standingOf(
  facts: readonly LineFacts[],
  guard: Guard | null,
  rewards: readonly number[],
): Standing {
  const goods = facts.filter(({ kind }) => kind === 'goods');
  const most = guard?.mostDiscount;
  return {
    facts,
    basket: floorOfBasket(facts, guard, rewards),
    nets: facts.map(({ gross }) => gross),
    given: facts.map(() => 0),
    perks: 0,
    together: most === undefined ? [] : [togetherBound(goods, most)],
    wholeFloors: facts.map((line, place) => floorOfLine(line, guard, rewards[place] ?? 0)),
  };
}

export function togetherBound(lines: readonly LineFacts[], share: number): TogetherBound {
  return {
    places: lines.map(({ place }) => place),
    most: partOf(sumOf(lines.map(({ gross }) => gross)), share),
    share,
  };
}

/** The floors once so many pieces of each line are given away, those given before included. */
export function floorsWith(standing: Standing, given: readonly number[]): number[] {
  return standing.facts.map((line, place) =>
    floorWithout(standing.wholeFloors[place] ?? 0, line, (standing.given[place] ?? 0) + (given[place] ?? 0)),
  );
}
