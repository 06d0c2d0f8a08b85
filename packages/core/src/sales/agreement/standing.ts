import type { Day } from '../../values/index.ts';

export const versionStates = ['draft', 'sent', 'replaced', 'accepted', 'declined', 'withdrawn'] as const;
export type VersionState = (typeof versionStates)[number];

/** What whoever follows a link to a version is shown: its state, or that the time to accept it is over. */
export type AgreementShown = Exclude<VersionState, 'draft'> | 'expired';

/** A quotation can be accepted until its last day is over; wants have no such day. */
export function shownAs(
  { state, validUntil }: { readonly state: Exclude<VersionState, 'draft'>; readonly validUntil: Day | null },
  today: Day,
): AgreementShown {
  return state === 'sent' && validUntil !== null && today > validUntil ? 'expired' : state;
}
