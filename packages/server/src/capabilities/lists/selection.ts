import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { filterSchema, type ReadyFilter, readyFilter } from './filter.ts';

export const MOST_PICKED = 10_000;

/** Which people something is done to: those picked, or everybody who fits a filter. */
export const selectionSchema = z
  .union([
    z.strictObject({ people: z.array(z.int().min(1)).min(1).max(MOST_PICKED) }),
    z.strictObject({ matching: filterSchema }),
  ])
  .meta({ id: 'PeopleSelection' });
export type Selection = z.infer<typeof selectionSchema>;

/** The filter of a selection; of people picked, one that is met by them alone (whom they were merged into stands for them). */
export async function readySelection(
  tx: Tx,
  business: Business,
  selection: Selection,
): Promise<Result<ReadyFilter>> {
  if ('matching' in selection) return readyFilter(tx, business, selection.matching);
  const { rows } = await tx.query<{ id: number }>(
    `SELECT DISTINCT coalesce(p.merged_into, p.person_id) AS id FROM unnest($1::bigint[]) AS one, LATERAL (
       SELECT o.person_id, o.merged_into FROM people o
       WHERE o.business_id = this_business() AND o.person_id = one LIMIT 1) p`,
    [selection.people],
  );
  if (rows.length === 0) return refuse('person_unknown', 'people');
  const ids = rows.map(({ id }) => id);
  return accept({
    conditions: [{ sql: 'p.person_id = ANY(?::bigint[])', values: [ids] }],
    sets: [{ sql: 'SELECT unnest(?::bigint[]) AS person_id', values: [ids] }],
    criteria: null,
    counted: null,
    whole: true,
  });
}
