import { planCancel, planReturn, type ReturnPlan } from '@nardeban/core/offers';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts } from '../../facts/index.ts';
import {
  cardsThatTake,
  type Cause,
  giveBack,
  oweNoMore,
  programmeInForce,
  takeBack,
  uncount,
} from '../../programme/index.ts';
import { endCardsSold } from './card-sales.ts';
import { heldOrder, keepReturn, noteReturned, type Order, orderByNumber, returnsOf } from './order-store.ts';
import { returnFacts, soldLines, type Sources, summed } from './telling.ts';

export interface Returning {
  readonly number: string;
  /** Pieces of lines; null: everything that is left, as a cancellation. */
  readonly lines: readonly { readonly line: number; readonly quantity: number }[] | null;
  readonly reason: string;
  readonly at: Instant;
  readonly now: Instant;
  readonly by: string;
  readonly sources: Sources;
}

/** What came of a return. */
export interface Returned {
  readonly order: Order;
  readonly plan: ReturnPlan;
  /** Units that went back to the lots they came from; of these `expired` had ended and stay so. */
  readonly restored: readonly { readonly wallet: string; readonly units: number; readonly expired: number }[];
  /** Units that were taken back; of these `debt` is owed now and `writtenOff` nobody is asked for. */
  readonly reversed: readonly {
    readonly rule: string;
    readonly wallet: string;
    readonly units: number;
    readonly debt: number;
    readonly writtenOff: number;
  }[];
  /** Gift cards that were bought with it and are good for nothing from now on. */
  readonly cardsEnded: readonly number[];
  /**
   * What is to be paid back in money: the plan's, what belongs to a card that takes no money any more, and without what was
   * used of cards that were bought with it. Minor units.
   */
  readonly money: number;
}

/**
 * Gives back and takes back what belongs to the pieces that come back: first what was spent, so that what was earned can be
 * taken from it. Refusals: `order_unknown`, `order_over`, those of `planReturn` and of gift cards that are used already.
 */
export async function returnOrder(
  tx: Tx,
  business: Business,
  returning: Returning,
): Promise<Result<Returned>> {
  const { number, now, by, reason, sources } = returning;
  const order = await heldOrder(tx, number);
  if (order === null) return refuse('order_unknown', 'number', { number });
  if (order.state === 'cancelled' || order.state === 'returned')
    return refuse('order_over', 'number', { number, state: order.state });
  // Nothing comes back before it was bought, whatever a clock says.
  const at = Math.max(order.at, returning.at);
  const before = order.returned;
  const planned =
    returning.lines === null
      ? planCancel(order, before)
      : planReturn(order, before, piecesOf(order, returning.lines));
  if (!planned.ok) return planned;
  const plan = planned.value;
  const kind = returning.lines === null ? 'cancel' : 'return';
  const earlier = await returnsOf(tx, order);
  const place = earlier.length + 1;
  const name = `till:${number}:${place}`;
  const cause: Cause = { kind, order: number, by, ...(reason === '' ? {} : { reason }) };

  if (plan.counters.length > 0) {
    await uncount(tx, {
      claims: plan.counters,
      ...(order.person === null ? {} : { person: order.person }),
      key: `${name}:counters`,
      now,
    });
  }
  const restored: Returned['restored'][number][] = [];
  for (const [wallet, units] of summed(plan.spent.map(({ wallet: one, points }) => [one, points]))) {
    const spend = order.posted.spends.find(({ of }) => 'wallet' in of && of.wallet === wallet);
    if (spend === undefined) throw new Error(`Nothing of ${wallet} was spent on ${number}`);
    const given = await giveBack(tx, {
      spend: spend.transaction,
      units,
      at,
      now,
      cause,
      key: `${name}:spent:${wallet}`,
    });
    if (!given.ok) return given;
    restored.push({ wallet, units, expired: given.value.expired });
  }
  const taking = await cardsThatTake(
    tx,
    plan.giftCards.map(({ card }) => card),
  );
  let inMoney = 0;
  for (const { card, amount } of plan.giftCards) {
    if (!taking.has(card)) {
      inMoney += amount;
      continue;
    }
    const spend = order.posted.spends.find(({ of }) => 'card' in of && of.card === card);
    if (spend === undefined) throw new Error(`Card ${card} did not pay for ${number}`);
    const given = await giveBack(tx, {
      spend: spend.transaction,
      units: amount,
      at,
      now,
      cause,
      key: `${name}:card:${card}`,
    });
    if (!given.ok) return given;
  }
  const reversed = await takeBackEarned(tx, order, plan, { name, at, now, cause });
  if (!reversed.ok) return reversed;
  const cards = await endCardsSold(tx, order, plan, { by, now, reason });
  if (!cards.ok) return cards;

  const returned = before.map(
    (gone, line) => gone + (plan.lines.find((one) => one.place === line)?.pieces ?? 0),
  );
  const state = kind === 'cancel' ? 'cancelled' : plan.everything ? 'returned' : 'partially_returned';
  const plans = [...earlier.map((one) => one.plan as ReturnPlan), plan];
  await oweNoMore(tx, { number, rewards: rewardsGivenBack(order, plans) }, { by, now });
  await noteReturned(tx, order, returned, state);
  await keepReturn(tx, order, {
    place,
    kind,
    lines: plan.lines.map(({ place: line, pieces }) => ({ line, quantity: pieces })),
    plan,
    reason,
    at,
    madeBy: by,
  });
  const facts = returnFacts(
    order,
    {
      place,
      at,
      reason,
      amount: revenueIn(order, plan),
      lines: plan.lines.map(({ place: line, pieces, net, byWallets }) => ({
        line,
        pieces,
        amount: net - byWallets,
      })),
      reversed: reversed.value.map(({ rule, wallet, units }) => ({ rule, wallet, points: units })),
      restored: restored.flatMap(({ wallet, units, expired }) =>
        units > expired ? [{ wallet, points: units - expired }] : [],
      ),
    },
    sources,
  );
  await appendFacts(tx, business, facts);
  const after = await orderByNumber(tx, number);
  if (after === null) throw new Error('An order that was held is not there');
  return accept({
    order: after,
    plan,
    restored,
    reversed: reversed.value,
    cardsEnded: cards.value.cards,
    money: Math.max(0, plan.money + inMoney - cards.value.used),
  });
}

function piecesOf(
  order: Order,
  lines: readonly { readonly line: number; readonly quantity: number }[],
): number[] {
  // A line that is not there makes the list longer than the basket, which the plan refuses.
  const length = Math.max(order.basket.lines.length, ...lines.map(({ line }) => line + 1));
  const pieces = Array.from({ length }, () => 0);
  for (const { line, quantity } of lines) pieces[line] = (pieces[line] ?? 0) + quantity;
  return pieces;
}

async function takeBackEarned(
  tx: Tx,
  order: Order,
  plan: ReturnPlan,
  {
    name,
    at,
    now,
    cause,
  }: { readonly name: string; readonly at: Instant; readonly now: Instant; readonly cause: Cause },
): Promise<Result<Returned['reversed']>> {
  if (plan.earned.length === 0) return accept([]);
  const wallets = (await programmeInForce(tx))?.definition.wallets ?? [];
  const reversed: Returned['reversed'][number][] = [];
  for (const { rule, wallet, points } of plan.earned) {
    const credit = order.posted.earned.find((one) => one.rule === rule && one.wallet === wallet);
    // It was earned before the till told of this order, and is taken back by whoever earned it.
    if (credit === undefined) continue;
    const taken = await takeBack(tx, {
      earned: credit.key,
      units: points,
      at,
      now,
      cause: { ...cause, rule },
      key: `${name}:earned:${rule}`,
      // A wallet that is no more keeps its books all the same.
      negative: wallets.find(({ key }) => key === wallet)?.negative ?? 'allow',
    });
    if (!taken.ok) return taken;
    const { debt, writtenOff } = taken.value;
    reversed.push({ rule, wallet, units: points, debt, writtenOff });
  }
  return accept(reversed);
}

/** The rewards of which everything that was spent on them has come back. */
function rewardsGivenBack({ priced }: Order, plans: readonly ReturnPlan[]): string[] {
  return priced.spent.flatMap(({ reward, points }, place) => {
    const back = plans.flatMap(({ spent }) => spent.filter((one) => one.spent === place));
    const isWhole = back.length > 0 && back.reduce((sum, one) => sum + one.points, 0) >= points;
    return reward !== undefined && isWhole ? [reward] : [];
  });
}

/** What of the sale came back: as the purchase was told, without units of wallets and without gift cards that were bought. */
function revenueIn({ basket }: Order, plan: ReturnPlan): number {
  const sold = new Set(soldLines(basket));
  return plan.lines.reduce(
    (sum, { place, net, byWallets }) => sum + (sold.has(place) ? net - byWallets : 0),
    0,
  );
}
