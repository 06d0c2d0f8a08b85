import { randomInt } from 'node:crypto';
import { type Instant, zoneOf } from '@nardeban/core/values';
import { int8Array, type Statement, textArray, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';

export type Counted = 'view' | 'sent' | 'lead' | 'doubtful' | 'scan';

/** So many rows stand for one count, so that those who come at the same moment seldom wait for each other. */
const SLOTS = 16;

export interface CountedNow {
  readonly kind: Counted;
  readonly subject: number;
  readonly times?: number;
}

/** Counts what happened to forms and links today. */
export function countingToday(
  business: Pick<Business, 'zone'>,
  counted: readonly CountedNow[],
  now: Instant,
): Statement {
  return {
    name: 'capture-count-today',
    text: `INSERT INTO capture_counts AS c (business_id, kind, subject, day, slot, times)
           SELECT this_business(), w.kind, w.subject, $4, $5, w.times
           FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS w (kind, subject, times) ORDER BY 2, 3
           ON CONFLICT (business_id, kind, subject, day, slot) DO UPDATE SET times = c.times + excluded.times`,
    values: [
      textArray(counted.map(({ kind }) => kind)),
      int8Array(counted.map(({ subject }) => subject)),
      int8Array(counted.map(({ times = 1 }) => times)),
      dayOf(business, now),
      randomInt(SLOTS),
    ],
  };
}

export interface Tally {
  readonly view: number;
  readonly sent: number;
  readonly lead: number;
  readonly doubtful: number;
  readonly scan: number;
}

/** What was counted since a day, by form or link. */
export async function talliesSince(
  tx: Tx,
  kinds: readonly Counted[],
  subjects: readonly number[],
  since: number,
): Promise<ReadonlyMap<number, Tally>> {
  const { rows } = await tx.query<{ subject: number; kind: Counted; times: number }>(
    `SELECT c.subject, c.kind, sum(c.times)::bigint AS times
     FROM unnest($1::text[]) AS k (kind), unnest($2::bigint[]) AS s (subject), LATERAL (
       SELECT o.subject, o.kind, o.times FROM capture_counts o
       WHERE o.business_id = this_business() AND o.kind = k.kind AND o.subject = s.subject AND o.day >= $3 OFFSET 0) c
     GROUP BY c.subject, c.kind`,
    [kinds, subjects, since],
  );
  const tallies = new Map<number, Tally>();
  for (const { subject, kind, times } of rows) {
    const before = tallies.get(subject) ?? { view: 0, sent: 0, lead: 0, doubtful: 0, scan: 0 };
    tallies.set(subject, { ...before, [kind]: times });
  }
  return tallies;
}

export function dayOf({ zone }: Pick<Business, 'zone'>, now: Instant): number {
  return zoneOf(zone).dayOf(now);
}
