import type { Refusal } from '../../values/index.ts';
import type { Expiry, Wallet } from '../wallet.ts';

export function walletFaults(wallet: Wallet, path: string): Refusal[] {
  const faults: Refusal[] = [];
  const { worth, spending } = wallet;
  if (wallet.unit === 'money' && worth.points !== worth.amount)
    faults.push({ code: 'money_wallet_one_to_one', field: `${path}.worth` });
  if (spending !== undefined && worth.amount === 0)
    faults.push({ code: 'wallet_worth_nothing', field: `${path}.spending` });
  if (spending?.least !== undefined && spending.step !== undefined && spending.least % spending.step !== 0)
    faults.push({
      code: 'least_not_in_steps',
      field: `${path}.spending.least`,
      detail: { least: spending.least, step: spending.step },
    });
  return [...faults, ...expiryFaults(wallet.expiry, wallet.vesting, `${path}.expiry`)];
}

/** The longest month of a calendar year, so that a day of the year that no year has is refused. */
const MOST_DAYS = 31;

/** What could never be spent: gone before it vests; or a day of the year that does not exist. */
export function expiryFaults(expiry: Expiry, vesting: number, path: string): Refusal[] {
  if (expiry.kind === 'rolling' && expiry.days <= vesting)
    return [
      { code: 'expires_before_vesting', field: `${path}.days`, detail: { days: expiry.days, vesting } },
    ];
  if (expiry.kind !== 'fixed') return [];
  const month = Number(expiry.day.slice(0, 2));
  const day = Number(expiry.day.slice(3));
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= MOST_DAYS;
  return exists ? [] : [{ code: 'day_of_year_unknown', field: `${path}.day`, detail: { day: expiry.day } }];
}
