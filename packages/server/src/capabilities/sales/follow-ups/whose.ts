import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/** Somebody as they are now: themselves, or whom they were merged into; null: nobody. */
export async function rootOf(tx: Tx, person: number): Promise<number | null> {
  const { rows } = await tx.query<{ root: number }>(
    `SELECT coalesce(merged_into, person_id) AS root FROM people
     WHERE business_id = this_business() AND person_id = $1`,
    [person],
  );
  return rows[0]?.root ?? null;
}

/**
 * Whom a matter is about: who is named, else the person of the deal, else of the lead. Refusals: `person_unknown`,
 * `deal_unknown`, `lead_unknown`, `matter_of_another` (the deal or lead is of somebody else).
 */
export async function personOfMatter(
  tx: Tx,
  asked: {
    readonly person?: number | undefined;
    readonly deal?: number | null | undefined;
    readonly lead?: number | null | undefined;
  },
): Promise<Result<number>> {
  const { person, deal = null, lead = null } = asked;
  const found: number[] = [];
  for (const [id, table, code] of [
    [deal, 'deals', 'deal'],
    [lead, 'leads', 'lead'],
  ] as const) {
    if (id === null) continue;
    const { rows } = await tx.query<{ root: number }>(
      `SELECT coalesce(p.merged_into, o.person_id) AS root FROM ${table} o
         JOIN people p ON p.business_id = o.business_id AND p.person_id = o.person_id
       WHERE o.business_id = this_business() AND o.${code}_id = $1`,
      [id],
    );
    if (rows[0] === undefined) return refuse(`${code}_unknown`, code, { id });
    found.push(rows[0].root);
  }
  const root = person === undefined ? (found[0] ?? null) : await rootOf(tx, person);
  if (root === null) return refuse('person_unknown', 'person', { id: person ?? 0 });
  return found.every((one) => one === root) ? accept(root) : refuse('matter_of_another', 'person');
}
