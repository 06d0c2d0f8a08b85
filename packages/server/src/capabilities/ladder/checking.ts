import type { Climb } from '@nardeban/core/ladder';
import type { Clock } from '../../platform/clock/index.ts';
import { timestamptz, type Database, type Tx } from '../../platform/database/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { isCounted, SPANS, TOLD, toldValues } from './counting.ts';
import { climbEverybody } from './streaming.ts';
import { activeVersions, type Version } from './versions.ts';
import { ClimbBatch, moveText, storedMoves } from './writing.ts';

/** What the facts say and what is stored, where they differ. */
export interface Difference {
  readonly ladder: string;
  readonly version: number;
  /** Null where it is about a number of the ladder and not about one person. */
  readonly personId: number | null;
  readonly what:
    | 'standing_missing'
    | 'standing_differs'
    | 'move_missing'
    | 'move_unfounded'
    | 'standing_of_nobody'
    | 'count_differs'
    | 'wait_differs';
  readonly facts: string | null;
  readonly stored: string | null;
}

export interface CheckAnswer {
  readonly people: number;
  readonly differences: number;
  /** The first of them. */
  readonly examples: readonly Difference[];
  /** People who wait to be climbed: their differences are not yet any. */
  readonly waiting: number;
  readonly ended: 'done' | 'stopped';
}

const MOST_EXAMPLES = 100;

interface StandingRow {
  readonly person_id: number;
  readonly rung: number;
  readonly highest: number;
  readonly since: number;
  readonly until: number | null;
  readonly pinned: boolean;
  readonly known_since: number;
}

/**
 * Climbs everybody afresh from the facts, for every published version, and compares with what is stored; also finds
 * standings of people who are not there, and counts the ladder's numbers anew from the moves. Writes nothing. People in the queue and those whose answer has just expired are
 * passed over: they are known to be due.
 */
export async function checkBusiness(
  database: Database,
  clock: Clock,
  businessId: number,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (people: number) => void } = {},
): Promise<CheckAnswer> {
  const asOf = clock.now();
  const business = await businessById(database, businessId);
  const { versions, waiting } = await database.withBusiness(businessId, async (tx) => {
    const active = business ? await activeVersions(tx, business) : [];
    const { rows } = await tx.query<{ waiting: number }>(
      'SELECT count(*) AS waiting FROM climb_queue WHERE business_id = this_business()',
    );
    return {
      versions: active.filter((version) => version.state === 'published'),
      waiting: rows[0]?.waiting ?? 0,
    };
  });
  let people = 0;
  let differences = 0;
  const examples: Difference[] = [];
  const report = (difference: Difference): void => {
    differences++;
    if (examples.length < MOST_EXAMPLES) examples.push(difference);
  };
  const ended = await climbEverybody(
    database,
    businessId,
    () => versions.map((version) => new ClimbBatch(version)),
    { asOf, signal: options.signal },
    async ({ batches }) => {
      await database.withBusiness(businessId, async (tx) => {
        for (const batch of batches) {
          const unsettled = await waitingAmong(tx, batch.version, batch.people, asOf);
          const standings = await storedStandings(tx, batch.version, batch.people);
          const moves = await storedMoves(tx, batch.version, batch.people);
          for (const [index, personId] of batch.people.entries()) {
            const climb = batch.climbs[index];
            if (!climb || unsettled.has(personId)) continue;
            compareStanding(batch.version, personId, climb, standings.get(personId), report);
            compareMoves(batch.version, personId, climb, moves.get(personId) ?? [], report);
          }
        }
      });
      people += batches[0]?.people.length ?? 0;
      options.onProgress?.(people);
    },
  );
  await database.withBusiness(businessId, async (tx) => {
    await findStray(tx, versions, report);
    for (const version of versions) await compareCounters(tx, version, asOf, report);
  });
  return { people, differences, examples, waiting, ended };
}

function standingText(standing: Omit<StandingRow, 'person_id'>): string {
  return `rung ${standing.rung}, highest ${standing.highest}, since ${standing.since}, until ${standing.until}, pinned ${standing.pinned}, known since ${standing.known_since}`;
}

function compareStanding(
  version: Version,
  personId: number,
  climb: Climb,
  stored: StandingRow | undefined,
  report: (difference: Difference) => void,
): void {
  const facts = standingText({
    rung: climb.place ?? 0,
    highest: climb.highest,
    since: climb.since,
    until: climb.until,
    pinned: climb.pin !== null,
    known_since: climb.knownSince,
  });
  if (stored !== undefined && standingText(stored) === facts) return;
  const what = stored === undefined ? 'standing_missing' : 'standing_differs';
  report({
    ladder: version.key,
    version: version.version,
    personId,
    what,
    facts,
    stored: stored === undefined ? null : standingText(stored),
  });
}

function compareMoves(
  version: Version,
  personId: number,
  climb: Climb,
  stored: readonly Parameters<typeof moveText>[0][],
  report: (difference: Difference) => void,
): void {
  const said = new Set(climb.moves.map(moveText));
  const kept = new Set(stored.map(moveText));
  const about = { ladder: version.key, version: version.version, personId };
  for (const move of said)
    if (!kept.has(move)) report({ ...about, what: 'move_missing', facts: move, stored: null });
  for (const move of kept)
    if (!said.has(move)) report({ ...about, what: 'move_unfounded', facts: null, stored: move });
}

async function storedStandings(
  tx: Tx,
  version: Version,
  personIds: readonly number[],
): Promise<Map<number, StandingRow>> {
  const { rows } = await tx.query<StandingRow>(
    `SELECT person_id, rung, highest, since, until, pinned, known_since FROM standings
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id = ANY($3::bigint[])`,
    [version.ladderId, version.version, personIds],
  );
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** Those who are queued, or whose answer expired before the moment of the check and waits for the clock job. */
async function waitingAmong(
  tx: Tx,
  version: Version,
  personIds: readonly number[],
  asOf: number,
): Promise<Set<number>> {
  const { rows } = await tx.query<{ person_id: number }>(
    `SELECT person_id FROM climb_queue WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
     UNION SELECT person_id FROM standings WHERE business_id = this_business() AND ladder_id = $2 AND version = $3
       AND person_id = ANY($1::bigint[]) AND until <= $4`,
    [personIds, version.ladderId, version.version, timestamptz(asOf)],
  );
  return new Set(rows.map((row) => row.person_id));
}

async function findStray(
  tx: Tx,
  versions: readonly Version[],
  report: (difference: Difference) => void,
): Promise<void> {
  for (const version of versions) {
    const { rows } = await tx.query<{ person_id: number }>(
      `SELECT s.person_id FROM standings s LEFT JOIN people p ON p.business_id = s.business_id AND p.person_id = s.person_id
       WHERE s.business_id = this_business() AND s.ladder_id = $1 AND s.version = $2 AND (p.person_id IS NULL OR p.merged_into IS NOT NULL)
         AND NOT EXISTS (SELECT FROM climb_queue q WHERE q.business_id = s.business_id AND q.person_id = s.person_id)
       ORDER BY s.person_id LIMIT $3`,
      [version.ladderId, version.version, MOST_EXAMPLES],
    );
    for (const row of rows) {
      report({
        ladder: version.key,
        version: version.version,
        personId: row.person_id,
        what: 'standing_of_nobody',
        facts: null,
        stored: 'a standing',
      });
    }
  }
}

interface CountRow {
  readonly cell: string;
  readonly told: number;
  readonly kept: number;
}

/**
 * Are the numbers that are kept up those that the moves tell? One statement, which sees both at the same moment, whoever
 * writes meanwhile. A version that is not counted yet has none to compare.
 */
async function compareCounters(
  tx: Tx,
  version: Version,
  now: number,
  report: (difference: Difference) => void,
): Promise<void> {
  if (!(await isCounted(tx, version))) return;
  const values = await toldValues(tx, version, now);
  const kept = (table: string): string =>
    `FROM ${table} WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`;
  const { rows } = await tx.query<CountRow & { what: 'count_differs' | 'wait_differs' }>(
    `WITH ${TOLD}
     SELECT 'count_differs' AS what, format('%s days from day %s, %s to %s', span, starts, from_rung, to_rung) AS cell, sum(told)::int8 AS told, sum(kept)::int8 AS kept
     FROM (SELECT span, (floor(day::float8 / span) * span)::int AS starts, from_rung, to_rung, people AS told, 0 AS kept
           FROM told, unnest($8::int[]) AS span
           UNION ALL SELECT span, starts, from_rung, to_rung, 0, people ${kept('ladder_days')}) AS days
     GROUP BY span, starts, from_rung, to_rung HAVING sum(told) <> sum(kept)
     UNION ALL
     SELECT 'wait_differs', format('%s days from day %s, %s to %s, class %s', span, starts, from_rung, to_rung, stood), sum(told)::int8, sum(kept)::int8
     FROM (SELECT span, (floor(day::float8 / span) * span)::int AS starts, from_rung, to_rung, stood, people AS told, 0 AS kept
           FROM told, unnest($8::int[]) AS span WHERE stood IS NOT NULL
           UNION ALL SELECT span, starts, from_rung, to_rung, stood, 0, people ${kept('ladder_waits_told')}) AS waits
     GROUP BY span, starts, from_rung, to_rung, stood HAVING sum(told) <> sum(kept)
     ORDER BY 1, 2`,
    [...values, `{${SPANS.join(',')}}`],
  );
  for (const { what, cell, told, kept: stored } of rows) {
    report({
      ladder: version.key,
      version: version.version,
      personId: null,
      what,
      facts: `${cell}: ${told}`,
      stored: `${cell}: ${stored}`,
    });
  }
}
