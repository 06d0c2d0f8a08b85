import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../database/index.ts';
import type { Deed, DeedBy } from './deeds.ts';

export interface DeedsAsked {
  /** The name of who did it. */
  readonly by?: string | undefined;
  readonly deed?: string | undefined;
  /** From this instant, and before that one. */
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
  /** Older than this one: the last of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface DeedPage {
  readonly deeds: readonly Deed[];
  readonly next: number | null;
}

/** What was done in the transaction's business, the latest first. */
export async function listDeeds(tx: Tx, asked: DeedsAsked): Promise<DeedPage> {
  const { by, deed, from, before, after, limit } = asked;
  const { rows } = await tx.query<{
    id: number;
    at: Instant;
    kind: DeedBy['kind'];
    name: string;
    deed: string;
    aboutKind: string | null;
    aboutId: string | null;
    detail: Deed['detail'];
  }>(
    `SELECT deed_id AS id, at, by_kind AS kind, by_name AS name, deed, about_kind AS "aboutKind", about_id AS "aboutId", detail
     FROM deeds
     WHERE business_id = this_business() AND ($1::text IS NULL OR by_name = $1) AND ($2::text IS NULL OR deed = $2)
       AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::timestamptz IS NULL OR at < $4)
       AND ($5::bigint IS NULL OR deed_id < $5)
     ORDER BY deed_id DESC LIMIT $6`,
    [
      by ?? null,
      deed ?? null,
      from === undefined ? null : timestamptz(from),
      before === undefined ? null : timestamptz(before),
      after ?? null,
      limit + 1,
    ],
  );
  const deeds = rows.slice(0, limit).map((row) => ({
    id: row.id,
    at: row.at,
    by: { kind: row.kind, name: row.name },
    deed: row.deed,
    about: row.aboutKind === null || row.aboutId === null ? null : { kind: row.aboutKind, id: row.aboutId },
    detail: row.detail,
  }));
  return { deeds, next: rows.length > limit ? (deeds.at(-1)?.id ?? null) : null };
}

const MOST_AUTHORS = 200;

/** Everybody who ever did something, in the order of their names: a step through the index for each, not a scan. */
export async function authorsOfDeeds(tx: Tx): Promise<readonly DeedBy[]> {
  const { rows } = await tx.query<DeedBy>(
    `WITH RECURSIVE authors AS (
       (SELECT by_name, by_kind FROM deeds WHERE business_id = this_business() ORDER BY by_name LIMIT 1)
       UNION ALL
       SELECT n.by_name, n.by_kind FROM authors a, LATERAL (
         SELECT by_name, by_kind FROM deeds WHERE business_id = this_business() AND by_name > a.by_name
         ORDER BY by_name LIMIT 1) n
     ) SELECT by_kind AS kind, by_name AS name FROM authors LIMIT $1`,
    [MOST_AUTHORS],
  );
  return rows;
}
