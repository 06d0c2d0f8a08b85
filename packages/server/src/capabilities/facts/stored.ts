import type { FactData } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import type { FactRow } from './append.ts';
import { numberArray, textArray } from './array-literals.ts';
import type { FactColumns } from './columns.ts';

/** What stands under a key, with what is needed to tell whether it was told again or anew. */
export interface StoredFact extends FactColumns {
  readonly factId: number;
  readonly type: string;
  readonly at: Instant;
  readonly conflictId: number | null;
  /** Everybody who is one with the person it stands on; null among them when it stands on nobody. */
  readonly people: readonly (number | null)[];
}

interface Row extends StoredFact {
  readonly sourceId: number;
  readonly key: string;
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
             f.amount, f.ref, f.data,
             ARRAY[f.person_id] || ARRAY(
               SELECT m.person_id FROM people o JOIN people m
                 ON m.business_id = $1 AND (m.person_id = o.merged_into OR m.merged_into = coalesce(o.merged_into, o.person_id))
               WHERE o.business_id = $1 AND o.person_id = f.person_id) AS people
      FROM unnest($2::integer[], $3::text[]) AS w (source_id, key)
      JOIN facts f ON f.business_id = $1 AND f.source_id = w.source_id AND f.key = w.key`,
    values: [
      business.id,
      numberArray(rows.map(({ sourceId }) => sourceId)),
      textArray(rows.map(({ key }) => key)),
    ],
  });
  return new Map(found.map((row) => [`${row.sourceId} ${row.key}`, row]));
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
