import type { Identifier, PersonId } from '@nardeban/core/people';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** What was known from imports alone and has now been told by somebody else as well. */
export interface Confirmed {
  readonly identifiers: readonly (Identifier & { readonly person: PersonId })[];
  readonly named: readonly PersonId[];
}

/**
 * Writes down that this import, or with null somebody who is no import, tells of the identifiers too: undoing the
 * imports that told of them before no longer takes them away. False when such an undo took one of them just now: then
 * nothing of this stays, and who asks has to look again. By order of their key, like everywhere identifiers are written.
 */
export async function confirmIdentifiers(
  tx: Tx,
  business: Pick<Business, 'id'>,
  identifiers: Confirmed['identifiers'],
  importId: number | null,
): Promise<boolean> {
  if (identifiers.length === 0) return true;
  const { rows } = await tx.query<{ kind: string; value: string; missing: boolean }>({
    name: 'people-confirm-identifiers',
    text: `INSERT INTO identifiers (business_id, kind, value, person_id)
           SELECT $1, i.kind, i.value, i.person FROM unnest($2::text[], $3::text[], $4::bigint[]) AS i (kind, value, person)
           ORDER BY i.kind, i.value COLLATE "C"
           ON CONFLICT (business_id, kind, value) DO UPDATE SET only_imports =
             CASE WHEN $5::bigint IS NOT NULL AND identifiers.only_imports IS NOT NULL
               THEN array_append(identifiers.only_imports, $5::bigint) END
           RETURNING kind, value, xmax = 0 AS missing`,
    values: [
      business.id,
      identifiers.map(({ kind }) => kind),
      identifiers.map(({ value }) => value),
      identifiers.map(({ person }) => person),
      importId,
    ],
  });
  const missing = rows.filter((row) => row.missing);
  if (missing.length === 0) return true;
  await tx.query(
    `DELETE FROM identifiers i USING unnest($2::text[], $3::text[]) AS m (kind, value)
     WHERE i.business_id = $1 AND i.kind = m.kind AND i.value = m.value`,
    [business.id, missing.map(({ kind }) => kind), missing.map(({ value }) => value)],
  );
  return false;
}

/** These people's names are no longer the word of one import alone. */
export async function confirmNames(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly PersonId[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.query({
    name: 'people-confirm-names',
    text: `INSERT INTO people (business_id, person_id, known_since)
           SELECT $1, one, now() FROM unnest($2::bigint[]) AS one ORDER BY 2
           ON CONFLICT (business_id, person_id) DO UPDATE SET named_by_import = NULL`,
    values: [business.id, people],
  });
}
