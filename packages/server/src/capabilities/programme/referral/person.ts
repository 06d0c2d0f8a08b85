import type { ReferralLimits, ReferralTerms } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import type { Kin } from './kin.ts';
import { linkOf, type ReferralLink } from './links.ts';
import { meetsCriteria } from './looking.ts';
import { termsInForce } from './promised.ts';
import { monthOf, totalsOf } from './totals.ts';

/** Everything a person's own page, or a cashier, shows about bringing friends. */
export interface ReferralOfPerson {
  readonly person: number;
  /** Null: none was issued yet. */
  readonly link: ReferralLink | null;
  /** Null: the club gives nothing for it now. */
  readonly terms: ReferralTerms | null;
  readonly mayRefer: boolean;
  readonly friends: number;
  readonly joined: number;
  readonly converted: number;
  readonly inReview: number;
  /** For how many friends they were rewarded, and with what, ever and in this month. */
  readonly rewarded: {
    readonly friends: number;
    readonly friendsThisMonth: number;
    readonly units: readonly {
      readonly wallet: string;
      readonly units: number;
      readonly thisMonth: number;
    }[];
  };
  readonly limits: ReferralLimits;
}

export async function referralOf(
  tx: Tx,
  business: Business,
  { root, members }: Kin,
  now: Instant,
): Promise<ReferralOfPerson> {
  const promised = await termsInForce(tx);
  const criteria = promised?.terms.mayRefer;
  const mayRefer =
    promised !== null &&
    (criteria === undefined || (await meetsCriteria(tx, business, root, { criteria, at: now })));
  const { rows } = await tx.query<Record<'friends' | 'joined' | 'converted' | 'inReview', number>>(
    `SELECT coalesce(sum(friends), 0)::int AS friends, coalesce(sum(joined), 0)::int AS joined,
       coalesce(sum(converted), 0)::int AS converted, coalesce(sum(in_review), 0)::int AS "inReview"
     FROM referrers WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
    [members],
  );
  const counts = rows[0] ?? { friends: 0, joined: 0, converted: 0, inReview: 0 };
  const so = await totalsOf(tx, members, monthOf(now, calendarOf(business)));
  return {
    person: root,
    link: await linkOf(tx, members),
    terms: promised?.terms ?? null,
    mayRefer,
    ...counts,
    rewarded: {
      friends: so.friends,
      friendsThisMonth: so.friendsThisMonth,
      units: [...so.units].map(([wallet, units]) => ({
        wallet,
        units,
        thisMonth: so.unitsThisMonth.get(wallet) ?? 0,
      })),
    },
    limits: promised?.terms.limits ?? {},
  };
}
