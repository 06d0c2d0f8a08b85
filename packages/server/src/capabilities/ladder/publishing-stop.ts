import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { designedIn } from './studio-versions.ts';
import { lockClimbing } from './writing.ts';

export interface PublishingStopped {
  /** The version that was being published; its number is not given again. */
  readonly version: number;
  /** The draft its definition went back to; null for a roll-back, and where another draft was begun meanwhile. */
  readonly draft: { readonly version: number; readonly revision: number } | null;
}

/**
 * Gives up the version that is being published: what was in force stays in force, untouched. What was written of the new
 * one is swept by the work that publishes, which the caller asks for. Its definition becomes the draft again, unless it
 * stands in the history already (a roll-back) or somebody has begun another draft. Refusals: `ladder_unknown`,
 * `not_publishing`; `recount_must_end` where the ladder is computed anew because the business's days or money changed:
 * half of it would go on by the old ones.
 */
export async function stopPublishing(tx: Tx, key: string): Promise<Result<PublishingStopped>> {
  // Whoever writes standings or turns a version over holds this too: after it, nothing is half done.
  await lockClimbing(tx);
  const [ladder] = await designedIn(tx, key);
  if (ladder === undefined) return refuse('ladder_unknown', 'key', { ladder: key });
  if (ladder.publishing === null) return refuse('not_publishing', 'key', { ladder: key });
  if (!ladder.publishing.stoppable) return refuse('recount_must_end', 'key', { ladder: key });
  const { version } = ladder.publishing;
  await tx.query(
    `UPDATE ladder_versions SET state = 'retired'
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND state = 'publishing'`,
    [ladder.ladderId, version],
  );
  // Its old number has moves that are never taken back, so the draft is a version of its own.
  const { rows } = await tx.query<{ version: number; revision: number }>(
    `INSERT INTO ladder_versions (business_id, ladder_id, version, state, definition, note, made_by, made_at, base_version, revision)
     SELECT business_id, ladder_id, a.version + 1, 'draft', definition, note, made_by, made_at, base_version, a.revision + 1
     FROM ladder_versions v, LATERAL (
       SELECT max(o.version) AS version, max(o.revision) AS revision FROM ladder_versions o
       WHERE o.business_id = v.business_id AND o.ladder_id = v.ladder_id) a
     WHERE v.business_id = this_business() AND v.ladder_id = $1 AND v.version = $2 AND v.restores IS NULL AND $3::boolean
     RETURNING version, revision`,
    [ladder.ladderId, version, ladder.draft === null],
  );
  return accept({ version, draft: rows[0] ?? null });
}
