/** What moved a wallet in a time, in its units. `adjusted` and `transferred` have a sign, the others have none. */
export interface Movement {
  readonly earned: number;
  /** Taken back with goods that came back. */
  readonly reversed: number;
  readonly spent: number;
  /** What was spent and came back. */
  readonly givenBack: number;
  readonly expired: number;
  readonly adjusted: number;
  readonly transferred: number;
  /** What should have been taken back and was given up, since it was spent already. */
  readonly writtenOff: number;
}

export interface RollForward extends Movement {
  readonly opening: number;
  readonly closing: number;
}

export const NO_MOVEMENT: Movement = {
  earned: 0,
  reversed: 0,
  spent: 0,
  givenBack: 0,
  expired: 0,
  adjusted: 0,
  transferred: 0,
  writtenOff: 0,
};

export const movementNames = [
  'earned',
  'reversed',
  'spent',
  'givenBack',
  'expired',
  'adjusted',
  'transferred',
  'writtenOff',
] as const satisfies readonly (keyof Movement)[];

/** How a movement changes what members hold. */
export function changeOf(one: Movement): number {
  return (
    one.earned -
    one.reversed -
    one.spent +
    one.givenBack -
    one.expired +
    one.adjusted +
    one.transferred +
    one.writtenOff
  );
}

export function addMovements(a: Movement, b: Movement): Movement {
  return {
    earned: a.earned + b.earned,
    reversed: a.reversed + b.reversed,
    spent: a.spent + b.spent,
    givenBack: a.givenBack + b.givenBack,
    expired: a.expired + b.expired,
    adjusted: a.adjusted + b.adjusted,
    transferred: a.transferred + b.transferred,
    writtenOff: a.writtenOff + b.writtenOff,
  };
}

/**
 * opening + earned − reversed − spent + given back − expired ± adjusted ± transferred + written off = closing, and the
 * closing of one time is the opening of the next.
 */
export function rollForward(opening: number, movements: readonly Movement[]): readonly RollForward[] {
  let open = opening;
  return movements.map((movement) => {
    const closing = open + changeOf(movement);
    const line = { ...movement, opening: open, closing };
    open = closing;
    return line;
  });
}

/** The proof row: what was rolled forward less what the lots come to, debts taken off. Anything but 0 is a fault. */
export function proofOf(closing: number, lots: { readonly left: number; readonly debts: number }): number {
  return closing - (lots.left - lots.debts);
}
