import type { Instant } from '@nardeban/core/values';
import type { Statement, Tx } from '../../platform/database/index.ts';
import { dataOf, type FactColumns } from './columns.ts';
import type { FactTold } from './history.ts';

/**
 * The feed: what has just happened, for whoever tells it on. It is written in the transaction in which it happens, so
 * there is neither without the other; and only while somebody listens, which is asked by the very statement that writes.
 */

const SOMEBODY_LISTENS =
  'EXISTS (SELECT FROM hooks WHERE business_id = this_business() AND enabled AND removed_at IS NULL)';

/**
 * Part of a statement that stores facts as `told`: one row for all of them. An import's facts are left out with
 * `condition`: half a million lines of the past are no news.
 */
export function feedOfTold(condition = 'true'): string {
  return `fed AS (
    INSERT INTO feed (business_id, facts)
    SELECT $1::integer, array_agg(fact_id) FROM told WHERE ${condition} AND ${SOMEBODY_LISTENS} HAVING count(*) > 0
  )`;
}

/** Somebody stands elsewhere than they stood. Places are indexes in the version's definition. */
export interface Moved {
  readonly ladderId: number;
  readonly version: number;
  readonly personId: number;
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
  /** `correction`: nothing new has moved them; what brought them there turned out not to have happened. */
  readonly cause: 'fact' | 'time' | 'pin' | 'unpin' | 'correction';
}

/** One row for all of them. */
export function feedOfMoved(moved: readonly Moved[]): Statement {
  return {
    name: 'feed_moved',
    text: `INSERT INTO feed (business_id, moves) SELECT (SELECT this_business()), $1::jsonb WHERE ${SOMEBODY_LISTENS}`,
    values: [JSON.stringify(moved)],
  };
}

/** A fact of the feed, with the number of the person it stands on. */
export interface FactOfFeed extends FactTold {
  readonly personId: number | null;
}

/** These facts, in the order in which they were stored; of these types, or of any type of these families. */
export async function factsOfFeed(
  tx: Tx,
  ids: readonly number[],
  wanted: { readonly types: readonly string[]; readonly families: readonly string[] } | 'all',
): Promise<readonly FactOfFeed[]> {
  const { rows } = await tx.query<FactColumns & Omit<FactOfFeed, 'data'>>({
    name: 'facts-of-feed',
    text: `
      SELECT f.fact_id AS id, f.person_id AS "personId", f.type, f.at, f.learnt_at AS "learntAt", s.name AS source, f.key,
             f.amount, f.ref, f.data
      FROM facts f JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
      WHERE f.business_id = this_business() AND f.fact_id = ANY($1::bigint[])
        AND ($2::text[] IS NULL OR f.type = ANY($2::text[]) OR split_part(f.type, '.', 1) = ANY($3::text[]))
      ORDER BY f.fact_id`,
    values: [ids, wanted === 'all' ? null : wanted.types, wanted === 'all' ? null : wanted.families],
  });
  return rows.map(({ amount, ref, data, ...fact }) => ({
    ...fact,
    data: dataOf(fact.type, { amount, ref, data }),
  }));
}

/**
 * Which of these moves are news, by their places in the list. A move that a fact made is, unless only facts of an import
 * tell of that instant; one that time made is, unless an import of the last day brought the history it may follow from; a
 * correction is, unless the person's facts have just been withdrawn with an import.
 */
export async function newsAmong(tx: Tx, moved: readonly Moved[], now: Instant): Promise<ReadonlySet<number>> {
  const { rows } = await tx.query<{ place: number }>({
    name: 'feed-news',
    text: `
      SELECT (m.place - 1)::integer AS place
      FROM unnest($1::bigint[], $2::float8[], $3::text[]) WITH ORDINALITY AS m (person, at, cause, place),
        LATERAL (SELECT array_agg(p.person_id) AS people FROM people p
                 WHERE p.business_id = this_business() AND (p.person_id = m.person OR p.merged_into = m.person)) w
      WHERE CASE m.cause
        WHEN 'fact' THEN EXISTS (
          SELECT FROM facts f WHERE f.business_id = this_business() AND f.person_id = ANY(w.people)
            AND f.at = to_timestamp(m.at / 1000) AND f.import_id IS NULL)
        WHEN 'time' THEN NOT EXISTS (
          SELECT FROM facts f WHERE f.business_id = this_business() AND f.person_id = ANY(w.people)
            AND f.import_id IS NOT NULL AND f.learnt_at > to_timestamp(($4::float8 - ${IMPORT_IS_RECENT_MS}) / 1000))
        WHEN 'correction' THEN NOT EXISTS (
          SELECT FROM withdrawn_facts f WHERE f.business_id = this_business() AND f.person_id = ANY(w.people)
            AND f.withdrawn_at > to_timestamp(($4::float8 - ${IMPORT_IS_RECENT_MS}) / 1000))
        ELSE true END`,
    values: [
      moved.map(({ personId }) => personId),
      moved.map(({ at }) => at),
      moved.map(({ cause }) => cause),
      now,
    ],
  });
  return new Set(rows.map(({ place }) => place));
}

const IMPORT_IS_RECENT_MS = 86_400_000;
