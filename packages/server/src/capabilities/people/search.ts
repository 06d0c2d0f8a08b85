import { type Identifier, type PersonKind, readIdentity } from '@nardeban/core/people';
import {
  displayText,
  keyboardSlips,
  looseKey,
  readEmail,
  readMobile,
  searchKey,
  toLatinDigits,
} from '@nardeban/core/values';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

export interface PersonFound {
  readonly id: number;
  readonly name: string | null;
  readonly kind: PersonKind;
  readonly identifiers: readonly Identifier[];
}

const LONGEST_TERM = 100;
const MOST_FOUND = 100;
/** A cashier is told the last four digits; fewer would fit too many people. */
const SHORTEST_ENDING = 4;
const SHORTEST_BEGINNING = 3;

/**
 * People by name (any part of it from three letters, the beginning of it from one), mobile in any spelling or its
 * last four digits and more, e-mail, customer number; when nothing fits, by what the same keys would have typed on
 * the other keyboard layout. Exact identifiers first, then names that begin so, then the rest. Canonical people only,
 * `limit` of them at most (1 to 100).
 */
export async function searchPeople(
  database: Database,
  business: Pick<Business, 'id'>,
  term: string,
  limit: number,
): Promise<PersonFound[]> {
  const asked = term.slice(0, LONGEST_TERM);
  if (searchKey(asked) === '') return [];
  const most = Math.max(1, Math.min(MOST_FOUND, Math.trunc(limit)));
  return database.withBusiness(
    business.id,
    async (tx) => {
      for (const attempt of [asked, ...keyboardSlips(asked)]) {
        const found = await find(tx, attempt, most);
        if (found.length > 0) return found;
      }
      return [];
    },
    { readOnly: true },
  );
}

/** The canonical people whom this identifier, in any spelling, names exactly: for `explain <identifier>`. */
export async function peopleIdentifiedBy(tx: Tx, identifier: string): Promise<number[]> {
  const exact = exactIdentifiers(identifier);
  const { rows } = await tx.query<{ id: number }>(
    `SELECT DISTINCT p.root AS id
     FROM unnest($1::text[], $2::text[]) AS e (kind, value), LATERAL (
       SELECT o.person_id FROM identifiers o
       WHERE o.business_id = this_business() AND o.kind = e.kind AND o.value = e.value LIMIT 1
     ) i, LATERAL (
       SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o
       WHERE o.business_id = this_business() AND o.person_id = i.person_id LIMIT 1) p`,
    [exact.map(({ kind }) => kind), exact.map(({ value }) => value)],
  );
  return rows.map(({ id }) => id);
}

/**
 * Merged people are led home before ranking, so somebody found twice is listed once, at their best. Every look-up goes
 * by its key, whatever the planner believes (holders.ts).
 */
const findStatement = {
  name: 'people-search',
  text: `
  WITH hits AS MATERIALIZED (
    SELECT i.person_id, 0 AS rank FROM unnest($1::text[], $2::text[]) AS e (kind, value), LATERAL (
      SELECT o.person_id FROM identifiers o
      WHERE o.business_id = this_business() AND o.kind = e.kind AND o.value = e.value LIMIT 1) i
    UNION ALL
    SELECT person_id, CASE WHEN at_start THEN 1 ELSE 2 END FROM people_named_like($3, $6::integer * 2)
    UNION ALL
    SELECT person_id, 2 FROM identifiers_like($4::text[], $5::text[], $6::integer * 2)
  ), ranked AS (
    SELECT p.root AS id, min(h.rank) AS rank
    FROM (SELECT person_id, min(rank) AS rank FROM hits GROUP BY person_id) h, LATERAL (
      SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o
      WHERE o.business_id = this_business() AND o.person_id = h.person_id LIMIT 1) p
    GROUP BY 1
  ), best AS MATERIALIZED (
    SELECT r.id, r.rank, p.name, p.kind FROM ranked r, LATERAL (
      SELECT o.name, o.kind FROM people o WHERE o.business_id = this_business() AND o.person_id = r.id LIMIT 1) p
    ORDER BY r.rank, p.name COLLATE "fa-x-icu", r.id LIMIT $6
  )
  SELECT b.id, b.name, b.kind, (
    SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'value', i.value) ORDER BY i.kind, i.value), '[]')
    FROM identifiers i
    WHERE i.business_id = this_business() AND i.person_id = ANY(
      ARRAY[b.id] || ARRAY(SELECT m.person_id FROM people m WHERE m.business_id = this_business() AND m.merged_into = b.id))
  ) AS identifiers
  FROM best b ORDER BY b.rank, b.name COLLATE "fa-x-icu", b.id`,
};

async function find(tx: Tx, term: string, most: number): Promise<PersonFound[]> {
  const exact = exactIdentifiers(term);
  const { beginnings, endings } = partsOf(term);
  const { rows } = await tx.query<PersonFound>({
    ...findStatement,
    values: [
      exact.map(({ kind }) => kind),
      exact.map(({ value }) => value),
      looseKey(term),
      beginnings,
      endings,
      most,
    ],
  });
  return rows;
}

/** Everything the whole term may be the one spelling of. */
function exactIdentifiers(term: string): Identifier[] {
  const exact: Identifier[] = [];
  const mobile = readMobile(term);
  if (mobile.ok) exact.push({ kind: 'mobile', value: mobile.value });
  const email = readEmail(term);
  if (email.ok) exact.push({ kind: 'email', value: email.value });
  for (const kind of ['external', 'anonymous'] as const) {
    const read = readIdentity({ [kind]: term });
    const value = read.ok ? read.value[kind] : undefined;
    if (value !== undefined) exact.push({ kind, value });
  }
  return exact;
}

/** What identifiers may begin or end with when the term is only a part of them. */
function partsOf(term: string): { beginnings: string[]; endings: string[] } {
  const key = searchKey(term);
  const digits = key.replace(/[\s()+-]/g, '');
  if (!/^[0-9]+$/.test(digits)) {
    const fits = key.length >= SHORTEST_BEGINNING && /^[!-~]+$/.test(key);
    // E-mails are kept in lower case, customer numbers as they came.
    return { beginnings: fits ? [...new Set([key, toLatinDigits(displayText(term))])] : [], endings: [] };
  }
  const beginnings = digits.length >= SHORTEST_BEGINNING ? [digits, `+${digits}`] : [];
  const iranian = /^(?:0098|98|0)?(9[0-9]{2,9})$/.exec(digits)?.[1];
  if (iranian !== undefined) beginnings.push(`+98${iranian}`);
  return { beginnings, endings: digits.length >= SHORTEST_ENDING ? [digits] : [] };
}
