import type { ReferralState } from './queries.ts';

/** What the address of the page on referrals holds. */
export interface ReferralsSearch {
  /** Everybody who was brought is shown without it. */
  readonly view?: 'review' | 'top';
  readonly state?: Exclude<ReferralState, 'review'>;
  /** Whose friends are listed, or whose tree is open. */
  readonly referrer?: number;
}

export const REFERRAL_STATES = [
  'open',
  'joined',
  'paying',
  'paid',
  'taken-back',
  'lapsed',
  'refused',
] as const satisfies readonly Exclude<ReferralState, 'review'>[];

export function readReferrals(raw: Readonly<Record<string, unknown>>): ReferralsSearch {
  const view = raw['view'] === 'review' || raw['view'] === 'top' ? raw['view'] : undefined;
  const state = REFERRAL_STATES.find((one) => one === raw['state']);
  const referrer = Number(raw['referrer']);
  return {
    ...(view === undefined ? {} : { view }),
    ...(state === undefined ? {} : { state }),
    ...(Number.isSafeInteger(referrer) && referrer > 0 ? { referrer } : {}),
  };
}
