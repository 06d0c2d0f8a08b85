import {
  type Identifier,
  type IdentifierKind,
  identifiersOf,
  type NormalIdentity,
  type PersonId,
  Register,
} from '@nardeban/core/people';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

export interface Holders {
  readonly register: Register;
  /** Those among the holders who have no name yet. */
  readonly nameless: ReadonlySet<PersonId>;
}

interface Row {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly person: number;
  readonly root: number;
  readonly nameless: boolean;
}

/**
 * Each look-up is a subquery of its own, here and wherever people are found by the thousand: it can be planned in one
 * way only, by the key. As a join it would depend on what the planner believes of the size of a business and of an
 * array, and it believes wrongly of a business that is being filled.
 */
const found = `
  SELECT i.kind, i.value, i.person_id AS person, p.root, p.nameless
  FROM unnest($2::text[], $3::text[]) AS w (kind, value), LATERAL (
    SELECT o.kind, o.value, o.person_id FROM identifiers o
    WHERE o.business_id = $1 AND o.kind = w.kind AND o.value = w.value LIMIT 1
  ) i, LATERAL (
    SELECT coalesce(o.merged_into, o.person_id) AS root, o.name IS NULL AS nameless FROM people o
    WHERE o.business_id = $1 AND o.person_id = i.person_id LIMIT 1
  ) p`;

/** Who holds the identifiers, and whom they were merged into. */
const holdersStatement = { name: 'people-holders', text: found };

/**
 * And what else those people, and everybody merged into them, are recognised by: what the rules ask for as soon as an
 * identity has two identifiers that could contradict each other.
 */
const groupsStatement = {
  name: 'people-groups',
  text: `
  WITH found AS MATERIALIZED (${found}),
  roots AS MATERIALIZED (SELECT DISTINCT root FROM found),
  members AS MATERIALIZED (
    SELECT root AS person, root FROM roots
    UNION ALL
    SELECT p.person_id, r.root FROM roots r, LATERAL (
      SELECT o.person_id FROM people o WHERE o.business_id = $1 AND o.merged_into = r.root OFFSET 0) p
  )
  SELECT kind, value, person, root, nameless FROM found
  UNION ALL
  SELECT i.kind, i.value, m.person, m.root, false
  FROM members m, LATERAL (
    SELECT o.kind, o.value FROM identifiers o WHERE o.business_id = $1 AND o.person_id = m.person OFFSET 0) i`,
};

/** Everything stored that the rules need to judge these identities. */
export async function loadRegister(
  tx: Tx,
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
): Promise<Holders> {
  const wanted = new Map<string, Identifier>();
  let mixed = false;
  for (const identity of identities) {
    const identifiers = identifiersOf(identity);
    if (identifiers.length > 1) mixed = true;
    for (const identifier of identifiers) wanted.set(`${identifier.kind} ${identifier.value}`, identifier);
  }
  const register = new Register();
  const nameless = new Set<PersonId>();
  if (wanted.size === 0) return { register, nameless };
  const identifiers = [...wanted.values()];
  const { rows } = await tx.query<Row>({
    ...(mixed ? groupsStatement : holdersStatement),
    values: [business.id, identifiers.map(({ kind }) => kind), identifiers.map(({ value }) => value)],
  });
  for (const { person, root } of rows) {
    if (person !== root && register.rootOf(person) !== root) register.merge(person, root);
  }
  for (const row of rows) {
    register.hold(row, row.person);
    if (row.nameless) nameless.add(row.person);
  }
  return { register, nameless };
}
