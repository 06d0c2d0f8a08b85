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
  /** Whose list is open: months since the first order, and after a dot the month after it in which they ordered. */
  readonly who?: string;
}

export function readCohorts(raw: Raw): CohortsSearch {
  // As a number where it was typed into the address: 14.2.
  const who = String(raw['who']);
  return {
    ...(raw['show'] === 'value' ? { show: 'value' as const } : {}),
    ...(/^\d{1,2}(\.\d{1,2})?$/.test(who) ? { who } : {}),
  };
}

export interface SeasonsSearch {
  /** What is counted; orders without it. */
  readonly by?: 'revenue';
  /** Whose list is open: those who ordered in a month, on a weekday or in an hour. */
  readonly who?: `${SeasonKind}.${number}`;
}

export const SEASON_KINDS = ['month', 'weekday', 'hour'] as const;
export type SeasonKind = (typeof SEASON_KINDS)[number];

export function readSeasons(raw: Raw): SeasonsSearch {
  const [kind, of = ''] = String(raw['who']).split('.', 2);
  const found = SEASON_KINDS.find((one) => one === kind);
  return {
    ...(raw['by'] === 'revenue' ? { by: 'revenue' as const } : {}),
    ...(found !== undefined && /^\d{1,2}$/.test(of) ? { who: `${found}.${Number(of)}` as const } : {}),
  };
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
