/** The steps of designing a club, in the order in which they have to be thought. */
export const STEPS = ['study', 'goals', 'budget', 'whom', 'wallets', 'rules', 'levels', 'referral'] as const;
export type Step = (typeof STEPS)[number];

export const VIEWS = ['trial', 'versions', 'evaluations'] as const;
export type ProgrammeView = (typeof VIEWS)[number];

/** What the address of the programme's studio holds. */
export interface ProgrammeSearch {
  /** What is shown beside the design itself. */
  readonly view?: ProgrammeView | undefined;
  /** The step that is open; the first without it. */
  readonly step?: Step;
  /** The trial whose result is read. */
  readonly simulation?: number;
}

export function readProgramme(raw: Readonly<Record<string, unknown>>): ProgrammeSearch {
  const view = VIEWS.find((one) => one === raw['view']);
  const step = STEPS.find((one) => one === raw['step']);
  const simulation = Number(raw['simulation']);
  return {
    ...(view === undefined ? {} : { view }),
    ...(step === undefined ? {} : { step }),
    ...(Number.isSafeInteger(simulation) && simulation > 0 ? { simulation } : {}),
  };
}
