import { climb } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import {
  retrying,
  takeStatistics,
  timestamptz,
  type Database,
  type Statement,
  type Tx,
} from '../../platform/database/index.ts';
import { type Business, businessStatement } from '../../platform/tenancy/index.ts';
import { readPeople } from './histories.ts';
import { readingFor } from './reading.ts';
import { activeVersionsStatement, type Version, type VersionRow, versionsOf } from './versions.ts';
import { ClimbBatch, lockStatement, removeStandings, writeChanges } from './writing.ts';

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
 * once: the second waits its turn and finds less to do. Four round trips, whatever the number of versions: who waits, what
 * is known of them, what is stored of them, what differs.
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
      database.withBusiness(
        businessId,
        async (tx) => {
          const waiting = await takeWaiting(tx, from, clock.now());
          if (waiting.people.length > 0) await climbAgain(tx, waiting, clock);
          return waiting;
        },
        { plannedOnce: true, reserved: true },
      ),
    );
    people += taken.people.length;
    byClock += taken.people.length - taken.queued.length;
    options.onProgress?.(people);
    // Where so many wait, tables are being filled.
    if (taken.people.length >= AT_A_TIME) await takeStatistics(database);
    // Numbers are taken in order, and from the lowest again as soon as the highest was reached: where new people are
    // queued without a pause, one with a low number must not wait for the pause.
    after = taken.queued.length === AT_A_TIME ? (taken.queued.at(-1) ?? 0) : 0;
    if (taken.all && from === 0) break;
  }
  return { people, byClock };
}

interface Waiting {
  /** Those a fact has queued, in order of number. */
  readonly queued: readonly number[];
  /** Everybody to be climbed, each once. */
  readonly people: readonly number[];
  /** Nobody else waited. */
  readonly all: boolean;
  readonly versions: readonly Version[];
  /** The standings that have expired. */
  readonly expired: readonly DueRow[];
}

interface DueRow {
  readonly id: number;
  readonly ladderId: number;
  readonly version: number;
  readonly since: Instant;
}

/** Takes the lock, and then whoever waits. */
async function takeWaiting(tx: Tx, after: number, now: number): Promise<Waiting> {
  const [, { rows: businesses }, taken, expired, { rows: versions }] = await tx.queryAll<
    [object, Business, { id: number; root: number | null }, DueRow, VersionRow]
  >([lockStatement, businessStatement, takeStatement(after), dueStatement(now), activeVersionsStatement]);
  const [business] = businesses;
  if (business === undefined) return { queued: [], people: [], all: true, versions: [], expired: [] };
  const queued = taken.rows.map(({ id }) => id);
  const due = expired.rows.slice(0, AT_A_TIME - queued.length).map(({ id }) => id);
  // A fact may be queued for somebody who was merged into another while it was stored.
  const roots = taken.rows.flatMap(({ root }) => root ?? []);
  return {
    queued,
    people: [...new Set([...queued, ...roots, ...due])],
    all: queued.length + due.length < AT_A_TIME,
    versions: versionsOf(business, versions),
    expired: expired.rows,
  };
}

function takeStatement(after: number): Statement {
  return {
    name: 'take_queued',
    text: `WITH taken AS (
             DELETE FROM climb_queue WHERE business_id = this_business() AND person_id IN (
               SELECT person_id FROM climb_queue WHERE business_id = this_business() AND person_id > $1 ORDER BY person_id LIMIT $2)
             RETURNING person_id)
           SELECT t.person_id AS id, (SELECT p.merged_into FROM people p
             WHERE p.business_id = this_business() AND p.person_id = t.person_id) AS root
           FROM taken t ORDER BY t.person_id`,
    values: [after, AT_A_TIME],
  };
}

function dueStatement(now: number): Statement {
  return {
    name: 'due_by',
    text: `SELECT s.person_id AS id, s.ladder_id AS "ladderId", s.version, s.known_since AS since FROM standings s
           JOIN ladder_versions v USING (business_id, ladder_id, version)
           WHERE s.business_id = this_business() AND s.until <= $1 AND v.state IN ('published', 'publishing')
           ORDER BY s.until LIMIT $2`,
    values: [timestamptz(now), AT_A_TIME],
  };
}

/** Reads these people and writes what differs, for every version in force, and commits. The caller holds the lock. */
async function climbAgain(
  tx: Tx,
  { people: personIds, versions, expired }: Waiting,
  clock: Clock,
): Promise<void> {
  const batches = versions.map((version) => {
    const theirs = expired.filter(
      (row) => row.ladderId === version.ladderId && row.version === version.version,
    );
    return new ClimbBatch(version, new Map(theirs.map(({ id, since }) => [id, since])));
  });
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
  const changes = await writeChanges(tx, batches);
  if (gone.length > 0) for (const version of versions) await removeStandings(tx, version, gone);
  await tx.commitWith(changes);
}
