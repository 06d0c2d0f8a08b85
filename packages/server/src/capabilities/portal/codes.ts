import type { Instant, Language } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { type MemberCode, memberCodeOf } from '../offers/index.ts';
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
  const cards = (await cardsOf(tx, people, now)).filter(
    ({ state, expiresAt }) => state === 'active' && (expiresAt === null || expiresAt > now),
  );
  return {
    member: await memberCodeOf(tx, person, now),
    vouchers: [
      ...redeemed.map(({ id, name, code, endsAt }) => ({
        id: `reward ${id}`,
        name: name[language],
        code,
        validUntil: endsAt,
      })),
      ...vouchers.map(({ id, name, code, validUntil }) => ({ id: `voucher ${id}`, name, code, validUntil })),
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
