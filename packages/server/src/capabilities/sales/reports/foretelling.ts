import { type Forecast, forecast } from '@nardeban/core/sales';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { type Learnt, learntOf, shownWithin, tellsApart } from './chances.ts';
import { openDeals } from './past.ts';

/** What open deals bring by an instant. */
export interface Foretold {
  /** Null: too little was decided for anybody to tell. */
  readonly forecast: Forecast | null;
  /** What is open and has an amount: how many, and how much. */
  readonly deals: number;
  readonly amount: number;
  /** How many have none: they are in no figure. */
  readonly unknown: number;
  /** What sellers expect to close by then. */
  readonly expected: number;
  readonly learnt: Learnt | null;
}

/** Foretells what the open deals of a pipeline, perhaps of one seller, bring until an instant. */
export async function foretell(
  tx: Tx,
  asked: {
    readonly pipeline: string;
    readonly owner: string | null;
    readonly until: Instant;
    readonly now: Instant;
  },
): Promise<Foretold> {
  const { pipeline, owner, until, now } = asked;
  const learnt = await learntOf(tx, pipeline);
  const all = await openDeals(tx, pipeline, owner);
  const known = all.flatMap(({ amount, ...deal }) => (amount === null ? [] : [{ ...deal, amount }]));
  const model = learnt?.model ?? null;
  const horizon = Math.max(0, (until - now) / MS_PER_DAY);
  const sum = (some: readonly { readonly amount: number }[]): number =>
    some.reduce((total, { amount }) => total + amount, 0);
  return {
    forecast:
      model === null || learnt === null
        ? null
        : forecast(
            known.map(({ amount, step, stepSince }) => ({
              amount,
              chance: shownWithin(
                model,
                tellsApart(learnt),
                step,
                Math.floor((now - stepSince) / MS_PER_DAY),
                horizon,
              ),
            })),
            model.decided,
          ),
    deals: known.length,
    amount: sum(known),
    unknown: all.length - known.length,
    expected: sum(known.filter(({ expected }) => expected !== null && expected <= until)),
    learnt,
  };
}
