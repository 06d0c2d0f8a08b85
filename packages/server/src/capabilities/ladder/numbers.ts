import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { spanStart, SPANS, TOLD, toldValues } from './counting.ts';
import { countedBetween } from './day-counts.ts';
import { medianOfClasses } from './stood-days.ts';
import type { Version } from './versions.ts';

/** Steps from one place to another; `from` is UNKNOWN for people who came to be known. */
export interface FlowNumbers {
  readonly from: number;
  readonly to: number;
  /** Up to the end of the day asked about. */
  readonly asOf: number;
  /** Up to the end of the day before the period, and of the day before the period before it. */
  readonly before: number;
  readonly longBefore: number;
  readonly within: number;
  readonly withinBefore: number;
}

/** Local days. A period and the one right before it, which begins on `firstBefore`; `asOf` null: everything there is. */
export interface DaysAsked {
  readonly first: number;
  readonly last: number;
  readonly firstBefore: number;
  readonly asOf: number | null;
}

/** All that an overview counts, in one pass: sums between the days at which something begins or ends. */
export async function flowNumbers(
  tx: Tx,
  version: Version,
  days: DaysAsked,
  now: Instant,
  counted: boolean,
): Promise<FlowNumbers[]> {
  const { first, last, firstBefore } = days;
  const asOfEnd = days.asOf === null ? Number.POSITIVE_INFINITY : days.asOf + 1;
  const cuts = [...new Set([firstBefore, first, last + 1, asOfEnd])]
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
  const rows = await countedBetween(tx, version, cuts, now, counted);
  const flows = new Map<string, { -readonly [Name in keyof FlowNumbers]: number }>();
  for (const { part, from, to, people } of rows) {
    const begins = cuts[part - 1] ?? Number.NEGATIVE_INFINITY;
    const ends = cuts[part] ?? Number.POSITIVE_INFINITY;
    const flow = flows.get(`${from} ${to}`) ?? {
      from,
      to,
      asOf: 0,
      before: 0,
      longBefore: 0,
      within: 0,
      withinBefore: 0,
    };
    flows.set(`${from} ${to}`, flow);
    if (ends <= asOfEnd) flow.asOf += people;
    if (ends <= first) flow.before += people;
    if (ends <= firstBefore) flow.longBefore += people;
    if (begins >= first && ends <= last + 1) flow.within += people;
    if (begins >= firstBefore && ends <= first) flow.withinBefore += people;
  }
  // Always told in the same order, so that two answers are compared by eye.
  return [...flows.values()].sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Answers the median of the days stood before a step upward in these days; null where nobody made it. */
export async function medianDays(
  tx: Tx,
  version: Version,
  days: { readonly first: number; readonly last: number },
  now: Instant,
  counted: boolean,
): Promise<(from: number, to: number) => number | null> {
  const rows = counted ? await waitsCounted(tx, version, days) : await waitsTold(tx, version, days, now);
  const classes = new Map<string, Map<number, number>>();
  for (const { from, to, stood, people } of rows) {
    const flow = classes.get(`${from} ${to}`) ?? new Map<number, number>();
    classes.set(`${from} ${to}`, flow.set(stood, people));
  }
  return (from, to) => medianOfClasses(classes.get(`${from} ${to}`) ?? new Map());
}

interface Wait {
  readonly from: number;
  readonly to: number;
  readonly stood: number;
  readonly people: number;
}

/** Whole blocks where the days hold some, and single days at both ends. */
async function waitsCounted(
  tx: Tx,
  version: Version,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<Wait[]> {
  const block = SPANS[1];
  const end = spanStart(last + 1, block);
  const begin = Math.min(spanStart(first + block - 1, block), end);
  const whole = begin >= first && begin < end;
  const values = whole ? [begin, end] : [last + 1, last + 1];
  const { rows } = await tx.query<Wait>({
    name: 'waits_counted',
    text: `SELECT from_rung AS "from", to_rung AS "to", stood, sum(people)::int8 AS people FROM (
             SELECT from_rung, to_rung, stood, people FROM ladder_waits_told
             WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND span = ${block} AND starts >= $5 AND starts < $6
             UNION ALL SELECT from_rung, to_rung, stood, people FROM ladder_waits_told
             WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND span = 1 AND starts >= $3 AND starts < $5
             UNION ALL SELECT from_rung, to_rung, stood, people FROM ladder_waits_told
             WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND span = 1 AND starts >= $6 AND starts <= $4) AS parts
           GROUP BY 1, 2, 3`,
    values: [version.ladderId, version.version, first, last, ...values],
  });
  return rows;
}

async function waitsTold(
  tx: Tx,
  version: Version,
  { first, last }: { readonly first: number; readonly last: number },
  now: Instant,
): Promise<Wait[]> {
  const { rows } = await tx.query<Wait>(
    `WITH ${TOLD} SELECT from_rung AS "from", to_rung AS "to", stood, sum(people)::int8 AS people FROM told
     WHERE stood IS NOT NULL AND day BETWEEN $8::int AND $9::int GROUP BY 1, 2, 3`,
    [...(await toldValues(tx, version, now)), first, last],
  );
  return rows;
}
