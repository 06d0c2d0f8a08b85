import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { askClimbs } from './climbs.ts';
import { foldTraits } from './traits.ts';

/** After stored facts were given to these people: since when they are known, their traits, and their climbs. */
export async function settleFacts(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
): Promise<void> {
  await tx.query(
    `UPDATE people p SET known_since = f.first FROM (
       SELECT person, (SELECT min(at) FROM facts WHERE business_id = $1 AND person_id = person) AS first
       FROM unnest($2::bigint[]) AS person) f
     WHERE p.business_id = $1 AND p.person_id = f.person AND p.known_since > f.first`,
    [business.id, people],
  );
  await foldTraits(tx, business, people);
  const { rows } = await tx.query<{ root: number }>(
    `SELECT coalesce(merged_into, person_id) AS root FROM people
     WHERE business_id = $1 AND person_id = ANY($2::bigint[])`,
    [business.id, people],
  );
  await askClimbs(
    tx,
    business,
    rows.map(({ root }) => root),
  );
}
