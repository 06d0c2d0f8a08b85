export const OFFER_VIEWS = ['offers', 'guard', 'appreciation'] as const;
export const OFFER_STATES = ['active', 'draft', 'archived'] as const;

/** What the address of the offers holds. */
export interface OffersSearch {
  /** Which of the pages; the list without it. */
  readonly view?: 'guard' | 'appreciation';
  readonly state?: (typeof OFFER_STATES)[number];
  /** The offer that is being changed. */
  readonly offer?: string;
  /** A new one is being written. */
  readonly make?: true;
  /** Whose score is shown. */
  readonly person?: number;
  /** The year that awards are given for; the one that goes on without it. */
  readonly year?: number;
}

export function readOffers(raw: Readonly<Record<string, unknown>>): OffersSearch {
  const { view, offer, make } = raw;
  const state = OFFER_STATES.find((one) => one === raw['state']);
  const person = Number(raw['person']);
  const year = Number(raw['year']);
  return {
    ...(view === 'guard' || view === 'appreciation' ? { view } : {}),
    ...(state === undefined ? {} : { state }),
    ...(typeof offer === 'string' && /^[a-z][a-z0-9-]{0,62}$/.test(offer) ? { offer } : {}),
    ...(make === true || make === 'true' ? { make: true as const } : {}),
    ...(Number.isSafeInteger(person) && person > 0 ? { person } : {}),
    ...(Number.isSafeInteger(year) && year >= 1300 && year <= 2200 ? { year } : {}),
  };
}
