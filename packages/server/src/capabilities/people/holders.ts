import {
  type Identifier,
  type IdentifierKind,
  identifiersOf,
  type NormalIdentity,
  type PersonId,
  Register,
} from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import { textArray } from '../../platform/database/index.ts';
import type { Rows, Statement, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

export interface Holders {
  readonly register: Register;
  /** Those among the holders who have no name yet. */
  readonly nameless: ReadonlySet<PersonId>;
  /** Identifiers of which only other imports have told so far, by `<kind> <value>`: telling of one confirms it. */
  readonly unconfirmed: ReadonlySet<string>;
  /** Names that are the word of another import alone, by person: telling the same name confirms it. */
  readonly lentNames: ReadonlyMap<PersonId, string>;
  /** Since when the business knows each of the holders. */
  readonly knownSince: ReadonlyMap<PersonId, Instant>;
}

export interface HolderRow {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly person: number;
  readonly root: number;
  readonly nameless: boolean;
  readonly unconfirmed: boolean;
  readonly lent: string | null;
  /** Null for what is not found by the identifiers asked for, but belongs to the same people. */
  readonly since: Instant | null;
}

/**
 * Each look-up is a subquery of its own, here and wherever people are found by the thousand: it can be planned in one
 * way only, by the key. As a join it would depend on what the planner believes of the size of a business and of an
 * array, and it believes wrongly of a business that is being filled.
 */
const found = `
  SELECT i.kind, i.value, i.person_id AS person, p.root, p.nameless, i.unconfirmed, p.lent, p.since
  FROM unnest($2::text[], $3::text[]) AS w (kind, value), LATERAL (
    SELECT o.kind, o.value, o.person_id,
           o.only_imports IS NOT NULL AND ($4::bigint IS NULL OR NOT o.only_imports @> ARRAY[$4::bigint]) AS unconfirmed
    FROM identifiers o
    WHERE o.business_id = $1 AND o.kind = w.kind AND o.value = w.value LIMIT 1
  ) i, LATERAL (
    SELECT coalesce(o.merged_into, o.person_id) AS root, o.name IS NULL AS nameless,
           CASE WHEN o.named_by_import IS NOT NULL AND o.named_by_import IS DISTINCT FROM $4::bigint THEN o.name END AS lent,
           o.known_since AS since
    FROM people o
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
  SELECT kind, value, person, root, nameless, unconfirmed, lent, since FROM found
  UNION ALL
  SELECT i.kind, i.value, m.person, m.root, false, false, NULL, NULL
  FROM members m, LATERAL (
    SELECT o.kind, o.value FROM identifiers o WHERE o.business_id = $1 AND o.person_id = m.person OFFSET 0) i`,
};

/** Everything stored that the rules need to judge these identities; `importId` is the import that tells them, if one does. */
export async function loadRegister(
  tx: Tx,
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
  importId: number | null = null,
): Promise<Holders> {
  const statement = holdersAsked(business, identities, importId);
  return holdersTold(statement === null ? { rows: [] } : await tx.query<HolderRow>(statement));
}

/** The statement that answers it; null when the identities tell of nobody. */
export function holdersAsked(
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
  importId: number | null,
): Statement | null {
  const wanted = new Map<string, Identifier>();
  let mixed = false;
  for (const identity of identities) {
    const identifiers = identifiersOf(identity);
    if (identifiers.length > 1) mixed = true;
    for (const identifier of identifiers) wanted.set(`${identifier.kind} ${identifier.value}`, identifier);
  }
  if (wanted.size === 0) return null;
  const identifiers = [...wanted.values()];
  return {
    ...(mixed ? groupsStatement : holdersStatement),
    values: [
      business.id,
      textArray(identifiers.map(({ kind }) => kind)),
      textArray(identifiers.map(({ value }) => value)),
      importId,
    ],
  };
}

export function holdersTold({ rows }: Pick<Rows<HolderRow>, 'rows'>): Holders {
  const register = new Register();
  const nameless = new Set<PersonId>();
  const unconfirmed = new Set<string>();
  const lentNames = new Map<PersonId, string>();
  const knownSince = new Map<PersonId, Instant>();
  for (const { person, root } of rows) {
    if (person !== root && register.rootOf(person) !== root) register.merge(person, root);
  }
  for (const row of rows) {
    register.hold(row, row.person);
    if (row.nameless) nameless.add(row.person);
    if (row.unconfirmed) unconfirmed.add(`${row.kind} ${row.value}`);
    if (row.lent !== null) lentNames.set(row.person, row.lent);
    if (row.since !== null) knownSince.set(row.person, row.since);
  }
  return { register, nameless, unconfirmed, lentNames, knownSince };
}
