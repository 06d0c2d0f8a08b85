import type { Refusal } from '../../values/index.ts';
import type { Budget, Cap } from '../earning/rule.ts';

/** Caps and a budget of a rule, a campaign or the club; `wallets`: how many different ones they are about. */
export function boundsFaults(
  bounds: { readonly caps?: readonly Cap[] | undefined; readonly budget?: Budget | undefined },
  path: string,
  wallets: number,
): Refusal[] {
  const faults: Refusal[] = [];
  const start = path === '' ? '' : `${path}.`;
  const seen = new Set<string>();
  for (const [index, { of, per, counted }] of (bounds.caps ?? []).entries()) {
    const field = `${start}caps[${index}]`;
    const name = `${of} ${per} ${counted}`;
    if (seen.has(name)) faults.push({ code: 'cap_repeated', field });
    seen.add(name);
    if (per === 'order' && (of === 'all' || counted === 'times'))
      faults.push({ code: 'cap_of_order', field });
    if (counted === 'units' && wallets > 1)
      faults.push({ code: 'units_of_several_wallets', field: `${field}.counted` });
  }
  const { budget } = bounds;
  if (budget === undefined) return faults;
  if (budget.units === undefined && budget.money === undefined)
    faults.push({ code: 'budget_empty', field: `${start}budget` });
  if (budget.units !== undefined && wallets > 1)
    faults.push({ code: 'units_of_several_wallets', field: `${start}budget.units` });
  return faults;
}
