import { climb, type Move } from '@nardeban/core/ladder';
import type { Fact } from '@nardeban/core/facts';
import { type Instant, type Zone, zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { int2Array, int4Array, int8Array } from '../../platform/database/index.ts';
import { type Database, timestamptz, type Tx } from '../../platform/database/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import type { Period } from './overview.ts';
import { readPeopleAfter } from './histories.ts';
import { readingFor } from './reading.ts';
import { PEOPLE_PER_BATCH } from './streaming.ts';
import { publishedVersion, type Version } from './versions.ts';

/** What people brought on each rung, in the minor unit of the business's currency, and how many orders they paid. */
export interface RungMoney {
  readonly revenue: number;
  readonly orders: number;
}

/** Money by rung, of a period and of the one before; as of when it was counted. */
export interface LadderMoney {
  /** Null: never yet. */
  readonly countedAt: Instant | null;
  /** A count is asked for and not done. */
  readonly counting: boolean;
  readonly within: readonly RungMoney[] | null;
  readonly before: readonly RungMoney[] | null;
}

/** A count is good for this many times as long as it took, and at least some minutes: it may take a hundredth of the machine. */
const GOOD_FOR_TIMES = 100;
const GOOD_FOR_AT_LEAST_MS = 5 * 60_000;
/** A count that was asked for this long ago and is not done is asked for again. */
const GIVEN_UP_MS = 30 * 60_000;

interface MoneyState {
  readonly asked: Instant | null;
  readonly counted: Instant | null;
  readonly took: number | null;
  readonly zone: string | null;
}

async function stateOf(tx: Tx, version: Version): Promise<MoneyState> {
  const { rows } = await tx.query<MoneyState>({
    name: 'money_state',
    text: `SELECT money_asked_at AS asked, money_counted_at AS counted, money_took_ms AS took, money_zone AS zone FROM ladder_versions
           WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    values: [version.ladderId, version.version],
  });
  const state = rows[0] ?? { asked: null, counted: null, took: null, zone: null };
  // Counted by the days of another zone is not counted.
  return state.zone === version.compiled.calendar.zone ? state : { ...state, counted: null };
}

function isUnderWay(state: MoneyState, now: Instant): boolean {
  if (state.asked === null || state.asked <= now - GIVEN_UP_MS) return false;
  return state.counted === null || state.counted < state.asked;
}

/**
 * Notes that a count is wanted where the last one is old and none is under way; answers whether the caller has to add the job
 * that counts.
 */
export async function askForMoney(tx: Tx, version: Version, now: Instant): Promise<boolean> {
  const state = await stateOf(tx, version);
  if (isUnderWay(state, now)) return false;
  const good = Math.max(GOOD_FOR_AT_LEAST_MS, GOOD_FOR_TIMES * (state.took ?? 0));
  if (state.counted !== null && state.counted > now - good) return false;
  const { rowCount } = await tx.query(
    `UPDATE ladder_versions SET money_asked_at = $3 WHERE business_id = this_business() AND ladder_id = $1 AND version = $2
       AND money_asked_at IS NOT DISTINCT FROM $4`,
    [
      version.ladderId,
      version.version,
      timestamptz(now),
      state.asked === null ? null : timestamptz(state.asked),
    ],
  );
  return rowCount > 0;
}

/** The job that counts; a second one asked for while the first waits is the same job. */
export async function addMoneyJob(tx: Tx, version: Version): Promise<void> {
  await addJob(tx, 'count-money', { ladder: version.key }, `money ${version.key}`);
}

/** Money by rung as it was last counted. Days are local ones. */
export async function moneyOf(
  tx: Tx,
  version: Version,
  period: Period,
  before: Period,
  places: number,
  now: Instant,
): Promise<LadderMoney> {
  const state = await stateOf(tx, version);
  const counting = isUnderWay(state, now);
  if (state.counted === null) return { countedAt: null, counting, within: null, before: null };
  const zone = zoneOf(version.compiled.calendar.zone);
  const { rows } = await tx.query<{ rung: number; orders: number; net: number; was: boolean }>({
    name: 'money_of',
    text: `SELECT rung, sum(orders)::int8 AS orders, sum(net)::int8 AS net, day < $3 AS was FROM ladder_money
           WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND day BETWEEN $4 AND $5 GROUP BY rung, day < $3`,
    values: [
      version.ladderId,
      version.version,
      zone.dayOf(period.from),
      zone.dayOf(before.from),
      zone.dayOf(period.to),
    ],
  });
  const told = (was: boolean): RungMoney[] =>
    Array.from({ length: places }, (_, place) => {
      const row = rows.find((one) => one.rung === place && one.was === was);
      return { revenue: row?.net ?? 0, orders: row?.orders ?? 0 };
    });
  return { countedAt: state.counted, counting, within: told(false), before: told(true) };
}

/** Sums by local day and place. */
class MoneySums {
  private readonly sums = new Map<number, Map<number, { orders: number; net: number }>>();
  private readonly zone: Zone;

  constructor(zone: Zone) {
    this.zone = zone;
  }

  /** Each order and return goes to the place the person stood on right after it. Facts and moves come in order of time. */
  add(facts: readonly Fact[], moves: readonly Move[], start: number): void {
    let [next, place] = [0, start];
    for (const fact of facts) {
      const sign = fact.type === 'order.paid' ? 1 : fact.type === 'order.returned' ? -1 : 0;
      const amount = fact.data['amount'];
      if (sign === 0 || typeof amount !== 'number') continue;
      for (let move = moves[next]; move !== undefined && move.at <= fact.at; move = moves[++next])
        place = move.to;
      const day = this.zone.dayOf(fact.at);
      const places = this.sums.get(day) ?? new Map<number, { orders: number; net: number }>();
      this.sums.set(day, places);
      const sum = places.get(place) ?? { orders: 0, net: 0 };
      places.set(place, sum);
      sum.net += sign * amount;
      if (sign === 1) sum.orders += 1;
    }
  }

  rows(): { readonly day: number; readonly rung: number; readonly orders: number; readonly net: number }[] {
    return [...this.sums].flatMap(([day, places]) =>
      [...places].map(([rung, { orders, net }]) => ({ day, rung, orders, net })),
    );
  }
}

/**
 * Counts the money of a ladder's published version by a walk through everybody, and puts it in the place of the last count.
 * Harmless to repeat; stopped, it leaves the last count. Answers whether it came to the end.
 */
export async function countMoney(
  database: Database,
  clock: Clock,
  businessId: number,
  key: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<boolean> {
  const business = await businessById(database, businessId);
  const version =
    business && (await database.withBusiness(businessId, (tx) => publishedVersion(tx, business, key)));
  if (!version) return false;
  const asOf = clock.now();
  const began = performance.now();
  const sums = new MoneySums(zoneOf(version.compiled.calendar.zone));
  const { start } = version.compiled.positions;
  const reading = readingFor([version.definition], { also: ['order.paid', 'order.returned'] });
  for (let after: number | null = 0; after !== null; ) {
    if (options.signal?.aborted) return false;
    const from: number = after;
    after = await database.withBusiness(
      businessId,
      (tx) =>
        readPeopleAfter(tx, from, PEOPLE_PER_BATCH, reading, ({ history }) => {
          // Facts that were told for a later day than today are in no day yet.
          const facts = history.facts.filter((fact) => fact.at <= asOf);
          sums.add(facts, climb(version.compiled, history, asOf).moves, start);
        }),
      { readOnly: true },
    );
  }
  const took = Math.ceil(performance.now() - began);
  await database.withBusiness(businessId, (tx) => replaceMoney(tx, version, sums, asOf, took));
  return true;
}

async function replaceMoney(
  tx: Tx,
  version: Version,
  sums: MoneySums,
  asOf: Instant,
  took: number,
): Promise<void> {
  // Of two counts the later to write waits here, and writes over the other.
  await tx.query(
    `UPDATE ladder_versions SET money_counted_at = $3, money_took_ms = $4, money_zone = $5
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    [version.ladderId, version.version, timestamptz(asOf), took, version.compiled.calendar.zone],
  );
  await tx.query(
    'DELETE FROM ladder_money WHERE business_id = this_business() AND ladder_id = $1 AND version = $2',
    [version.ladderId, version.version],
  );
  const rows = sums.rows();
  await tx.query(
    `INSERT INTO ladder_money (business_id, ladder_id, version, day, rung, orders, net)
     SELECT this_business(), $1, $2, d, r, o, n FROM unnest($3::int[], $4::int2[], $5::int[], $6::bigint[]) AS t (d, r, o, n)`,
    [
      version.ladderId,
      version.version,
      int4Array(rows.map((row) => row.day)),
      int2Array(rows.map((row) => row.rung)),
      int4Array(rows.map((row) => row.orders)),
      int8Array(rows.map((row) => row.net)),
    ],
  );
}
