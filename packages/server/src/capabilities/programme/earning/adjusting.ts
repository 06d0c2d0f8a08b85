import { lasting, type Programme } from '@nardeban/core/programme';
import {
  accept,
  type Instant,
  readIsoDay,
  type Refusal,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, type FactRow, sourceId } from '../../facts/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { peopleIdentifiedBy, personById } from '../../people/index.ts';
import { adjust } from '../ledger/posting.ts';
import { CLUB_SOURCE } from '../ledger/settling.ts';

/** One line of a list of corrections or of opening balances. */
export interface AdjustmentAsked {
  /** By which a line that is sent again is known, in the whole business. */
  readonly key: string;
  /** The person's number, or any identifier of theirs. */
  readonly person: number | string;
  readonly wallet: string;
  /** Not 0; negative ones are taken. */
  readonly units: number;
  /** Why: kept with the entry for ever. */
  readonly reason: string;
  /** The last day it is good for, `YYYY-MM-DD`; null: it never ends. Absent: as the wallet says. */
  readonly lastDay?: string | null | undefined;
}

export type AdjustmentAnswer =
  | { readonly status: 'posted' | 'unchanged'; readonly person: number; readonly transaction: number }
  | { readonly status: 'refused'; readonly refusal: Refusal };

/**
 * Posts each line for itself, in its order: one that is refused keeps no other from being posted, and one that was posted
 * before changes nothing. Refusals of a line: `person_unknown`, `adjustment_ambiguous`, `wallet_unknown`, `day_expected`,
 * `day_over`, `units_insufficient`.
 */
export async function adjustAll(
  tx: Tx,
  business: Business,
  programme: Programme,
  lines: readonly AdjustmentAsked[],
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<AdjustmentAnswer[]> {
  const answers: AdjustmentAnswer[] = [];
  const told: FactRow[] = [];
  const source = await sourceId(tx, business, CLUB_SOURCE);
  for (const line of lines) {
    const read = await readLine(tx, business, programme, line, now);
    if (!read.ok) {
      answers.push({ status: 'refused', refusal: read.refusal });
      continue;
    }
    const { person, expiresAt } = read.value;
    const { wallet, units, reason } = line;
    const posted = await adjust(tx, {
      holder: { kind: 'person', id: person },
      wallet,
      units,
      expiresAt,
      cause: { kind: 'adjust', reason, by },
      key: `adjust:${line.key}`,
      at: now,
      now,
    });
    if (!posted.ok) {
      answers.push({ status: 'refused', refusal: posted.refusal });
      continue;
    }
    const { transaction, isNew } = posted.value;
    answers.push({ status: isNew ? 'posted' : 'unchanged', person, transaction });
    if (!isNew) continue;
    const type = units > 0 ? 'points.earned' : 'points.reversed';
    const data = { points: Math.abs(units), wallet };
    told.push({
      personId: person,
      conflictId: null,
      type,
      at: now,
      sourceId: source,
      key: `adjusted:${transaction}`,
      data,
    });
  }
  await appendFacts(tx, business, told);
  return answers;
}

async function readLine(
  tx: Tx,
  business: Business,
  { wallets }: Programme,
  line: AdjustmentAsked,
  now: Instant,
): Promise<Result<{ readonly person: number; readonly expiresAt: Instant | null }>> {
  const wallet = wallets.find(({ key }) => key === line.wallet);
  if (wallet === undefined) return refuse('wallet_unknown', 'wallet', { wallet: line.wallet });
  const found =
    typeof line.person === 'string'
      ? await peopleIdentifiedBy(tx, line.person)
      : [(await personById(tx, line.person))?.id].filter((id) => id !== undefined);
  const [person, other] = found;
  if (person === undefined) return refuse('person_unknown', 'person');
  if (other !== undefined) return refuse('adjustment_ambiguous', 'person');
  const { lastDay } = line;
  if (lastDay === null) return accept({ person, expiresAt: null });
  if (lastDay === undefined) {
    const { expiresAt } = lasting(now, 0, wallet.expiry, calendarOf(business));
    return accept({ person, expiresAt });
  }
  const day = readIsoDay(lastDay);
  if (day === null) return refuse('day_expected', 'lastDay', { field: 'lastDay' });
  const expiresAt = zoneOf(business.zone).startOf(day + 1);
  return expiresAt <= now ? refuse('day_over', 'lastDay') : accept({ person, expiresAt });
}
