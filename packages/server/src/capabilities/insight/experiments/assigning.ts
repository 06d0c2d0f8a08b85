import { type Arm, armOf, assignmentThatCounts, bucketOf } from '@nardeban/core/insight';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { boolArray, int2Array, int8Array, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { experimentById } from './experiment-store.ts';

/** A reading keeps a few numbers of everybody in memory. */
const MOST_ASSIGNED = 1_000_000;

export interface Assignment {
  readonly personId: number;
  /** Null: nobody has this number. */
  readonly arm: Arm | null;
  /** False: they were assigned before, and stay where they were. */
  readonly isNew: boolean;
}

/**
 * Assigns people to the arms of a running experiment and writes it down. Whoever was assigned before, by this number or by
 * that of somebody who was merged with them, stays in the arm they were put in first. Refusals: `experiment_unknown`,
 * `experiment_not_running`, `experiment_full`.
 */
export async function assignPeople(
  tx: Tx,
  id: number,
  people: readonly number[],
  now: Instant,
): Promise<Result<readonly Assignment[]>> {
  // One at a time in an experiment, so that its counts are right and it does not end in between.
  await tx.query(
    'SELECT FROM experiments WHERE business_id = this_business() AND experiment_id = $1 FOR UPDATE',
    [id],
  );
  const found = await experimentById(tx, id);
  if (!found.ok) return found;
  const { state, salt, definition, assigned } = found.value;
  if (state !== 'running') return refuse('experiment_not_running');
  const { rows } = await tx.query<Known>(
    `WITH roots AS (
       SELECT a AS asked, coalesce(p.merged_into, p.person_id) AS root
       FROM unnest($2::bigint[]) AS a JOIN people p ON p.business_id = this_business() AND p.person_id = a)
     SELECT r.asked, r.root, e.person_id AS "personId", e.treated, e.at
     FROM roots r LEFT JOIN LATERAL (
       SELECT o.person_id, o.treated, o.at FROM experiment_assignments o
       WHERE o.business_id = this_business() AND o.experiment_id = $1 AND (o.person_id = r.root OR o.person_id IN (
         SELECT m.person_id FROM people m WHERE m.business_id = this_business() AND m.merged_into = r.root))) e ON true`,
    [id, int8Array([...new Set(people)])],
  );
  const byAsked = Map.groupBy(rows, ({ asked }) => asked);
  const split = { salt, experiment: id, held: definition.held };
  const fresh = new Map<number, Arm>();
  const answers = people.map((personId): Assignment => {
    const known = byAsked.get(personId);
    const [first] = known ?? [];
    if (known === undefined || first === undefined) return { personId, arm: null, isNew: false };
    const before = assignmentThatCounts(
      known.flatMap((one) =>
        one.personId === null
          ? []
          : [{ person: one.personId, arm: one.treated ? 'treated' : 'held', at: one.at ?? 0 }],
      ),
    );
    if (before !== null) return { personId, arm: before.assigned.arm, isNew: false };
    const arm = fresh.get(first.root);
    if (arm !== undefined) return { personId, arm, isNew: false };
    const drawn = armOf(split, first.root);
    fresh.set(first.root, drawn);
    return { personId, arm: drawn, isNew: true };
  });
  if (assigned.held + assigned.treated + fresh.size > MOST_ASSIGNED)
    return refuse('experiment_full', undefined, { most: MOST_ASSIGNED });
  const added = [...fresh];
  const treated = added.filter(([, arm]) => arm === 'treated').length;
  if (added.length > 0) {
    await tx.query(
      `INSERT INTO experiment_assignments (business_id, experiment_id, person_id, treated, bucket, at)
       SELECT this_business(), $1, p, t, b, $5 FROM unnest($2::bigint[], $3::bool[], $4::int2[]) AS drawn (p, t, b)`,
      [
        id,
        int8Array(added.map(([person]) => person)),
        boolArray(added.map(([, arm]) => arm === 'treated')),
        int2Array(added.map(([person]) => bucketOf(split, person))),
        timestamptz(now),
      ],
    );
    await tx.query(
      `UPDATE experiments SET held = held + $2, treated = treated + $3
       WHERE business_id = this_business() AND experiment_id = $1`,
      [id, added.length - treated, treated],
    );
  }
  return accept(answers);
}

interface Known {
  readonly asked: number;
  readonly root: number;
  readonly personId: number | null;
  readonly treated: boolean | null;
  readonly at: Instant | null;
}
