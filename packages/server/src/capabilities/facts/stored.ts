import type { FactData } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Business } from '../../platform/tenancy/index.ts';
import { int4Array, int8Array, textArray, type Tx } from '../../platform/database/index.ts';
import type { FactColumns } from './columns.ts';
import type { FactRow } from './fact-row.ts';

/** What stands under a key, with what is needed to tell whether it was told again or anew. */
export interface StoredFact extends FactColumns {
  readonly factId: number;
  readonly type: string;
  readonly at: Instant;
  readonly conflictId: number | null;
  /** The import that told it; null: none did. */
  readonly importId: number | null;
  /** The person it stands on, and everybody among those told of now who is one with that person; null: nobody. */
  readonly people: readonly (number | null)[];
}

interface Row extends Omit<StoredFact, 'people'> {
  readonly sourceId: number;
  readonly key: string;
  readonly root: number | null;
}

/** The stored facts under the keys of these rows, by `<source> <key>`. */
export async function readStored(
  tx: Tx,
  business: Pick<Business, 'id'>,
  rows: readonly FactRow[],
): Promise<Map<string, StoredFact>> {
  const { rows: found } = await tx.query<Row>({
    name: 'facts-stored',
    text: `
      SELECT f.source_id AS "sourceId", f.key, f.fact_id AS "factId", f.type, f.at, f.conflict_id AS "conflictId",
             f.import_id AS "importId",
             f.amount, f.ref, f.data, p.root
      FROM unnest($2::integer[], $3::text[]) AS w (source_id, key), LATERAL (
        SELECT * FROM facts o WHERE o.business_id = $1 AND o.source_id = w.source_id AND o.key = w.key LIMIT 1
      ) f LEFT JOIN LATERAL (
        SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o
        WHERE o.business_id = $1 AND o.person_id = f.person_id LIMIT 1
      ) p ON true`,
    values: [
      business.id,
      int4Array(rows.map(({ sourceId }) => sourceId)),
      textArray(rows.map(({ key }) => key)),
    ],
  });
  const { rows: roots } = await tx.query<{ person: number; root: number }>({
    name: 'facts-roots',
    text: `
      SELECT one AS person, p.root FROM unnest($2::bigint[]) AS one, LATERAL (
        SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o
        WHERE o.business_id = $1 AND o.person_id = one LIMIT 1) p`,
    values: [business.id, int8Array([...new Set(rows.flatMap(({ personId }) => personId ?? []))])],
  });
  const oneWith = Map.groupBy(roots, ({ root }) => root);
  return new Map(
    found.map(({ root, ...row }) => {
      const people =
        root === null ? [null] : [root, ...(oneWith.get(root) ?? []).map(({ person }) => person)];
      return [`${row.sourceId} ${row.key}`, { ...row, people }];
    }),
  );
}

/**
 * Is this the same fact told again? Whom it is about counts too, as far as merges go; only of a fact that waits, or
 * waited, for a conflict the person says nothing.
 */
export function isSameFact(row: FactRow, columns: FactColumns, stored: StoredFact): boolean {
  return (
    row.type === stored.type &&
    row.at === stored.at &&
    columns.amount === stored.amount &&
    columns.ref === stored.ref &&
    isSameRecord(columns.data, stored.data) &&
    (row.conflictId !== null || stored.conflictId !== null || stored.people.includes(row.personId))
  );
}

function isSameRecord(a: FactData | null, b: FactData | null): boolean {
  if (a === null || b === null) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
