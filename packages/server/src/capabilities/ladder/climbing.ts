import { climb } from '@nardeban/core/ladder';
import type { Clock } from '../../platform/clock/index.ts';
import { retrying, timestamptz, type Database, type Tx } from '../../platform/database/index.ts';
import { businessOf, type Business } from '../../platform/tenancy/index.ts';
import { readingFor, readPeople } from './histories.ts';
import { activeVersions } from './versions.ts';
import { ClimbBatch, lockClimbing, removeStandings, writeChanges } from './writing.ts';

/** People taken at a time: enough to make statements worth their round trip, few enough to keep a fact's wait short. */
const AT_A_TIME = 2000;

export interface Drained {
  /** People climbed again. */
  readonly people: number;
  /** Those of them whom nothing but time called. */
  readonly byClock: number;
}

export interface DrainOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (people: number) => void;
}

/**
 * Climbs everybody of the business who waits for it: those a fact has queued, then those whose answer has expired. Safe
 * to be killed: a person leaves the queue in the transaction that writes what their climb says. Safe to run twice at
 * once: the second waits its turn and finds less to do.
 */
export async function drainClimbs(
  database: Database,
  clock: Clock,
  businessId: number,
  options: DrainOptions = {},
): Promise<Drained> {
  let people = 0;
  let byClock = 0;
  let after = 0;
  while (!options.signal?.aborted) {
    const from = after;
    const taken = await retrying(() =>
      database.withBusiness(businessId, async (tx) => {
        await lockClimbing(tx);
        const business = await businessOf(tx);
        if (!business) return { queued: [], people: 0, all: true };
        const queued = await takeQueued(tx, from);
        const due =
          queued.length === AT_A_TIME ? [] : await dueBy(tx, clock.now(), AT_A_TIME - queued.length);
        const all = [...new Set([...queued, ...due])];
        if (all.length > 0) await climbAgain(tx, business, all, clock);
        return { queued, people: all.length, all: queued.length + due.length < AT_A_TIME };
      }),
    );
    people += taken.people;
    byClock += taken.people - taken.queued.length;
    options.onProgress?.(people);
    // Numbers are taken in order, and from the lowest again as soon as the highest was reached: where new people are
    // queued without a pause, one with a low number must not wait for the pause.
    after = taken.queued.length === AT_A_TIME ? (taken.queued.at(-1) ?? 0) : 0;
    if (taken.all && from === 0) break;
  }
  return { people, byClock };
}

async function takeQueued(tx: Tx, after: number): Promise<number[]> {
  const { rows } = await tx.query<{ person_id: number }>({
    name: 'take_queued',
    text: `WITH taken AS (
             DELETE FROM climb_queue WHERE business_id = this_business() AND person_id IN (
               SELECT person_id FROM climb_queue WHERE business_id = this_business() AND person_id > $1 ORDER BY person_id LIMIT $2)
             RETURNING person_id)
           SELECT person_id FROM taken ORDER BY person_id`,
    values: [after, AT_A_TIME],
  });
  return rows.map((row) => row.person_id);
}

async function dueBy(tx: Tx, now: number, most: number): Promise<number[]> {
  const { rows } = await tx.query<{ person_id: number }>({
    name: 'due_by',
    text: `SELECT s.person_id FROM standings s
           JOIN ladder_versions v USING (business_id, ladder_id, version)
           WHERE s.business_id = this_business() AND s.until <= $1 AND v.state IN ('published', 'publishing')
           ORDER BY s.until LIMIT $2`,
    values: [timestamptz(now), most],
  });
  return rows.map((row) => row.person_id);
}

/** Reads these people and writes what differs, for every version in force. The caller holds the lock. */
async function climbAgain(
  tx: Tx,
  business: Business,
  personIds: readonly number[],
  clock: Clock,
): Promise<void> {
  const versions = await activeVersions(tx, business);
  const batches = versions.map((version) => new ClimbBatch(version));
  const found = new Set<number>();
  const asOf = clock.now();
  await readPeople(
    tx,
    personIds,
    readingFor(versions.map((version) => version.definition)),
    ({ personId, history }) => {
      found.add(personId);
      for (const batch of batches) batch.add(personId, climb(batch.version.compiled, history, asOf));
    },
  );
  const gone = personIds.filter((personId) => !found.has(personId));
  await writeChanges(tx, batches);
  if (gone.length > 0) for (const version of versions) await removeStandings(tx, version, gone);
}
