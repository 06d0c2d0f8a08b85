import { outstandingOf, type ReferrerSoFar } from '@nardeban/core/programme';
import { type BusinessCalendar, type Instant, startOfMonth, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { StoredPosting } from './store.ts';

/** The month of what counts for ever. */
const EVER = -1;
/** The wallet of what counts friends. */
const FRIENDS = '';

export function monthOf(at: Instant, { zone, calendar }: BusinessCalendar): number {
  return startOfMonth(zoneOf(zone).dayOf(at), calendar);
}

/** Whoever pays a referrer, or takes back, waits here for whoever does so at the same time: of a referrer there is a row. */
export async function lockReferrers(tx: Tx, members: readonly number[]): Promise<void> {
  await tx.query(
    `SELECT FROM referrers WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
     ORDER BY person_id FOR UPDATE`,
    [members],
  );
}

/** What these people, who are one, were rewarded with and still have, ever and in a month. */
export async function totalsOf(
  tx: Tx,
  members: readonly number[],
  month: number,
): Promise<Omit<ReferrerSoFar, 'countsFriend'>> {
  const { rows } = await tx.query<{ month: number; wallet: string; total: number }>(
    `SELECT month, wallet, sum(total)::int8 AS total FROM referral_totals
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND month = ANY($2::int[])
     GROUP BY month, wallet`,
    [members, [EVER, month]],
  );
  const units = (of: number): Map<string, number> =>
    new Map(
      rows.filter((row) => row.month === of && row.wallet !== FRIENDS).map((row) => [row.wallet, row.total]),
    );
  const friends = (of: number): number =>
    rows.find((row) => row.month === of && row.wallet === FRIENDS)?.total ?? 0;
  return {
    friends: friends(EVER),
    friendsThisMonth: friends(month),
    units: units(EVER),
    unitsThisMonth: units(month),
  };
}

/**
 * Brings the totals to what the referrer's postings of one referral say after, given what they said before: what was taken
 * back leaves the month in which it was paid, so that the limits have room for it again.
 */
export async function moveTotals(
  tx: Tx,
  before: readonly StoredPosting[],
  after: readonly StoredPosting[],
): Promise<void> {
  const changes = new Map<string, { person: number; month: number; wallet: string; by: number }>();
  const add = (postings: readonly StoredPosting[], sign: 1 | -1): void => {
    for (const { person, month, wallet, by } of countedOf(postings)) {
      for (const one of [EVER, month]) {
        const name = `${person} ${one} ${wallet}`;
        const so = changes.get(name)?.by ?? 0;
        changes.set(name, { person, month: one, wallet, by: so + sign * by });
      }
    }
  };
  add(before, -1);
  add(after, 1);
  const moved = [...changes.values()].filter(({ by }) => by !== 0);
  moved.sort((a, b) => a.person - b.person || a.month - b.month || (a.wallet < b.wallet ? -1 : 1));
  for (const { person, month, wallet, by } of moved) {
    // The row that is proposed is checked before the one that is there is found, and a total is never below 0.
    await tx.query(
      by > 0
        ? `INSERT INTO referral_totals AS t (business_id, person_id, month, wallet, total)
           VALUES (this_business(), $1, $2, $3, $4)
           ON CONFLICT (business_id, person_id, month, wallet) DO UPDATE SET total = t.total + $4`
        : `UPDATE referral_totals SET total = total + $4
           WHERE business_id = this_business() AND person_id = $1 AND month = $2 AND wallet = $3`,
      [person, month, wallet, by],
    );
  }
}

/** Units by wallet, and the friend themselves once, where the first of what is outstanding was paid. */
function countedOf(
  postings: readonly StoredPosting[],
): { person: number; month: number; wallet: string; by: number }[] {
  const theirs = outstandingOf(postings.filter(({ side }) => side === 'referrer'));
  const counted = theirs.map(({ person, month, wallet, units }) => ({ person, month, wallet, by: units }));
  const [first] = theirs;
  return first === undefined
    ? counted
    : [...counted, { person: first.person, month: first.month, wallet: FRIENDS, by: 1 }];
}
