import {
  assignmentThatCounts,
  type Assigned,
  type ExpectedBy,
  expectedRevenue,
  type ExperimentReading,
  ordersKept,
  type PeopleCounted,
  readExperiment,
} from '@nardeban/core/insight';
import { accept, type Instant, MS_PER_DAY, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { climbedTo, readingFor, readPeople } from '../../ladder/index.ts';
import { marginBasis } from '../money/settings-store.ts';
import { type Experiment, experimentById, keepReading, placeToReach } from './experiment-store.ts';
import { modelBefore } from './model-before.ts';

const PEOPLE_PER_READ = 2000;
/** So many are read while somebody waits for it; more at night only. */
export const MOST_READ_AT_ONCE = 20_000;

/**
 * Reads an experiment from the facts and the moves as they are, and keeps what it shows. Everybody counts whose window is
 * over, in the arm they were put in, whatever reached them; what they left in as long a time before they were assigned,
 * or what a model of before the start expected of them, takes the noise off. A few numbers a person are in memory, never their histories. Refusals: `experiment_unknown`,
 * `experiment_not_running` for a draft, `experiment_too_large_to_read` beyond `most`.
 */
export async function readNow(
  database: Database,
  business: Business,
  id: number,
  { now, most, signal }: { readonly now: Instant; readonly most: number; readonly signal?: AbortSignal },
): Promise<Result<ExperimentReading>> {
  const found = await database.withBusiness(business.id, (tx) => experimentById(tx, id));
  if (!found.ok) return found;
  const experiment = found.value;
  if (experiment.state === 'draft') return refuse('experiment_not_running');
  const people = experiment.assigned.held + experiment.assigned.treated;
  if (people > most) return refuse('experiment_too_large_to_read', undefined, { people, most });

  const { rate, expectedBy } = await database.withBusiness(business.id, async (tx) => ({
    ...(await marginBasis(tx)),
    expectedBy: await modelBefore(tx, business, experiment),
  }));
  const gathered = new Gathered(people, experiment, expectedBy !== null);
  for (let after: number | null = 0; after !== null; ) {
    if (signal?.aborted === true) break;
    const from: number = after;
    after = await database.withBusiness(
      business.id,
      (tx) => readSome(tx, business, experiment, gathered, { after: from, now, rate, expectedBy }),
      { readOnly: true },
    );
  }
  const reading = readExperiment({
    definition: experiment.definition,
    at: now,
    assigned: gathered.assigned,
    crossed: gathered.crossed,
    people: gathered.people(),
    marginRate: rate,
  });
  if (signal?.aborted !== true) {
    const day = zoneOf(business.zone).dayOf(now);
    await database.withBusiness(business.id, (tx) => keepReading(tx, id, day, reading));
  }
  return accept(reading);
}

/** Every experiment that can still change is read; a window may be over a long time after it was stopped. */
export async function readAllExperiments(
  database: Database,
  business: Business,
  now: Instant,
  signal?: AbortSignal,
): Promise<number> {
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query<{ id: number }>(
      `SELECT experiment_id AS id FROM experiments
       WHERE business_id = this_business() AND (state = 'running' OR (state = 'stopped'
         AND stopped_at > $1::timestamptz - ((definition ->> 'windowDays')::int + 31) * interval '1 day'))
       ORDER BY experiment_id`,
      [timestamptz(now)],
    ),
  );
  let read = 0;
  for (const { id } of rows) {
    if (signal?.aborted === true) break;
    const told = await readNow(database, business, id, {
      now,
      most: Number.POSITIVE_INFINITY,
      ...(signal === undefined ? {} : { signal }),
    });
    if (told.ok) read++;
  }
  return read;
}

/** What one person did; amounts in minor units. */
interface Told {
  readonly ordered: boolean;
  readonly margin: number;
  readonly before: number;
  readonly expected: number;
}

/** A few numbers of each, in places that are filled one after the other. */
class Gathered {
  readonly #isTreated: Uint8Array;
  readonly #ordered: Uint8Array;
  readonly #margin: Float64Array;
  readonly #before: Float64Array;
  readonly #expected: Float64Array | null;
  readonly #climbed: Uint8Array | null;
  #size = 0;
  readonly assigned = { held: 0, treated: 0 };
  crossed = 0;

  constructor(most: number, { definition }: Experiment, isExpected: boolean) {
    this.#isTreated = new Uint8Array(most);
    this.#ordered = new Uint8Array(most);
    this.#margin = new Float64Array(most);
    this.#before = new Float64Array(most);
    this.#expected = isExpected ? new Float64Array(most) : null;
    this.#climbed = definition.outcome === 'climbs' ? new Uint8Array(most) : null;
  }

  add(treated: boolean, told: Told & { readonly climbed: boolean }): void {
    // Somebody may have been assigned since it was counted how many there are; they are read the next time.
    if (this.#size >= this.#margin.length) return;
    const place = this.#size++;
    this.#isTreated[place] = treated ? 1 : 0;
    this.#ordered[place] = told.ordered ? 1 : 0;
    this.#margin[place] = told.margin;
    this.#before[place] = told.before;
    if (this.#expected !== null) this.#expected[place] = told.expected;
    if (this.#climbed !== null) this.#climbed[place] = told.climbed ? 1 : 0;
  }

  people(): PeopleCounted {
    const size = this.#size;
    return {
      isTreated: this.#isTreated.subarray(0, size),
      ordered: this.#ordered.subarray(0, size),
      margin: this.#margin.subarray(0, size),
      before: this.#before.subarray(0, size),
      expected: this.#expected?.subarray(0, size) ?? null,
      climbed: this.#climbed?.subarray(0, size) ?? null,
    };
  }
}

interface Row {
  readonly personId: number;
  readonly root: number;
  readonly treated: boolean;
  readonly at: Instant;
  /** Another number of the same person was assigned too; the assignments of all of them. */
  readonly others:
    | readonly { readonly person: number; readonly treated: boolean; readonly at: string }[]
    | null;
}

/** The next people in order of number; answers the last one looked at, null at the end. */
async function readSome(
  tx: Tx,
  business: Business,
  { id, definition }: Experiment,
  gathered: Gathered,
  {
    after,
    now,
    rate,
    expectedBy,
  }: {
    readonly after: number;
    readonly now: Instant;
    readonly rate: number;
    readonly expectedBy: ExpectedBy | null;
  },
): Promise<number | null> {
  const { rows } = await tx.query<Row>(
    `SELECT a.person_id AS "personId", coalesce(p.merged_into, a.person_id) AS root, a.treated, a.at,
       (SELECT json_agg(json_build_object('person', o.person_id, 'treated', o.treated, 'at', o.at))
        FROM people m JOIN experiment_assignments o ON o.business_id = m.business_id AND o.experiment_id = $1 AND o.person_id = m.person_id
        WHERE m.business_id = this_business() AND m.person_id <> a.person_id
          AND (m.merged_into = ${canonicalNumber('p', 'a.person_id')} OR m.person_id = p.merged_into)) AS others
     FROM experiment_assignments a LEFT JOIN people p ON p.business_id = a.business_id AND p.person_id = a.person_id
     WHERE a.business_id = this_business() AND a.experiment_id = $1 AND a.person_id > $2
     ORDER BY a.person_id LIMIT ${PEOPLE_PER_READ}`,
    [id, after],
  );
  const last = rows.at(-1);
  if (last === undefined) return null;
  const counting = rows.filter((row) => countsHere(row, gathered));
  const window = definition.windowDays * MS_PER_DAY;
  const over = counting.filter(({ at }) => at + window <= now);
  const climbed = await climbedAmong(tx, business, definition, over, window);
  const byRoot = new Map(over.map((row) => [row.root, row]));
  const reading = readingFor([], { also: ['order.paid', 'order.returned'] });
  const told = new Map<number, Told>();
  await readPeople(tx, [...byRoot.keys()], reading, ({ personId, history }) => {
    const row = byRoot.get(personId);
    if (row === undefined) return;
    const since = ordersKept(history.facts, row.at, row.at + window);
    const before = ordersKept(history.facts, row.at - window, row.at);
    told.set(personId, {
      ordered: since.orders > 0,
      margin: since.revenue * rate,
      before: before.revenue * rate,
      expected:
        expectedBy === null
          ? 0
          : rate * expectedRevenue(history.facts, row.at, definition.windowDays, expectedBy),
    });
  });
  // Whoever is gone from the business, or has no facts, was assigned all the same.
  for (const row of over) {
    const one = told.get(row.root) ?? { ordered: false, margin: 0, before: 0, expected: 0 };
    gathered.add(row.treated, { ...one, climbed: climbed.has(row.root) });
  }
  return last.personId;
}

/** Of several numbers of one person only the assignment that counts does; each is counted as assigned once. */
function countsHere(row: Row, gathered: Gathered): boolean {
  const own: Assigned = { person: row.personId, arm: row.treated ? 'treated' : 'held', at: row.at };
  const all = (row.others ?? []).map(
    ({ person, treated, at }): Assigned => ({
      person,
      arm: treated ? 'treated' : 'held',
      at: Date.parse(at),
    }),
  );
  const found = assignmentThatCounts([own, ...all]);
  if (found?.assigned.person !== row.personId) return false;
  gathered.assigned[own.arm]++;
  if (found.crossed) gathered.crossed++;
  return true;
}

async function climbedAmong(
  tx: Tx,
  business: Business,
  definition: Experiment['definition'],
  rows: readonly Row[],
  window: number,
): Promise<ReadonlySet<number>> {
  if (definition.outcome !== 'climbs') return new Set();
  const aim = await placeToReach(tx, business, definition);
  if (aim === null) return new Set();
  const people = rows.map(({ root, at }) => ({ personId: root, from: at, until: at + window }));
  return climbedTo(tx, aim.version, aim.place, people);
}
