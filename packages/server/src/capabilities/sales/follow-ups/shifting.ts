import type { Instant } from '@nardeban/core/values';
import type { Database, Tx } from '../../../platform/database/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { type Business, businessOf } from '../../../platform/tenancy/index.ts';
import { shiftAnswers } from '../leads/shifting-answers.ts';
import { shiftFollowUps } from './shifting-follow-ups.ts';
import { shiftRuns } from './shifting-runs.ts';
import type { Place, ShiftCause, ShiftSome } from './shifting-walk.ts';

const EVERY_KIND: readonly ShiftSome[] = [shiftFollowUps, shiftRuns, shiftAnswers];
const SHIFT_JOB = 'shift-follow-ups';
/** Long enough for whoever reckoned with the hours before at the very moment they were changed to be done. */
const AFTER_SECONDS = 60;

/**
 * After the working hours were changed: the clocks that run are worked out anew by them. What comes soonest is seen to at
 * once, all of it by a job a little later, which may be killed and begun again.
 */
export async function shiftClocks(tx: Tx, business: Business, now: Instant): Promise<void> {
  for (const shiftSome of EVERY_KIND) await shiftSome(tx, business, null, { now, how: 'eager' });
  await addJob(tx, SHIFT_JOB, { business: business.id, now }, SHIFT_JOB, AFTER_SECONDS);
}

/** All clocks of a business, some at a time. */
export async function shiftAllClocks(
  database: Database,
  business: number,
  cause: ShiftCause,
  signal?: AbortSignal,
): Promise<void> {
  for (const shiftSome of EVERY_KIND) {
    let place: Place | null = null;
    do {
      if (signal?.aborted === true)
        throw new Error('Giving clocks another time was interrupted; it is done when the job is taken again');
      const after: Place | null = place;
      place = await database.withBusiness(business, async (tx) => {
        const of = await businessOf(tx);
        return of === null ? null : shiftSome(tx, of, after, { ...cause, how: 'thorough' });
      });
    } while (place !== null);
  }
}
