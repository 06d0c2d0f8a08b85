import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** Where a fact comes from when it does not say. */
export const DEFAULT_SOURCE = 'api';
export const LONGEST_SOURCE = 100;

/** The number of a source, given when it is first heard of. `name` has 1 to 100 characters. */
export async function sourceId(tx: Tx, business: Pick<Business, 'id'>, name: string): Promise<number> {
  const known = await numberOf(tx, business, name);
  if (known !== undefined) return known;
  // Numbers count up within the business, so only one newcomer at a time may take the next.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban sources'), $1)`, [business.id]);
  await tx.query(
    `INSERT INTO sources (business_id, source_id, name)
     SELECT $1, coalesce(max(source_id), 0) + 1, $2 FROM sources WHERE business_id = $1
     ON CONFLICT (business_id, name) DO NOTHING`,
    [business.id, name],
  );
  const given = await numberOf(tx, business, name);
  if (given === undefined) throw new Error(`The source ${name} could not be numbered`);
  return given;
}

async function numberOf(tx: Tx, business: Pick<Business, 'id'>, name: string): Promise<number | undefined> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'facts-source',
    text: 'SELECT source_id AS id FROM sources WHERE business_id = $1 AND name = $2',
    values: [business.id, name],
  });
  return rows[0]?.id;
}
