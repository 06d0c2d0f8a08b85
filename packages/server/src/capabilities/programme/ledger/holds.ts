import type { Claim } from '@nardeban/core/programme';
import type { Instant, Result } from '@nardeban/core/values';
import type { Statement, Tx } from '../../../platform/database/index.ts';
import { type LedgerAnswer, readHeld, readPosted } from './answers.ts';
import type { CardAmount, Cause, Posted, WalletUnits } from './types.ts';

/** What is to be kept aside, all of it or nothing. */
export interface Holding {
  /** Whose wallets, and whose counters where a claim is of the person. */
  readonly person?: number | undefined;
  readonly wallets: readonly WalletUnits[];
  readonly cards: readonly CardAmount[];
  readonly claims: readonly Claim[];
  /** Nobody is one with the person, as far as is known: what keeps it aside together with others (`together.ts`) makes sure of it. */
  readonly alone?: boolean;
  /** From this instant on it is free again. */
  readonly until: Instant;
  readonly now: Instant;
  /** What for: quote, reward … At most 100 characters. */
  readonly purpose: string;
}

export interface Capturing {
  /** When it happened; it is posted `now`, which is the same unless told. */
  readonly at: Instant;
  readonly now?: Instant | undefined;
  readonly cause: Cause;
  /** Where less is taken than was held: what is not named here is freed. Absent: all of it. */
  readonly wallets?: readonly WalletUnits[] | undefined;
  readonly cards?: readonly CardAmount[] | undefined;
  /** Counters become used by `captureClaimsStatement`, as the last of the same transaction. */
  readonly claimsLater?: true;
}

/**
 * Keeps units of wallets, money of gift cards and room in counters aside. Refusals of the first that does not fit:
 * `person_unknown`, `units_insufficient` {wallet, available, missing}, `card_insufficient` {card, available, missing},
 * `counter_full` {key, left}. Nothing is kept aside then.
 */
export async function hold(tx: Tx, asked: Holding): Promise<Result<{ hold: number }>> {
  return readHeld(await tx.query<LedgerAnswer>(holdStatement(asked)));
}

/** The same as a statement to be sent together with others; `readHeld` reads its answer. */
export function holdStatement(asked: Holding): Statement {
  return {
    name: 'club-hold',
    text: 'SELECT club_hold($1::jsonb) AS answer',
    values: [JSON.stringify({ ...asked, ...namedOnce(asked) })],
  };
}

/** Frees what a hold keeps aside; nothing when it was captured, released or is not known. */
export async function release(tx: Tx, held: number): Promise<void> {
  await tx.query(releaseStatement(held));
}

export function releaseStatement(held: number): Statement {
  return { name: 'club-release', text: 'SELECT club_release($1::bigint)', values: [held] };
}

/**
 * Spends what a hold keeps aside: one transaction for each wallet and gift card, none where it kept only counters, which
 * become used. Captured a second time it answers what was posted the first time. Refusals: `hold_unknown`,
 * `hold_released`, `hold_expired` (its time is over, whoever cleans up and when), `capture_exceeds_hold`.
 */
export async function capture(tx: Tx, held: number, asked: Capturing): Promise<Result<Posted[]>> {
  return readPosted(await tx.query<LedgerAnswer>(captureStatement(held, asked)));
}

export function captureStatement(held: number, asked: Capturing): Statement {
  return {
    name: 'club-capture',
    text: 'SELECT club_capture($1::bigint, $2::jsonb) AS answer',
    values: [held, JSON.stringify({ now: asked.at, ...asked })],
  };
}

/**
 * Makes the counters used of a hold that was captured without. Whoever else captures of the same waits from here on until the
 * transaction ends.
 */
export function captureClaimsStatement(held: number): Statement {
  return {
    name: 'club-capture-claims',
    text: `INSERT INTO club_counters AS c (business_id, key, person_id, slot, used)
           SELECT h.business_id, p.k, p.p, p.s, p.n
           FROM club_holds h, jsonb_to_recordset(h.claims) AS p (k text, p bigint, s smallint, n bigint)
           WHERE h.business_id = this_business() AND h.hold_id = $1
           ON CONFLICT (business_id, key, person_id, slot) DO UPDATE
             SET held = c.held - excluded.used, used = c.used + excluded.used`,
    values: [held],
    many: {
      types: ['bigint'],
      // Two of them may have counted on one counter.
      text: `INSERT INTO club_counters AS c (business_id, key, person_id, slot, used)
             SELECT t.b, t.k, t.p, t.s, sum(t.n)::bigint FROM (
               SELECT h.business_id AS b, h.k, h.p, h.s, h.n FROM asked, LATERAL (
                 SELECT o.business_id, p.* FROM club_holds o, jsonb_to_recordset(o.claims) AS p (k text, p bigint, s smallint, n bigint)
                 WHERE o.business_id = this_business() AND o.hold_id = $1 OFFSET 0) h) t
             GROUP BY t.b, t.k, t.p, t.s ORDER BY t.k, t.p, t.s
             ON CONFLICT (business_id, key, person_id, slot) DO UPDATE
               SET held = c.held - excluded.used, used = c.used + excluded.used`,
    },
  };
}

export type Spending = Omit<Holding, 'until'> & {
  readonly at: Instant;
  readonly cause: Cause;
  /** Makes a repeat harmless: it answers what was posted first. At most 300 characters. */
  readonly key: string;
};

/** Holds and captures in one step; refusals of both. */
export async function spend(tx: Tx, asked: Spending): Promise<Result<Posted[]>> {
  return readPosted(await tx.query<LedgerAnswer>(spendStatement(asked)));
}

/** The same as a statement to be sent together with others; `readPosted` reads its answer. */
export function spendStatement(asked: Spending): Statement {
  return {
    name: 'club-spend',
    text: 'SELECT club_spend($1::jsonb) AS answer',
    values: [JSON.stringify({ ...asked, ...namedOnce(asked) })],
  };
}

/** Each wallet, card and counter once, with what is asked of it in all; counters in one order, so that nobody waits in a circle. */
function namedOnce({
  wallets,
  cards,
  claims,
}: Pick<Holding, 'wallets' | 'cards' | 'claims'>): Pick<Holding, 'wallets' | 'cards' | 'claims'> {
  const sumOf = <T>(all: readonly T[], units: (one: T) => number): number =>
    all.reduce((sum, one) => sum + units(one), 0);
  const limits = (all: readonly Claim[]): number[] =>
    all.flatMap(({ limit }) => (limit === null ? [] : [limit]));
  return {
    wallets: [...Map.groupBy(wallets, ({ wallet }) => wallet)].map(([wallet, all]) => ({
      wallet,
      units: sumOf(all, ({ units }) => units),
    })),
    cards: [...Map.groupBy(cards, ({ card }) => card)].map(([card, all]) => ({
      card,
      amount: sumOf(all, ({ amount }) => amount),
    })),
    claims: [...Map.groupBy(claims, ({ key, of }) => `${key} ${of}`).values()]
      .flatMap((all) => {
        const [first] = all;
        if (first === undefined) return [];
        const limit = limits(all).length === 0 ? null : Math.min(...limits(all));
        return [{ key: first.key, of: first.of, add: sumOf(all, ({ add }) => add), limit }];
      })
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.of < b.of ? -1 : 1)),
  };
}
