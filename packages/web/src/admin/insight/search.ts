/** What the addresses of the pages on value, leaving, cohorts, seasons and models hold. */

type Raw = Readonly<Record<string, unknown>>;

export const BANDS = ['safe', 'watch', 'leaving', 'gone'] as const;
export type Band = (typeof BANDS)[number];

export interface LeavingSearch {
  /** Whose list is shown; those who are leaving without it. */
  readonly band?: Band;
}

export function readLeaving(raw: Raw): LeavingSearch {
  const band = BANDS.find((one) => one === raw['band']);
  return band === undefined ? {} : { band };
}

export interface CohortsSearch {
  /** What the map shows; how many came back without it. */
  readonly show?: 'value';
}

export function readCohorts(raw: Raw): CohortsSearch {
  return raw['show'] === 'value' ? { show: 'value' } : {};
}

export interface SeasonsSearch {
  /** What is counted; orders without it. */
  readonly by?: 'revenue';
}

export function readSeasons(raw: Raw): SeasonsSearch {
  return raw['by'] === 'revenue' ? { by: 'revenue' } : {};
}

export const MODELS = ['pareto-nbd', 'mbg-nbd', 'bg-nbd', 'nbd'] as const;
export type ModelName = (typeof MODELS)[number];

export interface ModelsSearch {
  /** Whose history is shown; Pareto/NBD's without it. */
  readonly model?: ModelName;
}

export function readModels(raw: Raw): ModelsSearch {
  const model = MODELS.find((one) => one === raw['model']);
  return model === undefined ? {} : { model };
}
