/** The number of people at which the sequence is narrowest; the one that is usual in the field. */
export const TUNED_FOR = 5_000;

/**
 * By how many standard errors an interval has to reach out so that it holds at every look, however many there are: the
 * asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (Annals of Statistics 52, 2024),
 * √(2(nρ²+1)/(nρ²) · ln(√(nρ²+1)/α)), with ρ such that it is narrowest at `tunedFor` people. Where 1.96 is for one look
 * that was set beforehand, this is 3.04 at 5,000 people.
 */
export function sequentialMultiplier(people: number, alpha = 0.05, tunedFor = TUNED_FOR): number {
  const log = -2 * Math.log(alpha);
  const spread = (people * (log + Math.log(log + 1))) / tunedFor;
  return Math.sqrt(((2 * (spread + 1)) / spread) * Math.log(Math.sqrt(spread + 1) / alpha));
}
