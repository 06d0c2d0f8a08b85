import type { Refusal } from '../../values/index.ts';
import type { EarningRule } from '../earning/rule.ts';
import type { Wallet } from '../wallet.ts';

/** A formula that does not fit the wallet or the occasion, or that contradicts itself. */
export function givesFaults(rule: EarningRule, wallet: Wallet | undefined, path: string): Refusal[] {
  const faults: Refusal[] = [];
  const { gives, on } = rule;
  const ofOrders = on.kind === 'order' || on.kind === 'first-order';
  const shareOf = (share: number | undefined, field: string): void => {
    if (share === undefined) return;
    if (wallet !== undefined && wallet.unit !== 'money') faults.push({ code: 'share_needs_money', field });
    if (!ofOrders) faults.push({ code: 'part_only_for_orders', field, detail: { part: 'share' } });
  };
  const eitherOf = (one: { units?: number | undefined; share?: number | undefined }, field: string): void => {
    if ((one.units === undefined) === (one.share === undefined))
      faults.push({ code: 'units_or_share', field });
    shareOf(one.share, `${field}.share`);
  };
  if (gives.kind === 'share') shareOf(gives.share, `${path}.gives.share`);
  else if (gives.kind === 'by-level') {
    const seen = new Set<string>();
    for (const [index, one] of gives.levels.entries()) {
      const field = `${path}.gives.levels[${index}]`;
      eitherOf(one, field);
      if (seen.has(one.level))
        faults.push({ code: 'club_key_repeated', field: `${field}.level`, detail: { key: one.level } });
      seen.add(one.level);
    }
  } else if (!ofOrders && gives.kind !== 'fixed')
    faults.push({ code: 'part_only_for_orders', field: `${path}.gives`, detail: { part: gives.kind } });
  if (gives.kind === 'steps') {
    for (const [index, one] of gives.steps.entries()) {
      const field = `${path}.gives.steps[${index}]`;
      eitherOf(one, field);
      const before = gives.steps[index - 1];
      if (before !== undefined && one.from <= before.from)
        faults.push({ code: 'steps_not_rising', field: `${field}.from`, detail: { before: before.from } });
    }
  }
  return faults;
}
