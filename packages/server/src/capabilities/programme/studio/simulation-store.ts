import type { Programme, SimulationResult } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { trialStore } from '../../ladder/index.ts';

/** What a draft is tried on, and with what assumptions. */
interface SimulationAsked {
  readonly from: Instant;
  readonly to: Instant;
  /** Hundredths of a percent of what they could spend that people spend with each order. */
  readonly spends: number;
  /** What the business keeps of its revenue, in hundredths of a percent; null: not known. */
  readonly marginRate: number | null;
}

export const simulations = trialStore<Programme, SimulationAsked, SimulationResult>({
  table: 'club_simulations',
  id: 'simulation_id',
});
