import { type Definition, validateDefinition } from '@nardeban/core/ladder';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import {
  type Database,
  OVERTAKEN,
  retrying,
  timestamptz,
  type Tx,
  whileAlone,
} from '../../platform/database/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { vocabularyOf } from '../facts/index.ts';
import { recountLadder } from './counting.ts';
import { FirstCounts } from './first-counts.ts';
import { FirstRows } from './first-rows.ts';
import { climbEverybody } from './streaming.ts';
import { countUncounted, sweepRetired } from './sweeping.ts';
import { type Version, versionByNumber } from './versions.ts';
import { lockClimbing, removeStandings } from './writing.ts';

export interface DraftSaved {
  readonly key: string;
  readonly version: number;
}

/**
 * Keeps a checked definition as the draft of its ladder, which is made when there is none with its key. A ladder has one
 * draft at a time; saving again replaces it. A segment is defined as a typology and kept apart from them by its kind.
 */
export async function saveDraft(
  tx: Tx,
  definition: Definition,
  madeBy: string,
  note: string | null = null,
  kind: Definition['kind'] | 'segment' = definition.kind,
): Promise<Result<DraftSaved>> {
  await lockClimbing(tx);
  const { rows: ladders } = await tx.query<{ ladder_id: number; kind: string }>(
    `INSERT INTO ladders (business_id, ladder_id, key, kind)
     SELECT this_business(), coalesce(max(ladder_id), 0) + 1, $1, $2 FROM ladders WHERE business_id = this_business()
     ON CONFLICT (business_id, key) DO UPDATE SET key = excluded.key RETURNING ladder_id, kind`,
    [definition.key, kind],
  );
  const [ladder] = ladders;
  if (!ladder || ladder.kind !== kind) return refuse('ladder_kind_fixed', 'kind', { ladder: definition.key });
  const { rows } = await tx.query<{ version: number }>(
    `WITH replaced AS (
       UPDATE ladder_versions SET definition = $2, made_by = $3, note = $4, made_at = now(), revision = revision + 1
       WHERE business_id = this_business() AND ladder_id = $1 AND state = 'draft' RETURNING version),
     added AS (
       INSERT INTO ladder_versions (business_id, ladder_id, version, state, definition, made_by, note, revision, base_version)
       SELECT this_business(), $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4, coalesce(max(revision), 0) + 1,
         (SELECT l.version FROM ladders l WHERE l.business_id = this_business() AND l.ladder_id = $1) FROM ladder_versions
       WHERE business_id = this_business() AND ladder_id = $1 HAVING NOT EXISTS (SELECT FROM replaced) RETURNING version)
     SELECT version FROM replaced UNION ALL SELECT version FROM added`,
    [ladder.ladder_id, JSON.stringify(definition), madeBy, note],
  );
  return accept({ key: definition.key, version: rows[0]?.version ?? 1 });
}

/**
 * Takes a ladder out of force, all its versions at once: nobody reads it, nobody's standing is kept, and what was kept is
 * swept with the next publishing. Its moves stay as they were told. With `only`, versions in that state alone.
 */
export async function retire(tx: Tx, key: string, only?: 'publishing'): Promise<void> {
  await lockClimbing(tx);
  await tx.query(
    `UPDATE ladder_versions v SET state = 'retired' FROM ladders l
     WHERE l.business_id = v.business_id AND l.ladder_id = v.ladder_id AND v.business_id = this_business()
       AND l.key = $1 AND ($2::text IS NULL OR v.state = $2)`,
    [key, only ?? null],
  );
  if (only === undefined)
    await tx.query('UPDATE ladders SET version = NULL WHERE business_id = this_business() AND key = $1', [
      key,
    ]);
}

/**
 * Begins to publish the draft: from now on the live path keeps its standings too, and `publishEverybody` brings in
 * everybody else. The published version stays the one that is read until that is done. A draft may be kept while it is
 * incomplete; one that is not whole is refused here.
 */
export async function beginPublishing(tx: Tx, key: string, by: string): Promise<Result<DraftSaved>> {
  await lockClimbing(tx);
  const { rows: drafts } = await tx.query<{ definition: unknown }>(
    `SELECT v.definition FROM ladder_versions v JOIN ladders l USING (business_id, ladder_id)
     WHERE v.business_id = this_business() AND l.key = $1 AND v.state = 'draft'`,
    [key],
  );
  const checked = validateDefinition(drafts[0]?.definition, await vocabularyOf(tx));
  if (drafts.length > 0 && !checked.ok) return checked;
  const { rows } = await tx.query<{ version: number }>(
    `UPDATE ladder_versions v SET state = 'publishing', published_by = $2, done_through = 0, people_done = 0
     FROM ladders l WHERE l.business_id = v.business_id AND l.ladder_id = v.ladder_id AND v.business_id = this_business()
       AND l.key = $1 AND v.state = 'draft'
       AND NOT EXISTS (SELECT FROM ladder_versions o WHERE o.business_id = v.business_id AND o.ladder_id = v.ladder_id AND o.state = 'publishing')
     RETURNING v.version`,
    [key, by],
  );
  const [row] = rows;
  return row
    ? accept({ key, version: row.version })
    : refuse('no_draft_to_publish', 'ladder', { ladder: key });
}

export interface PublishProgress {
  readonly key: string;
  readonly version: number;
  readonly people: number;
}

interface Unfinished {
  readonly key: string;
  readonly version: number;
  readonly done_through: number;
  readonly people_done: number;
}

/**
 * Moves of the last half year before a publishing are listed in order of time, and all that come after it. Each that is
 * listed costs as much again to write.
 */
const LISTED_MS = 190 * 86_400_000;

/** Nobody more is brought in before a promise that it answers is kept. */
type OnProgress = (progress: PublishProgress) => void | Promise<void>;

/**
 * Brings everybody into the versions that are being published, and turns each over when it is complete. Begins where the
 * last run, however it ended, had committed. Counts the versions whose counters are not counted. One works in a business
 * at a time; another waits until it is done. Answers the versions that were turned over.
 */
export async function publishEverybody(
  database: Database,
  clock: Clock,
  businessId: number,
  options: { readonly signal?: AbortSignal; readonly onProgress?: OnProgress } = {},
): Promise<DraftSaved[]> {
  const finished: DraftSaved[] = [];
  await whileAlone(
    database,
    businessId,
    'nardeban.publish',
    async () => {
      for (
        let next = await unfinished(database, businessId);
        next !== null && !options.signal?.aborted;
        next = await unfinished(database, businessId)
      ) {
        const ended = await publishOne(database, clock, businessId, next, options);
        if (ended === 'stopped') break;
        if (ended === 'done') finished.push({ key: next.key, version: next.version });
      }
      await countUncounted(database, clock, businessId, options.signal);
      while (!options.signal?.aborted && (await sweepRetired(database, businessId)));
    },
    options,
  );
  return finished;
}

async function unfinished(database: Database, businessId: number): Promise<Unfinished | null> {
  return database.withBusiness(businessId, async (tx) => {
    const { rows } = await tx.query<Unfinished>(
      `SELECT l.key, v.version, v.done_through, v.people_done FROM ladder_versions v JOIN ladders l USING (business_id, ladder_id)
       WHERE v.business_id = this_business() AND v.state = 'publishing' ORDER BY v.ladder_id LIMIT 1`,
    );
    return rows[0] ?? null;
  });
}

async function publishOne(
  database: Database,
  clock: Clock,
  businessId: number,
  work: Unfinished,
  options: { readonly signal?: AbortSignal; readonly onProgress?: OnProgress },
): Promise<'done' | 'given up' | 'stopped'> {
  const business = await businessById(database, businessId);
  if (!business) return 'stopped';
  const version = await database.withBusiness(businessId, (tx) =>
    versionByNumber(tx, business, work.key, work.version),
  );
  if (!version) return 'stopped';
  const { listedFrom, isFirst } = await beginWalk(database, businessId, version, clock);
  const counts = isFirst ? new FirstCounts(version) : null;
  let people = work.people_done;
  const givenUp = new AbortController();
  const signal = AbortSignal.any([givenUp.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  let previous: Promise<void> = Promise.resolve();
  let done = { people, last: work.done_through };
  const walk = climbEverybody(
    database,
    businessId,
    () => [new FirstRows(version, listedFrom)],
    { after: work.done_through, asOf: clock.now(), signal },
    async ({ batches, last }) => {
      const [batch] = batches;
      if (!batch) return;
      people += batch.people;
      const climbed = { people, last };
      const before = previous;
      const write = async (): Promise<void> => {
        const written = await retrying(
          (attempt) =>
            database.withBusiness(businessId, async (tx) => {
              // Overtaken by a live path that does not rest, it might be so again and again: it waits for its turn.
              if (attempt > 1) await lockClimbing(tx);
              const leftAlone = await batch.standingAlready(tx);
              // In one round trip: this program has people to climb meanwhile, and answers late.
              const answers = await tx.commitWith<object[]>([
                ...batch.statements(leftAlone),
                {
                  name: 'done_through',
                  text: `UPDATE ladder_versions SET done_through = greatest(done_through, $3), people_done = greatest(people_done, $4)
                     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND state = 'publishing'`,
                  values: [version.ladderId, version.version, done.last, done.people],
                },
              ]);
              return { leftAlone, isWanted: (answers.at(-1)?.rowCount ?? 0) > 0 };
            }),
          5,
          OVERTAKEN,
        );
        counts?.add(batch.steps, written.leftAlone);
        // Nobody wants it any more: what was written of it is swept when this ends.
        if (!written.isWanted) givenUp.abort();
        // Two are under way at once. What is remembered, with those who come after, is up to where nobody is left out.
        await before;
        done = climbed;
      };
      previous = write();
      // A failure is met at the next batch, or at the end.
      previous.catch(() => {});
      await before;
      await options.onProgress?.({ key: work.key, version: work.version, people });
    },
  );
  // Also where the walk fails: nothing is written any more when somebody else goes on with it.
  await walk.catch(() => previous.catch(() => {}));
  const ended = await walk;
  await previous;
  if (givenUp.signal.aborted) return 'given up';
  if (ended === 'stopped') return 'stopped';
  await database.withBusiness(businessId, (tx) =>
    counts === null ? recountLadder(tx, version, clock.now()) : counts.write(tx),
  );
  return database.withBusiness(businessId, (tx) => turnOver(tx, version, clock));
}

interface Walk {
  /** From when on moves are listed in order of time: decided when the walk begins, and kept when it goes on. */
  readonly listedFrom: Instant;
  /** Nobody has written of this version before: the place that is remembered is committed with its batch. */
  readonly isFirst: boolean;
}

async function beginWalk(
  database: Database,
  businessId: number,
  version: Version,
  clock: Clock,
): Promise<Walk> {
  const wanted = clock.now() - LISTED_MS;
  return database.withBusiness(businessId, async (tx) => {
    const which = [version.ladderId, version.version];
    const { rows } = await tx.query<{ listed_from: Instant | null }>(
      'SELECT listed_from FROM ladder_versions WHERE business_id = this_business() AND ladder_id = $1 AND version = $2',
      which,
    );
    const before = rows[0]?.listed_from ?? null;
    if (before !== null) return { listedFrom: before, isFirst: false };
    await tx.query(
      'UPDATE ladder_versions SET listed_from = $3 WHERE business_id = this_business() AND ladder_id = $1 AND version = $2',
      [...which, timestamptz(wanted)],
    );
    return { listedFrom: wanted, isFirst: true };
  });
}

/** From here on everybody reads the new version. The old one's moves stay; its standings are swept after. */
async function turnOver(tx: Tx, version: Version, clock: Clock): Promise<'done' | 'given up'> {
  const { ladderId, version: number } = version;
  await lockClimbing(tx);
  // It may have been given up meanwhile.
  const { rowCount } = await tx.query(
    `UPDATE ladder_versions SET state = 'published', published_at = $3
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND state = 'publishing'`,
    [ladderId, number, timestamptz(clock.now())],
  );
  if (rowCount === 0) return 'given up';
  // Somebody may have been merged into another between the reading and the writing.
  const { rows: merged } = await tx.query<{ person_id: number }>(
    `SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into IS NOT NULL AND EXISTS (
       SELECT FROM standings s WHERE s.business_id = this_business() AND s.ladder_id = $1 AND s.version = $2 AND s.person_id = p.person_id)`,
    [ladderId, number],
  );
  if (merged.length > 0) {
    await removeStandings(
      tx,
      version,
      merged.map((row) => row.person_id),
    );
  }
  await tx.query(
    `UPDATE ladder_versions SET state = 'retired'
     WHERE business_id = this_business() AND ladder_id = $1 AND version <> $2 AND state = 'published'`,
    [ladderId, number],
  );
  await tx.query(`UPDATE ladders SET version = $2 WHERE business_id = this_business() AND ladder_id = $1`, [
    ladderId,
    number,
  ]);
  return 'done';
}
