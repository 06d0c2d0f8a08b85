export const LEAD_VIEWS = ['mine', 'team', 'late', 'nurture', 'refused', 'closed'] as const;
export type LeadView = (typeof LEAD_VIEWS)[number];

/** What the address of the page on leads holds. */
export interface LeadsSearch {
  /** The team's is shown without it. */
  readonly view?: LeadView;
  /** Whose alone, by the number of their account. */
  readonly owner?: string;
  readonly source?: string;
  /** The lead that is open. */
  readonly lead?: number;
  /** A new one is being written down. */
  readonly add?: true;
  /** For whom, where that is known from the page it was asked on. */
  readonly person?: number;
}

export function readLeads(raw: Readonly<Record<string, unknown>>): LeadsSearch {
  const view = LEAD_VIEWS.find((one) => one === raw['view']);
  const { owner, source } = raw;
  const lead = numberIn(raw['lead']);
  const person = numberIn(raw['person']);
  return {
    ...(view === undefined ? {} : { view }),
    ...(typeof owner === 'string' && owner !== '' && owner.length <= 64 ? { owner } : {}),
    ...(typeof source === 'string' && source !== '' && source.length <= 200 ? { source } : {}),
    ...(lead === undefined ? {} : { lead }),
    ...(raw['add'] === true ? { add: true } : {}),
    ...(person === undefined ? {} : { person }),
  };
}

export const QUALIFICATION_VIEWS = ['definition', 'trial', 'review', 'versions'] as const;
export type QualificationView = (typeof QUALIFICATION_VIEWS)[number];

/** What the address of the page on what a good lead is holds. */
export interface QualificationSearch {
  /** The definition is shown without it. */
  readonly view?: Exclude<QualificationView, 'definition'>;
  readonly trial?: number;
  /** The review that is open. */
  readonly review?: number;
}

export function readQualification(raw: Readonly<Record<string, unknown>>): QualificationSearch {
  const view = QUALIFICATION_VIEWS.find((one) => one === raw['view']);
  const trial = numberIn(raw['trial']);
  const review = numberIn(raw['review']);
  return {
    ...(view === undefined || view === 'definition' ? {} : { view }),
    ...(trial === undefined ? {} : { trial }),
    ...(review === undefined ? {} : { review }),
  };
}

function numberIn(raw: unknown): number | undefined {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw > 0 ? raw : undefined;
}
