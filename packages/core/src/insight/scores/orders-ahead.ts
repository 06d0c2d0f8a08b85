import type { BuyingModel } from '../model.ts';
import { UNIT_NODES } from '../quadrature.ts';

/** What is left out of a distribution's upper end. */
const REST = 1e-10;
const NEGLIGIBLE = 1e-18;
const MOST_ORDERS = 200_000;
/** Below this logarithm a chance is nothing, and is only carried along until it is something. */
const NOTHING = -600;

/**
 * The chances of 0, 1, 2 … orders of one customer in the next `time`, given what was seen of them; together 1 but for what
 * is left out above. `time`, `recency` and `age` are in the unit of the model.
 *
 * Whoever is active has a rate that is Gamma(r + x, α + T). Under BG and MBG/NBD they leave after each order with a chance
 * that is Beta(a, b + x): of n orders either all were stayed after, or the last was left after and there would have been
 * more (Fader, Hardie and Lee 2005, eq. 8, with the parameters of after the history). Under Pareto/NBD the rate of leaving
 * is Gamma(s, β + T), and the orders until then are mixed over the instant of leaving by quadrature.
 */
export function ordersAhead(
  model: BuyingModel,
  x: number,
  recency: number,
  age: number,
  time: number,
): number[] {
  const chances = whileActive(model, x, age, time);
  const active = model.active(x, recency, age);
  for (let n = 0; n < chances.length; n++) chances[n] = (chances[n] as number) * active;
  chances[0] = (chances[0] as number) + (1 - active);
  return chances;
}

/** The same of somebody who is active: their last order says no more of them. */
function whileActive(model: BuyingModel, x: number, age: number, time: number): number[] {
  const { r = 1, alpha = 1, a = 1, b = 1, s = 1, beta = 1 } = model.parameters;
  const k = r + x;
  const buying = purchases(k, time / (alpha + age));
  if (model.name === 'nbd') return buying;
  return model.name === 'pareto-nbd'
    ? mixedOverLeaving(buying, k, alpha + age, s, beta + age, time)
    : leavingAfterOrders(buying, a, b + x + (model.name === 'mbg-nbd' ? 1 : 0));
}

/** Negative binomial: the orders of somebody whose rate is Gamma(k, 1) within `odds`. */
function purchases(k: number, odds: number): number[] {
  const share = odds / (1 + odds);
  let log = -k * Math.log1p(odds);
  let chance = log > NOTHING ? Math.exp(log) : 0;
  let sum = chance;
  const chances = [chance];
  const mean = k * odds;
  for (let n = 1; n <= MOST_ORDERS; n++) {
    const factor = (share * (k + n - 1)) / n;
    if (log <= NOTHING) {
      log += Math.log(factor);
      if (log > NOTHING) chance = Math.exp(log);
    } else chance *= factor;
    chances.push(chance);
    sum += chance;
    if (n > mean && (1 - sum < REST || chance < REST * REST)) break;
  }
  return chances;
}

/** Adds `weight` times the same, as far as there is room. */
function addPurchases(into: number[], weight: number, k: number, odds: number): void {
  const share = odds / (1 + odds);
  const mean = k * odds;
  let log = -k * Math.log1p(odds);
  let chance = log > NOTHING ? weight * Math.exp(log) : 0;
  into[0] = (into[0] as number) + chance;
  for (let n = 1; n < into.length; n++) {
    const factor = (share * (k + n - 1)) / n;
    if (log <= NOTHING) {
      log += Math.log(factor);
      if (log > NOTHING) chance = weight * Math.exp(log);
    } else chance *= factor;
    into[n] = (into[n] as number) + chance;
    if (n > mean && chance < REST * REST) break;
  }
}

/** The orders of somebody active who may leave after each, with a chance that is Beta(a, c). */
function leavingAfterOrders(buying: readonly number[], a: number, c: number): number[] {
  const chances = [buying[0] as number];
  let stayed = 1;
  let atLeast = 1;
  for (let n = 1; n < buying.length; n++) {
    atLeast = Math.max(0, atLeast - (buying[n - 1] as number));
    const all = a + c + n - 1;
    const left = (stayed * a) / all;
    stayed *= (c + n - 1) / all;
    chances.push(stayed * (buying[n] as number) + left * atLeast);
  }
  return chances;
}

/** The same where they leave at a rate that is Gamma(s, left): w = ln(1 + u/left) for the instant u of leaving. */
function mixedOverLeaving(
  buying: readonly number[],
  k: number,
  scale: number,
  s: number,
  left: number,
  time: number,
): number[] {
  const length = Math.log1p(time / left);
  const stays = Math.exp(-s * length);
  const chances = buying.map((chance) => stays * chance);
  const mean = (k * time) / scale;
  // Neither the leaving nor a count of orders is sharper within a panel than sixteen nodes can follow.
  const panels = Math.min(400, 1 + Math.floor(Math.sqrt(mean) / 3) + Math.floor((s * length) / 4));
  const width = length / panels;
  for (let panel = 0; panel < panels; panel++) {
    for (const node of UNIT_NODES) {
      const at = (panel + node.at) * width;
      const here = node.weight * width * s * Math.exp(-s * at);
      if (here > NEGLIGIBLE) addPurchases(chances, here, k, (left * Math.expm1(at)) / scale);
    }
  }
  return chances;
}

/** Mean, mean square, none at all, and the ends of an interval of a number of orders. */
export interface OrdersForetold {
  readonly expected: number;
  readonly square: number;
  readonly none: number;
  readonly low: number;
  readonly high: number;
}

/** How much of the chances an interval leaves out at each end. */
export const TAIL = 0.1;

/**
 * The interval of the middle 80 %: below `low` come no more than 10 %, above `high` no more than 10 %. As orders are whole,
 * it holds at least 80 %.
 */
export function foretoldBy(chances: readonly number[]): OrdersForetold {
  return seenWith(1, chances, momentsOf(chances));
}

/**
 * A reader of what `ordersAhead` comes to for one time. Those with as many orders and of one age differ only in whether they
 * are still active: what they have in common is worked out once, if they are asked for one after the other.
 */
export function foretellerAhead(
  model: BuyingModel,
  time: number,
): (x: number, recency: number, age: number) => OrdersForetold {
  let common: { x: number; age: number; chances: readonly number[]; moments: Moments } | null = null;
  return (x, recency, age) => {
    if (common === null || common.x !== x || common.age !== age) {
      const chances = whileActive(model, x, age, time);
      common = { x, age, chances, moments: momentsOf(chances) };
    }
    return seenWith(model.active(x, recency, age), common.chances, common.moments);
  };
}

interface Moments {
  readonly expected: number;
  readonly square: number;
}

function momentsOf(chances: readonly number[]): Moments {
  let [expected, square] = [0, 0];
  for (let n = 1; n < chances.length; n++) {
    const part = n * (chances[n] as number);
    expected += part;
    square += n * part;
  }
  return { expected, square };
}

/** Of somebody who is active with that chance, and whose orders have these chances while they are. */
function seenWith(active: number, chances: readonly number[], { expected, square }: Moments): OrdersForetold {
  const last = chances.length - 1;
  const none = 1 - active + active * (chances[0] as number);
  let sum = none;
  let low = sum > TAIL ? 0 : -1;
  let high = sum >= 1 - TAIL ? 0 : -1;
  for (let n = 1; n <= last && high < 0; n++) {
    sum += active * (chances[n] as number);
    if (low < 0 && sum > TAIL) low = n;
    if (sum >= 1 - TAIL) high = n;
  }
  return {
    expected: active * expected,
    square: active * square,
    none,
    low: Math.max(0, low),
    high: high < 0 ? last : high,
  };
}
