import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Database,
  int8Array,
  textArray,
  type Tx,
  whileAlone,
} from '../../../platform/database/index.ts';
import { codeFrom, hashOfCode } from './deriving.ts';

/** How many codes are written in one transaction: a moment's work, so stopping is quick and nothing is held for long. */
const PART = 10_000;
/** After so many others are let have the processor. */
const BREATHE_EVERY = 500;

interface Making {
  readonly seed: Buffer;
  readonly payload: number;
  readonly drawn: number;
  readonly left: number;
}

/**
 * Makes the codes of a batch, part by part, each with its progress in the same transaction. Killed at any instant it goes
 * on with the next code, for every code comes of the batch's seed and its own number. Throws when it was interrupted, so
 * that the job is delivered again.
 */
export async function makeCodes(
  database: Database,
  business: number,
  batch: number,
  signal?: AbortSignal,
): Promise<void> {
  await whileAlone(
    database,
    business,
    `nardeban codes ${batch}`,
    async () => {
      for (;;) {
        signal?.throwIfAborted();
        const part = await database.withBusiness(business, (tx) => makePart(tx, business, batch, PART));
        if (part !== 'more') return;
      }
    },
    { signal },
  );
}

/**
 * Makes the next codes of a batch in the caller's transaction, `most` of them at most. A code that is taken already, by
 * another batch or another number of this one, is passed over, and another one is drawn in the next part.
 */
export async function makePart(
  tx: Tx,
  business: number,
  batch: number,
  most: number,
): Promise<'more' | 'over'> {
  const { rows } = await tx.query<Making>(
    `UPDATE voucher_batches SET state = CASE WHEN stop_asked THEN 'stopped' ELSE 'making' END
     WHERE business_id = this_business() AND batch_id = $1 AND state IN ('waiting', 'making') AND seed IS NOT NULL
     RETURNING seed, payload, drawn, CASE WHEN state = 'making' THEN asked - made ELSE 0 END AS left`,
    [batch],
  );
  const [making] = rows;
  if (making === undefined || making.left === 0) return 'over';
  const size = Math.min(making.left, most);
  const made = await insertCodes(tx, business, batch, making, size);
  const { rows: after } = await tx.query<{ state: string }>(
    `UPDATE voucher_batches SET drawn = drawn + $2, made = made + $3,
       state = CASE WHEN made + $3 >= asked THEN 'done' ELSE state END
     WHERE business_id = this_business() AND batch_id = $1 RETURNING state`,
    [batch, size, made],
  );
  return after[0]?.state === 'making' ? 'more' : 'over';
}

async function insertCodes(
  tx: Tx,
  business: number,
  batch: number,
  { seed, payload, drawn }: Making,
  size: number,
): Promise<number> {
  const ordinals: number[] = [];
  const hashes: string[] = [];
  for (let ordinal = drawn + 1; ordinal <= drawn + size; ordinal += 1) {
    ordinals.push(ordinal);
    hashes.push(hashOfCode(business, codeFrom(seed, ordinal, payload)));
    if (ordinal % BREATHE_EVERY === 0) await breathe();
  }
  // In the order of the index that they go into, which then is walked through once for all of them.
  const { rowCount } = await tx.query({
    name: 'club-codes-made',
    text: `INSERT INTO vouchers (business_id, hash, batch_id, ordinal)
           SELECT this_business(), hash, $3, ordinal
           FROM (SELECT hash::uuid AS hash, ordinal FROM unnest($1::text[], $2::bigint[]) AS one (hash, ordinal)) code
           ORDER BY hash ON CONFLICT DO NOTHING`,
    values: [textArray(hashes), int8Array(ordinals), batch],
  });
  return rowCount;
}
