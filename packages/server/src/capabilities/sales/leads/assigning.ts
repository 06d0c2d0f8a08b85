import { int8Array, type Tx } from '../../../platform/database/index.ts';

/** Among whom leads are dealt out, in their order; only those who still work here. */
export async function sellersInTurn(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT s.user_id AS id FROM lead_sellers s WHERE s.business_id = this_business() AND EXISTS (
       SELECT FROM sign_in.memberships m WHERE m.business_id = s.business_id AND m.user_id = s.user_id)
     ORDER BY s.place`,
  );
  return rows.map(({ id }) => id);
}

/** Says anew among whom leads are dealt out. Who was among them keeps their turn; who is new comes next, once. */
export async function chooseSellers(tx: Tx, sellers: readonly string[]): Promise<void> {
  await tx.query(
    'DELETE FROM lead_sellers WHERE business_id = this_business() AND user_id <> ALL($1::text[])',
    [sellers],
  );
  await tx.query(
    `INSERT INTO lead_sellers (business_id, user_id, place)
     SELECT this_business(), id, place FROM unnest($1::text[]) WITH ORDINALITY AS t (id, place)
     ON CONFLICT (business_id, user_id) DO UPDATE SET place = excluded.place`,
    [sellers],
  );
}

/** Of these people (as they are now), who has whom already: by an open deal, else by a lead before. */
export async function presentOwners(tx: Tx, roots: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.query<{ root: number; owner: string }>({
    text: `WITH members AS MATERIALIZED (
             SELECT p.person_id, p.person_id AS root FROM people p
             WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[])
             UNION ALL
             SELECT p.person_id, p.merged_into FROM people p
             WHERE p.business_id = this_business() AND p.merged_into = ANY($1::bigint[])
           ), owned AS (
             SELECT m.root, d.owner, 1 AS rank, d.deal_id AS number FROM members m, LATERAL (
               SELECT o.owner, o.deal_id FROM deals o
               WHERE o.business_id = this_business() AND o.person_id = m.person_id AND o.state = 'open' AND o.owner IS NOT NULL
               ORDER BY o.deal_id DESC LIMIT 1) d
             UNION ALL
             SELECT m.root, l.owner, 2, l.lead_id FROM members m, LATERAL (
               SELECT o.owner, o.lead_id FROM leads o
               WHERE o.business_id = this_business() AND o.person_id = m.person_id AND o.owner IS NOT NULL
               ORDER BY o.lead_id DESC LIMIT 1) l
           )
           SELECT DISTINCT ON (root) root, owner FROM owned o
           WHERE EXISTS (SELECT FROM sign_in.memberships s WHERE s.business_id = this_business() AND s.user_id = o.owner)
           ORDER BY root, rank, number DESC`,
    values: [int8Array(roots)],
  });
  return new Map(rows.map(({ root, owner }) => [root, owner]));
}

/**
 * The next sellers whose turn it is, one for each of so many leads. For one lead nobody waits: a seller who is being given
 * another at this moment is passed over, unless everybody is. Nobody was chosen: nobody is given.
 */
export async function nextSellers(tx: Tx, leads: number): Promise<(string | null)[]> {
  if (leads === 0) return [];
  const lock = leads === 1 ? 'LIMIT 1 FOR UPDATE OF s SKIP LOCKED' : 'FOR UPDATE OF s';
  const free = await inTurn(tx, lock);
  const sellers = free.length > 0 || leads > 1 ? free : await inTurn(tx, 'LIMIT 1 FOR UPDATE OF s');
  if (sellers.length === 0) return Array.from({ length: leads }, () => null);
  const given = Array.from({ length: leads }, (_, index) => sellers[index % sellers.length] ?? null);
  const last = new Map(given.map((id, index) => [id, index]));
  await tx.query(
    `UPDATE lead_sellers s SET turn = g.turn + (
       SELECT max(o.turn) + 1 FROM lead_sellers o WHERE o.business_id = this_business())
     FROM unnest($1::text[], $2::bigint[]) AS g (id, turn) WHERE s.business_id = this_business() AND s.user_id = g.id`,
    [[...last.keys()], [...last.values()]],
  );
  return given;
}

async function inTurn(tx: Tx, lock: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT s.user_id AS id FROM lead_sellers s WHERE s.business_id = this_business() AND EXISTS (
       SELECT FROM sign_in.memberships m WHERE m.business_id = s.business_id AND m.user_id = s.user_id)
     ORDER BY s.turn, s.place ${lock}`,
  );
  return rows.map(({ id }) => id);
}
