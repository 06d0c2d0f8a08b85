import type { Instant } from '@nardeban/core/values';
import { int4Array, type Tx } from '../../platform/database/index.ts';
import { SPANS, spanStart, TOLD, toldValues } from './counting.ts';
import type { Version } from './versions.ts';

/** Steps from one place to another between two cuts; `from` is UNKNOWN for people who came to be known. */
export interface CountedPart {
  /** 0: before the first cut; n: from the n-th cut to the one after it, or without end. */
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

/** Stretches of one length that are read whole: those that start on a day from `begin` on and before `end`. */
interface Stretch {
  readonly part: number;
  readonly span: number;
  readonly begin: number;
  readonly end: number;
}

/** Further than any day that is counted, and still an integer of the server. */
const EVER = 2_000_000_000;

/**
 * Steps summed between cuts: local days, ascending, at each of which something begins. From the counters, or from the moves
 * themselves while a version is not counted (`isCounted`) yet.
 */
export async function countedBetween(
  tx: Tx,
  version: Version,
  cuts: readonly number[],
  now: Instant,
  counted: boolean,
): Promise<readonly CountedPart[]> {
  if (!counted) return toldBetween(tx, version, cuts, now);
  const stretches = stretchesBetween(cuts);
  const { rows } = await tx.query<CountedPart>({
    name: 'ladder_days_between',
    // Each stretch is looked up by the key; as a join the planner would read all days there are and compare.
    text: `SELECT s.part, d.from_rung AS "from", d.to_rung AS "to", sum(d.people)::int8 AS people
           FROM unnest($3::int[], $4::int[], $5::int[], $6::int[]) AS s (part, span, begins, ends), LATERAL (
             SELECT o.from_rung, o.to_rung, o.people FROM ladder_days o
             WHERE o.business_id = this_business() AND o.ladder_id = $1 AND o.version = $2 AND o.span = s.span::smallint
               AND o.starts >= s.begins AND o.starts < s.ends OFFSET 0) d
           GROUP BY 1, 2, 3`,
    values: [
      version.ladderId,
      version.version,
      int4Array(stretches.map(({ part }) => part)),
      int4Array(stretches.map(({ span }) => span)),
      int4Array(stretches.map(({ begin }) => begin)),
      int4Array(stretches.map(({ end }) => end)),
    ],
  });
  return rows;
}

/** Whole blocks where a part holds some, and single days at both ends. */
export function stretchesBetween(cuts: readonly number[]): Stretch[] {
  const [, block] = SPANS;
  const stretches: Stretch[] = [];
  for (let part = 0; part <= cuts.length; part++) {
    const first = cuts[part - 1] ?? -EVER;
    const end = cuts[part] ?? EVER;
    const begins = part === 0 ? -EVER : spanStart(first + block - 1, block);
    const ends = part === cuts.length ? EVER : spanStart(end, block);
    if (begins >= ends) {
      stretches.push({ part, span: 1, begin: first, end });
      continue;
    }
    stretches.push({ part, span: block, begin: begins, end: ends });
    if (first < begins) stretches.push({ part, span: 1, begin: first, end: begins });
    if (ends < end) stretches.push({ part, span: 1, begin: ends, end });
  }
  return stretches;
}

async function toldBetween(
  tx: Tx,
  version: Version,
  cuts: readonly number[],
  now: Instant,
): Promise<readonly CountedPart[]> {
  const values = await toldValues(tx, version, now);
  const { rows } = await tx.query<CountedPart>(
    `WITH ${TOLD} SELECT width_bucket(day, $${values.length + 1}::int[]) AS part, from_rung AS "from", to_rung AS "to",
       sum(people)::int8 AS people FROM told GROUP BY 1, 2, 3`,
    [...values, int4Array(cuts)],
  );
  return rows;
}
