import { definitionSchema, type Definition } from '@nardeban/core/ladder';
import type { Tx } from '../../platform/database/index.ts';

/** A version as it is spoken of: what it is, and its places in order. */
export interface VersionNamed {
  readonly ladderId: number;
  readonly version: number;
  readonly key: string;
  /** A segment is computed as a typology is. */
  readonly kind: 'ladder' | 'typology' | 'segment';
  readonly definition: Definition;
}

/** These versions, by the number of their ladder and their own; one that is not there any more is left out. */
export async function versionsNamed(
  tx: Tx,
  asked: readonly { readonly ladderId: number; readonly version: number }[],
): Promise<readonly VersionNamed[]> {
  const { rows } = await tx.query<VersionNamed & { readonly definition: unknown }>({
    name: 'versions-named',
    text: `SELECT v.ladder_id AS "ladderId", v.version, l.key, l.kind, v.definition
           FROM ladder_versions v JOIN ladders l ON l.business_id = v.business_id AND l.ladder_id = v.ladder_id
           WHERE v.business_id = this_business() AND v.ladder_id = ANY($1::integer[]) AND v.version = ANY($2::integer[])`,
    values: [asked.map(({ ladderId }) => ladderId), asked.map(({ version }) => version)],
  });
  return rows.map((row) => ({ ...row, definition: definitionSchema.parse(row.definition) }));
}
