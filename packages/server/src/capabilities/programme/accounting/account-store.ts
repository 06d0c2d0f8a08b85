import { type JournalAccount, journalAccounts } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Author } from './terms-store.ts';

/** What an account is called in the business's own books. */
export interface AccountName {
  readonly code: string;
  readonly name: string;
}
export type AccountNames = { readonly [Account in JournalAccount]?: AccountName | undefined };

export interface Accounts {
  readonly accounts: AccountNames;
  /** 0 until something is said. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

/** As an account is called while the business has not said otherwise. */
export const usualNames: Readonly<Record<JournalAccount, { readonly fa: string; readonly en: string }>> = {
  sales: { fa: 'فروش', en: 'Sales' },
  'deferred-revenue': { fa: 'درآمد انتقالی باشگاه', en: 'Deferred revenue of the club' },
  'points-revenue': { fa: 'درآمد امتیازها', en: 'Revenue of points' },
  'marketing-cost': { fa: 'هزینهٔ بازاریابی باشگاه', en: 'Marketing cost of the club' },
  'points-provision': { fa: 'ذخیرهٔ امتیازهای هدیه', en: 'Provision for points given' },
  'points-redeemed': { fa: 'پاداش‌های داده‌شده', en: 'Rewards given' },
  'opening-balance': { fa: 'ماندهٔ آغاز باشگاه', en: 'Opening balances of the club' },
  receivable: { fa: 'بدهکاران باشگاه', en: 'Receivable from members' },
  'debts-recovered': { fa: 'برگشت پاداش', en: 'Rewards to be paid back' },
  'card-clearing': { fa: 'تسویهٔ کارت هدیه', en: 'Gift card clearing' },
  'card-liability': { fa: 'بدهی کارت هدیه', en: 'Gift card liability' },
  unclaimed: { fa: 'وجوه بی‌مطالبه', en: 'Unclaimed money' },
  partners: { fa: 'حساب شریکان باشگاه', en: 'Partners of the club' },
  'partner-clearing': { fa: 'تسویه با شریکان', en: 'Partner clearing' },
};

const COLUMNS = `accounts, revision, changed_by AS "changedBy", changed_at AS "changedAt"`;
const NONE: Accounts = { accounts: {}, revision: 0, changedBy: null, changedAt: null };

export async function accountsOf(tx: Tx): Promise<Accounts> {
  const { rows } = await tx.query<Accounts>(
    `SELECT ${COLUMNS} FROM club_journal_accounts WHERE business_id = this_business()`,
  );
  return rows[0] ?? NONE;
}

/** Refusal: `changed_meanwhile`. */
export async function changeAccounts(
  tx: Tx,
  { accounts, revision }: { readonly accounts: AccountNames; readonly revision: number },
  { by, now }: Author,
): Promise<Result<Accounts>> {
  const said = Object.fromEntries(
    journalAccounts.flatMap((account) =>
      accounts[account] === undefined ? [] : [[account, accounts[account]]],
    ),
  );
  const { rows } = await tx.query<Accounts>(
    revision === 0
      ? `INSERT INTO club_journal_accounts (business_id, accounts, changed_by, changed_at) VALUES (this_business(), $1, $2, $3)
         ON CONFLICT (business_id) DO NOTHING RETURNING ${COLUMNS}`
      : `UPDATE club_journal_accounts SET accounts = $1, revision = revision + 1, changed_by = $2, changed_at = $3
         WHERE business_id = this_business() AND revision = $4 RETURNING ${COLUMNS}`,
    [JSON.stringify(said), by, timestamptz(now), ...(revision === 0 ? [] : [revision])],
  );
  const [changed] = rows;
  return changed === undefined ? refuse('changed_meanwhile', 'revision') : accept(changed);
}
