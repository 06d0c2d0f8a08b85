import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { membersOf } from '../people/index.ts';

export interface Whose {
  /** The canonical person, to whom new papers are given. */
  readonly person: number;
  /** They and everybody merged into them: whose papers are theirs. */
  readonly members: readonly number[];
}

/** Whose papers are asked for, by any number they ever had. Refusal: `person_unknown`. */
export async function whose(tx: Tx, id: number): Promise<Result<Whose>> {
  const { rows } = await tx.query<{ root: number }>({
    name: 'dossier-whose',
    text: `SELECT coalesce(merged_into, person_id) AS root FROM people
           WHERE business_id = this_business() AND person_id = $1`,
    values: [id],
  });
  const person = rows[0]?.root;
  if (person === undefined) return refuse('person_unknown', 'id', { id });
  return accept({ person, members: (await membersOf(tx, [person])).get(person) ?? [person] });
}
