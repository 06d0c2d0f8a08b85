import {
  lasting,
  outstandingOf,
  type StepsAnswer,
  type StepTaken,
  takeAllBack,
  type Wallet,
  withinLimits,
} from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, type FactRow, sourceId } from '../../facts/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { type Credit, earn, takeBack } from '../ledger/posting.ts';
import { CLUB_SOURCE } from '../ledger/settling.ts';
import type { Kin } from './kin.ts';
import type { PromisedTerms } from './promised.ts';
import { insertPostings, type Referral, type StoredPosting } from './store.ts';
import { lockReferrers, monthOf, moveTotals, totalsOf } from './totals.ts';

/** A referral that is being settled: who its people are now, what was promised, and what was posted until now. */
export interface Settling {
  readonly business: Business;
  readonly referral: Referral;
  readonly referrer: Kin;
  readonly friend: Kin;
  readonly promised: PromisedTerms;
  readonly postings: readonly StoredPosting[];
  readonly now: Instant;
}

/** Takes back and pays what is owed. Answers all postings of the referral, the new ones last. */
export async function settleSteps(
  tx: Tx,
  settling: Settling,
  owed: Pick<StepsAnswer, 'due' | 'takeBack'>,
  reason: string,
): Promise<readonly StoredPosting[]> {
  if (owed.due.length === 0 && owed.takeBack.length === 0) return settling.postings;
  await lockReferrers(tx, settling.referrer.members);
  const taken = await takeSteps(tx, settling, owed.takeBack, reason);
  const left = [...settling.postings, ...taken];
  // What was just taken back leaves room in the limits for what is paid now.
  await moveTotals(tx, settling.postings, left);
  const paid = await paySteps(tx, { ...settling, postings: left }, owed.due);
  const all = [...left, ...paid];
  await moveTotals(tx, left, all);
  await insertPostings(tx, settling.referral.id, [...taken, ...paid]);
  return all;
}

/** Takes back everything that is outstanding: somebody said that it should not have been paid. */
export function takeEverything(
  tx: Tx,
  settling: Settling,
  reason: string,
): Promise<readonly StoredPosting[]> {
  return settleSteps(tx, settling, { due: [], takeBack: takeAllBack(settling.postings) }, reason);
}

async function takeSteps(
  tx: Tx,
  { business, referral, referrer, friend, promised, postings, now }: Settling,
  steps: readonly StepTaken[],
  reason: string,
): Promise<StoredPosting[]> {
  const taken: StoredPosting[] = [];
  const facts: ToTell[] = [];
  for (const step of steps) {
    const paid = outstandingOf(postings).find(
      (one) => creditKey(referral, one) === creditKey(referral, step),
    );
    if (paid === undefined) throw new Error(`What is taken back was not paid: ${creditKey(referral, step)}`);
    const earned = creditKey(referral, step);
    const { negative } = walletOf(promised, step.wallet);
    const posted = await takeBack(tx, {
      earned,
      units: step.units,
      at: now,
      now,
      cause: { kind: 'referral', rule: step.step, version: promised.version, reason },
      key: `${earned}:back`,
      negative,
    });
    if (!posted.ok) throw new Error(`The ledger refused to take back ${earned}: ${posted.refusal.code}`);
    taken.push({ ...step, kind: 'taken', at: now, person: paid.person, month: paid.month });
    const person = step.side === 'friend' ? friend.root : referrer.root;
    const data = { points: step.units, wallet: step.wallet };
    facts.push({ person, type: 'points.reversed', key: `${earned}:back`, data });
  }
  await tell(tx, business, facts, now);
  return taken;
}

async function paySteps(
  tx: Tx,
  { business, referral, referrer, friend, promised, postings, now }: Settling,
  due: StepsAnswer['due'],
): Promise<StoredPosting[]> {
  const calendar = calendarOf(business);
  const month = monthOf(now, calendar);
  const posted: StoredPosting[] = [];
  const facts: ToTell[] = [];
  const so = await totalsOf(tx, referrer.members, month);
  for (const { step, side, round, rewards } of due) {
    const theirs = [...postings, ...posted];
    const countsFriend = outstandingOf(theirs).some((one) => one.side === 'referrer');
    const allowed =
      side === 'friend'
        ? { pay: rewards, withheld: [] }
        : withinLimits(promised.terms.limits, rewards, { ...grown(so, posted), countsFriend });
    const person = side === 'friend' ? friend.root : referrer.root;
    const credits = allowed.pay.map(({ wallet, units }): Credit => {
      const { vesting, expiry } = walletOf(promised, wallet);
      return {
        wallet,
        units,
        ...lasting(now, vesting, expiry, calendar),
        cause: { kind: 'referral', rule: step, version: promised.version },
        key: creditKey(referral, { step, side, round, wallet }),
      };
    });
    await earn(tx, { holder: { kind: 'person', id: person }, credits, at: now, now });
    const stored = { step, side, round, at: now, person, month };
    posted.push(
      ...allowed.pay.map((one): StoredPosting => ({ ...stored, ...one, kind: 'paid' })),
      ...allowed.withheld.map((one): StoredPosting => ({ ...stored, ...one, kind: 'withheld' })),
    );
    facts.push(
      ...credits.map(({ wallet, units, key }): ToTell => {
        const data = { points: units, wallet, rule: `referral:${step}` };
        return { person, type: 'points.earned', key, data };
      }),
    );
  }
  await tell(tx, business, facts, now);
  return posted;
}

type Totals = Awaited<ReturnType<typeof totalsOf>>;

/** The totals with what was paid to the referrer a moment ago, which is not written yet. */
function grown(so: Totals, posted: readonly StoredPosting[]): Totals {
  const paid = posted.filter(({ kind, side }) => kind === 'paid' && side === 'referrer');
  const add = (to: ReadonlyMap<string, number>): Map<string, number> => {
    const sums = new Map(to);
    for (const { wallet, units } of paid) sums.set(wallet, (sums.get(wallet) ?? 0) + units);
    return sums;
  };
  return { ...so, units: add(so.units), unitsThisMonth: add(so.unitsThisMonth) };
}

/** What a payment is known by in the ledger for ever. */
export function creditKey(
  { id }: Pick<Referral, 'id'>,
  { step, side, round, wallet }: Pick<StoredPosting, 'step' | 'side' | 'round' | 'wallet'>,
): string {
  return `referral:${id}:${step}:${side}:${round}:${wallet}`;
}

function walletOf({ wallets, version }: PromisedTerms, key: string): Wallet {
  const wallet = wallets.get(key);
  if (wallet === undefined) throw new Error(`Version ${version} of the programme has no wallet ${key}`);
  return wallet;
}

export interface ToTell {
  readonly person: number;
  readonly type: string;
  readonly key: string;
  readonly data: FactRow['data'];
  readonly at?: Instant;
}

/** Tells facts of the club; one that was told under its key already stays as it was. */
export async function tell(
  tx: Tx,
  business: Business,
  facts: readonly ToTell[],
  now: Instant,
): Promise<void> {
  if (facts.length === 0) return;
  const source = await sourceId(tx, business, CLUB_SOURCE);
  await appendFacts(
    tx,
    business,
    facts.map(({ person, type, key, data, at = now }) => ({
      personId: person,
      conflictId: null,
      type,
      at,
      sourceId: source,
      key,
      data,
    })),
  );
}

/** Whether the club told a fact under this key. */
export async function isTold(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT 1 FROM facts f JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
     WHERE f.business_id = this_business() AND s.name = $1 AND f.key = $2`,
    [CLUB_SOURCE, key],
  );
  return rows.length > 0;
}
