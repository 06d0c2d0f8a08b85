import type { Tx } from '../../platform/database/index.ts';

/**
 * SQL: with whom somebody is one, by the row of `people` they were told under; `own` where there may be no such row. Rows are
 * looked up by it. Not `coalesce`: under row-level security no index is asked for what that answers, since it might tell of
 * rows that are not one's own, and everybody of the business would be read for each.
 */
export const canonicalNumber = (row: string, own = `${row}.person_id`): string =>
  `CASE WHEN ${row}.merged_into IS NULL THEN ${own} ELSE ${row}.merged_into END`;

/** For each of these canonical people, themselves and everybody merged into them: whose facts are theirs. */
export async function membersOf(tx: Tx, people: readonly number[]): Promise<Map<number, number[]>> {
  const members = new Map<number, number[]>(people.map((person) => [person, [person]]));
  if (members.size === 0) return members;
  const { rows } = await tx.query<{ member: number; root: number }>({
    name: 'people-members',
    text: `SELECT person_id AS member, merged_into AS root FROM people
           WHERE business_id = this_business() AND merged_into = ANY($1::bigint[]) ORDER BY person_id`,
    values: [[...members.keys()]],
  });
  for (const { member, root } of rows) members.get(root)?.push(member);
  return members;
}
