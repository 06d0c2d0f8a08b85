import type { ClubFigures, Programme, SimulationResult } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
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

/** A simulation in a list: what it comes to, and not all of what came of it. */
interface SimulationListed {
  readonly id: number;
  readonly revision: number;
  readonly settings: SimulationAsked;
  readonly state: 'waiting' | 'running' | 'done' | 'stopped';
  readonly outcome: {
    readonly people: number;
    readonly figures: ClubFigures;
    readonly liability: number;
    readonly margin: SimulationResult['margin'];
  } | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

/** Those that are kept, the newest first. */
export async function simulationsKept(
  tx: Tx,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<SimulationListed[]> {
  const { rows } = await tx.query<SimulationListed>(
    `SELECT simulation_id AS id, revision, settings, state, made_by AS "madeBy", made_at AS "madeAt", ended_at AS "endedAt",
       CASE WHEN result IS NOT NULL THEN jsonb_build_object('people', result -> 'people', 'figures', result -> 'figures',
         'liability', result -> 'liability', 'margin', result -> 'margin') END AS outcome
     FROM club_simulations WHERE business_id = this_business() AND ($1::bigint IS NULL OR simulation_id < $1)
     ORDER BY simulation_id DESC LIMIT $2`,
    [page.before ?? null, page.limit],
  );
  return rows;
}
