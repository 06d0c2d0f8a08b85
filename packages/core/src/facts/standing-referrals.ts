import type { Fact } from './fact.ts';

/** The friends that were brought and came to something, without those of whom it was undone since; in the order given. */
export function standingReferrals(facts: readonly Fact[]): readonly Fact[] {
  const undone = facts.filter(({ type }) => type === 'referral.undone');
  return facts.filter(
    ({ type, at, data }) =>
      type === 'referral.converted' &&
      !undone.some((end) => end.data['friend'] === data['friend'] && end.at >= at),
  );
}
