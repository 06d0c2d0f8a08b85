import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { readPeopleAfter } from '../../ladder/index.ts';
import { adoptClubFriends } from './club-friends.ts';
import { countFriends } from './counting.ts';
import { historiesOf, readingOf } from './reading.ts';
import { keepReadiness, type Looked, looker } from './readiness.ts';
import { settingsOf } from './settings.ts';

const AT_A_TIME = 500;
const ROUND_AT_A_TIME = 5_000;

/**
 * Looks at whoever has news, at whom time alone may have changed, and at everybody after the rule was changed; in every business,
 * so many in a transaction. Stopped or killed, the next call goes on where it was; called twice, it says the same.
 */
export async function lookForRecommendations(
  database: Database,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_recommendation_news($1)',
      [timestamptz(clock.now())],
    );
    return rows.map(({ id }) => id);
  });
  let looked = 0;
  for (const id of due) {
    const business = await businessById(database, id);
    if (business !== null) looked += await lookInBusiness(database, clock, business, signal);
  }
  return looked;
}

/** The same for one business; answers how many people were looked at. */
export async function lookInBusiness(
  database: Database,
  clock: Clock,
  business: Business,
  signal?: AbortSignal,
): Promise<number> {
  let all = 0;
  for (const part of [roundPart, newsPart, duePart]) {
    for (let looked = AT_A_TIME; looked > 0 && !isOver(signal); all += looked)
      looked = await retrying(() =>
        database.withBusiness(business.id, (tx) => part(tx, business, clock.now())),
      );
  }
  return all;
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** The next of everybody. A rule that is saved meanwhile waits for this part, and begins anew after it. */
async function roundPart(tx: Tx, business: Business, now: Instant): Promise<number> {
  const { rows } = await tx.query<{ reached: number }>(
    'SELECT reached FROM recommendation_rounds WHERE business_id = this_business() FOR UPDATE SKIP LOCKED',
  );
  const [round] = rows;
  if (round === undefined) return 0;
  const { on, rule } = await settingsOf(tx);
  const look = looker(business, rule);
  const looked: Looked[] = [];
  const last = on
    ? await readPeopleAfter(tx, round.reached, ROUND_AT_A_TIME, readingOf(rule), ({ personId, history }) => {
        looked.push([personId, look(history, now)]);
      })
    : null;
  if (last === null) {
    await tx.query('DELETE FROM recommendation_rounds WHERE business_id = this_business()');
    return 0;
  }
  await keepReadiness(tx, looked);
  await tx.query('UPDATE recommendation_rounds SET reached = $1 WHERE business_id = this_business()', [last]);
  return ROUND_AT_A_TIME;
}

async function newsPart(tx: Tx, business: Business, now: Instant): Promise<number> {
  const { rows } = await tx.query<{ person: number }>(
    `DELETE FROM recommendation_news WHERE business_id = this_business() AND person_id = ANY(ARRAY(
       SELECT person_id FROM recommendation_news WHERE business_id = this_business() ORDER BY person_id
       LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED))
     RETURNING person_id AS person`,
  );
  const people = rows.map(({ person }) => person);
  if (people.length === 0) return 0;
  await adoptClubFriends(tx, people);
  await countFriends(tx, people, now);
  await lookAt(tx, business, people, now);
  return people.length;
}

async function duePart(tx: Tx, business: Business, now: Instant): Promise<number> {
  const { rows } = await tx.query<{ person: number }>(
    `SELECT person_id AS person FROM recommendation_ready WHERE business_id = this_business() AND look_at <= $1
     ORDER BY look_at LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED`,
    [timestamptz(now)],
  );
  const people = rows.map(({ person }) => person);
  await lookAt(tx, business, people, now);
  return people.length;
}

async function lookAt(tx: Tx, business: Business, people: readonly number[], now: Instant): Promise<void> {
  if (people.length === 0) return;
  const { on, rule } = await settingsOf(tx);
  const histories = on ? await historiesOf(tx, people, readingOf(rule)) : new Map();
  const look = looker(business, rule);
  await keepReadiness(
    tx,
    people.map((person) => {
      const history = histories.get(person);
      return [person, history === undefined ? null : look(history, now)];
    }),
  );
}
