import { type Climb, climb } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import type { Database } from '../../platform/database/index.ts';
import { readingFor, readPeopleAfter } from './histories.ts';
import type { Version } from './versions.ts';

/** People read and climbed at a time when everybody is. */
export const PEOPLE_PER_BATCH = 2000;

/** What is gathered of the climbs of people by one version. */
interface Gathered {
  readonly version: Version;
  add(personId: number, climb: Climb): void;
}

/** Everybody after a number, up to PEOPLE_PER_BATCH, climbed for each version. */
interface ClimbedBatch<Batch extends Gathered> {
  readonly batches: readonly Batch[];
  /** The last number looked at; null when there was nobody left. */
  readonly last: number | null;
}

async function climbNextPeople<Batch extends Gathered>(
  database: Database,
  businessId: number,
  batches: readonly Batch[],
  after: number,
  asOf: Instant,
): Promise<ClimbedBatch<Batch>> {
  const reading = readingFor(batches.map(({ version }) => version.definition));
  const last = await database.withBusiness(
    businessId,
    (tx) =>
      readPeopleAfter(tx, after, PEOPLE_PER_BATCH, reading, ({ personId, history }) => {
        for (const batch of batches) batch.add(personId, climb(batch.version.compiled, history, asOf));
      }),
    { readOnly: true },
  );
  return { batches, last };
}

/**
 * Goes through everybody, batch after batch, reading the next batch while the present one is used. `onBatch` answers
 * nothing; throwing from it, or aborting, ends the walk. `begin` makes what a batch is gathered in, one for each version.
 */
export async function climbEverybody<Batch extends Gathered>(
  database: Database,
  businessId: number,
  begin: () => readonly Batch[],
  options: { readonly after?: number; readonly asOf: Instant; readonly signal?: AbortSignal | undefined },
  onBatch: (climbed: ClimbedBatch<Batch> & { readonly last: number }) => Promise<void>,
): Promise<'done' | 'stopped'> {
  const next = (after: number) => climbNextPeople(database, businessId, begin(), after, options.asOf);
  let coming = next(options.after ?? 0);
  for (;;) {
    const climbed = await coming;
    const { last } = climbed;
    if (last === null) return 'done';
    if (options.signal?.aborted) return 'stopped';
    coming = next(last);
    // Nobody waits for the next batch while this one is used; its failure is met when it is awaited.
    coming.catch(() => {});
    try {
      await onBatch({ ...climbed, last });
    } catch (error) {
      await coming.catch(() => {});
      throw error;
    }
    if (options.signal?.aborted) {
      await coming.catch(() => {});
      return 'stopped';
    }
  }
}
