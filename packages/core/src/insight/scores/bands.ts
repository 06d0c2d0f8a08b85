/** How near somebody is to leaving; from the one that need not worry anybody to the one that is too late. */
export const bandNames = ['safe', 'watch', 'leaving', 'gone'] as const;
export type Band = (typeof bandNames)[number];

/** From which chance of no order on somebody is in a band. */
export interface BandThresholds {
  /** Of no order in the horizon of the shop. */
  readonly watch: number;
  readonly leaving: number;
  /** Of no order in a whole year; whoever ordered within the horizon is not gone, whatever it says. */
  readonly gone: number;
}

export const BANDS: BandThresholds = { watch: 0.5, leaving: 0.75, gone: 0.8 };

/** Who stands so near to a threshold stays where they stood: a model fitted anew every night moves everybody a little. */
const STEADY = 0.02;

export interface RiskOfPerson {
  /** Chances of no order in the horizon and in a year. */
  readonly quiet: number;
  readonly quietYear: number;
  readonly daysSinceLast: number;
}

/** The band of somebody, by themselves or beside the one they stood in before. */
export function bandOf(
  { quiet, quietYear, daysSinceLast }: RiskOfPerson,
  horizon: number,
  before: Band | null = null,
  { watch, leaving, gone }: BandThresholds = BANDS,
): Band {
  const rank = before === null ? -1 : bandNames.indexOf(before);
  const from = (threshold: number, band: Band): number =>
    rank < 0 ? threshold : threshold + (rank >= bandNames.indexOf(band) ? -STEADY : STEADY);
  if (quietYear >= from(gone, 'gone') && quiet >= leaving - STEADY && daysSinceLast > horizon) return 'gone';
  if (quiet >= from(leaving, 'leaving')) return 'leaving';
  return quiet >= from(watch, 'watch') ? 'watch' : 'safe';
}
