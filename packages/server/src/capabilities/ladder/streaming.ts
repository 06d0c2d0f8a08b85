import { type Climb, climb } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import type { Database } from '../../platform/database/index.ts';
import { type KnownPerson, readPeopleAfter } from './histories.ts';
import { readingFor } from './reading.ts';
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
  /** The last number looked at. */
  readonly last: number;
}

/** People who are being read and climbed. */
interface Coming<Batch extends Gathered> {
  /** Known long before they are climbed; null when there is nobody left. */
  readonly last: Promise<number | null>;
  readonly climbed: Promise<readonly Batch[]>;
}

/** Climbs them when it is their `turn`. */
function climbNextPeople<Batch extends Gathered>(
  database: Database,
  businessId: number,
  batches: readonly Batch[],
  after: number,
  { asOf, turn }: { readonly asOf: Instant; readonly turn: Promise<unknown> },
): Coming<Batch> {
  const reading = readingFor(batches.map(({ version }) => version.definition));
  const last = Promise.withResolvers<number | null>();
  const add = ({ personId, history }: KnownPerson): void => {
    for (const batch of batches) batch.add(personId, climb(batch.version.compiled, history, asOf));
  };
  const climbed = database.withBusiness(
    businessId,
    async (tx) => {
      await readPeopleAfter(tx, after, PEOPLE_PER_BATCH, reading, add, { onLast: last.resolve, turn });
      return batches;
    },
    { readOnly: true },
  );
  // A failure is met where they are awaited, and nobody comes after those who failed.
  climbed.catch(() => last.resolve(null));
  return { last: last.promise, climbed };
}

/**
 * Goes through everybody, batch after batch. While one is used the next is climbed, and while one is climbed the next is
 * made ready to be. `onBatch` answers nothing; throwing from it, or aborting, ends the walk. `begin` makes what a batch is
 * gathered in, one for each version; people are added in order of number.
 */
export async function climbEverybody<Batch extends Gathered>(
  database: Database,
  businessId: number,
  begin: () => readonly Batch[],
  options: { readonly after?: number; readonly asOf: Instant; readonly signal?: AbortSignal | undefined },
  onBatch: (climbed: ClimbedBatch<Batch>) => Promise<void>,
): Promise<'done' | 'stopped'> {
  const next = (after: number, turn: Promise<unknown>) =>
    climbNextPeople(database, businessId, begin(), after, { asOf: options.asOf, turn });
  let coming = next(options.after ?? 0, Promise.resolve());
  for (;;) {
    const { climbed } = coming;
    const last = await coming.last;
    if (last === null) {
      await climbed;
      return 'done';
    }
    const following = next(last, climbed);
    try {
      const batches = await climbed;
      if (!options.signal?.aborted) await onBatch({ batches, last });
    } catch (error) {
      await following.climbed.catch(() => {});
      throw error;
    }
    if (options.signal?.aborted) {
      await following.climbed.catch(() => {});
      return 'stopped';
    }
    coming = following;
  }
}
