import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { FIGURED } from '../facts/index.ts';
import type { DraftSaved } from './publishing.ts';
import { lockClimbing } from './writing.ts';

/**
 * Begins to compute every published ladder and typology anew, with the definition it has: as a version of its own, so
 * that a reader sees the old answer whole or the new one whole. Drafts stay drafts. The caller adds the job that carries
 * it on. Refusal: `ladder_publishing`, while one is being published: half of it would be counted by other days.
 */
export async function republishAll(tx: Tx, by: string): Promise<Result<readonly DraftSaved[]>> {
  await lockClimbing(tx);
  const { rows: busy } = await tx.query<{ key: string }>(
    `SELECT l.key FROM ladder_versions v JOIN ladders l USING (business_id, ladder_id)
     WHERE v.business_id = this_business() AND v.state = 'publishing' LIMIT 1`,
  );
  if (busy[0] !== undefined) return refuse('ladder_publishing', undefined, { ladder: busy[0].key });
  const { rows } = await tx.query<DraftSaved>(
    `WITH again AS (
       INSERT INTO ladder_versions (business_id, ladder_id, version, state, definition, note, made_by, published_by)
       SELECT v.business_id, v.ladder_id,
              (SELECT max(o.version) + 1 FROM ladder_versions o
               WHERE o.business_id = v.business_id AND o.ladder_id = v.ladder_id),
              'publishing', v.definition, v.note, v.made_by, $1
       FROM ladders l JOIN ladder_versions v
         ON v.business_id = l.business_id AND v.ladder_id = l.ladder_id AND v.version = l.version
       WHERE l.business_id = this_business()
       RETURNING business_id, ladder_id, version)
     SELECT l.key, a.version FROM again a JOIN ladders l USING (business_id, ladder_id) ORDER BY l.ladder_id`,
    [by],
  );
  return accept(rows);
}

/** Whether any amount was told in the currency of the business. */
export async function hasAmounts(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ has: boolean }>(
    `SELECT EXISTS (SELECT FROM facts WHERE business_id = this_business() AND amount IS NOT NULL AND type <> ALL($1::text[])) AS has`,
    [FIGURED],
  );
  return rows[0]?.has === true;
}
