import type { Tx } from '../../../platform/database/index.ts';

/**
 * The next number of a kind of paper. Whoever takes one holds the row until their transaction ends, and gives it back with
 * a rollback: no number is left out.
 */
export async function nextNumber(tx: Tx, kind: 'wants' | 'quotation' | 'order'): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    `INSERT INTO agreement_numbers AS n (business_id, kind, last) VALUES (this_business(), $1, 1)
     ON CONFLICT (business_id, kind) DO UPDATE SET last = n.last + 1 RETURNING last`,
    [kind],
  );
  if (rows[0] === undefined) throw new Error('A number was neither made nor counted on');
  return rows[0].last;
}
