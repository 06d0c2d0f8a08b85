import { nextAnniversary } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { CLUB_SOURCE } from '../ledger/settling.ts';
import { friendsChanged } from '../referral/due.ts';
import { creditDue } from './crediting.ts';
import { goRound, lookAgain, newsAfter, takeNews } from './news.ts';
import { type ClubState, clubState, type PersonState, personState } from './person-state.ts';
import { takeBackDue } from './undoing.ts';

const AT_A_TIME = 200;

export interface Earnt {
  readonly people: number;
  readonly credits: number;
  readonly takenBack: number;
}

/**
 * Gives everybody what they have earned in another way than at the till, and takes back what came back: in every business
 * with news, each person in a transaction of their own. Stopped or killed, the next call goes on where it was; called
 * twice, nothing is given twice.
 */
export async function earnDue(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_club_news($1)',
      [timestamptz(clock.now())],
    );
    return rows.map(({ id }) => id);
  });
  for (const id of due) {
    const business = await businessById(database, id);
    if (business === null) continue;
    await earnBusiness(database, clock, business, signal);
  }
}

/** The same for one business. */
export async function earnBusiness(
  database: Database,
  clock: Clock,
  business: Business,
  signal?: AbortSignal,
): Promise<Earnt> {
  await goRound(database, business.id, signal);
  const now = clock.now();
  const all = { people: 0, credits: 0, takenBack: 0 };
  let failure: unknown;
  for (let after = 0; !isOver(signal); ) {
    const from = after;
    const { people, club } = await database.withBusiness(business.id, async (tx) => ({
      people: await newsAfter(tx, from, now, AT_A_TIME),
      club: await clubState(tx, business),
    }));
    for (const person of people) {
      if (isOver(signal)) break;
      try {
        const done = await retrying(() =>
          database.withBusiness(business.id, (tx) => earnPerson(tx, business, club, person, now)),
        );
        if (done === null) continue;
        all.people += 1;
        all.credits += done.credits;
        all.takenBack += done.takenBack;
      } catch (error) {
        // One who cannot be settled must not keep the others from being; the job fails in the end and is tried again.
        failure ??= error;
      }
    }
    after = people.at(-1) ?? after;
    if (people.length < AT_A_TIME) break;
  }
  if (failure !== undefined) throw failure;
  return all;
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Null: somebody else has them, or there is nobody (any more) of this number. */
async function earnPerson(
  tx: Tx,
  business: Business,
  club: ClubState | null,
  person: number,
  now: Instant,
): Promise<Omit<Earnt, 'people'> | null> {
  if (!(await takeNews(tx, person, now))) return null;
  const { rows } = await tx.query<{ root: number | null }>(
    'SELECT merged_into AS root FROM people WHERE business_id = this_business() AND person_id = $1',
    [person],
  );
  const [row] = rows;
  // Whoever was merged is looked at with the one they are; a merge is news for that one.
  if (club === null || row === undefined || row.root !== null) {
    await lookAgain(tx, person, null);
    return null;
  }
  const state = await personState(tx, business, club, person, now);
  const credits = await creditDue({ tx, business, person, state, now });
  const takenBack = await takeBackDue({ tx, business, club, person, state, now });
  await tellLevel(tx, business, club, person, state, now);
  await friendsChanged(tx, [person]);
  const times = [nextAnniversary(state.asked), state.levels?.fallsAt ?? null].filter((at) => at !== null);
  await lookAgain(tx, person, times.length === 0 ? null : Math.min(...times));
  return { credits, takenBack };
}

/** Tells of a level that differs from the one told last. */
async function tellLevel(
  tx: Tx,
  business: Business,
  club: ClubState,
  person: number,
  { facts, levels }: PersonState,
  now: Instant,
): Promise<void> {
  if (levels === null) return;
  const lowest = club.inForce.definition.levels?.levels[0]?.key ?? '';
  const told = facts.findLast(({ type }) => type === 'level.changed')?.data['level'] ?? lowest;
  if (told === levels.key) return;
  const at = Math.max(levels.since ?? now, club.inForce.publishedAt);
  const source = await sourceId(tx, business, CLUB_SOURCE);
  await appendFacts(tx, business, [
    {
      personId: person,
      conflictId: null,
      type: 'level.changed',
      at,
      sourceId: source,
      key: `level:${person}:${at}:${levels.key}`,
      data: { level: levels.key, before: String(told) },
    },
  ]);
}
