import { showCode } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { CARD_COLUMNS, codeOfSeed, type GiftCard } from './cards.ts';
import { availableOn } from './money-on-cards.ts';

export interface CardWithMoney extends GiftCard {
  /** What can be spent of it now. */
  readonly available: number;
}

export interface CardLoad {
  /** 1: the purchase of the card itself. */
  readonly place: number;
  readonly amount: number;
  readonly paid: boolean;
  readonly order: string | null;
  readonly by: string;
  readonly at: Instant;
  /** What was given back of it; null: nothing yet. */
  readonly refunded: number | null;
  readonly refundedAt: Instant | null;
}

export interface CardChange {
  readonly what: 'frozen' | 'unfrozen' | 'transferred' | 'recoded' | 'refunded';
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** The newest first. `people`: those who are one person, whose cards they are. */
export async function listCards(
  tx: Tx,
  asked: {
    readonly after?: number | undefined;
    readonly people?: readonly number[] | undefined;
    readonly tail?: string | undefined;
    readonly state?: GiftCard['state'] | undefined;
    readonly limit: number;
    readonly now: Instant;
  },
): Promise<{ readonly cards: readonly CardWithMoney[]; readonly next: number | null }> {
  const { rows } = await tx.query<CardWithMoney>(
    `SELECT ${CARD_COLUMNS}, ${availableOn('$6')} AS available FROM gift_cards c
     WHERE business_id = this_business() AND ($1::bigint IS NULL OR card_id < $1)
       AND ($2::bigint[] IS NULL OR person_id = ANY($2)) AND ($3::text IS NULL OR tail = $3)
       AND ($4::text IS NULL OR state = $4)
     ORDER BY business_id DESC, card_id DESC LIMIT $5`,
    [
      asked.after ?? null,
      asked.people ?? null,
      asked.tail ?? null,
      asked.state ?? null,
      asked.limit + 1,
      timestamptz(asked.now),
    ],
  );
  const cards = rows.slice(0, asked.limit);
  return { cards, next: rows.length > asked.limit ? (cards.at(-1)?.id ?? null) : null };
}

/** One card with what was paid onto it and what happened to it. Refusal: `gift_card_unknown`. */
export async function cardById(
  tx: Tx,
  id: number,
  now: Instant,
): Promise<
  Result<{
    readonly card: CardWithMoney;
    readonly loads: readonly CardLoad[];
    readonly changes: readonly CardChange[];
  }>
> {
  const [cards, loads, changes] = await tx.queryAll<[CardWithMoney, CardLoad, CardChange]>([
    {
      text: `SELECT ${CARD_COLUMNS}, ${availableOn('$2')} AS available FROM gift_cards c
             WHERE business_id = this_business() AND card_id = $1`,
      values: [id, timestamptz(now)],
    },
    {
      text: `SELECT place, amount, paid, order_number AS "order", made_by AS by, made_at AS at, refunded,
               refunded_at AS "refundedAt"
             FROM gift_card_loads WHERE business_id = this_business() AND card_id = $1 ORDER BY place LIMIT 500`,
      values: [id],
    },
    {
      text: `SELECT what, from_person AS "from", to_person AS "to", reason, by_name AS by, at
             FROM gift_card_changes WHERE business_id = this_business() AND card_id = $1
             ORDER BY change_id DESC LIMIT 500`,
      values: [id],
    },
  ]);
  const [card] = cards.rows;
  return card === undefined
    ? refuse('gift_card_unknown', 'id', { id })
    : accept({ card, loads: loads.rows, changes: changes.rows });
}

/** The cards of a person with their codes, to be shown to themselves: whatever number they had when they got them. */
export async function cardsOf(
  tx: Tx,
  members: readonly number[],
  now: Instant,
): Promise<readonly (CardWithMoney & { readonly code: string | null })[]> {
  const { rows } = await tx.query<CardWithMoney & { seed: Buffer | null }>(
    `SELECT ${CARD_COLUMNS}, seed, ${availableOn('$2')} AS available FROM gift_cards c
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND state <> 'refunded'
     ORDER BY card_id DESC LIMIT 200`,
    [members, timestamptz(now)],
  );
  return rows.map(({ seed, ...card }) => ({
    ...card,
    code: seed === null ? null : showCode(codeOfSeed(seed)),
  }));
}
