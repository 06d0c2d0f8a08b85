/** What a chart shows, without a word on how it is drawn. Labels and values stand in the order in which they are read. */
export interface ChartSpec {
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A value with its unit, as it is read out beside the pointer. */
  readonly say: (value: number) => string;
  /** A value as it stands at the axis, where there is little room; as it is said unless told. */
  readonly axis?: (value: number) => string;
  /** Bars lie on their sides, for labels that are long. */
  readonly sideways?: boolean;
  /** Where the axis of values ends, if it has to end somewhere: shares have no more than all. */
  readonly most?: number;
  /** What everything is compared with: a line over the whole width. */
  readonly baseline?: number;
}

export interface ChartSeries {
  readonly name: string;
  readonly kind: 'bar' | 'line';
  readonly values: readonly (number | null)[];
  readonly tone?: Tone;
  /** Where the true values may lie: drawn as bars of error. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  readonly dashed?: boolean;
  /** Series of one stack stand on each other. */
  readonly stack?: string;
  /** Values that are not whole yet are paler. */
  readonly faint?: readonly boolean[];
}

/** Colours that can be told apart by day, by night and on paper; `up` and `down` judge, the numbers do not. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 6 | 'up' | 'down' | 'soft';

const NUMBERED: readonly Tone[] = [1, 2, 3, 4, 5, 6];

/** The tone of the series at a place, where it chose none. */
export function toneOf(series: ChartSeries, place: number): Tone {
  return series.tone ?? NUMBERED[place % NUMBERED.length] ?? 1;
}

/** The name of the style sheet's variable that holds a tone. */
export function variableOf(tone: Tone): string {
  if (tone === 'up' || tone === 'down') return `--${tone}`;
  return tone === 'soft' ? '--ink-soft' : `--tone-${tone}`;
}
