import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { canonicalNumber } from '../people/index.ts';
import { tellAsStaff } from '../facts/index.ts';
import { whose } from './whose.ts';

/** "From buys for to", "from works at to"; a household and knowing somebody go both ways. */
export const relationKinds = ['buys_for', 'works_at', 'household', 'knows'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** One person's view of a relation. */
export interface Relation {
  readonly id: number;
  readonly kind: RelationKind;
  /** Whether this person is the one it goes out from. */
  readonly outward: boolean;
  readonly other: {
    readonly id: number;
    readonly name: string | null;
    readonly kind: 'person' | 'organisation';
  };
  readonly role: string | null;
  readonly by: string;
  readonly at: Instant;
}

const MOST_RELATIONS = 500;

/** A person's relations in force, the newest first; at most MOST_RELATIONS. Refusal: `person_unknown`. */
export async function relationsOf(tx: Tx, id: number): Promise<Result<readonly Relation[]>> {
  const about = await whose(tx, id);
  if (!about.ok) return about;
  const { rows } = await tx.query<Relation>(
    `SELECT r.id, r.kind, r.outward, r.role, r.by, r.at,
            json_build_object('id', p.person_id, 'name', p.name, 'kind', p.kind) AS other
     FROM (
       SELECT relation_id AS id, kind, true AS outward, to_person AS other, role, made_by AS by, made_at AS at
       FROM relations WHERE business_id = this_business() AND from_person = ANY($1::bigint[]) AND ended_at IS NULL
       UNION ALL
       SELECT relation_id, kind, false, from_person, role, made_by, made_at
       FROM relations WHERE business_id = this_business() AND to_person = ANY($1::bigint[]) AND ended_at IS NULL
     ) r
     JOIN people o ON o.business_id = this_business() AND o.person_id = r.other
     JOIN people p ON p.business_id = o.business_id AND p.person_id = ${canonicalNumber('o')}
     -- Who were merged into one are no longer related.
     WHERE p.person_id <> $2
     ORDER BY r.id DESC LIMIT ${MOST_RELATIONS}`,
    [about.value.members, about.value.person],
  );
  return accept(rows);
}

/**
 * States that this person stands in a relation to another, and tells it as a fact. `outward` false turns it around:
 * the other one buys for, or works at, this one. Refusals: `person_unknown`, `relation_with_itself`,
 * `relation_stated_already`.
 */
export async function stateRelation(
  tx: Tx,
  business: Business,
  stated: {
    readonly personId: number;
    readonly kind: RelationKind;
    readonly outward: boolean;
    readonly other: number;
    readonly role: string | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<{ readonly id: number }>> {
  const one = await whose(tx, stated.personId);
  if (!one.ok) return one;
  const other = await whose(tx, stated.other);
  if (!other.ok) return refuse('person_unknown', 'other', { id: stated.other });
  if (one.value.person === other.value.person) return refuse('relation_with_itself', 'other');
  const standing = await relationsOf(tx, stated.personId);
  if (!standing.ok) return standing;
  const bothWays = stated.kind === 'household' || stated.kind === 'knows';
  const again = standing.value.some(
    (relation) =>
      relation.kind === stated.kind &&
      relation.other.id === other.value.person &&
      (bothWays || relation.outward === stated.outward),
  );
  if (again) return refuse('relation_stated_already', 'other');
  const [from, to] = stated.outward
    ? [one.value.person, other.value.person]
    : [other.value.person, one.value.person];
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO relations (business_id, kind, from_person, to_person, role, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING relation_id AS id`,
    [stated.kind, from, to, stated.role, stated.by, timestamptz(stated.at)],
  );
  const [made] = rows;
  if (made === undefined) return refuse('relation_stated_already', 'other');
  await tellAsStaff(tx, business, {
    personId: from,
    type: 'relation.stated',
    at: stated.at,
    key: `relation ${made.id}`,
    data: {
      relation: stated.kind,
      other: String(to),
      ...(stated.role === null ? {} : { role: stated.role }),
    },
  });
  return accept(made);
}

/** Ends a relation of this person and tells it. Refusals: `person_unknown`, `relation_unknown`. */
export async function endRelation(
  tx: Tx,
  business: Business,
  ended: { readonly personId: number; readonly id: number; readonly by: string; readonly at: Instant },
): Promise<Result<{ readonly id: number }>> {
  const about = await whose(tx, ended.personId);
  if (!about.ok) return about;
  const { rows } = await tx.query<{ id: number; kind: RelationKind; from: number; to: number }>(
    `UPDATE relations SET ended_by = $3, ended_at = $4
     WHERE business_id = this_business() AND relation_id = $1 AND ended_at IS NULL
       AND (from_person = ANY($2::bigint[]) OR to_person = ANY($2::bigint[]))
     RETURNING relation_id AS id, kind, from_person AS "from", to_person AS "to"`,
    [ended.id, about.value.members, ended.by, timestamptz(ended.at)],
  );
  const [relation] = rows;
  if (relation === undefined) return refuse('relation_unknown', 'relation');
  await tellAsStaff(tx, business, {
    personId: relation.from,
    type: 'relation.ended',
    at: ended.at,
    key: `relation ${relation.id} ended`,
    data: { relation: relation.kind, other: String(relation.to) },
  });
  return accept({ id: relation.id });
}
