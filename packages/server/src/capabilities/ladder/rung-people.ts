import { placesOf } from '@nardeban/core/ladder';
import { accept, refuse, type Instant, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Version } from './versions.ts';

export interface PersonOnRung {
  readonly id: number;
  readonly name: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly external: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
}

export interface RungPage {
  readonly people: readonly PersonOnRung[];
  /** What to ask for the next page with; null at the end. */
  readonly next: number | null;
}

const MOST_PER_PAGE = 200;

/** People on a rung now, who came last first; or at an instant of the past, in order of number. A page at a time. */
export async function peopleOnRung(
  tx: Tx,
  version: Version,
  rung: string,
  options: { readonly after?: number; readonly limit?: number; readonly asOf?: Instant },
): Promise<Result<RungPage>> {
  const place = placesOf(version.definition).findIndex((one) => one.key === rung);
  if (place === -1) return refuse('rung_unknown', 'rung', { rung });
  const limit = Math.min(Math.max(options.limit ?? 50, 1), MOST_PER_PAGE);
  const after = options.after ?? 0;
  const rows =
    options.asOf === undefined
      ? await onRungNow(tx, version, place, after, limit)
      : await onRungAt(tx, version, place, after, limit, options.asOf);
  return accept({ people: rows, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null });
}

const identifier = (kind: string): string =>
  `(SELECT i.value FROM identifiers i WHERE i.business_id = p.business_id AND i.person_id = p.person_id AND i.kind = '${kind}' LIMIT 1) AS ${kind}`;
const shown = `p.person_id AS id, p.name, ${['mobile', 'email', 'external'].map(identifier).join(', ')}`;

/** Since when the last of the page before stood here, also when they have left since. */
const sinceOfLast = `coalesce(
  (SELECT l.since FROM standings l WHERE l.business_id = this_business() AND l.ladder_id = $1 AND l.version = $2
     AND l.person_id = $4 AND l.rung = $3),
  (SELECT l.from_since FROM all_moves l WHERE l.business_id = this_business() AND l.ladder_id = $1 AND l.version = $2
     AND l.person_id = $4 AND l.from_rung = $3 AND l.superseded_at IS NULL ORDER BY l.at DESC LIMIT 1))`;

async function onRungNow(
  tx: Tx,
  version: Version,
  place: number,
  after: number,
  limit: number,
): Promise<PersonOnRung[]> {
  const { rows } = await tx.query<PersonOnRung>(
    `SELECT ${shown}, s.since, s.until FROM standings s
     JOIN people p ON p.business_id = s.business_id AND p.person_id = s.person_id
     WHERE s.business_id = this_business() AND s.ladder_id = $1 AND s.version = $2 AND s.rung = $3
       AND ($4 = 0 OR (s.since, s.person_id) < (${sinceOfLast}, $4))
     ORDER BY s.since DESC, s.person_id DESC LIMIT $5`,
    [version.ladderId, version.version, place, after, limit],
  );
  return rows;
}

/** The last move up to then says where somebody stood; who had none yet stood at the start. */
async function onRungAt(
  tx: Tx,
  version: Version,
  place: number,
  after: number,
  limit: number,
  asOf: Instant,
): Promise<PersonOnRung[]> {
  const { rows } = await tx.query<PersonOnRung>(
    `SELECT ${shown}, coalesce(m.at, s.known_since) AS since, NULL::timestamptz AS until FROM standings s
     JOIN people p ON p.business_id = s.business_id AND p.person_id = s.person_id
     LEFT JOIN LATERAL (
       SELECT m.at, m.to_rung FROM all_moves m
       WHERE m.business_id = s.business_id AND m.ladder_id = $1 AND m.version = $2 AND m.person_id = s.person_id
         AND m.superseded_at IS NULL AND m.at <= $6 ORDER BY m.at DESC LIMIT 1) m ON true
     WHERE s.business_id = this_business() AND s.ladder_id = $1 AND s.version = $2 AND s.known_since <= $6
       AND s.person_id > $4 AND coalesce(m.to_rung, $7) = $3
     ORDER BY s.person_id LIMIT $5`,
    [
      version.ladderId,
      version.version,
      place,
      after,
      limit,
      timestamptz(asOf),
      version.compiled.positions.start,
    ],
  );
  return rows;
}
