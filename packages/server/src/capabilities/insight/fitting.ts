import {
  type BuyersAsked,
  type BuyersForetold,
  missingFor,
  type Missing,
  type Oddities,
} from '@nardeban/core/insight';
import type { Day } from '@nardeban/core/values';
import { inThread, ThreadDied } from '../../platform/threads/index.ts';
import type { Gathered } from './gathered.ts';
import type { Notice } from './outcome.ts';

/** Parameters are told in weeks, as the field's papers do. */
export const DAYS_PER_UNIT = 7;

/** What everybody is scored by, and why nobody is where there is too little to go by. */
export interface Basis {
  readonly missing: readonly Missing[];
  readonly notices: readonly Notice[];
  readonly foretold: (BuyersForetold & { readonly cut: Day }) | null;
}

/** Gamma-Gamma holds that what people pay has nothing to do with how often they come; beyond this it is said that it has. */
const DEPENDENT = 0.3;

/** Heap of the thread; its columns, some hundred bytes a cell, come beside it. */
const THREAD_MEMORY_MB = 384;
export const THREAD = new URL('./foretelling-thread.ts', import.meta.url);

/**
 * Fits to what was gathered, tries it on the past and scores every cell, in a thread of its own: the program goes on
 * answering meanwhile. A thread that dies is tried once more. Throws ThreadDied, or what `signal` says when it is aborted.
 */
export async function fitTo(
  gathered: Gathered,
  { horizon, discount }: Pick<BuyersAsked, 'horizon' | 'discount'>,
  odd: Oddities & { readonly ordersWithoutPerson: number },
  { signal, thread }: { readonly signal: AbortSignal; readonly thread: URL },
): Promise<Basis> {
  const { size, asOf, firstDay, lastDay, threeOrders } = gathered;
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
  const asked: BuyersAsked = {
    today: gathered.today(),
    cut: gathered.cut(),
    spenders: spendersOf(gathered),
    horizon,
    daysPerUnit: DAYS_PER_UNIT,
    discount,
  };
  const foretold = await foretoldInThread(asked, thread, signal);
  if (foretold === null)
    return { missing, notices: [...notices, { what: 'nothing_to_compare', count: 0 }], foretold: null };
  const { spend, fitted, firstSeen } = foretold;
  if (firstSeen.people > 0)
    notices.push({
      what: firstSeen.leftOut ? 'first_seen_left_out' : 'first_seen_counted',
      count: firstSeen.people,
    });
  if (spend === null) notices.push({ what: 'no_amounts', count: 0 });
  else if (Math.abs(spend.correlation) > DEPENDENT)
    notices.push({ what: 'amounts_depend_on_orders', count: 0 });
  if (!fitted.some(({ verdict }) => verdict === 'leaving_found'))
    notices.push({ what: 'leaving_not_found', count: 0 });
  return { missing, notices, foretold: { ...foretold, cut: asOf - horizon } };
}

async function foretoldInThread(
  asked: BuyersAsked,
  thread: URL,
  signal: AbortSignal,
): Promise<BuyersForetold | null> {
  const ask = async (): Promise<BuyersForetold | null> =>
    inThread(thread, asked, { memoryMb: THREAD_MEMORY_MB, signal });
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ThreadDied)) throw error;
    return ask();
  }
}

/**
 * Those with a repeat order of some value: everybody, or where there are very many every second, third … of them. What so
 * many pay tells the three parameters to a third digit, and each more costs as much as the first.
 */
function spendersOf(gathered: Gathered): BuyersAsked['spenders'] {
  const { size, cell, mean } = gathered;
  const { x: repeats } = gathered.today();
  const pays = (place: number): boolean =>
    (repeats[cell[place] as number] as number) > 0 && (mean[place] as number) > 0;
  let everybody = 0;
  for (let place = 0; place < size; place++) if (pays(place)) everybody++;
  const apart = Math.max(1, Math.ceil(everybody / MOST_SPENDERS));
  const x = new Int32Array(Math.ceil(everybody / apart));
  const means = new Float64Array(x.length);
  for (let place = 0, seen = 0; place < size; place++) {
    if (!pays(place) || seen++ % apart !== 0) continue;
    const spender = (seen - 1) / apart;
    x[spender] = repeats[cell[place] as number] as number;
    means[spender] = mean[place] as number;
  }
  return { x, mean: means };
}

const MOST_SPENDERS = 50_000;
