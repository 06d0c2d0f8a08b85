import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { Claim } from '../earned.ts';
import { countersOf, takenOf } from './counters.ts';

/**
 * What of `units` is to be taken back once `returned` of an order of `amount` has come back, all returns together, of which
 * `taken` was taken back before: in proportion, rounded down, and everything when everything came back.
 */
export function unitsToTakeBack(units: number, amount: number, returned: number, taken: number): number {
  if (amount <= 0) return 0;
  const due = Number((BigInt(units) * BigInt(Math.min(returned, amount))) / BigInt(amount));
  return Math.max(0, due - taken);
}

/** The room in caps and budgets that taking units back gives back; a rule that is gone from the programme gives none. */
export function claimsGivenBack(
  programme: Programme,
  earned: { readonly rule: string; readonly wallet: string; readonly units: number; readonly at: Instant },
  taken: { readonly before: number; readonly now: number },
  business: BusinessCalendar,
): (Pick<Claim, 'key' | 'of'> & { readonly subtract: number })[] {
  const rule = programme.rules.find(({ key }) => key === earned.rule);
  const wallet = programme.wallets.find(({ key }) => key === earned.wallet);
  if (rule === undefined || wallet === undefined) return [];
  return countersOf(programme, rule, earned.at, business).flatMap(({ key, of, counted }) => {
    const left = earned.units - taken.before;
    const subtract = takenOf(counted, wallet, left) - takenOf(counted, wallet, left - taken.now);
    return subtract > 0 ? [{ key, of, subtract }] : [];
  });
}
