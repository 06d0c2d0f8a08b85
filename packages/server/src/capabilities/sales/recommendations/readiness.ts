import type { History } from '@nardeban/core/facts';
import { type AskRule, type Readiness, readinessBy } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import {
  boolArray,
  float8Array,
  int4Array,
  int8Array,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf } from '../../ladder/index.ts';

type Look = (history: History, now: Instant) => Readiness;

export function looker(business: Business, rule: AskRule): Look {
  return readinessBy(rule, calendarOf(business));
}

/** A person, and how they stand; null: there is nobody of that number any more, or they are somebody else now. */
export type Looked = readonly [person: number, readiness: Readiness | null];

/**
 * Keeps how people stand. Whoever shows no sign of content and whom time alone does not change has no row, so that the table is
 * as large as there are content customers, not as there are people.
 */
export async function keepReadiness(tx: Tx, looked: readonly Looked[]): Promise<void> {
  const kept = looked.flatMap(([person, one]) => {
    if (one === null || (!one.ready && one.until === null)) return [];
    return [{ person, ...one }];
  });
  const gone = looked.filter(([, one]) => one === null || (!one.ready && one.until === null));
  if (gone.length > 0)
    await tx.query(
      'DELETE FROM recommendation_ready WHERE business_id = this_business() AND person_id = ANY($1::bigint[])',
      [gone.map(([person]) => person)],
    );
  if (kept.length === 0) return;
  await tx.query({
    name: 'recommendation-keep',
    text: `INSERT INTO recommendation_ready AS r (business_id, person_id, ready, strength, signal_at, look_at)
           SELECT this_business(), t.person, t.ready, t.strength, to_timestamp(t.signal / 1000),
             CASE WHEN t.until >= 0 THEN to_timestamp(t.until / 1000) END
           FROM unnest($1::bigint[], $2::bool[], $3::int[], $4::float8[], $5::float8[]) AS t (person, ready, strength, signal, until)
           ORDER BY t.person
           ON CONFLICT (business_id, person_id) DO UPDATE SET ready = excluded.ready, strength = excluded.strength,
             signal_at = excluded.signal_at, look_at = excluded.look_at
           WHERE (r.ready, r.strength, r.signal_at, r.look_at)
             IS DISTINCT FROM (excluded.ready, excluded.strength, excluded.signal_at, excluded.look_at)`,
    values: [
      int8Array(kept.map(({ person }) => person)),
      boolArray(kept.map(({ ready }) => ready)),
      int4Array(kept.map(({ strength }) => strength)),
      float8Array(kept.map(({ at }) => at ?? 0)),
      float8Array(kept.map(({ until }) => until ?? -1)),
    ],
  });
}

/** The last one of the page before. */
export interface ReadyPlace {
  readonly strength: number;
  readonly signalAt: Instant;
  readonly person: number;
}

/** Who may be asked, the likeliest first: one look at an index, however many people there are. */
export async function readyPage(
  tx: Tx,
  { after, limit }: { readonly after: ReadyPlace | null; readonly limit: number },
): Promise<readonly ReadyPlace[]> {
  const { rows } = await tx.query<ReadyPlace>(
    `SELECT strength, signal_at AS "signalAt", person_id AS person FROM recommendation_ready
     WHERE business_id = this_business() AND ready
       ${after === null ? '' : 'AND (strength, signal_at, person_id) < ($2::smallint, $3::timestamptz, $4::bigint)'}
     ORDER BY strength DESC, signal_at DESC, person_id DESC LIMIT $1`,
    after === null ? [limit] : [limit, after.strength, timestamptz(after.signalAt), after.person],
  );
  return rows;
}

/** How many may be asked; more than `most` are not counted. */
export async function countReady(tx: Tx, most: number): Promise<number> {
  const { rows } = await tx.query<{ ready: number }>(
    `SELECT count(*)::int AS ready FROM (
       SELECT FROM recommendation_ready WHERE business_id = this_business() AND ready LIMIT $1) found`,
    [most],
  );
  return rows[0]?.ready ?? 0;
}
