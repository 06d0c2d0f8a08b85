import type { BuyingHistory } from '../cells.ts';
import { exponentialOf, gammaOf, type Behaviour, type Draw } from '../simulate.ts';

export interface CustomerAhead extends BuyingHistory {
  /** Orders within the horizon after what was seen. */
  readonly after: number;
}

/**
 * One pretended customer in continuous time, as seen at `age` and with what came in the `horizon` after it. Times are not
 * cut into days: what a distribution promises is tried on the process it was derived from.
 */
export function simulateAhead(
  draw: Draw,
  { r, alpha, leaving }: Behaviour,
  { age, horizon }: { readonly age: number; readonly horizon: number },
): CustomerAhead {
  const rate = gammaOf(draw, r) / alpha;
  let ends = Number.POSITIVE_INFINITY;
  let leaves = 0;
  if (leaving.kind === 'at_any_time') ends = (exponentialOf(draw) * leaving.beta) / gammaOf(draw, leaving.s);
  if (leaving.kind === 'after_orders') {
    const one = gammaOf(draw, leaving.a);
    leaves = one / (one + gammaOf(draw, leaving.b));
    if (leaving.atFirst && draw() < leaves) ends = 0;
  }
  let [at, recency, repeats, after] = [0, 0, 0, 0];
  for (;;) {
    at += exponentialOf(draw) / rate;
    if (at > ends || at > age + horizon) break;
    if (at > age) after++;
    else {
      recency = at;
      repeats++;
    }
    if (leaving.kind === 'after_orders' && draw() < leaves) break;
  }
  return { repeats, recency, age, after };
}
