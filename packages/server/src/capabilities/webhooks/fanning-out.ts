import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { factsOfFeed, type Moved, newsAmong } from '../facts/index.ts';
import { versionsNamed } from '../ladder/index.ts';
import { factsWanted, listens, MOVED, SEGMENT_CHANGED } from './events.ts';
import { addMessages } from './message-store.ts';
import { peopleTold, tellFact, tellMove, type Told } from './telling.ts';

/** Rows of the feed looked at in one transaction, and after how many events in them it is enough. */
const MOST_ROWS = 500;
const ENOUGH_EVENTS = 2000;

/**
 * Makes messages of what stands in the feed, and takes it away in the same transaction: each event becomes a message
 * once for each hook that listens. Whoever else does so at the same time takes other rows, and what is committed later
 * is found later, so nothing is missed in whatever order transactions end. Answers whether there may be more.
 */
export async function fanOut(tx: Tx, business: Business, now: Instant): Promise<boolean> {
  const { rows } = await tx.query<{ facts: number[] | null; moves: readonly Moved[] | null }>({
    name: 'hooks-take-feed',
    text: `
      WITH next AS MATERIALIZED (
        SELECT feed_id, coalesce(cardinality(facts), jsonb_array_length(moves), 0) AS size FROM feed
        WHERE business_id = this_business() ORDER BY feed_id LIMIT ${MOST_ROWS} FOR UPDATE SKIP LOCKED
      ), few AS (
        SELECT feed_id FROM (SELECT feed_id, sum(size) OVER (ORDER BY feed_id) - size AS before FROM next) s
        WHERE before < ${ENOUGH_EVENTS}
      ), taken AS (
        DELETE FROM feed f USING few WHERE f.business_id = this_business() AND f.feed_id = few.feed_id
        RETURNING f.feed_id, f.facts, f.moves
      ) SELECT facts, moves FROM taken ORDER BY feed_id`,
  });
  if (rows.length === 0) return false;
  const { rows: hooks } = await tx.query<{ id: number; events: readonly string[] }>(
    `SELECT hook_id AS id, events FROM hooks
     WHERE business_id = this_business() AND enabled AND removed_at IS NULL ORDER BY hook_id`,
  );
  if (hooks.length > 0) {
    const told = [
      ...(await factsTold(
        tx,
        business,
        rows.flatMap(({ facts }) => facts ?? []),
        hooks,
      )),
      ...(await movesTold(
        tx,
        business,
        rows.flatMap(({ moves }) => moves ?? []),
        hooks,
        now,
      )),
    ];
    const messages = told.flatMap((one) =>
      hooks.filter(({ events }) => listens(events, one.event)).map(({ id }) => ({ ...one, hookId: id })),
    );
    if (messages.length > 0) await addMessages(tx, messages, now);
  }
  return true;
}

type Listening = readonly { readonly events: readonly string[] }[];

async function factsTold(
  tx: Tx,
  business: Business,
  ids: readonly number[],
  hooks: Listening,
): Promise<readonly Told[]> {
  if (ids.length === 0) return [];
  const facts = await factsOfFeed(tx, ids, factsWanted(hooks.map(({ events }) => events)));
  const people = await peopleTold(
    tx,
    facts.flatMap(({ personId }) => personId ?? []),
  );
  return facts.map((fact) => tellFact(business, fact, people.get(fact.personId ?? 0)));
}

async function movesTold(
  tx: Tx,
  business: Business,
  moved: readonly Moved[],
  hooks: Listening,
  now: Instant,
): Promise<readonly Told[]> {
  const heard = hooks.some(({ events }) => listens(events, MOVED) || listens(events, SEGMENT_CHANGED));
  if (moved.length === 0 || !heard) return [];
  const news = await newsAmong(tx, moved, now);
  const told = moved.filter((_, place) => news.has(place));
  if (told.length === 0) return [];
  const versions = new Map(
    (await versionsNamed(tx, told)).map((one) => [`${one.ladderId} ${one.version}`, one]),
  );
  const people = await peopleTold(
    tx,
    told.map(({ personId }) => personId),
  );
  return told.flatMap((one) => {
    const version = versions.get(`${one.ladderId} ${one.version}`);
    return version === undefined ? [] : (tellMove(business, one, version, people.get(one.personId)) ?? []);
  });
}
