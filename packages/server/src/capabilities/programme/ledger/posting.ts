import type { Claim } from '@nardeban/core/programme';
import type { Instant, Result } from '@nardeban/core/values';
import { accept } from '@nardeban/core/values';
import type { Statement, Tx } from '../../../platform/database/index.ts';
import { type LedgerAnswer, readEarned, readPosted } from './answers.ts';
import type { Cause, Holder, Posted } from './types.ts';

export interface Credit {
  readonly wallet: string;
  /** At least 1. */
  readonly units: number;
  readonly availableFrom: Instant;
  /** Null: never. */
  readonly expiresAt: Instant | null;
  readonly cause: Cause;
  /** What it is known by for ever, in the whole business: the source, the rule and the kind, never the version. At most 300 characters. */
  readonly key: string;
  /** Sold where somebody paid for it (the purchase of a gift card); else issued. */
  readonly from?: 'issued' | 'sold';
}

export interface Earning {
  readonly holder: Holder;
  readonly credits: readonly Credit[];
  readonly at: Instant;
  readonly now: Instant;
}

/**
 * Posts what somebody gets, each credit as a lot of its own; a debt in the same wallet takes of it first. A key that was
 * posted before changes nothing. Answers in the order of the credits. Throws with the code of a transaction that met
 * another one where the person was taken off in this very moment.
 */
export async function earn(tx: Tx, asked: Earning): Promise<Posted[]> {
  if (asked.credits.length === 0) return [];
  return readEarned(await tx.query<LedgerAnswer>(earnStatement(asked)));
}

/** The same as a statement to be sent together with others; `readEarned` reads its answer. */
export function earnStatement(asked: Earning): Statement {
  return {
    name: 'club-earn',
    text: 'SELECT club_earn($1::jsonb) AS answer',
    values: [JSON.stringify(asked)],
  };
}

export interface GivingBack {
  /** The transaction that spent it. */
  readonly spend: number;
  readonly units: number;
  readonly at: Instant;
  readonly now: Instant;
  readonly cause: Cause;
  readonly key: string;
}

/**
 * Gives back what was spent, to the lots it came from, the last taken first: spending n and getting k back is the same as
 * having spent n − k. What goes to an expired lot expires at once. Where the credit of such a lot was taken back meanwhile
 * and others had to pay for it, they get it. Refusals: `spend_unknown`, `give_back_exceeds_spent` {left}.
 */
export async function giveBack(tx: Tx, asked: GivingBack): Promise<Result<Posted>> {
  return one(tx, { name: 'club-give-back', text: 'SELECT club_give_back($1::jsonb) AS answer' }, asked);
}

export interface TakingBack {
  /** The key of the credit. */
  readonly earned: string;
  readonly units: number;
  readonly at: Instant;
  readonly now: Instant;
  readonly cause: Cause;
  readonly key: string;
  /** What becomes of the part that is spent already: a debt, or written off. */
  readonly negative: 'allow' | 'clamp';
}

/**
 * Takes back what was earned: from its own lot, then what of it has expired counts as taken, then from other lots in the
 * order of spending, and the rest is owed or written off. Refusals: `credit_unknown`, `take_back_exceeds_earned` {left}.
 */
export async function takeBack(tx: Tx, asked: TakingBack): Promise<Result<Posted>> {
  return one(tx, { name: 'club-take-back', text: 'SELECT club_take_back($1::jsonb) AS answer' }, asked);
}

/**
 * Corrects a balance by hand: `cause` says who and why. Positive units are a lot of their own, negative ones are taken in
 * the order of spending. Refusals: `person_unknown`, `units_insufficient` {wallet, available, missing}.
 */
export async function adjust(
  tx: Tx,
  asked: {
    readonly holder: Holder;
    readonly wallet: string;
    /** Not 0. */
    readonly units: number;
    readonly availableFrom?: Instant | undefined;
    readonly expiresAt?: Instant | null | undefined;
    readonly cause: Cause & { readonly reason: string; readonly by: string };
    readonly key: string;
    readonly at: Instant;
    readonly now: Instant;
  },
): Promise<Result<Posted>> {
  return one(tx, { name: 'club-adjust', text: 'SELECT club_adjust($1::jsonb) AS answer' }, asked);
}

/**
 * Moves units to another holder; each keeps the instants of the lot it was taken from. Answers what was posted for the one
 * who gives. Refusals: `person_unknown`, `units_insufficient`, `transfer_to_oneself`.
 */
export async function transfer(
  tx: Tx,
  asked: {
    readonly from: Holder;
    readonly to: Holder;
    readonly wallet: string;
    readonly units: number;
    readonly cause: Cause;
    readonly key: string;
    readonly at: Instant;
    readonly now: Instant;
  },
): Promise<Result<Posted>> {
  return one(tx, { name: 'club-transfer', text: 'SELECT club_transfer($1::jsonb) AS answer' }, asked);
}

/**
 * Gives room in counters back that captures have used, on a return or cancellation; never below nothing. `key` makes a
 * repeat harmless. `person` is needed where a claim is of the person. Claims of one counter may be given back in parts.
 */
export async function uncount(
  tx: Tx,
  asked: {
    readonly claims: readonly (Pick<Claim, 'key' | 'of'> & { readonly subtract: number })[];
    readonly person?: number | undefined;
    readonly key: string;
    readonly now: Instant;
  },
): Promise<void> {
  await tx.query({
    name: 'club-uncount',
    text: 'SELECT club_uncount($1::jsonb)',
    values: [JSON.stringify(asked)],
  });
}

/** Everything open in this wallet that would expire between now and this instant expires at it: the rolling expiry. */
export async function prolong(
  tx: Tx,
  asked: {
    readonly holder: Holder;
    readonly wallet: string;
    readonly expiresAt: Instant;
    readonly now: Instant;
  },
): Promise<void> {
  await tx.query({
    name: 'club-prolong',
    text: 'SELECT club_prolong($1::jsonb)',
    values: [JSON.stringify(asked)],
  });
}

async function one(
  tx: Tx,
  statement: { readonly name: string; readonly text: string },
  asked: object,
): Promise<Result<Posted>> {
  const posted = readPosted(await tx.query<LedgerAnswer>({ ...statement, values: [JSON.stringify(asked)] }));
  if (!posted.ok) return posted;
  const [first] = posted.value;
  if (first === undefined) throw new Error('The ledger posted nothing');
  return accept(first);
}
