import { maximise } from './maximise.ts';

/**
 * Shifted-beta-geometric (Fader and Hardie, Journal of Interactive Marketing 21, 2007): at every renewal a subscriber
 * leaves with a probability that is Beta(a, b) among people. Retention rises by itself as the weak ones leave.
 */
export interface Subscriptions {
  readonly a: number;
  readonly b: number;
  readonly standardErrors: { readonly a: number | null; readonly b: number | null };
  readonly logLikelihood: number;
}

/** Fits to a cohort: how many there were, and how many were left after each renewal. Null where nobody left, or all did. */
export function fitSubscriptions(started: number, survivors: readonly number[]): Subscriptions | null {
  const before = [started, ...survivors];
  const left = survivors.map((count, i) => (before[i] as number) - count);
  if (started <= 0 || left.some((count) => count < 0) || left.every((count) => count === 0)) return null;
  // At renewal t somebody leaves with a/(a+b+t−1) and stays with (b+t−1)/(a+b+t−1): all are finite products.
  const fitted = maximise(
    ([a = 1, b = 1], gradient) => {
      let [value, byA, byB] = [0, 0, 0];
      for (let i = 0; i < left.length; i++) {
        const gone = left[i] as number;
        const stayed = (before[i] as number) - gone;
        value += gone * Math.log(a) + stayed * Math.log(b + i) - (gone + stayed) * Math.log(a + b + i);
        byA += gone / a - (gone + stayed) / (a + b + i);
        byB += stayed / (b + i) - (gone + stayed) / (a + b + i);
      }
      gradient[0] = byA / started;
      gradient[1] = byB / started;
      return value / started;
    },
    [1, 1],
    [1e6, 1e6],
    started,
  );
  const [a = 1, b = 1] = fitted.parameters;
  const [ofA = null, ofB = null] = fitted.standardErrors;
  return { a, b, standardErrors: { a: ofA, b: ofB }, logLikelihood: fitted.logLikelihood };
}

/** The share that stays at renewal `period` (from 1) of those who were there before it. */
export function retentionAt({ a, b }: Pick<Subscriptions, 'a' | 'b'>, period: number): number {
  return (b + period - 1) / (a + b + period - 1);
}

/** The share of a cohort that is left after `periods` renewals. */
export function survivalAt(fitted: Pick<Subscriptions, 'a' | 'b'>, periods: number): number {
  let share = 1;
  for (let period = 1; period <= periods; period++) share *= retentionAt(fitted, period);
  return share;
}
