import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Fitted,
  fitterOf,
  fitSpending,
  missingFor,
  type Missing,
  type ModelName,
  type Oddities,
  type Spending,
  type Trial,
  tryOnPast,
} from '@nardeban/core/insight';
import type { Day } from '@nardeban/core/values';
import type { Gathered } from './gathered.ts';
import type { Notice } from './outcome.ts';

/** Parameters are told in weeks, as the field's papers do. */
export const DAYS_PER_UNIT = 7;

const MODELS: readonly ModelName[] = ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'];

/** What everybody is scored by, and why nobody is where there is too little to go by. */
export interface Basis {
  readonly missing: readonly Missing[];
  readonly notices: readonly Notice[];
  readonly foretold: {
    readonly cut: Day;
    readonly trial: Trial;
    readonly fitted: readonly Fitted[];
    readonly spend: Spending | null;
  } | null;
}

/** Gamma-Gamma holds that what people pay has nothing to do with how often they come; beyond this it is said that it has. */
const DEPENDENT = 0.3;

/** Fits to what was gathered and tries it on the past. Other work gets its turn between one model and the next. */
export async function fitTo(
  gathered: Gathered,
  asOf: Day,
  horizon: number,
  odd: Oddities & { readonly ordersWithoutPerson: number },
): Promise<Basis> {
  const { size, firstDay, lastDay, threeOrders } = gathered;
  const missing = missingFor({
    customers: size,
    days: size === 0 ? 0 : asOf - firstDay + 1,
    daysSinceLastOrder: size === 0 ? null : asOf - lastDay,
    threeOrders,
    horizon,
  });
  const notices: Notice[] = [
    { what: 'orders_without_person', count: odd.ordersWithoutPerson } as const,
    { what: 'orders_without_value', count: odd.ordersWithoutValue } as const,
    { what: 'returns_of_unknown_orders', count: odd.returnsOfUnknownOrders } as const,
    { what: 'returns_above_paid', count: odd.returnsAbovePaid } as const,
    { what: 'lines_of_unknown_orders', count: odd.linesOfUnknownOrders } as const,
    { what: 'buyers_without_value', count: gathered.withoutValue } as const,
  ].filter(({ count }) => count > 0);
  if (missing.length > 0) return { missing, notices, foretold: null };
  const trial = tryOnPast(gathered.cut, horizon, DAYS_PER_UNIT);
  await breathe();
  if (trial === null)
    return { missing, notices: [...notices, { what: 'nothing_to_compare', count: 0 }], foretold: null };
  const fit = fitterOf(gathered.today.cells(), DAYS_PER_UNIT);
  const fitted: Fitted[] = [];
  for (const model of MODELS) {
    fitted.push(fit(model));
    await breathe();
  }
  const spend = fitSpending(spendersOf(gathered));
  await breathe();
  if (spend === null) notices.push({ what: 'no_amounts', count: 0 });
  else if (Math.abs(spend.correlation) > DEPENDENT)
    notices.push({ what: 'amounts_depend_on_orders', count: 0 });
  if (!fitted.some(({ verdict }) => verdict === 'leaving_found'))
    notices.push({ what: 'leaving_not_found', count: 0 });
  return { missing, notices, foretold: { cut: asOf - horizon, trial, fitted, spend } };
}

/**
 * Those with a repeat order of some value: everybody, or where there are very many every second, third … of them. What so
 * many pay tells the three parameters to a third digit, and each more costs as much as the first.
 */
function spendersOf({ size, cell, mean, today }: Gathered): { x: number; mean: number }[] {
  const repeats = (place: number): number => today.x[cell[place] as number] as number;
  const pays = (place: number): boolean => repeats(place) > 0 && (mean[place] as number) > 0;
  let everybody = 0;
  for (let place = 0; place < size; place++) if (pays(place)) everybody++;
  const apart = Math.ceil(everybody / MOST_SPENDERS);
  const spenders: { x: number; mean: number }[] = [];
  for (let place = 0, seen = 0; place < size; place++)
    if (pays(place) && seen++ % apart === 0)
      spenders.push({ x: repeats(place), mean: mean[place] as number });
  return spenders;
}

const MOST_SPENDERS = 50_000;
