import { identifiersOf, readIdentity } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import { int8Array, textArray, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { CLUB_SOURCE } from '../ledger/settling.ts';

/** Who brought whom, as it was told: the friend is a number of ours, or whatever the shop's own system calls them by. */
interface Told {
  readonly referrer: number;
  readonly friend: string;
  readonly isNumber: boolean;
  readonly at: Instant;
}

/** Somebody who was brought, and when. */
export interface Brought {
  readonly friend: number;
  readonly at: Instant;
}

/** So many names of friends are looked up at a time. */
const AT_A_TIME = 5000;

/**
 * Everybody who is known to have been brought before an instant, by who brought them, under the numbers they go by now: those
 * the club's own links brought, unless they were refused, and those of whom facts say so. A friend belongs to whoever the club
 * says, else to whoever named them first.
 */
export async function broughtBefore(tx: Tx, to: Instant): Promise<Map<number, Brought[]>> {
  const referrers = new Map<number, { readonly referrer: number; readonly at: Instant }>();
  const { rows } = await tx.query<Brought & { referrer: number }>(
    `SELECT coalesce(f.merged_into, f.person_id) AS friend, coalesce(q.merged_into, q.person_id) AS referrer, r.claimed_at AS at
     FROM referrals r
     JOIN people f ON f.business_id = r.business_id AND f.person_id = r.person_id
     JOIN people q ON q.business_id = r.business_id AND q.person_id = r.referrer_id
     WHERE r.business_id = this_business() AND r.state <> 'refused' AND r.claimed_at < $1
     ORDER BY r.claimed_at, r.referral_id`,
    [timestamptz(to)],
  );
  const { rows: told } = await tx.query<Told>(
    `SELECT coalesce(p.merged_into, p.person_id) AS referrer, f.ref AS friend,
            s.name = 'sales' AND f.key ~ '^friend-[0-9]+-made$' AND f.ref ~ '^[0-9]{1,15}$' AS "isNumber", f.at
     FROM facts f
     JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
     JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
     WHERE f.business_id = this_business() AND f.type IN ('referral.made', 'referral.converted') AND f.at < $1
       AND s.name <> $2 AND f.ref IS NOT NULL
     ORDER BY f.at, f.fact_id`,
    [timestamptz(to), CLUB_SOURCE],
  );
  const add = ({ friend, referrer, at }: Brought & { referrer: number }): void => {
    if (friend !== referrer && !referrers.has(friend)) referrers.set(friend, { referrer, at });
  };
  rows.forEach(add);
  for (let first = 0; first < told.length; first += AT_A_TIME) {
    const page = told.slice(first, first + AT_A_TIME);
    const known = await knownBy(tx, page);
    for (const [index, { referrer, at }] of page.entries()) {
      const friend = known[index];
      if (friend !== undefined) add({ friend, referrer, at });
    }
  }
  const brought = new Map<number, Brought[]>();
  for (const [friend, { referrer, at }] of referrers) {
    const friends = brought.get(referrer) ?? [];
    friends.push({ friend, at });
    brought.set(referrer, friends);
  }
  return brought;
}

/** Who is meant, one answer for each; undefined: nobody we know. */
async function knownBy(tx: Tx, told: readonly Told[]): Promise<(number | undefined)[]> {
  const names = told.map(({ friend, isNumber }) => (isNumber ? [] : namesOf(friend)));
  const all = names.flat();
  const { rows } = await tx.query<{ kind: string; value: string; person: number }>(
    `SELECT i.kind, i.value, coalesce(p.merged_into, p.person_id) AS person
     FROM (SELECT DISTINCT kind, value FROM unnest($1::text[], $2::text[]) AS n (kind, value)) n
     JOIN identifiers i ON i.business_id = this_business() AND i.kind = n.kind AND i.value = n.value
     JOIN people p ON p.business_id = i.business_id AND p.person_id = i.person_id`,
    [textArray(all.map(({ kind }) => kind)), textArray(all.map(({ value }) => value))],
  );
  const byName = new Map(rows.map(({ kind, value, person }) => [`${kind} ${value}`, person]));
  const numbers = told.flatMap(({ friend, isNumber }) => (isNumber ? [Number(friend)] : []));
  const { rows: people } = await tx.query<{ id: number; root: number }>(
    `SELECT person_id AS id, coalesce(merged_into, person_id) AS root FROM people
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
    [int8Array(numbers)],
  );
  const roots = new Map(people.map(({ id, root }) => [id, root]));
  return told.map(({ friend, isNumber }, index) =>
    isNumber
      ? roots.get(Number(friend))
      : names[index]
          ?.map(({ kind, value }) => byName.get(`${kind} ${value}`))
          .find((one) => one !== undefined),
  );
}

/** What somebody may be recognised by who is called this: a customer number, a mobile or an e-mail, in any spelling. */
function namesOf(friend: string) {
  return (['external', 'mobile', 'email'] as const).flatMap((kind) => {
    const read = readIdentity({ [kind]: friend });
    return read.ok ? identifiersOf(read.value) : [];
  });
}
