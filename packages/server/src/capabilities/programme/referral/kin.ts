import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { membersOf } from '../../people/index.ts';

/** A person with everybody merged into them: who they are now, and all their numbers, that one first. */
export interface Kin {
  readonly root: number;
  readonly members: readonly number[];
}

/** Refusal: `person_unknown`. */
export async function kinOf(tx: Tx, person: number, field = 'id'): Promise<Result<Kin>> {
  const root = (await rootsOf(tx, [person])).get(person);
  if (root === undefined) return refuse('person_unknown', field, { id: person });
  const members = (await membersOf(tx, [root])).get(root) ?? [root];
  return accept({ root, members });
}

/** Who these numbers are now; one that is nobody's is not there. */
export async function rootsOf(tx: Tx, people: readonly number[]): Promise<Map<number, number>> {
  if (people.length === 0) return new Map();
  const { rows } = await tx.query<{ id: number; root: number }>({
    name: 'referral-roots',
    text: `SELECT person_id AS id, coalesce(merged_into, person_id) AS root FROM people
           WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
    values: [people],
  });
  return new Map(rows.map(({ id, root }) => [id, root]));
}
