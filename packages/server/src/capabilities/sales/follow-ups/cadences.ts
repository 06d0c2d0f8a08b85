import { type Cadence, cadenceSchema, checkCadence } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Author } from './author.ts';

/** A series of touches as it is kept. */
export interface KeptCadence {
  readonly key: string;
  readonly definition: Cadence;
  readonly archived: boolean;
  /** How many of it are under way, and how many it ended by what they did. */
  readonly running: number;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const MOST_CADENCES = 100;

const columns = `cadence AS key, definition, archived_at IS NOT NULL AS archived, revision, changed_by AS "changedBy",
  changed_at AS "changedAt", (SELECT count(*)::integer FROM cadence_runs r
    WHERE r.business_id = c.business_id AND r.cadence = c.cadence AND r.state = 'running') AS running`;

export async function listCadences(tx: Tx): Promise<readonly KeptCadence[]> {
  const { rows } = await tx.query<KeptCadence>(
    `SELECT ${columns} FROM cadences c WHERE business_id = this_business() ORDER BY archived_at IS NOT NULL, cadence LIMIT $1`,
    [MOST_CADENCES],
  );
  return rows.map(read);
}

/** Refusal: `cadence_unknown`. */
export async function cadenceByKey(
  tx: Tx,
  key: string,
  how: 'read' | 'hold' = 'read',
): Promise<Result<KeptCadence>> {
  const { rows } = await tx.query<KeptCadence>(
    `SELECT ${columns} FROM cadences c WHERE business_id = this_business() AND cadence = $1
     ${how === 'hold' ? 'FOR UPDATE' : ''}`,
    [key],
  );
  return rows[0] === undefined ? refuse('cadence_unknown', 'key', { key }) : accept(read(rows[0]));
}

/**
 * Writes a series: a new one with revision 0, else the one that was seen. What runs goes on by the version it began with.
 * Refusals: those of `checkCadence`, `cadence_unknown`, `cadences_too_many`, `changed_meanwhile`.
 */
export async function saveCadence(
  tx: Tx,
  asked: {
    readonly key: string;
    readonly definition: Cadence;
    readonly archived: boolean;
    readonly revision: number;
  },
  { by, now }: Author,
): Promise<Result<KeptCadence>> {
  const checked = checkCadence(asked.definition);
  if (!checked.ok) return checked;
  const { start } = asked.definition;
  const values = [
    asked.key,
    JSON.stringify(asked.definition),
    start,
    asked.archived ? timestamptz(now) : null,
    by,
    timestamptz(now),
  ];
  const held = await cadenceByKey(tx, asked.key, 'hold');
  if (!held.ok && asked.revision !== 0) return held;
  if (held.ok && held.value.revision !== asked.revision)
    return changedMeanwhile(held.value.changedBy, held.value.changedAt);
  if (!held.ok) {
    const { rows } = await tx.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM cadences WHERE business_id = this_business()',
    );
    if ((rows[0]?.count ?? 0) >= MOST_CADENCES)
      return refuse('cadences_too_many', undefined, { most: MOST_CADENCES });
    const { rowCount } = await tx.query(
      `INSERT INTO cadences (business_id, cadence, definition, starts_on, rule_since, archived_at, changed_by, changed_at)
       VALUES (this_business(), $1, $2, $3, CASE WHEN $3::text IS NOT NULL THEN $6::timestamptz END, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      values,
    );
    if (rowCount === 0) return changedMeanwhile(null, null);
  } else {
    await tx.query(
      `UPDATE cadences SET definition = $2, archived_at = coalesce(CASE WHEN $4::timestamptz IS NOT NULL THEN archived_at END, $4),
              rule_since = CASE WHEN $3::text IS NULL OR $4::timestamptz IS NOT NULL THEN NULL
                                WHEN starts_on = $3 AND rule_since IS NOT NULL THEN rule_since ELSE $6::timestamptz END,
              starts_on = $3, revision = revision + 1, changed_by = $5, changed_at = $6
       WHERE business_id = this_business() AND cadence = $1`,
      values,
    );
  }
  await tx.query(
    `INSERT INTO cadence_versions (business_id, cadence, revision, definition, made_by, made_at)
     SELECT business_id, cadence, revision, definition, changed_by, changed_at FROM cadences
     WHERE business_id = this_business() AND cadence = $1`,
    [asked.key],
  );
  return cadenceByKey(tx, asked.key);
}

/** The definitions of versions, each by `key revision`. */
export async function cadenceVersions(
  tx: Tx,
  wanted: readonly { readonly cadence: string; readonly revision: number }[],
): Promise<ReadonlyMap<string, Cadence>> {
  const { rows } = await tx.query<{ cadence: string; revision: number; definition: unknown }>(
    `SELECT DISTINCT v.cadence, v.revision, v.definition FROM unnest($1::text[], $2::integer[]) AS w (cadence, revision)
     JOIN cadence_versions v ON v.business_id = this_business() AND v.cadence = w.cadence AND v.revision = w.revision`,
    [wanted.map(({ cadence }) => cadence), wanted.map(({ revision }) => revision)],
  );
  return new Map(
    rows.map((row) => [`${row.cadence} ${row.revision}`, cadenceSchema.parse(row.definition)] as const),
  );
}

function read(row: KeptCadence): KeptCadence {
  return { ...row, definition: cadenceSchema.parse(row.definition) };
}
