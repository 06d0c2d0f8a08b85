import type { FactData } from '@nardeban/core/facts';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { dataOf, type FactColumns } from './columns.ts';

export interface FactTold {
  readonly id: number;
  readonly type: string;
  readonly at: Instant;
  readonly learntAt: Instant;
  readonly source: string;
  readonly key: string;
  readonly data: FactData;
}

export interface HistoryPage {
  readonly facts: readonly FactTold[];
  /** What to give as `after` for the page that follows; null on the last one. */
  readonly next: string | null;
}

const MOST_FACTS = 1_000;

interface Row extends FactColumns {
  readonly id: number;
  readonly type: string;
  readonly at: Instant;
  readonly learntAt: Instant;
  readonly source: string;
  readonly key: string;
}

/** As many facts as may be asked for by number at once. */
export const MOST_FACTS_BY_NUMBER = 200;

/** Those of these facts that happened to these people, the newest first; a number that is not theirs is passed over. */
export async function factsByNumber(
  tx: Tx,
  people: readonly number[],
  ids: readonly number[],
): Promise<readonly FactTold[]> {
  const { rows } = await tx.query<Row>({
    name: 'facts-by-number',
    text: `
      SELECT f.fact_id AS id, f.type, f.at, f.learnt_at AS "learntAt", s.name AS source, f.key, f.amount, f.ref, f.data
      FROM facts f JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
      WHERE f.business_id = this_business() AND f.fact_id = ANY($1::bigint[]) AND f.person_id = ANY($2::bigint[])
      ORDER BY f.at DESC, f.fact_id DESC`,
    values: [ids.slice(0, MOST_FACTS_BY_NUMBER), people],
  });
  return rows.map(toldBy);
}

/**
 * A page of what happened to these people (a canonical person and everybody merged into them), the newest first. Each
 * page costs the same, however long the history. Refusal: `page_unreadable`.
 */
export async function historyPage(
  tx: Tx,
  people: readonly number[],
  page: { readonly after?: string; readonly limit: number; readonly types?: readonly string[] },
): Promise<Result<HistoryPage>> {
  const place = page.after === undefined ? undefined : /^(-?[0-9]{1,15})-([0-9]{1,15})$/.exec(page.after);
  if (place === null) return refuse('page_unreadable', 'after');
  const limit = Math.max(1, Math.min(MOST_FACTS, Math.trunc(page.limit)));
  const { rows } = await tx.query<Row>({
    name: 'facts-history',
    text: `
      SELECT f.fact_id AS id, f.type, f.at, f.learnt_at AS "learntAt", s.name AS source, f.key, f.amount, f.ref, f.data
      FROM unnest($1::bigint[]) AS one, LATERAL (
        SELECT * FROM facts o
        WHERE o.business_id = this_business() AND o.person_id = one
          AND o.at <= $2::timestamptz AND (o.at < $2::timestamptz OR o.fact_id < $3)
          AND ($4::text[] IS NULL OR o.type = ANY($4::text[]))
        ORDER BY o.at DESC, o.fact_id DESC LIMIT $5
      ) f
      JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
      ORDER BY f.at DESC, f.fact_id DESC LIMIT $5`,
    values: [
      people,
      place === undefined ? 'infinity' : timestamptz(Number(place[1])),
      place === undefined ? 0 : Number(place[2]),
      page.types ?? null,
      limit + 1,
    ],
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return accept({
    facts: shown.map(toldBy),
    next: last === undefined ? null : `${last.at}-${last.id}`,
  });
}

function toldBy({ id, type, at, learntAt, source, key, ...columns }: Row): FactTold {
  return { id, type, at, learntAt, source, key, data: dataOf(type, columns) };
}
