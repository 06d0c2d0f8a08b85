/** What a shop must have before its people are scored: below it, figures would look like knowledge and be none. */
export interface EnoughData {
  /** People with an order. */
  readonly customers: number;
  /** Days from the first order to the day of the run. */
  readonly days: number;
  /** An order in so many days before the day of the run. */
  readonly recentDays: number;
  /** People who ordered on three days or more. */
  readonly threeOrders: number;
}

/** After the public gate of Klaviyo: 500 customers, 180 days, orders in the last 30 days, some with three or more. */
export const ENOUGH: EnoughData = { customers: 500, days: 180, recentDays: 30, threeOrders: 10 };

export interface DataFound {
  readonly customers: number;
  readonly days: number;
  readonly daysSinceLastOrder: number | null;
  readonly threeOrders: number;
  /** How many of the days of the shop lie before the cut of the trial. */
  readonly horizon: number;
}

export type Shortage = 'customers' | 'days' | 'recent_orders' | 'repeat_customers' | 'days_for_horizon';

/** What is missing, with how much is needed and how much is there; of `recent_orders` these are days. */
export interface Missing {
  readonly what: Shortage;
  readonly needed: number;
  readonly found: number | null;
}

/** Nothing is missing where the answer is empty. */
export function missingFor(found: DataFound, enough: EnoughData = ENOUGH): Missing[] {
  const { customers, days, daysSinceLastOrder, threeOrders, horizon } = found;
  const missing: Missing[] = [];
  if (customers < enough.customers)
    missing.push({ what: 'customers', needed: enough.customers, found: customers });
  if (days < enough.days) missing.push({ what: 'days', needed: enough.days, found: days });
  // As long a past as what is foretold, to be tried on, and as long a one before it.
  else if (days < 2 * horizon) missing.push({ what: 'days_for_horizon', needed: 2 * horizon, found: days });
  if (daysSinceLastOrder === null || daysSinceLastOrder > enough.recentDays)
    missing.push({ what: 'recent_orders', needed: enough.recentDays, found: daysSinceLastOrder });
  if (threeOrders < enough.threeOrders)
    missing.push({ what: 'repeat_customers', needed: enough.threeOrders, found: threeOrders });
  return missing;
}
