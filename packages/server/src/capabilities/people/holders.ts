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

interface HolderRow {
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
  SELECT w.place, i.kind, i.value, i.person_id AS person, p.root, p.nameless, i.unconfirmed, p.lent, p.since
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS w (kind, value, place), LATERAL (
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

/**
 * Who holds the identifiers, and whom they were merged into: one row for all of them, each column a list as text. A row for
 * each, its instant written out as a date, took both programs a third longer.
 */
const holdersStatement = {
  name: 'people-holders',
  text: `
  SELECT array_agg(place)::text AS places, array_agg(person)::text AS persons, array_agg(root)::text AS roots,
         array_agg(date_part('epoch', since))::text AS since, array_agg(place) FILTER (WHERE nameless)::text AS nameless,
         array_agg(place) FILTER (WHERE unconfirmed)::text AS unconfirmed,
         json_object_agg(place, lent) FILTER (WHERE lent IS NOT NULL) AS lent
  FROM (${found}) f`,
};

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
  const asked = holdersAsked(business, identities, importId);
  return asked === null ? nobody() : asked.read(await tx.query<object>(asked.statement));
}

/** The statement that answers it, and how its answer is read; null when the identities tell of nobody. */
export function holdersAsked(
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
  importId: number | null,
): { readonly statement: Statement; read(answer: Rows<object>): Holders } | null {
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
    statement: {
      ...(mixed ? groupsStatement : holdersStatement),
      values: [
        business.id,
        textArray(identifiers.map(({ kind }) => kind)),
        textArray(identifiers.map(({ value }) => value)),
        importId,
      ],
    },
    read: (answer) =>
      holdersOf(mixed ? (answer as Rows<HolderRow>).rows : listed(answer as Rows<HoldersRow>, identifiers)),
  };
}

export function nobody(): Holders {
  return holdersOf([]);
}

interface HoldersRow {
  /** Which of the identifiers asked for, counted from one; null when nobody holds any. */
  readonly places: string | null;
  readonly persons: string;
  readonly roots: string;
  /** Seconds since 1970, exact to the microsecond. */
  readonly since: string;
  readonly nameless: string | null;
  readonly unconfirmed: string | null;
  readonly lent: Readonly<Record<string, string>> | null;
}

function listed({ rows: [row] }: Rows<HoldersRow>, identifiers: readonly Identifier[]): HolderRow[] {
  const places = numbersIn(row?.places);
  if (row === undefined || places.length === 0) return [];
  const [persons, roots, since] = [row.persons, row.roots, row.since].map(numbersIn);
  const nameless = new Set(numbersIn(row.nameless));
  const unconfirmed = new Set(numbersIn(row.unconfirmed));
  return places.map((place, index): HolderRow => {
    const { kind, value } = identifiers[place - 1] as Identifier;
    return {
      kind,
      value,
      person: persons?.[index] ?? 0,
      root: roots?.[index] ?? 0,
      nameless: nameless.has(place),
      unconfirmed: unconfirmed.has(place),
      lent: row.lent?.[place] ?? null,
      since: Math.floor(Math.round((since?.[index] ?? 0) * 1_000_000) / 1000),
    };
  });
}

/** The numbers of an array without nulls, as the server writes it. */
function numbersIn(text: string | null | undefined): number[] {
  return text === null || text === undefined ? [] : text.slice(1, -1).split(',').map(Number);
}

function holdersOf(rows: readonly HolderRow[]): Holders {
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
