import { isoDay, showMoney } from '@nardeban/core/values';
import type { shownRun } from '../capabilities/insight/index.ts';
import type { Business } from '../platform/tenancy/index.ts';

const NAMES: Readonly<Record<string, string>> = {
  'bg-nbd': 'BG/NBD',
  'mbg-nbd': 'MBG/NBD',
  'pareto-nbd': 'Pareto/NBD',
  nbd: 'NBD (nobody leaves)',
  days_since_last_order: 'days since the last order',
  orders_so_far: 'orders so far',
};

const LACKS: Readonly<Record<string, string>> = {
  customers: 'people with an order',
  days: 'days since the first order',
  days_for_horizon: 'days since the first order, for so long a horizon',
  recent_orders: 'days at most since the last order',
  repeat_customers: 'people who ordered on three days or more',
};

/** What a run found, as people read it. */
export function insightText(
  { asOf, outcome, told }: ReturnType<typeof shownRun>,
  business: Business,
): string {
  if (outcome === null || asOf === null) return '';
  const { buyers, repeaters, revenue, missing, chosen, foretold, bands, notices } = outcome;
  const money = (amount: number | null): string =>
    amount === null ? '–' : showMoney(Math.round(amount), { ...business, language: 'en' });
  const lines = [
    `To the end of ${isoDay(asOf)}: ${count(buyers)} buyers, ${count(repeaters)} of whom ordered on more than one day; ${money(revenue)}.`,
  ];
  if (missing.length > 0) lines.push('', 'Too little to foretell anything:');
  for (const { what, needed, found } of missing)
    lines.push(
      `  ${LACKS[what] ?? what}: ${count(needed)} needed, ${found === null ? 'none' : count(found)} there`,
    );
  if (chosen !== null) {
    lines.push(
      '',
      `Who orders again is told best by: ${NAMES[chosen.best] ?? chosen.best}; orders are counted by ${NAMES[chosen.counts] ?? chosen.counts}.`,
    );
    if (!chosen.leavingFound) lines.push('Leaving cannot be told from slow buying in this data.');
  }
  if (foretold !== null)
    lines.push(
      `In 90 days ${foretold.orders90.toFixed(0)} orders and ${money(foretold.value90?.expected ?? null)}; in a year ${foretold.ordersYear.toFixed(0)} and ${money(foretold.valueYear?.expected ?? null)}; margin still to come ${money(foretold.residual)}.`,
    );
  for (const { band, people, before, atRisk } of bands)
    lines.push(
      `  ${band}: ${count(people)}${before === null ? '' : ` (${count(before)} before)`}, ${money(atRisk)} at risk`,
    );
  if (told > 0) lines.push(`${count(told)} people are in another band than before.`);
  for (const { what, count: often } of notices)
    lines.push(`Note: ${what.replaceAll('_', ' ')}${often > 0 ? ` (${count(often)})` : ''}`);
  return lines.join('\n');
}

const count = (value: number): string => value.toLocaleString('en-US');
