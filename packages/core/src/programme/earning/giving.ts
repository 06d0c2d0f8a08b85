import type { EarningPerson } from './person.ts';
import type { EarningRule, Gives } from './rule.ts';

/** What an order offers a rule: what earns of each line, and how many pieces of it. */
export interface Basis {
  readonly amounts: readonly number[];
  readonly pieces: readonly number[];
}

const WHOLE = 10_000n;

/**
 * The units a rule gives for an amount, times so many hundredths, rounded down once at the very end; a share is of
 * minor units. Everything is exact: no fraction is ever held in between. Never beyond what a number can hold.
 */
export function givenUnits(
  gives: Gives,
  total: number,
  pieces: number,
  level: string | null,
  times: number,
): number {
  const by = BigInt(times);
  const amount = BigInt(total);
  switch (gives.kind) {
    case 'fixed':
      return bounded((BigInt(gives.units) * by) / 100n);
    case 'per': {
      if (gives.whole !== true)
        return bounded((amount * BigInt(gives.units) * by) / (BigInt(gives.amount) * 100n));
      return bounded(((amount / BigInt(gives.amount)) * BigInt(gives.units) * by) / 100n);
    }
    case 'share':
      return bounded(shareOf(amount, gives.share, by));
    case 'piece':
      return bounded((BigInt(pieces) * BigInt(gives.units) * by) / 100n);
    case 'steps':
      return bounded(
        either(
          gives.steps.findLast(({ from }) => total >= from),
          amount,
          by,
        ),
      );
    case 'by-level':
      return bounded(
        either(
          gives.levels.find((one) => one.level === level),
          amount,
          by,
        ),
      );
  }
}

function shareOf(amount: bigint, share: number, times: bigint): bigint {
  return (amount * BigInt(share) * times) / (WHOLE * 100n);
}

/** So many units, or a share of the amount: whichever was said. */
function either(
  said: { readonly units?: number | undefined; readonly share?: number | undefined } | undefined,
  amount: bigint,
  times: bigint,
): bigint {
  if (said?.units !== undefined) return (BigInt(said.units) * times) / 100n;
  return said?.share === undefined ? 0n : shareOf(amount, said.share, times);
}

/** A quadrillion units is more than any club gives at once; a rule that comes to more is a mistake in its figures. */
const MOST = 1_000_000_000_000_000n;

function bounded(units: bigint): number {
  return Number(units > MOST ? MOST : units);
}

/** How what a rule gives falls on the lines: by pieces where it is given by pieces, else by what earned. */
export function weightsOf(rule: Pick<EarningRule, 'gives'>, basis: Basis): readonly number[] {
  return rule.gives.kind === 'piece' ? basis.pieces : basis.amounts;
}

/** The least amount that would give one unit; null where the amount does not decide. */
export function leastFor(rule: EarningRule, person: EarningPerson, times: number): number | null {
  const { gives } = rule;
  if (times === 0) return null;
  if (gives.kind === 'per') {
    if (gives.whole === true) return gives.amount;
    return Number(
      (BigInt(gives.amount) * 100n + BigInt(gives.units) * BigInt(times) - 1n) /
        (BigInt(gives.units) * BigInt(times)),
    );
  }
  if (gives.kind === 'steps') return gives.steps[0]?.from ?? null;
  if (gives.kind === 'by-level' && gives.levels.every(({ level }) => level !== person.level)) return null;
  return null;
}
