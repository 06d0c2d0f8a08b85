/** What the address of today's page holds. */
export interface TodaySearch {
  /** Whose day, by the number of a member of staff, or `nobody`; without it that of whoever reads. */
  readonly seller?: string;
  /** What has no next step is shown instead of the day. */
  readonly view?: 'without';
}

export function readToday(raw: Readonly<Record<string, unknown>>): TodaySearch {
  const { seller } = raw;
  return {
    ...(typeof seller === 'string' && /^[\w-]{1,100}$/.test(seller) ? { seller } : {}),
    ...(raw['view'] === 'without' ? { view: 'without' } : {}),
  };
}

export const SETTINGS_VIEWS = ['hours', 'days', 'series'] as const;
export type SettingsView = (typeof SETTINGS_VIEWS)[number];

/** What the address of the settings of sales holds. */
export interface SalesSettingsSearch {
  /** The hours are shown without it. */
  readonly view?: SettingsView;
  /** The series that is open, by its key; `new` for one that is being written. */
  readonly series?: string;
}

export function readSalesSettings(raw: Readonly<Record<string, unknown>>): SalesSettingsSearch {
  const view = SETTINGS_VIEWS.find((one) => one === raw['view'] && one !== 'hours');
  const { series } = raw;
  return {
    ...(view === undefined ? {} : { view }),
    ...(view === 'series' && typeof series === 'string' && /^[a-z][a-z0-9-]{0,62}$/.test(series)
      ? { series }
      : {}),
  };
}
