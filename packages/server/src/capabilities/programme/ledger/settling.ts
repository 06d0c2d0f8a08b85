import type { Instant } from '@nardeban/core/values';
import { MS_PER_DAY } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { appendFacts, type FactRow, sourceId } from '../../facts/index.ts';

/** The source of the facts that the club tells. */
export const CLUB_SOURCE = 'club';

/** So many lots, and so many holds, are settled in one transaction: a till waits for no more than that. */
const LOTS_AT_ONCE = 2000;
const HOLDS_AT_ONCE = 500;
/** A hold that came to nothing is forgotten after so many days. */
const FORGET_AFTER_DAYS = 30;

export interface Settled {
  /** Lots that expired, what was in them, and holds whose time was over. */
  readonly lots: number;
  readonly units: number;
  readonly holds: number;
}

interface Expired {
  readonly posted: number;
  readonly person: number;
  readonly of_wallet: string;
  readonly expired: number;
  readonly lots: number;
  readonly ended: Instant;
}

/**
 * Posts what has expired and frees what was held for too long, in every business, in bounded transactions: stopped or
 * killed, the next call goes on where it was. Vesting needs nothing: a lot can be spent from its instant on.
 */
export async function settleDue(database: Database, clock: Clock, signal?: AbortSignal): Promise<Settled> {
  const now = clock.now();
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_club_due($1, $2)',
      [timestamptz(now), timestamptz(now - FORGET_AFTER_DAYS * MS_PER_DAY)],
    );
    return rows.map(({ id }) => id);
  });
  let all: Settled = { lots: 0, units: 0, holds: 0 };
  for (const id of due) {
    if (signal?.aborted === true) break;
    all = sum(all, await settleBusiness(database, id, now, signal));
  }
  return all;
}

/** The same for one business. */
export async function settleBusiness(
  database: Database,
  businessId: number,
  now: Instant,
  signal?: AbortSignal,
): Promise<Settled> {
  let all: Settled = { lots: 0, units: 0, holds: 0 };
  const inTurns = async (turn: (tx: Tx) => Promise<Settled | null>): Promise<void> => {
    for (;;) {
      if (signal?.aborted === true) return;
      const done = await retrying(() => database.withBusiness(businessId, turn));
      if (done === null) return;
      all = sum(all, done);
    }
  };
  await inTurns((tx) => releaseSome(tx, now));
  await inTurns((tx) => expireSome(tx, businessId, now));
  await inTurns((tx) => forgetSome(tx, now));
  return all;
}

function sum(a: Settled, b: Settled): Settled {
  return { lots: a.lots + b.lots, units: a.units + b.units, holds: a.holds + b.holds };
}

async function releaseSome(tx: Tx, now: Instant): Promise<Settled | null> {
  const { rows } = await tx.query<{ holds: number }>('SELECT club_release_due($1, $2) AS holds', [
    timestamptz(now),
    HOLDS_AT_ONCE,
  ]);
  const holds = rows[0]?.holds ?? 0;
  return holds === 0 ? null : { lots: 0, units: 0, holds };
}

async function expireSome(tx: Tx, businessId: number, now: Instant): Promise<Settled | null> {
  const { rows } = await tx.query<Expired>({
    name: 'club-expire',
    text: 'SELECT posted, person, of_wallet, expired, lots, ended FROM club_expire($1, $2)',
    values: [timestamptz(now), LOTS_AT_ONCE],
  });
  if (rows.length === 0) return null;
  const people = rows.filter(({ person }) => person > 0);
  if (people.length > 0) {
    const business = { id: businessId };
    const source = await sourceId(tx, business, CLUB_SOURCE);
    await appendFacts(
      tx,
      business,
      people.map(
        (row): FactRow => ({
          personId: row.person,
          conflictId: null,
          type: 'points.expired',
          at: row.ended,
          sourceId: source,
          key: `expired:${row.posted}`,
          data: { points: row.expired, wallet: row.of_wallet },
        }),
      ),
    );
  }
  return {
    lots: rows.reduce((all, { lots }) => all + lots, 0),
    units: rows.reduce((all, { expired }) => all + expired, 0),
    holds: 0,
  };
}

async function forgetSome(tx: Tx, now: Instant): Promise<Settled | null> {
  const { rowCount } = await tx.query(
    `DELETE FROM club_holds WHERE business_id = this_business() AND hold_id IN (
       SELECT h.hold_id FROM club_holds h WHERE h.business_id = this_business() AND h.state = 'released' AND h.until <= $1
       ORDER BY h.until LIMIT $2)`,
    [timestamptz(now - FORGET_AFTER_DAYS * MS_PER_DAY), HOLDS_AT_ONCE],
  );
  return rowCount === 0 ? null : { lots: 0, units: 0, holds: 0 };
}
