import { z } from 'zod';

/**
 * What is believed of somebody's rate before they are looked at: Beta(a, b). Who did a thing k times of n has the rate
 * (k + a)/(n + a + b), so that one of one is not the whole.
 */
export const ratePriorSchema = z.strictObject({
  a: z.number().positive(),
  b: z.number().positive(),
  /** Fitted to the people of the business; if not, the usual (2, 6), because there are too few to fit to. */
  fitted: z.boolean(),
});
export type RatePrior = z.infer<typeof ratePriorSchema>;

const USUAL: RatePrior = { a: 2, b: 6, fitted: false };
/** Fewer people with at least two chances say too little of how people differ. */
const FEWEST_PEOPLE = 30;
/** Chances counted of one person, so that one with ten thousand does not stand for everybody. */
const MOST_CHANCES = 50;
/** a + b: how many chances the belief is worth. */
const WEAKEST = 1;
const STRONGEST = 200;

/** Fits the prior by moments of the beta-binomial (Kleinman 1973), from a few sums over people. */
export class RateFit {
  private people = 0;
  private chances = 0;
  private squares = 0;
  private times = 0;
  private ratios = 0;

  take(times: number, chances: number): void {
    if (chances < 2) return;
    const counted = Math.min(chances, MOST_CHANCES);
    const k = (times * counted) / chances;
    this.people++;
    this.chances += counted;
    this.squares += counted * counted;
    this.times += k;
    this.ratios += (k * k) / counted;
  }

  prior(): RatePrior {
    const { people, chances, squares, times, ratios } = this;
    const mean = times / chances;
    if (people < FEWEST_PEOPLE || !(mean > 0 && mean < 1)) return USUAL;
    // Σ nᵢ(pᵢ − p)² is p(1−p)·[(N−1) + ρ·(Σn − N + 1 − Σn²/Σn)] in the mean, where ρ = 1/(a + b + 1).
    const spread = (ratios - times * mean) / (mean * (1 - mean)) - (people - 1);
    const room = chances - people + 1 - squares / chances;
    const rho = room > 0 ? spread / room : 0;
    const strength = rho > 0 ? Math.min(STRONGEST, Math.max(WEAKEST, 1 / rho - 1)) : STRONGEST;
    return { a: strength * mean, b: strength * (1 - mean), fitted: true };
  }
}

export function shrunken({ a, b }: RatePrior, times: number, chances: number): number {
  return (times + a) / (chances + a + b);
}

export function meanOf({ a, b }: RatePrior): number {
  return a / (a + b);
}
