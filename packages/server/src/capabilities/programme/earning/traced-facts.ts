import type { TracedFact } from '@nardeban/core/programme';
import type { FactData } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { dataOf } from '../../facts/index.ts';

interface Row {
  readonly id: number;
  readonly type: string;
  readonly at: Instant;
  readonly source: string;
  readonly key: string;
  readonly amount: number | null;
  readonly ref: string | null;
  readonly data: FactData | null;
}

/** The facts of these types of people who are one, in order of time, each with what makes it one of its kind. */
export async function tracedFacts(
  tx: Tx,
  members: readonly number[],
  types: ReadonlySet<string>,
): Promise<TracedFact[]> {
  const { rows } = await tx.query<Row>({
    name: 'club-traced-facts',
    // Person by person, so that a business of which nothing is known yet is not read from one end to the other.
    text: `SELECT f.fact_id AS id, f.type, f.at, s.name AS source, f.key, f.amount, f.ref, f.data
           FROM unnest($1::bigint[]) AS m (id), LATERAL (
             SELECT * FROM facts o
             WHERE o.business_id = this_business() AND o.person_id = m.id AND o.type = ANY($2::text[]) OFFSET 0) f, LATERAL (
             SELECT o.name FROM sources o
             WHERE o.business_id = f.business_id AND o.source_id = f.source_id LIMIT 1) s
           ORDER BY f.at, f.fact_id`,
    values: [members, [...types]],
  });
  return rows.map(({ amount, ref, data, ...fact }) => ({
    ...fact,
    data: dataOf(fact.type, { amount, ref, data }),
  }));
}

/** Which of these facts are not there (any more): by source and key. */
export async function factsGone(
  tx: Tx,
  told: readonly { readonly source: string; readonly key: string }[],
): Promise<ReadonlySet<string>> {
  if (told.length === 0) return new Set();
  const { rows } = await tx.query<{ source: string; key: string }>({
    name: 'club-facts-gone',
    text: `SELECT t.source, t.key FROM unnest($1::text[], $2::text[]) AS t (source, key)
           WHERE NOT EXISTS (SELECT FROM sources s JOIN facts f
             ON f.business_id = s.business_id AND f.source_id = s.source_id AND f.key = t.key
             WHERE s.business_id = this_business() AND s.name = t.source)`,
    values: [told.map(({ source }) => source), told.map(({ key }) => key)],
  });
  return new Set(rows.map(factName));
}

export function factName({ source, key }: { readonly source: string; readonly key: string }): string {
  return `${source}\u0000${key}`;
}
