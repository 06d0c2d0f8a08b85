import type { GiftCardAtHand, RewardAtHand, VoucherAtHand } from '@nardeban/core/offers';
import { accept, type Instant, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import {
  cardsStatement,
  type Guesser,
  guessLockStatement,
  readCards,
  readGuessLock,
  readVouchers,
  rewardsForPricing,
  vouchersStatement,
} from '../../programme/index.ts';
import type { QuoteRequest } from './schemas.ts';

/** What was shown at the till besides money. */
export interface CodesAtHand {
  readonly vouchers: readonly VoucherAtHand[];
  readonly giftCards: readonly GiftCardAtHand[];
  readonly rewards: readonly RewardAtHand[];
  /** Rewards that are given to nobody who has not shown who they are. */
  readonly proofFor: readonly string[];
  /** How many codes were looked up that are none. */
  readonly wrong: number;
}

/** Looks up what was shown. Refusal: `codes_locked`, where whoever asks has tried too many that are none. */
export async function codesAtHand(
  tx: Tx,
  {
    business,
    asked,
    person,
    now,
    guesser,
    holding,
  }: {
    readonly business: Business;
    readonly asked: Pick<QuoteRequest, 'codes' | 'giftCards' | 'rewards'>;
    readonly person: number | null;
    readonly now: Instant;
    readonly guesser: Guesser;
    readonly holding: boolean;
  },
): Promise<Result<CodesAtHand>> {
  const codes = asked.codes ?? [];
  const cardCodes = (asked.giftCards ?? []).map(({ code }) => code);
  const rewards = await rewardsForPricing(
    tx,
    business,
    (asked.rewards ?? []).map(({ reward, units }) => ({ key: reward, units: units ?? null })),
    { person, now },
  );
  const proofFor = rewards.filter(({ proof }) => proof).map(({ key }) => `reward:${key}`);
  const rewardsAtHand = rewards.map(({ proof: _proof, ...reward }): RewardAtHand => reward);
  if (codes.length + cardCodes.length === 0)
    return accept({ vouchers: [], giftCards: [], rewards: rewardsAtHand, proofFor, wrong: 0 });
  const [lock, vouchers, cards] = await tx.queryAll<[object, object, object]>([
    guessLockStatement(guesser),
    vouchersStatement(business, codes, person),
    cardsStatement(business, cardCodes, { now, holding }),
  ]);
  const locked = readGuessLock(lock, now);
  if (locked !== null) return { ok: false, refusal: locked };
  const vouchersRead = readVouchers(vouchers, codes, now);
  const cardsRead = readCards(cards, cardCodes, now);
  return accept({
    vouchers: vouchersRead.vouchers.map(({ id, name, offer, refused, uses, usesPerPerson }) => ({
      id,
      name,
      offer,
      refused,
      uses,
      usesPerPerson,
    })),
    giftCards: cardsRead.cards.map((card, place) => ({
      ...card,
      use: asked.giftCards?.[place]?.amount ?? null,
    })),
    rewards: rewardsAtHand,
    proofFor,
    wrong: vouchersRead.wrong + cardsRead.wrong,
  });
}
