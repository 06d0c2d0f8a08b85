import { reasonSentences } from '@nardeban/core/offers';
import type { Instant, Language } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { type MemberCode, memberCodeOf, openOf } from '../offers/index.ts';
import { membersOf } from '../people/index.ts';
import { cardsOf, redemptionsOf, vouchersOf } from '../programme/index.ts';

/** Everything a member shows at the till. */
export interface MemberCodes {
  readonly member: MemberCode;
  readonly vouchers: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: string;
    readonly validUntil: Instant | null;
    /** Why it gives nothing now, as a sentence; null: it does. */
    readonly why: string | null;
  }[];
  readonly cards: readonly {
    readonly id: number;
    /** Null: it is printed on the card alone. */
    readonly code: string | null;
    readonly tail: string;
    readonly available: number;
    readonly validUntil: Instant | null;
  }[];
}

export async function memberCodes(
  tx: Tx,
  person: number,
  { now, language }: { readonly now: Instant; readonly language: Language },
): Promise<MemberCodes> {
  const people = (await membersOf(tx, [person])).get(person) ?? [person];
  const vouchers = await vouchersOf(tx, people, now);
  const redeemed = (await redemptionsOf(tx, people)).filter(
    ({ state, endsAt }) => state === 'open' && (endsAt === null || endsAt > now),
  );
  const brought = [...redeemed, ...vouchers].flatMap(({ offer }) => offer ?? []);
  const open = brought.length === 0 ? new Set<string>() : await openOf(tx, brought, now);
  const why = (offer: string | null) =>
    offer === null || open.has(offer) ? null : (reasonSentences['code_brings_nothing']?.[language] ?? null);
  const cards = (await cardsOf(tx, people, now)).filter(
    ({ state, expiresAt }) => state === 'active' && (expiresAt === null || expiresAt > now),
  );
  return {
    member: await memberCodeOf(tx, person, now),
    vouchers: [
      ...redeemed.map(({ id, name, code, endsAt, offer }) => ({
        id: `reward ${id}`,
        name: name[language],
        code,
        validUntil: endsAt,
        why: why(offer),
      })),
      ...vouchers.map(({ id, name, code, validUntil, offer }) => ({
        id: `voucher ${id}`,
        name,
        code,
        validUntil,
        why: why(offer),
      })),
    ],
    cards: cards.map(({ id, code, tail, available, expiresAt }) => ({
      id,
      code,
      tail,
      available,
      validUntil: expiresAt,
    })),
  };
}
