import type { Tx } from '../../../platform/database/index.ts';
import { membersOf } from '../../people/index.ts';

/**
 * Friends whom the club's referral programme knows are here too, so that one report says who brought whom: taken from the facts
 * the club told of these referrers. Somebody who is known to have been brought is left to whoever brought them first.
 */
export async function adoptClubFriends(tx: Tx, referrers: readonly number[]): Promise<void> {
  const members = await membersOf(tx, referrers);
  await tx.query(
    `WITH told AS (
       SELECT DISTINCT ON (friend) f.person_id AS referrer, (f.ref)::bigint AS friend, f.at
       FROM facts f JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
       WHERE f.business_id = this_business() AND f.person_id = ANY($1::bigint[]) AND f.type = 'referral.made'
         AND s.name = 'club' AND f.key ~ '^referral:[0-9]{1,18}:made$' AND f.ref ~ '^[0-9]{1,15}$'
       ORDER BY friend, f.at
     ), known AS (
       SELECT t.*, coalesce(p.merged_into, p.person_id) AS root FROM told t
       JOIN people p ON p.business_id = this_business() AND p.person_id = t.friend
     ) INSERT INTO brought_friends (business_id, person_id, referrer_id, in_club, channel, by, at)
     SELECT this_business(), k.friend, k.referrer, true, 'club', 'club', k.at FROM known k
     WHERE NOT EXISTS (
       SELECT FROM brought_friends b LEFT JOIN people o ON o.business_id = b.business_id AND o.person_id = b.person_id
       WHERE b.business_id = this_business() AND coalesce(o.merged_into, b.person_id) = k.root
         AND b.person_id = ANY(ARRAY(SELECT m.person_id FROM people m WHERE m.business_id = this_business()
                                     AND (m.person_id = k.root OR m.merged_into = k.root))))
     ON CONFLICT (business_id, person_id) DO NOTHING`,
    [[...members.values()].flat()],
  );
}
