import { compile, definitionSchema, type Compiled, type Definition } from '@nardeban/core/ladder';
import type { BusinessCalendar } from '@nardeban/core/values';
import type { Statement, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** A version of a ladder or typology, ready to climb. */
export interface Version {
  readonly ladderId: number;
  readonly key: string;
  readonly version: number;
  readonly state: 'draft' | 'publishing' | 'published' | 'retired';
  readonly definition: Definition;
  readonly compiled: Compiled;
}

export interface VersionRow {
  ladder_id: number;
  key: string;
  version: number;
  state: Version['state'];
  definition: unknown;
}

/**
 * Compiled definitions of published versions, which never change. A definition belongs to one business's calendar, and a
 * calendar can be changed, so it is part of the name.
 */
const compiledVersions = new Map<string, Compiled>();
const MOST_COMPILED = 500;

export function calendarOf(business: Business): BusinessCalendar {
  return { zone: business.zone, calendar: business.calendar };
}

function versionOf(business: Business, row: VersionRow): Version {
  const name = [business.id, row.ladder_id, row.version, business.zone, business.calendar].join(' ');
  let compiled = row.state === 'draft' ? undefined : compiledVersions.get(name);
  if (compiled === undefined) {
    compiled = compile(definitionSchema.parse(row.definition), calendarOf(business));
    const oldest = compiledVersions.keys().next();
    if (compiledVersions.size >= MOST_COMPILED && !oldest.done) compiledVersions.delete(oldest.value);
    if (row.state !== 'draft') compiledVersions.set(name, compiled);
  }
  return {
    ladderId: row.ladder_id,
    key: row.key,
    version: row.version,
    state: row.state,
    definition: compiled.definition,
    compiled,
  };
}

const columns = 'v.ladder_id, l.key, v.version, v.state, v.definition';

/** The versions everybody's standing is kept for: those published and those being published. */
export async function activeVersions(tx: Tx, business: Business): Promise<Version[]> {
  const { rows } = await tx.query<VersionRow>(activeVersionsStatement);
  return versionsOf(business, rows);
}

export const activeVersionsStatement: Statement = {
  name: 'active_versions',
  text: `SELECT ${columns} FROM ladder_versions v JOIN ladders l USING (business_id, ladder_id)
         WHERE v.business_id = this_business() AND v.state IN ('published', 'publishing') ORDER BY v.ladder_id, v.version`,
};

export function versionsOf(business: Business, rows: readonly VersionRow[]): Version[] {
  return rows.map((row) => versionOf(business, row));
}

/**
 * The version that is read: of the ladder, typology or segment with this key, or of the first ladder there is. Segments are
 * ladders only to the machinery that keeps them up: no list of ladders names one.
 */
export async function publishedVersion(tx: Tx, business: Business, key?: string): Promise<Version | null> {
  const { rows } = await tx.query<VersionRow>(
    `SELECT ${columns} FROM ladders l JOIN ladder_versions v
       ON v.business_id = l.business_id AND v.ladder_id = l.ladder_id AND v.version = l.version
     WHERE l.business_id = this_business() AND (l.key = $1 OR ($1::text IS NULL AND l.kind <> 'segment')) ORDER BY l.kind, l.ladder_id LIMIT 1`,
    [key ?? null],
  );
  const [row] = rows;
  return row ? versionOf(business, row) : null;
}

/** One version by number; null if there is none. */
export async function versionByNumber(
  tx: Tx,
  business: Business,
  key: string,
  version: number,
): Promise<Version | null> {
  const { rows } = await tx.query<VersionRow>(
    `SELECT ${columns} FROM ladder_versions v JOIN ladders l USING (business_id, ladder_id)
     WHERE v.business_id = this_business() AND l.key = $1 AND v.version = $2`,
    [key, version],
  );
  const [row] = rows;
  return row ? versionOf(business, row) : null;
}

export interface LadderSummary {
  readonly key: string;
  readonly kind: Definition['kind'];
  readonly version: number | null;
  readonly definition: Definition | null;
}

/** Every ladder and typology of the business with its published definition. */
export async function listLadders(tx: Tx): Promise<LadderSummary[]> {
  const { rows } = await tx.query<{
    key: string;
    kind: Definition['kind'];
    version: number | null;
    definition: Definition | null;
  }>(
    `SELECT l.key, l.kind, l.version, v.definition FROM ladders l LEFT JOIN ladder_versions v
       ON v.business_id = l.business_id AND v.ladder_id = l.ladder_id AND v.version = l.version
     WHERE l.business_id = this_business() AND l.kind <> 'segment' ORDER BY l.kind, l.ladder_id`,
  );
  return rows;
}
