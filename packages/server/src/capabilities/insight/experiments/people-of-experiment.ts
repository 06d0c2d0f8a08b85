import type { Arm } from '@nardeban/core/insight';
import { accept, type Instant, MS_PER_DAY, type Result } from '@nardeban/core/values';
import { int8Array, type Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import { experimentById } from './experiment-store.ts';

export interface PersonOfExperiment {
  readonly person: number;
  readonly name: string | null;
  readonly arm: Arm;
  readonly at: Instant;
  /** Their window is over, so that they are counted in a reading. */
  readonly counted: boolean;
}

/**
 * Who was put into an experiment, in one arm or in both, in order of number; `next` is the number to go on after. Somebody
 * who was merged since stands under the name of whom they are now. Refusal: `experiment_unknown`.
 */
export async function peopleOfExperiment(
  tx: Tx,
  id: number,
  asked: {
    readonly arm: Arm | undefined;
    readonly after: number | undefined;
    readonly limit: number;
    readonly now: Instant;
  },
): Promise<Result<{ readonly people: readonly PersonOfExperiment[]; readonly next: number | null }>> {
  const found = await experimentById(tx, id);
  if (!found.ok) return found;
  const { arm, after = 0, limit, now } = asked;
  const { rows } = await tx.query<{ assigned: number; treated: boolean; at: Instant }>(
    `SELECT person_id AS assigned, treated, at FROM experiment_assignments
     WHERE business_id = this_business() AND experiment_id = $1 AND person_id > $2 AND ($3::bool IS NULL OR treated = $3)
     ORDER BY person_id LIMIT $4`,
    [id, after, arm === undefined ? null : arm === 'treated', limit + 1],
  );
  const page = rows.slice(0, limit);
  const { rows: named } = await tx.query<{ assigned: number; person: number; name: string | null }>(
    `SELECT p.person_id AS assigned, r.person_id AS person, r.name FROM people p
     JOIN people r ON r.business_id = p.business_id AND r.person_id = ${canonicalNumber('p')}
     WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[])`,
    [int8Array(page.map(({ assigned }) => assigned))],
  );
  const byNumber = new Map(named.map((one) => [one.assigned, one]));
  const window = found.value.definition.windowDays * MS_PER_DAY;
  return accept({
    people: page.map(({ assigned, treated, at }) => ({
      person: byNumber.get(assigned)?.person ?? assigned,
      name: byNumber.get(assigned)?.name ?? null,
      arm: treated ? 'treated' : 'held',
      at,
      counted: at + window <= now,
    })),
    next: rows.length > limit ? (page.at(-1)?.assigned ?? null) : null,
  });
}
