import { hash } from 'node:crypto';
import { type Mapping, mappingSchema, type PartialMapping, readPartialMapping } from '@nardeban/core/imports';
import { displayText, type Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';

/** A mapping the business keeps for files with these headers. */
export interface MappingKept {
  readonly id: number;
  /** What the business calls it; at first the name of the file it was made for. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly savedAt: Instant;
}

export const LONGEST_MAPPING_NAME = 200;

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

/** Remembers a mapping for the next file with these headers; one that has a name already keeps it. */
export async function saveMapping(
  tx: Tx,
  headers: readonly string[],
  mapping: Mapping,
  name: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO import_mappings (business_id, headers_key, mapping, name, headers)
     VALUES (this_business(), $1, $2, $3, $4)
     ON CONFLICT (business_id, headers_key) DO UPDATE SET mapping = excluded.mapping, saved_at = now(),
       headers = excluded.headers, name = CASE WHEN import_mappings.name = '' THEN excluded.name ELSE import_mappings.name END`,
    [
      headersKey(headers),
      JSON.stringify(mapping),
      displayText(name).slice(0, LONGEST_MAPPING_NAME),
      headers.map((header) => header.replaceAll('\u0000', '␀').toWellFormed()),
    ],
  );
}

const COLUMNS = 'mapping_id AS id, name, headers, mapping, saved_at AS "savedAt"';

/** All of them; the one saved last first. */
export async function keptMappings(tx: Tx): Promise<MappingKept[]> {
  const { rows } = await tx.query<Omit<MappingKept, 'mapping'> & { mapping: unknown }>(
    `SELECT ${COLUMNS} FROM import_mappings WHERE business_id = this_business() ORDER BY saved_at DESC LIMIT 500`,
  );
  return rows.flatMap(({ mapping, ...row }) => {
    const read = mappingSchema.safeParse(mapping);
    return read.success ? [{ ...row, mapping: read.data }] : [];
  });
}

/** Gives a mapping another name; null: there is none such. */
export async function renameMapping(tx: Tx, id: number, name: string): Promise<MappingKept | null> {
  const { rows } = await tx.query<Omit<MappingKept, 'mapping'> & { mapping: unknown }>(
    `UPDATE import_mappings SET name = $2 WHERE business_id = this_business() AND mapping_id = $1 RETURNING ${COLUMNS}`,
    [id, name],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, mapping: mappingSchema.parse(row.mapping) };
}

/** Forgets a mapping; answers its name, null when there was none such. What was imported by it stays. */
export async function removeMapping(tx: Tx, id: number): Promise<string | null> {
  const { rows } = await tx.query<{ name: string }>(
    'DELETE FROM import_mappings WHERE business_id = this_business() AND mapping_id = $1 RETURNING name',
    [id],
  );
  return rows[0]?.name ?? null;
}
