/**
 * Whether a business stands on enough loyal customers to speak of prices in public. `unknown`: it has said no target, or
 * there is no whole month yet to look back on.
 */
export type BaseStability =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      /** What loyal customers bought in a month, of the month's target, in hundredths of a percent. */
      readonly covered: number;
      readonly target: number;
      readonly fromLoyal: number;
    };

/** Whole months looked back on: one good month is no base. */
const MONTHS = 3;

/**
 * `fromLoyal`: what loyal customers bought net of returns in each of the last whole months, in minor units, the newest last. The
 * weakest of the last three counts, for a base is what holds in a bad month as well. `target` is that of this month.
 */
export function baseStability({
  target,
  fromLoyal,
}: {
  readonly target: number | null;
  readonly fromLoyal: readonly number[];
}): BaseStability {
  if (target === null || target <= 0 || fromLoyal.length === 0) return { kind: 'unknown' };
  const weakest = Math.max(0, Math.min(...fromLoyal.slice(-MONTHS)));
  const covered = Number((BigInt(weakest) * 10_000n) / BigInt(target));
  return { kind: 'known', covered, target, fromLoyal: weakest };
}

/** Whether the base bears a public offer: covered to `needed` hundredths of a percent. What is not known does not. */
export function baseBears(base: BaseStability, needed: number): boolean {
  return base.kind === 'known' && base.covered >= needed;
}
