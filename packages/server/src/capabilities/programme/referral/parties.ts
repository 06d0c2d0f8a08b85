import { type Evidence, type Party, readAddress, type ReferralEdge, ringsIn } from '@nardeban/core/programme';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Kin } from './kin.ts';
import type { Referral } from './store.ts';
import type { TraceKind } from './traces.ts';

/** With so many of the referrer's earlier friends a friend is compared, the latest. */
const MOST_PEERS = 50;
const MOST_CLAIMS = 500;
/** So far up are those looked at who brought one another. */
const MOST_STEPS_UP = 30;

/** Everything that may speak against a referral, as it is known now. `boughtBefore` is for the steps to say. */
export async function evidenceOf(
  tx: Tx,
  referral: Referral,
  { referrer, friend }: { readonly referrer: Kin; readonly friend: Kin },
  boughtBefore: boolean,
): Promise<Evidence> {
  const { rows: peers } = await tx.query<{ person: number; claimedAt: Instant }>(
    `SELECT person_id AS person, claimed_at AS "claimedAt" FROM referrals
     WHERE business_id = this_business() AND referrer_id = ANY($1::bigint[]) AND referral_id < $2
       AND (claimed_at > $3 OR referral_id IN (
         SELECT referral_id FROM referrals WHERE business_id = this_business() AND referrer_id = ANY($1::bigint[])
           AND referral_id < $2 ORDER BY referral_id DESC LIMIT ${MOST_PEERS}))
     ORDER BY referral_id DESC LIMIT ${MOST_CLAIMS}`,
    [referrer.members, referral.id, timestamptz(referral.claimedAt - 7 * MS_PER_DAY)],
  );
  const others = peers.slice(0, MOST_PEERS).map(({ person }) => ({ root: person, members: [person] }));
  const parties = await partiesOf(tx, [referrer, friend, ...others]);
  const [first, second, ...rest] = parties;
  if (first === undefined || second === undefined) throw new Error('A referral without its people');
  const edges = await edgesAbove(tx, friend);
  const ring = ringsIn(edges).find((one) => one.includes(friend.root) && one.includes(referrer.root));
  return {
    referrer: first,
    friend: second,
    others: rest,
    claimedAt: referral.claimedAt,
    claims: [referral.claimedAt, ...peers.map(({ claimedAt }) => claimedAt)],
    chain: await chainAbove(tx, edges, friend.root),
    ring: ring ?? [],
    claimedBefore: await wasClaimedBefore(tx, referral, friend),
    boughtBefore,
  };
}

interface PersonRow {
  readonly id: number;
  readonly name: string | null;
  readonly knownSince: Instant;
}
interface SeenRow {
  readonly person: number;
  readonly kind: TraceKind;
  readonly value: string;
}

async function partiesOf(tx: Tx, groups: readonly Kin[]): Promise<Party[]> {
  const people = groups.flatMap(({ members }) => members);
  const [{ rows }, { rows: seen }] = await tx.queryAll<[PersonRow, SeenRow]>([
    {
      name: 'referral-people',
      text: `SELECT person_id AS id, name, known_since AS "knownSince" FROM people
             WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
      values: [people],
    },
    {
      name: 'referral-seen-with',
      text: `SELECT person_id AS person, kind, value FROM identifiers
             WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND kind IN ('mobile', 'email')
             UNION SELECT person_id, kind, value FROM referral_traces
             WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
      values: [people],
    },
  ]);
  return groups.map(({ root, members }): Party => {
    const mine = rows.filter(({ id }) => members.includes(id));
    const of = (kind: TraceKind): string[] =>
      seen.filter((one) => one.kind === kind && members.includes(one.person)).map(({ value }) => value);
    const own = mine.find(({ id }) => id === root);
    return {
      person: root,
      name: own?.name ?? mine.find(({ name }) => name !== null)?.name ?? null,
      emails: of('email'),
      mobiles: of('mobile'),
      devices: of('device'),
      cards: of('card'),
      networks: of('network'),
      addresses: of('address').map((shown) => ({ address: readAddress(shown), shown })),
      knownSince: Math.min(...mine.map(({ knownSince }) => knownSince)),
    };
  });
}

/** Who brought the friend, and who brought them …, as far up as is looked; by who they all are now. */
async function edgesAbove(tx: Tx, friend: Kin): Promise<ReferralEdge[]> {
  const { rows } = await tx.query<ReferralEdge>(
    `WITH RECURSIVE up (friend, referrer, step) AS (
       SELECT $1::bigint, NULL::bigint, 0
       UNION
       SELECT found.friend, found.referrer, up.step + 1
       FROM (SELECT DISTINCT coalesce(referrer, friend) AS person, step FROM up) AS up, LATERAL (
         SELECT up.person AS friend, coalesce(q.merged_into, q.person_id) AS referrer
         FROM (SELECT up.person AS member
               UNION ALL SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = up.person) m
         JOIN referrals r ON r.business_id = this_business() AND r.person_id = m.member AND r.state <> 'refused'
         JOIN people q ON q.business_id = this_business() AND q.person_id = r.referrer_id) found
       WHERE up.step < ${MOST_STEPS_UP}
     ) SELECT DISTINCT friend, referrer FROM up WHERE referrer IS NOT NULL`,
    [friend.root],
  );
  return rows;
}

async function chainAbove(
  tx: Tx,
  edges: readonly ReferralEdge[],
  friend: number,
): Promise<Evidence['chain']> {
  const chain: number[] = [];
  for (let person: number | undefined = friend; person !== undefined && !chain.includes(person); ) {
    chain.push(person);
    const below: number = person;
    person = edges.find((edge) => edge.friend === below)?.referrer;
  }
  const { rows } = await tx.query<{ id: number; knownSince: Instant }>(
    `SELECT person_id AS id, known_since AS "knownSince" FROM people
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
    [chain],
  );
  const since = new Map(rows.map((row) => [row.id, row.knownSince]));
  return chain.map((person) => ({ person, knownSince: since.get(person) ?? 0 }));
}

async function wasClaimedBefore(tx: Tx, referral: Referral, friend: Kin): Promise<boolean> {
  const { rows } = await tx.query<{ before: boolean }>(
    `SELECT EXISTS (SELECT FROM referrals WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
       AND referral_id < $2 AND state <> 'refused') AS before`,
    [friend.members, referral.id],
  );
  return rows[0]?.before === true;
}
