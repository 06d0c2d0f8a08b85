import type { Instant } from '@nardeban/core/values';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';

/** People whose earnings wait to be looked at, each under the number of the one they are. */

/** So many are put among the news in one transaction when everybody is. */
const AT_A_TIME = 10_000;

/** Whose turn it is, after a number: theirs alone while the transaction lasts. */
export async function newsAfter(tx: Tx, after: number, now: Instant, most: number): Promise<number[]> {
  const { rows } = await tx.query<{ person: number }>(
    `SELECT person_id AS person FROM club_news
     WHERE business_id = this_business() AND look_at <= $1 AND person_id > $2 ORDER BY person_id LIMIT $3`,
    [timestamptz(now), after, most],
  );
  return rows.map(({ person }) => person);
}

/** Takes one person up for this transaction; false: somebody else has them, or they are not due any more. */
export async function takeNews(tx: Tx, person: number, now: Instant): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM club_news WHERE business_id = this_business() AND person_id = $1 AND look_at <= $2 FOR UPDATE SKIP LOCKED`,
    [person, timestamptz(now)],
  );
  return rows.length > 0;
}

/** Has somebody looked at again at an instant, or not before something is told of them. The caller holds their row. */
export async function lookAgain(tx: Tx, person: number, at: Instant | null): Promise<void> {
  if (at === null)
    await tx.query('DELETE FROM club_news WHERE business_id = this_business() AND person_id = $1', [person]);
  else
    await tx.query(
      'UPDATE club_news SET look_at = $2 WHERE business_id = this_business() AND person_id = $1',
      [person, timestamptz(at)],
    );
}

/** Has everybody looked at once, from the first person on: a new version may have something for each. */
export async function beginRound(tx: Tx): Promise<void> {
  await tx.query(
    `INSERT INTO club_rounds (business_id, reached) VALUES (this_business(), 0)
     ON CONFLICT (business_id) DO UPDATE SET reached = 0`,
  );
}

/** Goes on with the round that was begun, in bounded transactions; killed, it goes on where it was. */
export async function goRound(database: Database, businessId: number, signal?: AbortSignal): Promise<void> {
  for (let goesOn = true; goesOn; ) {
    if (signal?.aborted === true) return;
    goesOn = await retrying(() => database.withBusiness(businessId, nextOfRound));
  }
}

async function nextOfRound(tx: Tx): Promise<boolean> {
  const { rows: rounds } = await tx.query<{ reached: number }>(
    'SELECT reached FROM club_rounds WHERE business_id = this_business() FOR UPDATE',
  );
  const [round] = rounds;
  if (round === undefined) return false;
  const { rows } = await tx.query<{ last: number | null }>(
    `WITH next AS (
       SELECT person_id FROM people WHERE business_id = this_business() AND person_id > $1 AND merged_into IS NULL
       ORDER BY person_id LIMIT ${AT_A_TIME}
     ), told AS (
       INSERT INTO club_news AS n (business_id, person_id, look_at)
       SELECT this_business(), person_id, '-infinity' FROM next ORDER BY person_id
       ON CONFLICT (business_id, person_id) DO UPDATE SET look_at = excluded.look_at WHERE n.look_at > excluded.look_at
     ) SELECT max(person_id) AS last FROM next`,
    [round.reached],
  );
  const last = rows[0]?.last ?? null;
  if (last === null) await tx.query('DELETE FROM club_rounds WHERE business_id = this_business()');
  else await tx.query('UPDATE club_rounds SET reached = $1 WHERE business_id = this_business()', [last]);
  return last !== null;
}
