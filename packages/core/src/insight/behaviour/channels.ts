import { z } from 'zod';
import type { Day } from '../../values/index.ts';
import type { OrderKept, WalkOver } from '../buyer.ts';
import { isSeen, netOf } from './order.ts';
import { shareOf, shareSchema } from './shares.ts';

/** Names told apart in one table; those that come after are one row together. */
const MOST_NAMES = 500;

const rowSchema = z.strictObject({
  /** `unknown`: the orders name none. `others`: names beyond the first 500. */
  kind: z.enum(['named', 'unknown', 'others']),
  name: z.string().nullable(),
  orders: z.int().min(0),
  ordersShare: shareSchema,
  /** People who ordered there; whoever ordered in two places is in two rows. */
  people: z.int().min(0),
  /** Minor units, net of what was given back. */
  revenue: z.number().min(0),
  revenueShare: shareSchema,
  /** People whose first order of all was there. */
  newPeople: z.int().min(0),
  /** A mean order; null without one. */
  meanOrder: z.number().min(0).nullable(),
});

const tableSchema = z.array(rowSchema);

export const channelsSchema = z.strictObject({
  from: z.int().nullable(),
  asOf: z.int(),
  orders: z.int().min(0),
  people: z.int().min(0),
  newPeople: z.int().min(0),
  revenue: z.number().min(0),
  /** Each order in its own channel, and in its own branch. The most revenue comes first. */
  byChannel: tableSchema,
  byBranch: tableSchema,
  /** Each order in the channel of its person's first order: what those have brought who came that way. */
  byFirstChannel: tableSchema,
});
export type Channels = z.infer<typeof channelsSchema>;

/**
 * Where orders come from: of the days from `from` (or all) to `asOf`. First orders are those of all time, whatever
 * `from` is. Keeps a row a name.
 */
export function channelWalk({
  asOf,
  from = null,
}: {
  readonly asOf: Day;
  readonly from?: Day | null;
}): WalkOver<Channels> {
  const byChannel = new Table();
  const byBranch = new Table();
  const byFirstChannel = new Table();
  let [orders, people, newPeople, revenue] = [0, 0, 0, 0];

  return {
    take(buyer) {
      let first: OrderKept | null = null;
      let ordered = false;
      for (const order of buyer.orders) {
        if (!isSeen(order, asOf)) continue;
        const isFirst = first === null;
        first ??= order;
        if (from !== null && order.day < from) continue;
        const net = netOf(order);
        orders++;
        revenue += net;
        if (!ordered) people++;
        ordered = true;
        if (isFirst) newPeople++;
        byChannel.take(order.channel, net, people, isFirst);
        byBranch.take(order.branch, net, people, isFirst);
        byFirstChannel.take(first.channel, net, people, isFirst);
      }
    },
    result() {
      const rows = (table: Table): z.infer<typeof tableSchema> => table.rows(orders, revenue);
      return {
        from,
        asOf,
        orders,
        people,
        newPeople,
        revenue,
        byChannel: rows(byChannel),
        byBranch: rows(byBranch),
        byFirstChannel: rows(byFirstChannel),
      };
    },
  };
}

interface Sums {
  orders: number;
  people: number;
  revenue: number;
  newPeople: number;
  /** The person counted last, so that each is counted once. */
  latest: number;
}

class Table {
  private readonly named = new Map<string, Sums>();
  private readonly unknown = none();
  private readonly others = none();

  take(raw: string | null, net: number, person: number, isFirst: boolean): void {
    const sums = this.sumsOf(raw);
    sums.orders++;
    sums.revenue += net;
    if (sums.latest !== person) sums.people++;
    sums.latest = person;
    if (isFirst) sums.newPeople++;
  }

  private sumsOf(raw: string | null): Sums {
    const name = raw === null ? '' : raw.trim();
    if (name === '') return this.unknown;
    let sums = this.named.get(name);
    if (sums === undefined) {
      if (this.named.size >= MOST_NAMES) return this.others;
      this.named.set(name, (sums = none()));
    }
    return sums;
  }

  rows(allOrders: number, allRevenue: number): z.infer<typeof tableSchema> {
    const row = (kind: 'named' | 'unknown' | 'others', name: string | null, sums: Sums) => ({
      kind,
      name,
      orders: sums.orders,
      ordersShare: shareOf(sums.orders, allOrders),
      people: sums.people,
      revenue: sums.revenue,
      revenueShare: shareOf(sums.revenue, allRevenue),
      newPeople: sums.newPeople,
      meanOrder: sums.orders > 0 ? sums.revenue / sums.orders : null,
    });
    const named = [...this.named].map(([name, sums]) => row('named', name, sums));
    named.sort(
      (a, b) => b.revenue - a.revenue || b.orders - a.orders || (a.name ?? '').localeCompare(b.name ?? ''),
    );
    const rest = [row('others', null, this.others), row('unknown', null, this.unknown)];
    return [...named, ...rest.filter(({ orders }) => orders > 0)];
  }
}

function none(): Sums {
  return { orders: 0, people: 0, revenue: 0, newPeople: 0, latest: 0 };
}
