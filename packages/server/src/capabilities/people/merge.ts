import { type Merge, rootsAfter } from '@nardeban/core/people';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { askClimbs } from './climbs.ts';

export interface MergeAsked {
  readonly loser: number;
  readonly winner: number;
  /** Who says so: a member of staff, or 'identify' for a visitor who gave a name. */
  readonly by: string;
  readonly reason?: string;
}

export interface MergeMade {
  readonly mergeId: number;
  /** Both as they were: canonical people. */
  readonly loser: number;
  readonly winner: number;
}

export interface MergeInForce extends MergeMade {
  readonly by: string;
  readonly reason: string | null;
  readonly at: Instant;
}

/**
 * From now on the loser is the winner. No fact and no identifier moves: the merge is written down, and everybody who
 * was the loser points to the winner's canonical person in one step. Who was merged before is merged as a whole.
 * Refusals: `person_unknown`, `merge_with_itself`, `already_one_person` (which a circle would be).
 */
export async function mergePeople(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: MergeAsked,
): Promise<Result<MergeMade>> {
  if (asked.loser === asked.winner) return refuse('merge_with_itself', 'winner');
  await oneMergerAtATime(tx, business);
  const { rows } = await tx.query<{ id: number; root: number }>(
    `SELECT person_id AS id, coalesce(merged_into, person_id) AS root FROM people
     WHERE business_id = $1 AND person_id IN ($2, $3)`,
    [business.id, asked.loser, asked.winner],
  );
  const loser = rows.find(({ id }) => id === asked.loser)?.root;
  const winner = rows.find(({ id }) => id === asked.winner)?.root;
  if (loser === undefined) return refuse('person_unknown', 'loser', { id: asked.loser });
  if (winner === undefined) return refuse('person_unknown', 'winner', { id: asked.winner });
  if (loser === winner) return refuse('already_one_person', 'winner');

  const written = await tx.query<{ id: number }>(
    `INSERT INTO merges (business_id, loser_id, winner_id, reason, merged_by)
     VALUES ($1, $2, $3, $4, $5) RETURNING merge_id AS id`,
    [business.id, loser, winner, asked.reason ?? null, asked.by],
  );
  await tx.query(
    'UPDATE people SET merged_into = $3 WHERE business_id = $1 AND (person_id = $2 OR merged_into = $2)',
    [business.id, loser, winner],
  );
  await askClimbs(tx, business, [loser, winner]);
  return accept({ mergeId: written.rows[0]?.id ?? 0, loser, winner });
}

/** The merge, or nothing at all when they are one person already: somebody else was quicker. */
export async function recordMerge(tx: Tx, business: Pick<Business, 'id'>, asked: MergeAsked): Promise<void> {
  await mergePeople(tx, business, asked);
}

/**
 * Undoes exactly one merge: everybody concerned points where the merges still in force lead, as if this one had never
 * been. Refusals: `merge_unknown`, `merge_already_undone`.
 */
export async function unmergePeople(
  tx: Tx,
  business: Pick<Business, 'id'>,
  mergeId: number,
  by: string,
): Promise<Result<MergeMade>> {
  await oneMergerAtATime(tx, business);
  const { rows } = await tx.query<{ loser: number; winner: number; undone: boolean }>(
    `SELECT loser_id AS loser, winner_id AS winner, undone_at IS NOT NULL AS undone FROM merges
     WHERE business_id = $1 AND merge_id = $2`,
    [business.id, mergeId],
  );
  const [merge] = rows;
  if (merge === undefined) return refuse('merge_unknown');
  if (merge.undone) return refuse('merge_already_undone');
  await tx.query(
    'UPDATE merges SET undone_at = now(), undone_by = $3 WHERE business_id = $1 AND merge_id = $2',
    [business.id, mergeId, by],
  );

  const group = await groupOf(tx, business, merge.loser);
  const inForce = await tx.query<Merge>(
    `SELECT loser_id AS loser, winner_id AS winner FROM merges
     WHERE business_id = $1 AND undone_at IS NULL AND loser_id = ANY($2::bigint[])`,
    [business.id, group],
  );
  const roots = rootsAfter(group, inForce.rows);
  await tx.query(
    `UPDATE people p SET merged_into = nullif(r.root, r.person)
     FROM unnest($2::bigint[], $3::bigint[]) AS r (person, root)
     WHERE p.business_id = $1 AND p.person_id = r.person
       AND p.merged_into IS DISTINCT FROM nullif(r.root, r.person)`,
    [business.id, [...roots.keys()], [...roots.values()]],
  );
  const loser = roots.get(merge.loser) ?? merge.loser;
  const winner = roots.get(merge.winner) ?? merge.winner;
  await askClimbs(tx, business, [loser, winner]);
  return accept({ mergeId, loser, winner });
}

/** The merges in force that made the person who they are, the oldest first. */
export async function mergesOf(
  tx: Tx,
  business: Pick<Business, 'id'>,
  person: number,
): Promise<MergeInForce[]> {
  const group = await groupOf(tx, business, person);
  const { rows } = await tx.query<MergeInForce>(
    `SELECT merge_id AS "mergeId", loser_id AS loser, winner_id AS winner, merged_by AS by, reason, merged_at AS at
     FROM merges WHERE business_id = $1 AND undone_at IS NULL AND loser_id = ANY($2::bigint[]) ORDER BY merge_id`,
    [business.id, group],
  );
  return rows;
}

/** The merges in force of the whole business, the newest first; `before` is the last of the page before. */
export async function mergesInForce(
  tx: Tx,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<(MergeInForce & { readonly loserName: string | null; readonly winnerName: string | null })[]> {
  const { rows } = await tx.query<MergeInForce & { loserName: string | null; winnerName: string | null }>(
    `SELECT m.merge_id AS "mergeId", m.loser_id AS loser, m.winner_id AS winner, m.merged_by AS by, m.reason, m.merged_at AS at,
       (SELECT p.name FROM people p WHERE p.business_id = this_business() AND p.person_id = m.loser_id) AS "loserName",
       (SELECT p.name FROM people p WHERE p.business_id = this_business() AND p.person_id = m.winner_id) AS "winnerName"
     FROM merges m WHERE m.business_id = this_business() AND m.undone_at IS NULL AND ($1::bigint IS NULL OR m.merge_id < $1)
     ORDER BY m.business_id DESC, m.merge_id DESC LIMIT $2`,
    [page.before ?? null, page.limit],
  );
  return rows;
}

/** Who was merged by it; null when there is no such merge in force. */
export async function mergeById(tx: Tx, id: number): Promise<Pick<MergeMade, 'loser' | 'winner'> | null> {
  const { rows } = await tx.query<Pick<MergeMade, 'loser' | 'winner'>>(
    `SELECT loser_id AS loser, winner_id AS winner FROM merges
     WHERE business_id = this_business() AND merge_id = $1 AND undone_at IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** Everybody who is one with this person, themselves included. */
async function groupOf(tx: Tx, business: Pick<Business, 'id'>, person: number): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `WITH root AS (SELECT coalesce(merged_into, person_id) AS id FROM people WHERE business_id = $1 AND person_id = $2)
     SELECT p.person_id AS id FROM people p, root
     WHERE p.business_id = $1 AND (p.person_id = root.id OR p.merged_into = root.id)`,
    [business.id, person],
  );
  return rows.map(({ id }) => id);
}

/** Two merges at once could close a circle that neither can see. */
async function oneMergerAtATime(tx: Tx, business: Pick<Business, 'id'>): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban merges'), $1)`, [business.id]);
}
