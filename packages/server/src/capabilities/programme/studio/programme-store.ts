import type { Programme } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';

/** A published programme. */
export interface ProgrammeVersion {
  readonly version: number;
  readonly definition: Programme;
  readonly publishedAt: Instant;
}

/** Which version is in force: one row {version}, or none where there is no club. To be sent together with others. */
export const programmeNumberStatement: Statement = {
  name: 'club-version-number',
  text: 'SELECT version FROM club_versions WHERE business_id = this_business() ORDER BY version DESC LIMIT 1',
};

const COLUMNS = 'version, definition, published_at AS "publishedAt"';

/** The programme in force; null: the business has no club. */
export async function programmeInForce(tx: Tx): Promise<ProgrammeVersion | null> {
  const { rows } = await tx.query<ProgrammeVersion>({
    name: 'club-version-in-force',
    text: `SELECT ${COLUMNS} FROM club_versions WHERE business_id = this_business() ORDER BY version DESC LIMIT 1`,
  });
  return rows[0] ?? null;
}

/** One version, whether it is in force or was; null: there is none of this number. */
export async function programmeVersion(tx: Tx, version: number): Promise<ProgrammeVersion | null> {
  const { rows } = await tx.query<ProgrammeVersion>({
    name: 'club-version',
    text: `SELECT ${COLUMNS} FROM club_versions WHERE business_id = this_business() AND version = $1`,
    values: [version],
  });
  return rows[0] ?? null;
}

/** Everything ever published, the oldest first: what happened is judged by what was in force when it happened. */
export async function programmeVersions(tx: Tx): Promise<readonly ProgrammeVersion[]> {
  const { rows } = await tx.query<ProgrammeVersion>(
    `SELECT ${COLUMNS} FROM club_versions WHERE business_id = this_business() ORDER BY version`,
  );
  return rows;
}

/** A version as a list tells it. */
export interface VersionListed {
  readonly version: number;
  readonly name: Programme['name'];
  readonly rules: number;
  readonly note: string | null;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
}

/** The newest first; `before` is the last version of the page before. */
export async function listVersions(
  tx: Tx,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<readonly VersionListed[]> {
  const { rows } = await tx.query<VersionListed>(
    `SELECT version, definition->'name' AS name, jsonb_array_length(definition->'rules') AS rules, note,
            published_by AS "publishedBy", published_at AS "publishedAt"
     FROM club_versions WHERE business_id = this_business() AND ($1::integer IS NULL OR version < $1)
     ORDER BY version DESC LIMIT $2`,
    [page.before ?? null, page.limit],
  );
  return rows;
}

/** Puts a programme in force. The caller holds the draft's row, so that two are not published at once. */
export async function insertVersion(
  tx: Tx,
  published: {
    readonly definition: Programme;
    readonly note: string | null;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO club_versions (business_id, version, definition, note, published_by, published_at)
     SELECT this_business(), coalesce(max(version), 0) + 1, $1, $2, $3, $4 FROM club_versions WHERE business_id = this_business()
     RETURNING version`,
    [JSON.stringify(published.definition), published.note, published.by, timestamptz(published.now)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A version was published and not answered.');
  return row.version;
}
