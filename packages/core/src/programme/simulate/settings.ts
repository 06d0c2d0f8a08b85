import type { History } from '../../facts/index.ts';
import type { Definition } from '../../ladder/index.ts';
import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Programme } from '../definition.ts';

/** Somebody whose past is played. */
export interface SimulatedPerson {
  readonly person: number;
  readonly history: History;
}

export interface SimulationSettings {
  readonly programme: Programme;
  /** The ladders in force that rules read. */
  readonly ladders: readonly Definition[];
  readonly business: BusinessCalendar;
  /** The stretch that is played again: `from` included, `to` not. */
  readonly from: Instant;
  readonly to: Instant;
  /** What share of what they could spend people spend with each order, in hundredths of a percent: nobody knows it before. */
  readonly spends: number;
  /** What the business keeps of its revenue, in hundredths of a percent; null: not known, and no margin is told. */
  readonly marginRate: number | null;
}
