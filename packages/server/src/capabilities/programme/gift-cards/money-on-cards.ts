import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What is on a card and has not ended, and what of it open quotes keep aside. Minor units. */
export interface MoneyOnCard {
  readonly balance: number;
  readonly held: number;
}

export async function moneyOn(tx: Tx, card: number, now: Instant): Promise<MoneyOnCard> {
  const { rows } = await tx.query<MoneyOnCard>(
    `SELECT coalesce(greatest(0, sum(l.remaining)), 0)::int8 AS balance, coalesce(sum(l.held), 0)::int8 AS held
     FROM club_accounts a JOIN club_lots l ON l.business_id = a.business_id AND l.account_id = a.account_id AND l.is_open
     WHERE a.business_id = this_business() AND a.person_id = 0 AND a.card_id = $1 AND a.wallet = 'gift-card'
       AND (l.expires_at IS NULL OR l.expires_at > $2)`,
    [card, timestamptz(now)],
  );
  return rows[0] ?? { balance: 0, held: 0 };
}

/** What can be spent of a card at an instant `$at`, as an expression over a card called `c`. */
export function availableOn(at: string): string {
  return `(SELECT greatest(0, coalesce(sum(CASE
       WHEN l.remaining < 0 THEN l.remaining
       WHEN l.available_from <= ${at} AND (l.expires_at IS NULL OR l.expires_at > ${at}) THEN l.remaining - l.held
       ELSE 0 END), 0))::int8
     FROM club_accounts a JOIN club_lots l ON l.business_id = a.business_id AND l.account_id = a.account_id AND l.is_open
     WHERE a.business_id = this_business() AND a.person_id = 0 AND a.card_id = c.card_id AND a.wallet = 'gift-card')`;
}
