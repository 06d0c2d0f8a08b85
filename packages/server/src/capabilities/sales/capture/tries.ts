import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Instant } from '@nardeban/core/values';
import {
  type Database,
  int2Array,
  int4Array,
  type Rows,
  type Statement,
  textArray,
} from '../../../platform/database/index.ts';

/** Of whom is counted, over how many minutes, from how many on it is doubtful and from how many on it is refused. */
export interface Bound {
  readonly kind:
    | 'address'
    | 'unproved'
    | 'form'
    | 'business'
    | 'doubtful'
    | 'draw'
    | 'visit'
    | 'visitor'
    | 'visitors'
    | 'letter';
  readonly subject: string;
  readonly minutes: 1 | 10 | 60 | 1440;
  readonly doubtful?: number;
  readonly most: number;
}

const MINUTE = 60_000;

export interface Tried {
  /** Seconds to wait; 0: it may go on. */
  readonly wait: number;
  readonly isDoubtful: boolean;
}

/**
 * Counts one try against each bound, in a transaction of its own that does not wait for the disk: a count that is lost with
 * the server matters to nobody, and those who come at the same moment do not queue for long.
 */
export async function countTry(
  database: Database,
  business: number,
  bounds: readonly Bound[],
  now: Instant,
): Promise<Tried> {
  const counting = countingTry(bounds, now);
  return database.withBusiness(business, async (tx) => {
    const [, told] = await tx.commitWith<[object, object]>([NOT_WAITED_FOR, counting.statement]);
    return counting.read(told);
  });
}

/** For transactions in which nothing is written whose loss would matter. */
export const NOT_WAITED_FOR: Statement = {
  name: 'capture-not-waited-for',
  text: 'SET LOCAL synchronous_commit = off',
};

/** The same as a statement, to be sent as the last of a transaction: whoever counts the same waits for it. */
export function countingTry(
  bounds: readonly Bound[],
  now: Instant,
): { readonly statement: Statement; read(answer: Rows<object>): Tried } {
  const keyed = bounds.map((bound) => ({
    bound,
    hash: subjectOf(bound.subject).toString('hex'),
    slot: Math.floor(now / (bound.minutes * MINUTE)),
  }));
  return {
    statement: {
      name: 'capture-count-tries',
      text: `INSERT INTO capture_tries AS t (business_id, kind, subject, minutes, slot, tries)
           SELECT this_business(), w.kind, decode(w.subject, 'hex'), w.minutes, w.slot, 1
           FROM unnest($1::text[], $2::text[], $3::smallint[], $4::integer[]) AS w (kind, subject, minutes, slot)
           ORDER BY 2, 3, 4, 5
           ON CONFLICT (business_id, kind, subject, minutes, slot) DO UPDATE SET tries = t.tries + 1
           RETURNING kind, encode(subject, 'hex') AS subject, minutes, tries`,
      values: [
        textArray(keyed.map(({ bound }) => bound.kind)),
        textArray(keyed.map(({ hash }) => hash)),
        int2Array(keyed.map(({ bound }) => bound.minutes)),
        int4Array(keyed.map(({ slot }) => slot)),
      ],
    },
    read(answer) {
      const counted = new Map(
        (answer.rows as CountedTries[]).map(({ kind, subject, minutes, tries }) => [
          `${kind} ${subject} ${minutes}`,
          tries,
        ]),
      );
      let wait = 0;
      let isDoubtful = false;
      for (const { bound, hash } of keyed) {
        const tries = counted.get(`${bound.kind} ${hash} ${bound.minutes}`) ?? 0;
        if (tries > bound.most) wait = Math.max(wait, secondsLeft(bound, now));
        if (bound.doubtful !== undefined && tries > bound.doubtful) isDoubtful = true;
      }
      return { wait, isDoubtful };
    },
  };
}

interface CountedTries {
  readonly kind: string;
  readonly subject: string;
  readonly minutes: number;
  readonly tries: number;
}

/** Answers, as `tries`, how often it was counted in the present window and the one before. */
export function triesStatement({ kind, subject, minutes }: Omit<Bound, 'most'>, now: Instant): Statement {
  return {
    name: 'capture-tries',
    text: `SELECT coalesce(sum(tries), 0)::integer AS tries FROM capture_tries
           WHERE business_id = this_business() AND kind = $1 AND subject = $2 AND minutes = $3 AND slot IN ($4, $4 - 1)`,
    values: [kind, subjectOf(subject), minutes, Math.floor(now / (minutes * MINUTE))],
  };
}

function secondsLeft({ minutes }: Bound, now: Instant): number {
  const length = minutes * MINUTE;
  return Math.max(1, Math.ceil((length - (now % length)) / 1000));
}

function subjectOf(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

/** Whoever has one IPv6 address has 2⁶⁴ of them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}
