import { hash } from 'node:crypto';
import { type Mapping, type PartialMapping, readPartialMapping } from '@nardeban/core/imports';
import type { Tx } from '../../platform/database/index.ts';

/** Stands for the headers of a file: two hundred of them would be too long for an index. */
function headersKey(headers: readonly string[]): string {
  return hash('sha256', JSON.stringify(headers));
}

/** The mapping somebody made for a file with these headers, or null. */
export async function savedMapping(tx: Tx, headers: readonly string[]): Promise<PartialMapping | null> {
  const { rows } = await tx.query<{ mapping: unknown }>(
    'SELECT mapping FROM import_mappings WHERE business_id = this_business() AND headers_key = $1',
    [headersKey(headers)],
  );
  if (rows[0] === undefined) return null;
  const read = readPartialMapping(rows[0].mapping);
  return read.ok ? read.value : null;
}

/** Remembers a mapping for the next file with these headers. */
export async function saveMapping(tx: Tx, headers: readonly string[], mapping: Mapping): Promise<void> {
  await tx.query(
    `INSERT INTO import_mappings (business_id, headers_key, mapping) VALUES (this_business(), $1, $2)
     ON CONFLICT (business_id, headers_key) DO UPDATE SET mapping = excluded.mapping, saved_at = now()`,
    [headersKey(headers), JSON.stringify(mapping)],
  );
}
