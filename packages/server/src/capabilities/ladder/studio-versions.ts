import { type Definition, validateDefinition, type Words } from '@nardeban/core/ladder';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { vocabularyOf } from '../facts/index.ts';
import { type Draft, isAnything, readDraftOf } from './studio-drafts.ts';
import { lockClimbing } from './writing.ts';

/** A ladder or typology as those who design it see it. */
export interface Designed {
  readonly key: string;
  readonly kind: Definition['kind'];
  readonly name: Words;
  readonly places: number;
  readonly published: Told | null;
  readonly draft: Omit<Draft, 'definition'> | null;
  readonly publishing: Publishing | null;
  readonly archived: { readonly by: string; readonly at: Instant } | null;
}

interface Told {
  readonly version: number;
  readonly by: string | null;
  readonly at: Instant | null;
}

interface Publishing {
  readonly version: number;
  readonly done: number;
  readonly total: number;
  /** False where the definition in force is computed anew, by other days or money: that has to come to its end. */
  readonly stoppable: boolean;
}

interface DesignedRow {
  ladder_id: number;
  key: string;
  kind: Definition['kind'];
  name: Words | null;
  places: number | null;
  version: number | null;
  published_by: string | null;
  published_at: Instant | null;
  draft_version: number | null;
  revision: number;
  base_version: number | null;
  note: string | null;
  made_by: string;
  made_at: Instant;
  publishing: number | null;
  stoppable: boolean;
  done: number;
  total: number;
  archived_by: string | null;
  archived_at: Instant | null;
}

/**
 * Everything that is designed here, or the one with a key. The people of the business are counted only where a version is
 * being published, as that is what progress is told of.
 */
export async function designedIn(
  tx: Tx,
  key?: string,
): Promise<(Designed & { readonly ladderId: number })[]> {
  const { rows } = await tx.query<DesignedRow>(
    `SELECT l.ladder_id, l.key, l.kind, l.version, l.archived_by, l.archived_at, last.name, last.places,
       p.published_by, p.published_at, d.version AS draft_version, d.revision, d.base_version, d.note, d.made_by, d.made_at,
       w.version AS publishing, w.people_done AS done,
       w.restores IS NOT NULL OR w.definition IS DISTINCT FROM p.definition AS stoppable,
       CASE WHEN w.version IS NULL THEN 0 ELSE
         (SELECT count(*) FROM people q WHERE q.business_id = this_business() AND q.merged_into IS NULL) END AS total
     FROM ladders l
     LEFT JOIN ladder_versions p ON p.business_id = l.business_id AND p.ladder_id = l.ladder_id AND p.version = l.version
     LEFT JOIN ladder_versions d ON d.business_id = l.business_id AND d.ladder_id = l.ladder_id AND d.state = 'draft'
     LEFT JOIN ladder_versions w ON w.business_id = l.business_id AND w.ladder_id = l.ladder_id AND w.state = 'publishing'
     LEFT JOIN LATERAL (
       SELECT v.definition -> 'name' AS name,
              jsonb_array_length(coalesce(v.definition -> 'rungs', v.definition -> 'classes', '[]')) AS places
       FROM ladder_versions v WHERE v.business_id = l.business_id AND v.ladder_id = l.ladder_id
       ORDER BY v.version = l.version DESC NULLS LAST, v.version DESC LIMIT 1) last ON true
     WHERE l.business_id = this_business() AND l.kind <> 'segment' AND ($1::text IS NULL OR l.key = $1) AND ${isAnything('l')}
     ORDER BY l.archived_at IS NOT NULL, l.kind, l.ladder_id`,
    [key ?? null],
  );
  return rows.map((row) => ({
    ladderId: row.ladder_id,
    key: row.key,
    kind: row.kind,
    name: row.name ?? { fa: row.key, en: row.key },
    places: row.places ?? 0,
    published:
      row.version === null ? null : { version: row.version, by: row.published_by, at: row.published_at },
    draft:
      row.draft_version === null
        ? null
        : {
            version: row.draft_version,
            revision: row.revision,
            baseVersion: row.base_version,
            note: row.note,
            editedBy: row.made_by,
            editedAt: row.made_at,
          },
    publishing:
      row.publishing === null
        ? null
        : { version: row.publishing, done: row.done, total: row.total, stoppable: row.stoppable },
    archived: row.archived_at === null ? null : { by: row.archived_by ?? '', at: row.archived_at },
  }));
}

export interface InStudio extends Omit<Designed, 'draft' | 'published'> {
  readonly published: (Told & { readonly definition: Definition }) | null;
  readonly draft: Draft | null;
}

/** One ladder or typology with its definitions; null if there is none with this key. */
export async function readInStudio(tx: Tx, key: string): Promise<InStudio | null> {
  const [designed] = await designedIn(tx, key);
  if (designed === undefined) return null;
  const { ladderId, published, ...rest } = designed;
  const version = published === null ? null : await versionOf(tx, key, published.version);
  return {
    ...rest,
    draft: await readDraftOf(tx, ladderId),
    published:
      published === null || version === null ? null : { ...published, definition: version.definition },
  };
}

/** What was in force once, is now, or is about to be: a line of the ladder's history. */
export interface VersionTold {
  readonly version: number;
  readonly state: 'publishing' | 'published' | 'retired';
  readonly name: Words;
  readonly note: string | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly publishedBy: string | null;
  readonly publishedAt: Instant | null;
  /** The earlier version it put back in force. */
  readonly restores: number | null;
  /** The version that was in force before it. */
  readonly before: number | null;
}

interface VersionRow {
  version: number;
  state: VersionTold['state'];
  definition: Definition;
  note: string | null;
  made_by: string;
  made_at: Instant;
  published_by: string | null;
  published_at: Instant | null;
  restores: number | null;
  before: number | null;
}

const told = `SELECT * FROM (
  SELECT v.version, v.state, v.definition, v.note, v.made_by, v.made_at, v.published_by, v.published_at, v.restores,
         lag(v.version) OVER (ORDER BY v.version) AS before
  FROM ladder_versions v JOIN ladders l USING (business_id, ladder_id)
  WHERE v.business_id = this_business() AND l.key = $1 AND l.kind <> 'segment' AND v.state <> 'draft'
    AND (v.state = 'publishing' OR v.published_at IS NOT NULL)) versions`;

function versionTold({ definition, ...row }: VersionRow): VersionTold {
  return {
    version: row.version,
    state: row.state,
    name: definition.name,
    note: row.note,
    madeBy: row.made_by,
    madeAt: row.made_at,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    restores: row.restores,
    before: row.before,
  };
}

/** The versions of a ladder, newest first, before the number `before`. */
export async function versionsOf(
  tx: Tx,
  key: string,
  page: { readonly before: number | null; readonly limit: number },
): Promise<VersionTold[]> {
  const { rows } = await tx.query<VersionRow>(
    `${told} WHERE $2::int IS NULL OR version < $2 ORDER BY version DESC LIMIT $3`,
    [key, page.before, page.limit],
  );
  return rows.map(versionTold);
}

export async function versionOf(
  tx: Tx,
  key: string,
  version: number,
): Promise<(VersionTold & { readonly definition: Definition }) | null> {
  const { rows } = await tx.query<VersionRow>(`${told} WHERE version = $2`, [key, version]);
  const [row] = rows;
  return row === undefined ? null : { ...versionTold(row), definition: row.definition };
}

/**
 * Puts the definition of an earlier version back in force, as a new version: history goes on and loses nothing, and a draft
 * that somebody is writing stays. Publishing begins; `publishEverybody` carries it out. Refusals: `ladder_unknown`,
 * `version_unknown`, `version_in_force`, `publishing_under_way`, those of validateDefinition.
 */
export async function beginRollback(
  tx: Tx,
  key: string,
  asked: {
    readonly version: number;
    readonly by: string;
    readonly note: string | null;
    readonly now: Instant;
  },
): Promise<Result<{ readonly key: string; readonly version: number }>> {
  await lockClimbing(tx);
  const [ladder] = await designedIn(tx, key);
  if (ladder === undefined) return refuse('ladder_unknown', 'key', { ladder: key });
  if (ladder.publishing !== null)
    return refuse('publishing_under_way', 'key', { version: ladder.publishing.version });
  if (ladder.published?.version === asked.version)
    return refuse('version_in_force', 'version', { version: asked.version });
  const earlier = await versionOf(tx, key, asked.version);
  if (earlier === null) return refuse('version_unknown', 'version', { version: asked.version });
  const checked = validateDefinition(earlier.definition, await vocabularyOf(tx));
  if (!checked.ok) return checked;
  // A draft under way gives its number up: numbers tell the order in which versions came into force.
  const { rows } = await tx.query<{ version: number }>(
    `SELECT max(version) + 1 AS version FROM ladder_versions WHERE business_id = this_business() AND ladder_id = $1`,
    [ladder.ladderId],
  );
  const next = rows[0]?.version ?? 1;
  const number = ladder.draft?.version ?? next;
  if (ladder.draft !== null) {
    await tx.query(
      `UPDATE ladder_versions SET version = $3 WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
      [ladder.ladderId, ladder.draft.version, next],
    );
  }
  await tx.query(
    `INSERT INTO ladder_versions (business_id, ladder_id, version, state, definition, note, made_by, made_at, published_by, base_version, restores)
     VALUES (this_business(), $1, $2, 'publishing', $3, $4, $5, $6, $5, $7, $8)`,
    [
      ladder.ladderId,
      number,
      JSON.stringify(checked.value),
      asked.note,
      asked.by,
      timestamptz(asked.now),
      ladder.published?.version ?? null,
      asked.version,
    ],
  );
  await takeOut(tx, ladder.ladderId);
  return accept({ key, version: number });
}

/** What is published again is no longer put away. */
export async function takeOut(tx: Tx, ladderId: number): Promise<void> {
  await tx.query(
    `UPDATE ladders SET archived_at = NULL, archived_by = NULL
     WHERE business_id = this_business() AND ladder_id = $1 AND archived_at IS NOT NULL`,
    [ladderId],
  );
}

/**
 * Puts a ladder or typology away: nobody stands on it any longer, while its versions and moves stay and any version can be
 * put back in force. Refusals say what depends on it: `ladder_last`, `ladder_has_pins`, `publishing_under_way`; and
 * `ladder_unknown`.
 */
export async function archiveLadder(
  tx: Tx,
  key: string,
  by: string,
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  await lockClimbing(tx);
  const all = await designedIn(tx);
  const ladder = all.find((one) => one.key === key);
  if (ladder === undefined || ladder.published === null)
    return refuse('ladder_unknown', 'key', { ladder: key });
  if (ladder.publishing !== null)
    return refuse('publishing_under_way', 'key', { version: ladder.publishing.version });
  const inForce = all.filter((one) => one.kind === 'ladder' && one.published !== null);
  if (ladder.kind === 'ladder' && inForce.length === 1) return refuse('ladder_last', 'key', { ladder: key });
  const { version } = ladder.published;
  const { rows } = await tx.query<{ people: number }>(
    `SELECT count(*) AS people FROM standings
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND pinned`,
    [ladder.ladderId, version],
  );
  const people = rows[0]?.people ?? 0;
  if (people > 0) return refuse('ladder_has_pins', 'key', { ladder: key, people });
  await tx.query(
    `UPDATE ladder_versions SET state = 'retired'
     WHERE business_id = this_business() AND ladder_id = $1 AND state = 'published'`,
    [ladder.ladderId],
  );
  await tx.query(
    `UPDATE ladders SET version = NULL, archived_at = $2, archived_by = $3
     WHERE business_id = this_business() AND ladder_id = $1`,
    [ladder.ladderId, timestamptz(now), by],
  );
  return accept({ version });
}
