import { zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/database/index.ts';
import { businessById } from '../../../platform/tenancy/index.ts';
import { evaluateClub } from './evaluating.ts';
import { evaluations } from './evaluation-store.ts';

/** Evaluates every club against its goals, once a day of its own calendar. */
export async function evaluateDue(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const clubs = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_club()');
    return rows.map(({ id }) => id);
  });
  for (const id of clubs) {
    if (signal?.aborted === true) return;
    const business = await businessById(database, id);
    if (business === null) continue;
    const now = clock.now();
    const today = zoneOf(business.zone).dayOf(now);
    const [last] = await database.withBusiness(id, (tx) => evaluations(tx, { before: undefined, limit: 1 }));
    if (last === undefined || last.day < today) await evaluateClub(database, business, now, signal);
  }
}
